"""Digests and summaries to text, one file a format."""
