"""What every file of the site was made from, and so which of them a change touches."""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from inspection_digest.build import is_index
from inspection_digest.making import Made
from inspection_digest.part import Part
from inspection_digest.shelf.packed_sums import PackedSums
from inspection_digest.shelf.sums import Sums
from inspection_digest.shelf.watch import Cell

GUESTS = "guests"  # the section of parts that others make
APART = "\0"  # what is in no path
PLACE: Final = "I"  # how `array` holds the place of a cell
FEW = 20  # places: so many are looked for one by one

Listed = tuple[Collection[Cell], tuple[str, ...]]  # what was looked at, and the parts it led to


class AddressTakenError(Exception):
    """Two pages want one address; the text of the error is that address's file."""


class _Looked(Struct, frozen=True):
    """`seen`: the bytes of an array of what was looked at, as places in `Ledger.cells`."""

    seen: bytes

    @property
    def places(self) -> memoryview[int]:
        return memoryview(self.seen).cast(PLACE)


class Entry(_Looked, frozen=True):
    """A part as it was made: from what was given to it and what it looked at, which files (as
    `joined` has them). `reprints`: the name of what is kept to make some of it again."""

    given: bytes
    joined: str
    reprints: bytes = b""

    @property
    def paths(self) -> tuple[str, ...]:
        start, *ends = self.joined.split(APART)
        return tuple(f"{start}{end}" for end in ends)


def joined(paths: Sequence[str]) -> str:
    """Paths as one text, as there may be a million: how all begin, then the rest of each."""
    start = os.path.commonprefix(paths)  # noqa: RUF071 - as long as it can be
    return APART.join([start, *(path[len(start) :] for path in paths)])


class SectionEntry(_Looked, frozen=True):
    """The parts of a section, and what was looked at to know which they are."""

    parts: tuple[str, ...]


class Tally(Struct, frozen=True):
    """How many files are pages, and how many feeds."""

    pages: int = 0
    feeds: int = 0

    @classmethod
    def of(cls, paths: Collection[str]) -> Tally:
        """Of these files."""
        pages = sum(path.endswith(".html") for path in paths)
        return cls(pages, sum(path.startswith("feeds/") for path in paths))

    def amended(self, apart: Apart) -> Tally:
        """With the new files and without the old."""
        old, new = Tally.of(apart.old), Tally.of(apart.new)
        return Tally(self.pages - old.pages + new.pages, self.feeds - old.feeds + new.feeds)


class Ledger(Struct, frozen=True):
    """`cells`: the place of each. `sums`: at that place, its sum when it was looked at. `others`:
    files that belong to no part. `tally`: of all files."""

    cells: Mapping[Cell, int]
    sums: PackedSums
    sections: Mapping[str, SectionEntry]
    parts: Mapping[str, Entry]
    others: tuple[str, ...]
    tally: Tally

    @property
    def guests(self) -> Mapping[str, bytes]:
        """The parts that others make, and what was given to each; b"" where it was not made."""
        entry = self.sections.get(GUESTS)
        made = {name: self.parts.get(name) for name in (entry.parts if entry else ())}
        return {name: part.given if part else b"" for name, part in made.items()}

    def touched(self, places: Collection[int]) -> set[str]:
        """The parts that looked at any of these."""
        entries, untouched = self.parts.items(), frozenset(places).isdisjoint
        if len(places) > FEW:
            return {name for name, entry in entries if not untouched(entry.places)}
        found: set[str] = set()
        for place in places:
            packed = array(PLACE, (place,)).tobytes()  # it may also be found across two others
            found.update(name for name, entry in entries if packed in entry.seen)
        return {name for name in found if not untouched(self.parts[name].places)}

    def paths(self) -> Iterator[str]:
        """Every file of the site."""
        for entry in self.parts.values():
            yield from entry.paths
        yield from self.others


