"""Pages of which nothing but the base is printed anew: composed and proved they were before.

Of each page is kept what its base is made of, and how to find its blocks in the published file.
When a base has changed, they are taken out of that file and printed into the new one. What is read
back out of the page must then be what was read back and proved when the blocks were printed.
"""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from inspection_digest.amending import OtherwiseError, Pieces
from inspection_digest.outputs.page import Templates
from inspection_digest.outputs.printed import PrintedPage
from inspection_digest.readback.extract import Said
from inspection_digest.shelf.facts import sum_of
from inspection_digest.shelf.store import Body, DamagedError, OutOfReachError, Store, body_of
from inspection_digest.shelf.watch import Cell
from inspection_digest.views.chrome import Chrome

SHORT = 1_000  # bytes: so long a block is kept as it is
FINDS = 200  # bytes of a longer one, by which it is found
AT_ONCE = 200  # bodies that are put into the store


class _Found(Struct, frozen=True):
    """A block in a published file: how it begins, how many bytes it has, and their SHA-256 sum."""

    start: bytes
    size: int
    sum: bytes

    @classmethod
    def of(cls, block: bytes) -> _Found:
        return cls(block[:FINDS], len(block), hashlib.sha256(block).digest())

    def within(self, page: bytes) -> bytes:
        """Raises OtherwiseError if it is not there."""
        at = page.find(self.start)
        while at >= 0:
            block = page[at : at + self.size]
            if hashlib.sha256(block).digest() == self.sum:
                return block
            at = page.find(self.start, at + 1)
        raise OtherwiseError


class Reprint(Struct, frozen=True):
    """What it takes to print the base of a published page anew, or its insets: the template, what
    it is printed of, the blocks, and the insets in those by the kind of each. `said`: the sum of
    what was read back out of the page."""

    base: str
    chrome: Chrome
    blocks: Mapping[str, bytes | _Found]
    said: bytes = b""
    insets: Mapping[str, bytes] = {}

    @classmethod
    def of(cls, page: PrintedPage) -> Reprint:
        """Of a page that is not yet read back."""
        there = frozenset(page.pieces[1::2])
        return cls(
            page.base,
            page.chrome,
            {
                name: _Found.of(block) if len(block) > SHORT and block in there else block
                for name, block in page.blocks.items()
            },
            insets=page.insets,
        )

    def that_says(self, said: Said) -> Reprint:
        """Of the page, of which this was read back."""
        return replace(self, said=_sum_of(said))

    def anew(
        self, page: bytes, templates: Templates, insets: Mapping[str, Any] = MappingProxyType({})
    ) -> PrintedPage:
        """The page with its base and these insets printed anew. `page`: the published file. Raises
        OtherwiseError if its blocks are not those that were written, or an inset is not found."""
        blocks = {
            name: block if isinstance(block, bytes) else block.within(page)
            for name, block in self.blocks.items()
        }
        printed = dict(self.insets)
        for kind in self.insets.keys() & insets.keys():
            printed[kind] = templates.inset(insets[kind], self.chrome)
            blocks = _with_another(blocks, self.insets[kind], printed[kind])
        return templates.around(self.base, self.chrome, blocks, printed)

    def refuse_other(self, said: Said) -> None:
        """Raises OtherwiseError if something else was read back out of the page than before."""
        if self.said != _sum_of(said):
            raise OtherwiseError


def _with_another(blocks: Mapping[str, bytes], old: bytes, new: bytes) -> dict[str, bytes]:
    """These blocks with another inset in the place of the old, which is in one place alone."""
    if not old or sum(block.count(old) for block in blocks.values()) != 1:
        raise OtherwiseError
    return {name: block.replace(old, new) for name, block in blocks.items()}


def _sum_of(said: Said) -> bytes:
    words = sum_of(word.encode() for found in said.quotations for word in found)
    return sum_of([words, *(name.encode() for name in sorted(said.withdrawn))])


class Kind(Struct, frozen=True):
    """The files of one kind (`Part.kinds`), and all that was looked at for them, but for that which
    was for their `insets`, by the kind of those."""

    paths: tuple[str, ...]
    seen: tuple[Cell, ...]
    insets: Mapping[str, tuple[Cell, ...]] = {}

    @property
    def all_seen(self) -> Iterator[Cell]:
        yield from self.seen
        for seen in self.insets.values():
            yield from seen


class Reprints(Struct, frozen=True):
    """What is kept of a part, to make some of it again: of its pages and long files, by path,
    and of its kinds, where it has several or there are insets."""

    of: Mapping[str, Reprint | Pieces]
    kinds: Mapping[str, Kind]

    def touched(self, kind: str, changed: Collection[Cell]) -> tuple[set[Cell], set[str]]:
        """What of this was looked at for that kind, and which of its insets are touched. `changed`:
        all that has changed for the part."""
        known = self.kinds.get(kind)
        if known is None:
            return set(changed), set()
        every = set(changed)
        insets = {name for name, seen in known.insets.items() if not every.isdisjoint(seen)}
        return every.intersection(known.seen), insets

    def of_kind(self, kind: str) -> dict[str, Reprint | Pieces]:
        """What is kept of its files of that kind."""
        known = self.kinds.get(kind)
        if known is None:
            return dict(self.of)
        return {path: self.of[path] for path in known.paths if path in self.of}


def body_of_reprints(reprints: Reprints) -> Body:
    """As they are kept: under a name that is the sum of them. Pages of one part are much alike, so
    pressed together they take a quarter of the room."""
    body = body_of(zlib.compress(body_of(reprints), level=1))
    return sum_of([body]), body


class KeptReprints:
    """Those of all parts of a built site, by their names. What cannot be kept is not: then a page
    is composed and proved again."""

    def __init__(self, file: Path) -> None:
        self._store = Store(file)
        self._new: list[Body] = []
        self._many = False

    def get(self, name: bytes) -> Reprints | None:
        """None where they are damaged, or not there."""
        with suppress(OSError, DamagedError):
            pressed = self._store.get(name)
            found = pickle.loads(zlib.decompress(pressed))  # noqa: S301 - by `body_of_reprints`
            return cast("Reprints", found)
        return None

    def keep(self, body: Body) -> None:
        """Sooner or later: all are kept by the time that `put` has been called."""
        self._new.append(body)
        if len(self._new) >= AT_ONCE:
            self._many = True
            self.put()

    def put(self) -> None:
        """Keeps what was given; where what was kept before is damaged, that alone."""
        with suppress(OSError, DamagedError):
            try:
                self._store.put(self._new)
            except OutOfReachError:
                raise
            except DamagedError:
                self._store.remove()
                self._store.put(self._new)
        self._new = []

    def forget(self, unneeded: Collection[bytes], needed: Iterable[bytes]) -> None:
        """Forgets what nobody will ask for: these, and after many were put, all but the `needed`
        ones, as a build that was refused or killed may have left as many."""
        with suppress(OSError, DamagedError):
            if self._many:
                self._store.keep_only(set(needed))
            else:
                self._store.drop(unneeded)

    def remove(self) -> None:
        self._new = []
        with suppress(OSError):
            self._store.remove()
