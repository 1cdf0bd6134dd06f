"""Which parts a change touches, by what the ledger says of the last build."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from inspection_digest.composing.edition import Edition
from inspection_digest.ledger import GUESTS, Entry, Ledger, Listed, Plan, SectionEntry
from inspection_digest.part import Part
from inspection_digest.parts import SECTIONS, parts_named
from inspection_digest.shelf.facts import sum_of
from inspection_digest.shelf.sums import Sums
from inspection_digest.shelf.watch import Cell


def plan(edition: Edition, sums: Sums, before: Ledger | None, guests: Mapping[str, bytes]) -> Plan:
    """What has to be made so that the site is as if all of it had been made now.

    `guests`: parts that others make, and the sum of what each is made from beside what it looks at.
    """
    changed = sums.differing(before.cells, before.sums) if before else {}
    planning = _Planning(edition, before, changed)
    planning.invite(guests)
    for name in SECTIONS:
        planning.list_parts_of(name)
    return planning.planned()


class _Planning:
    """All that was there stays, until something speaks against it."""

    def __init__(
        self, edition: Edition, before: Ledger | None, changed: Mapping[int, Cell]
    ) -> None:
        self._edition, self._changed = edition, changed
        self._known = before.sections if before else {}
        self._places = frozenset(changed)
        self._kept = dict(before.parts) if before else {}
        self._touched = before.touched(self._places) if before else set()
        self._left: dict[str, Entry] = {}
        self._make: list[Part] = []
        self._given: dict[str, bytes] = {}
        self._sections: dict[str, SectionEntry | Listed] = {}

    def invite(self, guests: Mapping[str, bytes]) -> None:
        """Those who make these parts are told later whether they stay."""
        self._note_list(GUESTS, ((), tuple(guests)))
        for name, sum_ in guests.items():
            found = self._kept.get(name)
            if found is None or found.given != sum_ or name in self._touched:
                self._is_made(name, sum_)

    def list_parts_of(self, section: str) -> None:
        """Which parts there are in a section, and which of them are to be made."""
        entry = self._known.get(section)
        if entry and self._places.isdisjoint(entry.places):
            self._sections[section] = entry
            touched = self._touched.intersection(entry.parts)
            for part in parts_named(section, self._edition, touched) if touched else ():
                self._take(part)
            return
        with self._edition.watch.looking() as seen:
            parts = tuple(SECTIONS[section](self._edition))
        self._note_list(section, (seen, tuple(part.name for part in parts)))
        for part in parts:
            self._take(part)

    def _note_list(self, section: str, found: Listed) -> None:
        before = self._known.get(section)
        for name in set(before.parts if before else ()).difference(found[1]):
            self._leave(name)
        self._sections[section] = found

    def _take(self, part: Part) -> None:
        given, entry = sum_of([repr(part.given).encode()]), self._kept.get(part.name)
        if entry and entry.given == given:
            if part.name not in self._touched:
                return
            changed = map(self._changed.__getitem__, self._places.intersection(entry.places))
            part = replace(part, reprints=entry.reprints, changed=frozenset(changed))
        self._is_made(part.name, given)
        self._make.append(part)

    def _is_made(self, name: str, given: bytes) -> None:
        self._leave(name)
        self._given[name] = given

    def _leave(self, name: str) -> None:
        if name in self._kept:
            self._left[name] = self._kept.pop(name)

    def planned(self) -> Plan:
        return Plan(
            tuple(self._make), self._given, self._kept, self._left, self._sections, self._changed
        )
