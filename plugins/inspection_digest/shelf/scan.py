"""The files of a content folder by name alone, and by what the system says has changed of them.

Only the plain case is known here. Whatever is out of place makes the whole folder doubtful, and it
is then read in one piece, which has the words for it.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from inspection_digest.reading.files import FOLDERS
from inspection_digest.unchanged import Stamp, Stamps, differing, stamp_of

DIGEST = re.compile(r"digests/([^/]+)/([^/]+)\.yaml")
SOURCE = re.compile(r"sources/([^/]+)/(source\.yaml|text\.txt)")
FRAMEWORK = re.compile(r"frameworks/([^/]+)\.yaml")
PROVIDERS = "providers.yaml"


class Scan(Struct, frozen=True):
    """`files`: the stamp of each file that holds a record, by its path below the content folder;
    `folders`: of each folder. `is_plain` False: something is out of place."""

    files: Mapping[str, Stamp]
    folders: Mapping[str, Stamp]
    is_plain: bool

    def digests(self) -> Iterator[tuple[str, str, str]]:
        """(path, provider, when)."""
        for path in self.files:
            if path.startswith("digests/"):
                _, provider, name = path.split("/")
                yield path, provider, name.removesuffix(".yaml")

    def sources(self) -> dict[str, tuple[str, ...]]:
        """The files of each source."""
        found: dict[str, tuple[str, ...]] = {}
        for path in self.files:
            if path.startswith("sources/"):
                source = path.split("/")[1]
                found[source] = (*found.get(source, ()), path)
        return found

    def frameworks(self) -> Iterator[tuple[str, str]]:
        """(path, framework)."""
        for path in self.files:
            if path.startswith("frameworks/"):
                yield path, path.removeprefix("frameworks/").removesuffix(".yaml")


def scan(
    content: Path,
    before: Scan | None = None,
    same: Stamps = MappingProxyType({}),
) -> Scan:
    """What there is now. Raises OSError where a folder cannot be read.

    Folders that have not changed since `before` hold the same files, and are not read again. What
    has its stamp of then in `same` has been asked for and has not changed.
    """
    found = _Finding(str(content))
    if before is None:
        found.start()
    else:
        found.start_from(before, same.get(str(content), {}))
    return Scan(dict(sorted(found.files.items())), found.folders, is_plain=not found.doubts)


class _Finding:
    """What was found so far. `doubts`: whether anything is out of place."""

    def __init__(self, root: str) -> None:
        self._root = root
        self.files: dict[str, Stamp] = {}
        self.folders: dict[str, Stamp] = {}
        self.doubts = False

    def start(self) -> None:
        """From nothing."""
        self._look("")

    def start_from(self, before: Scan, same: Mapping[str, Stamp]) -> None:
        """From what there was: only folders that have changed are read."""
        known = [
            (path or ".", stamp)
            for stamps in (before.folders, before.files)
            for path, stamp in stamps.items()
            if same.get(path) != stamp
        ]
        touched = {"" if path == "." else path for path in differing(known, self._root)}
        self.folders = {path: item for path, item in before.folders.items() if path not in touched}
        changed = []
        for folder in touched & before.folders.keys():
            try:
                entry = os.lstat(f"{self._root}/{folder}")
            except (FileNotFoundError, NotADirectoryError):
                continue
            if stat.S_ISDIR(entry.st_mode):
                self.folders[folder] = stamp_of(entry)
                changed.append(folder)
            else:
                self.doubts = True
        self.files = dict(before.files)
        for path in before.files if touched else ():
            if path.rpartition("/")[0] in touched:  # it is looked for again, or gone
                del self.files[path]
            elif path in touched:
                self.files[path] = self._stamp(path)
        for folder in changed:
            self._look(folder)

    def _look(self, folder: str) -> None:
        """Reads a folder, and all in it that are not known yet."""
        self.folders[folder] = self._stamp(folder)  # before anybody adds to it
        if folder == "":
            self._look_at_content()
            return
        for item in os.scandir(f"{self._root}/{folder}"):
            path = f"{folder}/{item.name}"
            if item.name.startswith("."):
                continue
            if item.is_symlink():
                self.doubts = True
            elif item.is_dir():
                if path not in self.folders:
                    self._look(path)
            elif any(form.fullmatch(path) for form in (DIGEST, SOURCE, FRAMEWORK)):
                self.files[path] = stamp_of(os.lstat(item.path))
            else:
                self.doubts = True

    def _look_at_content(self) -> None:
        """The one file and the folders of records; what else there is belongs to others."""
        with suppress(FileNotFoundError):
            self.files[PROVIDERS] = self._stamp(PROVIDERS)
            self.doubts = self.doubts or Path(self._root, PROVIDERS).is_symlink()
        for folder in FOLDERS:
            path = Path(self._root, folder)
            if path.is_symlink() or (path.exists() and not path.is_dir()):
                self.doubts = True
            elif path.is_dir() and folder not in self.folders:
                self._look(folder)

    def _stamp(self, path: str) -> Stamp:
        return stamp_of(os.lstat(f"{self._root}/{path}" if path else self._root))
