"""Long files of which nothing is made anew but what changed digests have in them.

Of each piece of such a file is kept how long it is, its sum and what was looked at for it. Where a
part of that has changed, those pieces are made again and read back, as if the whole file were. The
others are taken from the published file: they have to be what was proved when they were made.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import BinaryIO

from msgspec import Struct

from inspection_digest.outputs.long_file import LongFile
from inspection_digest.shelf.watch import Cell, Watch


class OtherwiseError(Exception):
    """What is published is not what it was, so it takes more than to make some of it anew."""


# How many bytes, their SHA-256 sum, and what was looked at: places in `Pieces.cells`, an array.
Piece = tuple[int, bytes, bytes]


class Pieces(Struct, frozen=True):
    """What is kept of a long file: its pieces in their order, and the bytes around them."""

    start: bytes
    between: bytes
    end: bytes
    of: Mapping[str, Piece]
    cells: tuple[Cell, ...]

    def touched(self, changed: Collection[Cell]) -> set[str]:
        """The names of those for which one of these was looked at."""
        untouched = {place for place, cell in enumerate(self.cells) if cell in changed}.isdisjoint
        return {name for name, piece in self.of.items() if not untouched(array("I", piece[2]))}

    def places(self) -> Iterator[tuple[str, int, int]]:
        """The name of each piece, and where it begins and ends."""
        at, before = len(self.start), 0
        for name, (size, *_) in self.of.items():
            if size:
                at += before
                before = len(self.between)
            yield name, at, at + size
            at += size

    def found_in(self, file: BinaryIO) -> Iterator[tuple[str, bytes]]:
        """Each piece, as it stands in a file. Raises OtherwiseError where one has another sum, or
        the bytes around them are others, when it comes to them."""
        at = 0
        around = self.start
        for name, start, end in self.places():
            if end > start:
                _expect(around, file.read(start - at))
                around = self.between
                at = end
            data = file.read(end - start)
            _expect(self.of[name][1], hashlib.sha256(data).digest())
            yield name, data
        _expect(self.end if around is self.between else self.start + self.end, file.read())


class Printing:
    """A long file while it is printed. Afterwards, `made` are the names of the pieces that were
    made, and `pieces` is what there is to keep of it.

    `before`: what is kept of the published file. Of that all is taken over but what has looked at
    something `changed`.
    """

    def __init__(
        self,
        file: LongFile,
        watch: Watch,
        before: Pieces | None = None,
        changed: Collection[Cell] = (),
    ) -> None:
        self._file, self._watch = file, watch
        self._taken: dict[str, tuple[int, Piece]] = {}  # those taken over, and where they begin
        self._cells: dict[Cell, int] = {}
        self._of: dict[str, Piece] = {}
        self.made: set[str] = set()
        if before:
            touched = before.touched(changed)
            places = {name: at for name, at, _ in before.places() if name not in touched}
            self._taken = {name: (at, before.of[name]) for name, at in places.items()}
            # These go on to name what was looked at by the same places.
            self._cells = {cell: place for place, cell in enumerate(before.cells)}

    @property
    def pieces(self) -> Pieces:
        file, of = self._file, self._of
        end = file.end if any(size for size, *_ in of.values()) else file.end_of_none
        start, between = file.start.encode(), file.between.encode()
        return Pieces(start, between, end.encode(), of, tuple(self._cells))

    def printed(self, published: BinaryIO | None = None) -> Iterator[bytes]:
        """The bytes of the file, to be asked for once. `published`: the file that some of it is
        taken from."""
        return self._file.around(self._found(published))

    def _found(self, published: BinaryIO | None) -> Iterator[bytes]:
        for name, make in self._file.pieces:
            taken = self._taken.get(name)
            if taken and published:
                at, self._of[name] = taken
                published.seek(at)
                yield published.read(taken[1][0])
            else:
                yield self._make(name, make)

    def _make(self, name: str, make: Callable[[], str]) -> bytes:
        with self._watch.looking() as seen:
            data = make().encode()
        places = array("I", (self._cells.setdefault(cell, len(self._cells)) for cell in seen))
        self._of[name] = len(data), hashlib.sha256(data).digest(), places.tobytes()
        self.made.add(name)
        return data


def _expect(known: bytes, found: bytes) -> None:
    if known != found:
        raise OtherwiseError
