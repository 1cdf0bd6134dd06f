"""The files of a content folder by name alone, and by what the system says has changed of them.

Only the plain case is known here. Whatever is out of place makes the whole folder doubtful, and it
is then read in one piece, which has the words for it.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from inspection_digest.reading.files import FOLDERS, PROVIDERS, astray
from inspection_digest.unchanged import Look, Stamp, differing, stamp_of

DIGEST = re.compile(r"digests/([^/]+)/([^/]+)\.yaml")
SOURCE = re.compile(r"sources/([^/]+)/(source\.yaml|text\.txt)")
FRAMEWORK = re.compile(r"frameworks/([^/]+)\.yaml")


class Layout(Struct, frozen=True):
    """Which files there are, by what they are of.

    `digests`, `sources`: the paths of each, by id. `frameworks`: the id, by the path.
    """

    digests: Mapping[str, str]
    by_provider: Mapping[str, Sequence[str]]
    sources: Mapping[str, Sequence[str]]
    frameworks: Mapping[str, str]

    @classmethod
    def of(cls, paths: Iterable[str]) -> Layout:
        digests: dict[str, str] = {}
        by_provider: dict[str, list[str]] = {}
        sources: dict[str, list[str]] = {}
        frameworks: dict[str, str] = {}
        for path in paths:
            folder, _, rest = path.partition("/")
            first, _, last = rest.partition("/")
            if folder == "digests":
                id_ = f"{first}/{last.removesuffix('.yaml')}"
                digests[id_] = path
                by_provider.setdefault(first, []).append(id_)
            elif folder == "sources":
                sources.setdefault(first, []).append(path)
            elif folder == "frameworks":
                frameworks[path] = first.removesuffix(".yaml")
        return cls(digests, by_provider, sources, frameworks)

    @property
    def unread(self) -> Set[tuple[str, str]]:
        """All digests and sources, as `Library.unread` names them."""
        return _Named({"digest": self.digests, "source": self.sources})


class _Named(Set[tuple[str, str]]):
    """What there is of each kind, without a tuple in memory for each."""

    def __init__(self, of: Mapping[str, Collection[str]]) -> None:
        self._of = of

    def __contains__(self, item: object) -> bool:
        kind, name = item if isinstance(item, tuple) else ("", item)
        return name in self._of.get(kind, ())

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((kind, name) for kind, names in self._of.items() for name in names)

    def __len__(self) -> int:
        return sum(map(len, self._of.values()))


class Scan(Struct, frozen=True):
    """`files`: the stamp of each file that holds a record, by its path below the content folder;
    `folders`: of each folder. `is_plain` False: something is out of place. `new`: those of both
    that had no such stamp in the scan before. `same_names`: whether that one had the same files."""

    files: Mapping[str, Stamp]
    folders: Mapping[str, Stamp]
    is_plain: bool
    new: frozenset[str] = frozenset()
    same_names: bool = False


def scan(
    content: Path,
    before: Scan | None = None,
    look: Look | None = None,
) -> Scan:
    """What there is now. Raises OSError where a folder cannot be read.

    Folders that have not changed since `before` hold the same files, and are not read again. What
    was found to be as it was then, by `look`, is not asked for.
    """
    found = _Finding(str(content))
    if before is None:
        found.start()
    else:
        found.start_from(before, look or Look(0))
    files, known = found.files, before.files if before else {}
    new = {path for path in found.asked if known.get(path) != files[path]}
    same_names = before is not None and len(files) == len(known) and new <= known.keys()
    if not same_names:
        files = dict(sorted(files.items()))
    known = before.folders if before else {}
    new |= {path for path in found.read if known.get(path) != found.folders[path]}
    return Scan(files, found.folders, not found.doubts, frozenset(new), same_names)


class _Finding:
    """What was found so far. `asked`: the files whose stamp was asked for; `read`: the folders.
    `doubts`: whether anything is out of place."""

    def __init__(self, root: str) -> None:
        self._root = root
        self.files: dict[str, Stamp] = {}
        self.folders: dict[str, Stamp] = {}
        self.asked: set[str] = set()
        self.read: set[str] = set()
        self.doubts = False

    def start(self) -> None:
        """From nothing."""
        self._look("")

    def start_from(self, before: Scan, look: Look) -> None:
        """From what there was: only folders that have changed are read."""
        known = [
            (path or ".", stamps[path])
            for stamps in (before.folders, before.files)
            for path in look.doubtful(self._root, stamps)
        ]
        touched = {"" if path == "." else path for path in differing(known, self._root)}
        self.folders, self.files = dict(before.folders), dict(before.files)
        changed = []
        for folder in touched & before.folders.keys():
            try:
                entry = os.lstat(f"{self._root}/{folder}")
            except (FileNotFoundError, NotADirectoryError):
                del self.folders[folder]
                continue
            if stat.S_ISDIR(entry.st_mode):
                self.folders[folder] = stamp_of(entry)
                changed.append(folder)
            else:
                del self.folders[folder]
                self.doubts = True
        inside = set()  # of these folders: looked for again, or gone
        if not touched.isdisjoint(before.folders):
            inside = {path for path in before.files if path.rpartition("/")[0] in touched}
        for path in (touched & before.files.keys()) - inside:
            self._ask(path, f"{self._root}/{path}")
        for folder in changed:
            self._look(folder)
        for path in inside - self.asked:
            del self.files[path]

    def _look(self, folder: str) -> None:
        """Reads a folder, and all in it that are not known yet."""
        place = f"{self._root}/{folder}" if folder else self._root
        self.folders[folder] = stamp_of(os.lstat(place))  # before anybody adds to it
        self.read.add(folder)
        if folder == "":
            self._look_at_content()
            return
        for item in os.scandir(place):
            path = f"{folder}/{item.name}"
            if item.name.startswith("."):
                continue
            if item.is_symlink():
                self.doubts = True
            elif item.is_dir():
                if path not in self.folders:
                    self._look(path)
            elif any(form.fullmatch(path) for form in (DIGEST, SOURCE, FRAMEWORK)):
                self._ask(path, item.path)
            else:
                self.doubts = True

    def _look_at_content(self) -> None:
        """The one file and the folders of records; what else there is belongs to others."""
        self.doubts = self.doubts or any(astray(item.name) for item in Path(self._root).iterdir())
        with suppress(FileNotFoundError):
            self._ask(PROVIDERS, f"{self._root}/{PROVIDERS}")
            self.doubts = self.doubts or Path(self._root, PROVIDERS).is_symlink()
        for folder in FOLDERS:
            path = Path(self._root, folder)
            if path.is_symlink() or (path.exists() and not path.is_dir()):
                self.doubts = True
            elif path.is_dir() and folder not in self.folders:
                self._look(folder)

    def _ask(self, path: str, place: str) -> None:
        self.files[path] = stamp_of(os.lstat(place))
        self.asked.add(path)
