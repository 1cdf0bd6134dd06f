"""What was asked of files before anybody wanted to know, by a process that waits for a build.

It is told what has changed since (`touched`), and what was found of all else is taken once.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from inspection_digest.unchanged import Recalled, Stamp, Stamps, differing, recall


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was found; `parents`: by folder, those in it that others are in."""

    found: Recalled
    parents: Mapping[str, frozenset[str]]


_asked: dict[Path, _Asked] = {}  # by the file in which what a build said is kept


def ask(file: Path, output: Path) -> None:
    """Asks of all files, as `recall` does."""
    found = recall(file, output, always=True)
    parents = {
        folder: frozenset(path.rpartition("/")[0] for path in stamps)
        for folder, stamps in found.look.same.items()
    }
    _asked[file] = _Asked(found, parents)


def compare(file: Path, folder: str, stamps: Mapping[str, Stamp]) -> None:
    """Finds out ahead which of these are unlike what was found in a folder (`Look.doubtful`)."""
    asked = _asked[file]
    look = asked.found.look.comparing(folder, stamps)
    _asked[file] = replace(asked, found=replace(asked.found, look=look))


def touched(paths: Collection[str] | None) -> None:
    """What is at these whole paths may have changed, come or gone since `ask`: it is asked for
    again, and so are the folders around it. None: nobody knows what has. To be told once."""
    for file, asked in list(_asked.items()):
        look = asked.found.look
        names = None if paths is None else _around(look.same, asked.parents, paths)
        if names is None:
            del _asked[file]
        else:
            found = replace(asked.found, look=replace(look, touched=names))
            _asked[file] = replace(asked, found=found)


def taken(file: Path) -> Recalled | None:
    """What was found, as of now; None where nobody has asked."""
    asked = _asked.pop(file, None)
    if asked is None:
        return None
    found = asked.found
    look = replace(found.look, at=time.time_ns())
    by_whole = look.same.get("", {})
    doubtful = [(path, by_whole[path]) for path in look.doubtful("", by_whole)]
    same_beside_records = found.same_beside_records and not differing(doubtful)
    return replace(found, look=look, outcome=None, same_beside_records=same_beside_records)


def _around(
    known: Stamps, parents: Mapping[str, frozenset[str]], paths: Collection[str]
) -> dict[str, frozenset[str]] | None:
    """By folder, these paths, what is known below them and the folders they are in; None where a
    path is in no folder that is known, or such a folder has itself been replaced."""
    if any(f"{folder}/".startswith(f"{path}/") for folder in known if folder for path in paths):
        return None
    found: dict[str, frozenset[str]] = {}
    left = set(paths)
    for folder, stamps in known.items():
        start = f"{folder}/" if folder else ""
        names: set[str] = set()
        for path in paths:
            if not path.startswith(start):
                continue
            name = path.removeprefix(start)
            around = {name, *map(str, Path(name).parents)}
            if not around.isdisjoint(stamps):
                left.discard(path)
            names |= around
            if name in parents[folder]:
                names |= {inner for inner in stamps if inner.startswith(f"{name}/")}
        found[folder] = frozenset(names)
    return None if left else found
