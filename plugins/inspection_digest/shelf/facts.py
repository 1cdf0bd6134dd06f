"""What every list needs of a digest, and the sums by which it is known whether it has changed.

A digest comes in four layers, the smallest first. *Facts*: its identity, dates and grades.
*Listed*: its title, its answers, the names of what is said in it, and the verdicts. *Said*:
quotations, contrasts and replies, with their proofs. *Words*: the whole file. Most pages look at
the facts of many digests and at the words of few.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterable, Mapping
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from inspection_digest.evidence.proofs import Proof
from inspection_digest.evidence.quotations import QuoteKey, keys_of
from inspection_digest.reading.dates import PartialDate
from inspection_digest.reading.library import Digest
from inspection_digest.reading.records import DigestRecord, Period

# The fields of a record that are facts; those that are listed; those that are said. All others are
# in the words alone.
FACTS = (
    "framework",
    "published",
    "inspected",
    "round",
    "added",
    "overall",
    "ratings",
    "spread",
    "points",
    "sources",
    "cited",
    "uncertain",
    "withdrawn",
    "previous",
)
LISTED = ("title", "corrections", "contested")
KEPT = (*FACTS, *LISTED)  # with the facts
SAID = ("quotes", "contrasts", "replies")
SUM = 16  # bytes of a sum: the first of SHA-256

_PROOFS = TypeAdapter(list[Proof])


class Facts(NamedTuple):
    """A tuple of texts, as there may be a hundred thousand; what only pages need is `packed`.

    `day`: by which reports are in order; `added`: by which feeds are. `sources`: those it names,
    each once. `is_answered`: it has corrections or objections. `names`: of what is in each of SAID.
    `verdicts`: of quotes, then of replies; none of a withdrawn digest, whose quotations nobody
    publishes. `facts`, `listed`, `said`, `words`: the sums.
    """

    id: str
    provider: str
    path: str
    day: str
    added: str
    framework: str
    sources: tuple[str, ...]
    previous: str
    is_withdrawn: bool
    replaced_by: str
    is_answered: bool
    names: tuple[tuple[str, ...], ...]
    relations: tuple[str, ...]
    verdicts: tuple[str, ...]
    facts: bytes
    listed: bytes
    said: bytes
    words: bytes
    packed: bytes

    def values(self) -> dict[str, Any]:
        """Those of the fields in KEPT, by name."""
        found = dict(zip(KEPT, pickle.loads(self.packed), strict=True))  # noqa: S301 - by `_packed`
        found["published"] = _date(found["published"])
        found["added"] = _date(found["added"])
        found["inspected"] = _period(found["inspected"])
        return found

    def shared(self, alike: dict[Any, Any]) -> Facts:
        """The same, made of what is in `alike` where that is equal: each came from its own file.
        Ids are interned, as the ledger names what was looked at by them."""
        names = tuple(_each(group, alike) for group in self.names)
        return self._replace(
            id=intern(self.id),
            sources=tuple(map(intern, self.sources)),
            provider=alike.setdefault(self.provider, self.provider),
            day=alike.setdefault(self.day, self.day),
            added=alike.setdefault(self.added, self.added),
            framework=alike.setdefault(self.framework, self.framework),
            names=alike.setdefault(names, names),
            relations=_each(self.relations, alike),
            verdicts=_each(self.verdicts, alike),
        )

    @property
    def sort_key(self) -> tuple[str, str]:
        """As `Digest.sort_key`."""
        return (self.day, self.id)

    @property
    def last_added(self) -> tuple[str, str, str]:
        """As `Digest.last_added`, with the day in ISO 8601."""
        return (self.added, self.day, self.id)


def _each(words: tuple[str, ...], alike: dict[Any, Any]) -> tuple[str, ...]:
    """The tuple of `alike` that is equal, of words of `alike`."""
    shared = tuple(alike.setdefault(word, word) for word in words)
    found: tuple[str, ...] = alike.setdefault(shared, shared)
    return found


def facts_of(digest: Digest, proofs: Mapping[QuoteKey, Proof], file: str) -> Facts:
    """The facts of a digest that was read and proved.

    `file`: the sum of the file it was read from.
    """
    record = digest.record
    own = [proofs[key] for key in keys_of(digest) if key in proofs]
    names = tuple(tuple(getattr(record, group)) for group in SAID)
    verdicts = tuple(proof.verdict.value for proof in own)
    proved = _PROOFS.dump_json(own)
    grades = record.model_dump_json(include=set(FACTS)).encode()
    identity = repr((digest.id, digest.path)).encode()
    listed = record.model_dump_json(include=set(LISTED)).encode()
    added = digest.last_added[0].isoformat()
    named = repr((names, digest.relations, verdicts, added)).encode()
    said = record.model_dump_json(include=set(SAID)).encode()
    return Facts(
        id=digest.id,
        provider=digest.provider,
        path=digest.path,
        day=digest.sort_key[0],
        added=added,
        framework=record.framework,
        sources=tuple(dict.fromkeys(record.sources.values())),
        previous=record.previous or "",
        is_withdrawn=digest.is_withdrawn,
        replaced_by=(record.withdrawn.replaced_by if record.withdrawn else None) or "",
        is_answered=bool(record.corrections or record.contested),
        names=names,
        relations=digest.relations,
        verdicts=verdicts,
        facts=sum_of((grades, identity)),
        listed=sum_of((listed, named)),
        said=sum_of((said, proved)),
        words=sum_of((file.encode(), proved)),
        packed=_packed(record),
    )


# A date as it is packed, as numbers: it is in every list, and often the same.
Day = tuple[int, int | None, int | None]


def _packed(record: DigestRecord) -> bytes:
    found = {field: getattr(record, field) for field in KEPT}
    found["published"] = _day(record.published)
    found["added"] = _day(record.added)
    if record.inspected:
        found["inspected"] = (_day(record.inspected.from_), _day(record.inspected.to))
    return pickle.dumps(tuple(found.values()), protocol=5)


def _day(date: PartialDate | None) -> Day | None:
    return (date.year, date.month, date.day) if date else None


@lru_cache(maxsize=4096)
def _date(day: Day | None) -> PartialDate | None:
    return PartialDate(*day) if day else None


@lru_cache(maxsize=4096)
def _period(days: tuple[Day | None, Day | None] | None) -> Period | None:
    return Period.model_construct(from_=_date(days[0]), to=_date(days[1])) if days else None


def sum_of(parts: Iterable[bytes]) -> bytes:
    """One sum of several things: no two lists of things have the same."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()[:SUM]
