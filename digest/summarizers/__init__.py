"""Sentences to scores, one file an algorithm."""
