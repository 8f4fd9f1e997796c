"""Document to Feed, one file a format."""