class Apart(Struct, frozen=True):
    """The files of the last ledger and of a new one, but for those of parts that have stayed."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    def gone(self, more: Iterable[str]) -> set[str]:
        """Those that are there no longer. `more`: new ones beside."""
        return set(self.old).difference(self.new, more)

    @property
    def is_same(self) -> bool:
        """Whether both are the same, but for the index of all pages."""
        old, new = ({path for path in some if not is_index(path)} for some in (self.old, self.new))
        return old == new


class Plan(Struct, frozen=True):
    """`make`: parts to be made. `given`: the sum of what is given to each. `kept`: the entries of
    those that stay. `left`: the entries of those that are made again, or are gone. `sections`: of
    each its entry, or what it was found to be. `changed`: the cells of the last ledger that are not
    what they were, by their places."""

    make: tuple[Part, ...]
    given: Mapping[str, bytes]
    kept: Mapping[str, Entry]
    left: Mapping[str, Entry]
    sections: Mapping[str, SectionEntry | Listed]
    changed: Mapping[int, Cell]

    @property
    def goes_on(self) -> bool:
        """Whether anything of the last ledger stays, and with it the places of its cells."""
        sections = any(isinstance(it, SectionEntry) for it in self.sections.values())
        return bool(self.kept) or sections or any(part.reprints for part in self.make)


class Writing:
    """The ledger while the plan is carried out. Each part is taken down when it is made, so that
    what it looked at is kept as a few numbers."""

    def __init__(self, planned: Plan, before: Ledger | None) -> None:
        # Those who make the parts have them.
        self._planned = replace(planned, make=(), sections={})
        self._before = before if planned.goes_on else None
        # What is made again keeps its place: so does all that comes after it.
        self._parts = {**before.parts} if before else {}
        self._left = dict(planned.left)  # without those that were made again
        self._old = [path for entry in planned.left.values() for path in entry.paths]
        self._old += before.others if before else ()
        self._new: list[str] = []
        self.unneeded: list[bytes] = []  # names of reprints that no part has any longer
        # What is kept goes on to name its cells by the same places.
        self._places = dict(self._before.cells) if self._before else {}
        self._sections = {
            name: found if isinstance(found, SectionEntry) else self._entry(*found)
            for name, found in planned.sections.items()
        }

    def take(self, made: Made) -> None:
        old, seen = self._left.pop(made.part, None), self._places_of(made.seen)
        if old and made.stays:
            more = array(PLACE, sorted(set(seen).difference(old.places)))
            entry = replace(old, seen=old.seen + more.tobytes(), reprints=made.reprints)
            self._new += entry.paths
        else:
            given = self._planned.given[made.part]
            entry = Entry(seen.tobytes(), given, joined(made.paths), made.reprints)
            self._new += made.paths
        self._parts[made.part] = entry
        if old and old.reprints != entry.reprints:
            self.unneeded.append(old.reprints)

    def finished(self, others: Collection[str], sums: Sums) -> tuple[Ledger, Apart]:
        """Asked once, after the last part. Raises AddressTakenError."""
        for name, entry in self._left.items():
            del self._parts[name]
            self.unneeded.append(entry.reprints)
        cells, before = self._places, self._before
        noted = before.sums if before else PackedSums()
        changed = self._planned.changed.items() if before else ()
        noted = noted.with_others(
            ((place, sums[cell]) for place, cell in changed),
            map(sums.__getitem__, islice(cells, len(noted), None)),
        )
        apart = Apart(tuple(self._old), (*self._new, *others))
        tally = before.tally.amended(apart) if before else Tally.of(apart.new)
        listed = tuple(sorted(others))
        ledger = Ledger(cells, noted, self._sections, self._parts, listed, tally)
        _refuse_doubles(apart, ledger, alone=not self._planned.kept)
        return ledger, apart

    def _entry(self, cells: Iterable[Cell], parts: tuple[str, ...]) -> SectionEntry:
        return SectionEntry(self._places_of(sorted(cells)).tobytes(), parts)

    def _places_of(self, cells: Iterable[Cell]) -> array[int]:
        places = self._places
        found = array(PLACE)
        for cell in cells:
            place = places.get(cell)
            if place is None:  # each cell has come from its own process; most names are in several
                kind, name = cell
                place = places[sys.intern(kind), sys.intern(name)] = len(places)
            found.append(place)
        return found


def _refuse_doubles(apart: Apart, now: Ledger, *, alone: bool) -> None:
    """Where each new file has an address of its own that has become free, none is taken twice.
    Where they are `alone`, as nothing was kept, it is enough that each has its own."""
    new = set(apart.new)
    if len(new) < len(apart.new) or not (alone or new.issubset(apart.old)):
        double = _double(now)
        if double is not None:
            raise AddressTakenError(double)


def _double(ledger: Ledger) -> str | None:
    taken = set(ledger.others)
    for entry in ledger.parts.values():
        for path in entry.paths:
            if path in taken:
                return path
            taken.add(path)
    return None
