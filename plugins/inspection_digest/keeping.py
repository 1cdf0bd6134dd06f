"""Bytes kept in a file for another time, under their own sum: damage is noticed, never believed.

A kept file is a line with the SHA-256 sum of the rest, then the rest. Whatever is cut off, changed
or cannot be read counts as absent, so that its owner makes it anew. Nothing kept is ever needed.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path


def folder() -> Path:
    """Where this user's kept files stand: outside every project, so that none brings its own."""
    return user_cache_path("inspection-digest", appauthor=False)


def documents() -> Path:
    """Where the texts of documents that were read are kept."""
    return folder() / "documents"


def templates() -> Path:
    """Where what templates were compiled to is kept, whatever site they are of."""
    return folder() / "templates"


def kept_for(place: Path, name: str) -> Path:
    """The file of this name that is kept for one content folder, or for one built site."""
    sum_ = hashlib.sha256(str(place.resolve()).encode()).hexdigest()
    return folder() / sum_[:16] / name


def can_keep(path: Path) -> bool:
    """Whether a file can be kept there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(path.parent, os.W_OK)


def lookup(path: Path) -> bytes | None:
    """What is kept there, if it is still what was kept; None if not."""
    try:
        told, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return body if _sum(body) == told else None


def keep(path: Path, body: bytes) -> None:
    """Written aside and renamed, so that nobody ever reads half of it.

    A folder that cannot be written to keeps nothing; that costs time and is no error.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines((_sum(body), b"\n", body))
            Path(aside).replace(path)
        except OSError:
            Path(aside).unlink()


@dataclass(frozen=True, slots=True)
class KeptFolder:
    """A folder of kept files by name. Those of another `salt` are not found."""

    path: Path
    salt: bytes

    def lookup(self, name: str) -> bytes | None:
        body = lookup(self.path / name)
        return body[len(self.salt) :] if body and body.startswith(self.salt) else None

    def keep(self, name: str, body: bytes) -> None:
        keep(self.path / name, self.salt + body)


def _sum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()
