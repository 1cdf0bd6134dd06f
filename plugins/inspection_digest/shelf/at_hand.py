"""What pages look at, taken down from the shelf: as much of it is at hand as they need together."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct

from inspection_digest.reading.library import Digest, Source
from inspection_digest.shelf.facts import Facts
from inspection_digest.shelf.index import Index
from inspection_digest.shelf.records import Held, KeptDigest, KeptRecord, KeptSource, Rest
from inspection_digest.shelf.watch import Watch

Item = TypeVar("Item")
MOST_AT_HAND = 64  # digests, and sources: those of some providers, whose pages are made together
MOST_RECORDS = 2_048  # digests of which no more is at hand than facts: a kilobyte each


class Fetch(Struct, frozen=True):
    """Where what is not in the index comes from: the rest of a digest, a source, its text."""

    rest: Callable[[Facts], Rest]
    held: Callable[[str], Held]
    text: Callable[[str], str]


class Shelf:
    """The index, the way to what is not in it, and who looks."""

    def __init__(self, index: Index, fetch: Fetch, watch: Watch) -> None:
        self.index, self.watch = index, watch
        self._fetch = fetch
        self._records: OrderedDict[str, KeptRecord] = OrderedDict()
        self._rests: OrderedDict[str, Rest] = OrderedDict()
        self._sources: OrderedDict[str, KeptSource] = OrderedDict()
        self._texts: OrderedDict[str, str] = OrderedDict()

    def put_back(self) -> None:
        """Nothing is at hand: whoever looks from now on looks at other things."""
        for kept in (self._records, self._rests, self._sources, self._texts):
            kept.clear()

    def digest(self, facts: Facts) -> Digest:
        """Made whenever it is asked for: what it is of is at hand, or not."""
        return KeptDigest(facts, self._record)

    def _record(self, facts: Facts) -> KeptRecord:
        found = self._records.get(facts.id)
        return found or at_hand(
            self._records,
            facts.id,
            lambda: KeptRecord(facts, lambda: self.rest(facts), self.watch.note),
            MOST_RECORDS,
        )

    def rest(self, facts: Facts) -> Rest:
        found = self._rests.get(facts.id)  # nearly always
        return found or at_hand(self._rests, facts.id, lambda: self._fetch.rest(facts))

    def source(self, id_: str) -> Source:
        """KeyError where there is none."""
        if id_ not in self.index.sources:
            raise KeyError(id_)
        return self._sources.get(id_) or at_hand(
            self._sources,
            id_,
            lambda: KeptSource(id_, self._fetch.held(id_), lambda: self._text(id_)),
        )

    def _text(self, id_: str) -> str:
        return at_hand(self._texts, id_, lambda: self._fetch.text(id_))


def at_hand(
    kept: OrderedDict[str, Item], key: str, fetch: Callable[[], Item], most: int | None = None
) -> Item:
    """What was fetched before, or is now; the one fetched first is forgotten where many are."""
    if key not in kept:
        if len(kept) >= (most or MOST_AT_HAND):
            kept.popitem(last=False)
        kept[key] = fetch()
    return kept[key]
