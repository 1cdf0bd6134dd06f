"""What was asked of files before anybody wanted to know, by a process that waits for a build.

It is told what has changed since (`touched`), and what was found of all else is taken once.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from inspection_digest.unchanged import Look, Recalled, Stamp, Stamps, recall

_found: dict[Path, Recalled] = {}  # by the file in which what a build said is kept


def ask(file: Path, output: Path) -> None:
    """Asks of all files, as `recall` does."""
    _found[file] = recall(file, output, always=True)


def touched(paths: Iterable[str] | None) -> None:
    """What is at these whole paths may have changed, come or gone since `ask`: it is asked for
    again, and so are the folders around it. None: nobody knows what has."""
    for file, found in list(_found.items()):
        same = None if paths is None else _without(found.look.same, paths)
        if same is None:
            del _found[file]
        else:
            _found[file] = replace(found, look=Look(found.look.at, same))


def taken(file: Path) -> Recalled | None:
    """What was found, as of now; None where nobody has asked."""
    found = _found.pop(file, None)
    if found is None:
        return None
    return replace(found, look=Look(time.time_ns(), found.look.same), outcome=None)


def _without(known: Stamps, paths: Iterable[str]) -> Stamps | None:
    """What is known, but for these paths, what is below them and the folders they are in; None
    where a path is in no folder that is known."""
    found: dict[str, dict[str, Stamp]] = {}
    left = set(paths)
    for folder, stamps in known.items():
        start = f"{folder}/" if folder else ""
        asked: set[str] = set()
        below: list[str] = []
        for path in paths:
            if path.startswith(start):
                name = path.removeprefix(start)
                around = {name, *map(str, Path(name).parents)}
                if not around.isdisjoint(stamps):
                    left.discard(path)
                asked |= around
                below.append(f"{name}/")
        gone = tuple(below)
        found[folder] = {
            name: stamp
            for name, stamp in stamps.items()
            if name not in asked and not name.startswith(gone)
        }
    return None if left else found
