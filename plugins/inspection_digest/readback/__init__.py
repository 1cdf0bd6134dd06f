"""The published bytes, read back and proved again."""
