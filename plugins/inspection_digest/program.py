"""Which program does the work: its own lines and the libraries it stands on, as one sum.

What an earlier program has kept is not believed by another.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from inspection_digest.shelf.facts import sum_of

# Whose versions show in what is read or made.
LIBRARIES = (
    "feedgenerator",
    "jinja2",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "pelican",
    "pydantic",
    "pydantic-core",
    "pyyaml",
    "smartypants",
    "typogrify",
)


@cache
def program() -> bytes:
    """Changes with any line of this package, and with the libraries it stands on."""
    folder = Path(__file__).parent
    files = sorted(path for path in folder.rglob("*.py"))
    parts = [path.read_bytes() for path in files]
    parts += [f"{name} {version(name)}".encode() for name in LIBRARIES]
    return sum_of([sys.version.encode(), *parts])
