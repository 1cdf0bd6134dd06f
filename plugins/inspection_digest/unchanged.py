"""Whether anything has changed since the last build, by what the system says of files alone.

Asked before anything else is imported: where nothing has changed, the answer is all there is to do.
"""

from __future__ import annotations

import marshal
import os
import sys
import sysconfig
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import compress
from operator import ne
from pathlib import Path
from typing import Any

from inspection_digest import keeping
from inspection_digest.forking import may_fork

# Time of change in nanoseconds, number of the inode, size: one number, as there are many of them.
Stamp = int
TIME = 112  # bits from the right it begins at
INODE = (1 << 64) - 1  # what is told of that number
# By folder, and by the path from there; those under "" are whole paths.
Stamps = Mapping[str, dict[str, Stamp]]
UNSETTLED: Stamp = 0
RACY_NS = 100_000_000  # a file changed so shortly before may change again and look the same
WORTH_TWO = 5_000  # files: for fewer, a second process takes longer than it saves
EARLY = 5  # one part of so many is asked of first: digests, which are edited most, are in front
ONE_BY_ONE = 2  # a form of `marshal` that remembers nothing of what it has written
SAME_SITE = {"PROCESSES", "TIMINGS"}  # settings that change nothing of what is made
PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the last build said, to standard output and to standard error."""

    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Look:
    """A look at files, taken at a time in nanoseconds. `same`: the stamps of those that were found
    to be as they had been. `touched`: by folder, what may have changed since. `compared`: folders,
    mappings of stamps in them, and what was found to be unlike in each."""

    at: int
    same: Stamps = field(default_factory=dict)
    touched: Mapping[str, frozenset[str]] = field(default_factory=dict)
    compared: tuple[tuple[str, Mapping[str, Stamp], Sequence[str]], ...] = ()

    def doubtful(self, folder: str, stamps: Mapping[str, Stamp]) -> set[str]:
        """Those of these files in a folder that were not found to have this stamp, or may have
        another by now."""
        unlike = next(
            (names for where, of, names in self.compared if where == folder and of is stamps), None
        )
        if unlike is None:
            unlike = changed(stamps, self.same.get(folder, {}))
        return {*unlike, *(self.touched.get(folder, frozenset()) & stamps.keys())}

    def comparing(self, folder: str, stamps: Mapping[str, Stamp]) -> Look:
        """With that which takes long for whoever asks of this very mapping."""
        unlike = changed(stamps, self.same.get(folder, {}))
        return replace(self, compared=(*self.compared, (folder, stamps, unlike)))


@dataclass(frozen=True, slots=True)
class Build:
    """Of `output`, with these settings (`plain`), and the words it was asked for by; "" where they
    are not known. `told`: what else the next build wants to know."""

    output: Path
    settings: str
    words: str = ""
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recalled:
    """The last build, and what it said; None where files have changed since. `told`: as in `Build`.
    `same_beside_records`: nothing has changed of files that were named by whole paths."""

    look: Look
    settings: str | None = None
    words: str = ""
    outcome: Outcome | None = None
    same_beside_records: bool = False
    told: Mapping[str, str] = field(default_factory=dict)

    def with_settings(self, settings: str) -> Outcome | Look:
        """What was said, if these settings would make the same site now. If not, what was found."""
        if settings != self.settings:
            return Look(self.look.at)
        return self.outcome or self.look


def kept(output: Path) -> Path:
    """Where what the last build of this site said is kept."""
    return keeping.kept_for(output, "unchanged")


def stamp_of(entry: os.stat_result) -> Stamp:
    return entry.st_mtime_ns << TIME | (entry.st_ino & INODE) << 48 | entry.st_size


def settled(stamp: Stamp, now: int) -> Stamp:
    """A stamp to rely on: not that of a file that was changed a moment before `now`."""
    return stamp if stamp >> TIME < now - RACY_NS else UNSETTLED


def stamps(
    roots: Iterable[Path], now: int, *, without: frozenset[Path] = frozenset()
) -> Iterator[tuple[str, Stamp]]:
    """Of these folders and all that is in them, except for the folders `without`."""
    apart = set(map(str, without))
    todo = list(map(str, roots))
    for root in todo:
        yield root, settled(stamp_of(os.lstat(root)), now)
    while todo:
        for entry in os.scandir(todo.pop()):
            if entry.path in apart or entry.name == "__pycache__":
                continue
            yield entry.path, settled(stamp_of(os.lstat(entry.path)), now)
            if entry.is_dir(follow_symlinks=False):
                todo.append(entry.path)


def recall(
    file: Path, output: Path, *, always: bool = False, meanwhile: Callable[[], None] | None = None
) -> Recalled:
    """What is kept in `file` of the build of `output`, and which of its files have changed.

    `always`: those that have not are told where nothing has, too. `meanwhile`: as in `differing`.
    """
    now = time.time_ns()
    nothing = Recalled(Look(now))
    body = keeping.lookup(file)
    if body is None:
        return nothing
    try:
        told = marshal.loads(body)  # noqa: S302 - the user's own file, under its own sum
        known = told["by"], told["output"], told["python"]
        if known != (_itself(), place_of(output), sys.version):
            return nothing
        changed: set[str] = set()  # folders in which anything has
        for folder, stamps in told["stamps"]:
            to_do = None if changed else meanwhile  # once, though an edit may change a folder too
            for path in differing(list(stamps.items()), folder, to_do):
                del stamps[path]
                changed.add(folder)
        outcome = None if changed else Outcome(told["out"], told["err"])
        same: dict[str, dict[str, Stamp]] = {}
        for folder, stamps in told["stamps"] if changed or always else ():
            same.setdefault(folder, {}).update(stamps)
        look, by_whole = Look(now, same), "" not in changed
        return Recalled(look, told["settings"], told["words"], outcome, by_whole, told["told"])
    except (OSError, ValueError, EOFError, TypeError, KeyError):
        return nothing


def changed(
    now: Mapping[str, Any], before: Mapping[str, Any], differ: Callable[[Any, Any], bool] = ne
) -> list[str]:
    """The names of what was not there before, or is another thing now. For mappings too long to go
    through by a loop of our own."""
    return list(compress(now, map(differ, now.values(), map(before.get, now))))


def differing(
    known: Sequence[tuple[str, Stamp]],
    folder: str = "",
    meanwhile: Callable[[], None] | None = None,
) -> list[str]:
    """The paths of these files in a folder that are gone or have another stamp by now.

    Of many files, two processes ask the system at the same time. `meanwhile`: what this one does
    instead, where it is known early that something has changed. Raises OSError where there is no
    such folder.
    """
    if len(known) < WORTH_TWO or not may_fork():
        return _differing(known, folder)
    early = len(known) // EARLY if meanwhile else 0
    found = _differing(known[:early], folder)
    half = early if found else (early + len(known)) // 2
    here, there = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(here)
            with open(there, "wb") as line:  # noqa: PTH123 - it is no path
                marshal.dump(_differing(known[half:], folder), line)
        finally:
            os._exit(0)  # whatever happened: the answer is missing then
    os.close(there)
    with open(here, "rb") as line:  # noqa: PTH123 - the same
        try:
            if found and meanwhile:
                meanwhile()
            found.extend(_differing(known[early:half], folder))
            found.extend(marshal.load(line))  # noqa: S302 - our own child's
            return found
        except EOFError:  # it was killed
            return found + _differing(known[half:], folder)
        finally:
            os.waitpid(pid, 0)


def _differing(known: Iterable[tuple[str, Stamp]], folder: str) -> list[str]:
    found: list[str] = []
    with _asking(folder) as stat:
        for path, stamp in known:
            try:
                entry = stat(path)
            except OSError:
                found.append(path)
                continue
            if stamp_of(entry) != stamp:
                found.append(path)
    return found


@contextmanager
def _asking(folder: str) -> Iterator[Callable[[str], os.stat_result]]:
    """`os.lstat` for paths in a folder, which is found once and not for every path again."""
    if not folder or os.stat not in os.supports_dir_fd:
        yield lambda path: os.lstat(f"{folder}/{path}" if folder else path)
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield partial(os.stat, dir_fd=handle, follow_symlinks=False)
    finally:
        os.close(handle)


def remember(
    file: Path, build: Build, known: Iterable[tuple[str, Mapping[str, Stamp]]], outcome: Outcome
) -> None:
    """Keeps what a build said. `known`: the stamps of all it was made from, before it began, each
    with the folder that their paths start from; "" for whole paths."""
    told = {
        "by": _itself(),
        "output": place_of(build.output),
        "settings": build.settings,
        "words": build.words,
        "told": dict(build.told),
        "python": sys.version,
        "stamps": list(known),
        "out": outcome.out,
        "err": outcome.err,
    }
    keeping.keep(file, marshal.dumps(told, ONE_BY_ONE))


def _itself() -> Stamp:
    """Of this file: what another state of it has kept may have another form."""
    return stamp_of(os.stat(__file__))  # noqa: PTH116 - a `Path` for nothing else


def libraries() -> Path:
    """The folder that changes whenever a library is installed."""
    return Path(sysconfig.get_paths()["purelib"])


def plain(settings: Mapping[str, Any]) -> str:
    """All settings in one text: plain values as they are, of others the kind and the name."""
    return repr(sorted((key, _plain(settings[key])) for key in settings.keys() - SAME_SITE))


def _plain(value: object) -> object:
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    kind = type(value)
    name = getattr(value, "__qualname__", getattr(value, "__name__", ""))
    return f"{kind.__module__}.{kind.__qualname__} {name}"


def place_of(output: Path) -> tuple[int, int, int]:
    """What tells a built folder from another of its name; it changes with any file right in it.

    Raises OSError where there is none.
    """
    found = output.stat()
    return found.st_dev, found.st_ino, found.st_mtime_ns
