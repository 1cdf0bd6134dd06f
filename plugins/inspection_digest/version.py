"""The program's version, printed in the verification record. Kept equal to pyproject.toml."""

VERSION = "0.1.0"
