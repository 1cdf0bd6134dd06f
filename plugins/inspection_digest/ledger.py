"""What every file of the site was made from, and so which of them a change touches."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from inspection_digest.build import is_index
from inspection_digest.composing.edition import Edition
from inspection_digest.making import Made
from inspection_digest.parts import SECTIONS, Part
from inspection_digest.shelf.facts import sum_of
from inspection_digest.shelf.sums import Sums
from inspection_digest.shelf.watch import Cell


class AddressTakenError(Exception):
    """Two pages want one address; the text of the error is that address's file."""


class Entry(Struct, frozen=True):
    """A part as it was made: from what was given to it and what it looked at (places in
    `Ledger.cells`), which files."""

    given: bytes
    seen: array[int]
    paths: tuple[str, ...]


class SectionEntry(Struct, frozen=True):
    """The parts of a section, and what was looked at to know which they are."""

    seen: array[int]
    parts: tuple[str, ...]


class Ledger(Struct, frozen=True):
    """`sums`: of each of `cells` when it was looked at. `others`: files that belong to no part."""

    cells: tuple[Cell, ...]
    sums: tuple[bytes, ...]
    sections: Mapping[str, SectionEntry]
    parts: Mapping[str, Entry]
    others: tuple[str, ...]

    def paths(self) -> Iterator[str]:
        """Every file of the site."""
        for entry in self.parts.values():
            yield from entry.paths
        yield from self.others


class Plan(Struct, frozen=True):
    """`make`: parts to be made. `given`: the sum of what is given to each of those that are known.
    `kept`: the entries of those that stay; where nothing but templates has changed, the pages that
    are printed from them are in `make` as well. `sections`: what was seen, and the parts, of each.
    `changed`: the places of the cells of the last ledger that are not what they were."""

    make: tuple[Part, ...]
    given: Mapping[str, bytes]
    kept: Mapping[str, Entry]
    sections: Mapping[str, tuple[Collection[Cell], tuple[str, ...]]]
    changed: Collection[int]


def plan(edition: Edition, sums: Sums, before: Ledger | None, guests: Mapping[str, bytes]) -> Plan:
    """What has to be made so that the site is as if all of it had been made now.

    `guests`: parts that others make, and the sum of what each is made from beside what it looks at.
    """
    changed = sums.differing(before.cells, before.sums) if before else set()
    make: list[Part] = []
    given = dict(guests)
    kept: dict[str, Entry] = {}
    for name, sum_ in guests.items():
        found = before.parts.get(name) if before else None
        if found and found.given == sum_ and changed.isdisjoint(found.seen):
            kept[name] = found
    sections: dict[str, tuple[Collection[Cell], tuple[str, ...]]] = {}
    for name, section in SECTIONS.items():
        entry = before.sections.get(name) if before else None
        same: Mapping[str, Entry] = {}  # of parts that are given what they were
        if before and entry and changed.isdisjoint(entry.seen):
            known = ((part, before.parts[part]) for part in entry.parts)
            same = {part: item for part, item in known if changed.isdisjoint(item.seen)}
            if len(same) == len(entry.parts):
                kept |= same
                sections[name] = [before.cells[place] for place in entry.seen], entry.parts
                continue
        with edition.watch.looking() as seen:
            parts = tuple(section(edition))
        sections[name] = seen, tuple(part.name for part in parts)
        for part in parts:
            if part.name in same:
                kept[part.name] = same[part.name]
                continue
            given[part.name] = sum_of([repr(part.given).encode()])
            item = before.parts.get(part.name) if before else None
            if not before or not item or item.given != given[part.name]:
                make.append(part)
                continue
            new = {before.cells[place] for place in changed.intersection(item.seen)}
            if any(kind != "template" for kind, _ in new):
                make.append(part)
                continue
            kept[part.name] = item
            if new:
                make.append(part.printed_from({name for _, name in new}))
    return Plan(tuple(make), given, kept, sections, changed)


class Writing:
    """The ledger while the plan is carried out. Each part is taken down when it is made, so that
    what it looked at is kept as a few numbers."""

    def __init__(self, planned: Plan, before: Ledger | None) -> None:
        self._planned, self._before = planned, before
        self._parts = dict(planned.kept)
        self._places: dict[Cell, int] = {}
        if before and planned.kept:  # what is kept goes on to name its cells by the same places
            self._places = {cell: place for place, cell in enumerate(before.cells)}

    def take(self, made: Made) -> None:
        """The entry of a part of which only some pages were made stays: its files are the same."""
        if made.part in self._planned.kept:
            return
        given = self._planned.given[made.part]
        self._parts[made.part] = Entry(given, self._places_of(made.seen), made.paths)

    def finished(self, others: Collection[str], sums: Sums) -> Ledger:
        """Asked once, after the last part. Raises AddressTakenError."""
        planned, before = self._planned, self._before
        sections = {
            name: SectionEntry(self._places_of(sorted(cells)), names)
            for name, (cells, names) in planned.sections.items()
        }
        cells = tuple(self._places)
        self._places.clear()
        noted = list(before.sums) if before and planned.kept else []
        for place in planned.changed if noted else ():
            noted[place] = sums[cells[place]]
        noted.extend(map(sums.__getitem__, cells[len(noted) :]))
        ledger = Ledger(cells, tuple(noted), sections, self._parts, tuple(sorted(others)))
        _refuse_doubles(before, ledger)
        return ledger

    def _places_of(self, cells: Iterable[Cell]) -> array[int]:
        places = self._places
        found = array("I")
        for cell in cells:
            place = places.get(cell)
            if place is None:  # each cell has come from its own process; most names are in several
                kind, name = cell
                place = places[sys.intern(kind), sys.intern(name)] = len(places)
            found.append(place)
        return found


def _refuse_doubles(before: Ledger | None, now: Ledger) -> None:
    """Where all that is new has an address that was free, or became so, none is taken twice."""
    old, new = _apart(before, now) if before else ([], list(now.paths()))
    if len(set(new)) < len(new) or (before and not set(old).issuperset(new)):
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


def gone(before: Ledger, now: Ledger) -> set[str]:
    """The files that are there no longer. Those of entries that have stayed need no look."""
    old, new = _apart(before, now)
    return set(old).difference(new)


def same_pages(before: Ledger, now: Ledger) -> bool:
    """Whether both have the same files, but for the index of them all."""
    old, new = _apart(before, now)
    return {path for path in old if not is_index(path)} == {
        path for path in new if not is_index(path)
    }


def _apart(before: Ledger, now: Ledger) -> tuple[list[str], list[str]]:
    """The files of either, without those of parts that were kept."""
    old, new = list(before.others), list(now.others)
    for mine, others, found in ((before, now, old), (now, before, new)):
        for name, entry in mine.parts.items():
            if others.parts.get(name) is not entry:
                found.extend(entry.paths)
    return old, new
