"""A content folder as it is, or as it was at a revision: what `compare` and `preview` are given.

An argument that is the name of a folder is that folder. Everything else is a revision; where a
branch has the name of a folder, `refs/heads/NAME` means the branch.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

CONTENT = "content"


class UnusableError(Exception):
    """The argument names nothing that can be read; `sentence` says so to whoever typed it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@contextmanager
def content_at(argument: str) -> Iterator[Path]:
    """The content folder that an argument means. Raises UnusableError."""
    if Path(argument).is_dir():
        yield Path(argument)
        return
    with TemporaryDirectory(prefix="inspection-digest-") as folder:
        yield _written(argument, Path(folder) / CONTENT)


def _written(revision: str, target: Path) -> Path:
    """The files of a revision, read from git's objects: no attribute of a proposed change, no
    filter and no hook has a say in what they are, as it would with a checkout or an archive."""
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise UnusableError(f"There is no folder and no revision called {revision}.")
    listed = _git("ls-tree", "-r", "-z", "--full-tree", commit.decode().strip(), f"{CONTENT}/")
    if not listed:
        raise UnusableError(f"There is no folder {CONTENT}/ at the revision {revision}.")
    target.mkdir()
    entries = [line.split(b"\t", 1) for line in listed.split(b"\0") if line]
    blobs = [(about.split(), os.fsdecode(path)) for about, path in entries]
    wanted = [(mode, sha, path) for (mode, kind, sha), path in blobs if kind == b"blob"]
    contents = _contents([sha for _, sha, _ in wanted])
    for (mode, _, path), data in zip(wanted, contents, strict=True):
        place = target.parent / _safe(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if mode == b"120000":  # kept a link, which the reading refuses and never follows
            place.symlink_to(os.fsdecode(data))
        else:
            place.write_bytes(data)
    return target


def _safe(path: str) -> PurePosixPath:
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts:
        raise UnusableError(f"The revision has a file called {path}, which cannot be written.")
    return parts


def _contents(shas: list[bytes]) -> Iterator[bytes]:
    """The bytes of each object, asked for in one go (git-cat-file(1), batch output)."""
    answer = _git("cat-file", "--batch", given=b"\n".join(shas) + b"\n") or b""
    at = 0
    for _ in shas:
        head, _, rest = answer[at:].partition(b"\n")
        size = int(head.split()[2])
        yield rest[:size]
        at += len(head) + 1 + size + 1


def _git(*arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints, or None where it says no."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell; a revision cannot be an option here
            ["git", *arguments],  # noqa: S607 - whichever git the person uses
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise UnusableError(
            "Git is not installed, and a revision cannot be read without it."
        ) from None
    return None if done.returncode else done.stdout
