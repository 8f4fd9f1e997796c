"""What the steps must know of a language, as data, one file a language."""
