"""How fast the site builds, beside others of the same words: see README.md."""
