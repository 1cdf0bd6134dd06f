"""What a correction, an objection or a reply is about: one thing of its digest, by name.

A bare name is enough (`no-track`, `"2.1"`, `overall`). Where two things have one name, its kind
stands before it: `quotes/no-track`, `contrasts/no-track`, `standards/...`, `facts/...`. A quote or
a contrast that a correction took away can still be named: what was said about it stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from inspection_digest.reading.records import DigestRecord

Kind = Literal["quotes", "replies", "contrasts", "standard", "fact"]
GROUPS: tuple[Literal["quotes", "replies", "contrasts"], ...] = ("quotes", "replies", "contrasts")
OTHERS = ("standards", "facts")
REMOVABLE: dict[str, Literal["quotes", "contrasts"]] = {"quote": "quotes", "contrast": "contrasts"}
FACTS = {
    "title": "the headline",
    "summary": "the summary",
    "framework": "the framework",
    "published": "the date of publication",
    "inspected": "the dates of the inspection",
    "round": "the round",
    "added": "the day it was put on the site",
    "overall": "the overall grade",
    "overall_reason": "the reason for the overall grade",
    "ratings": "the grades",
    "spread": "the number of each grade",
    "points": "the points",
    "recommendations": "what the report asks for",
    "sources": "the sources",
    "previous": "the report before this one",
}


class Subject(Struct, frozen=True):
    """`kind` is the group of the digest that holds it, or `standard` or `fact`.

    `here` is False for a quote or a contrast that a correction took away.
    """

    kind: Kind
    name: str
    here: bool = True

    @property
    def in_full(self) -> str:
        """The name with its kind before it, which means nothing else."""
        return f"{self.kind}/{self.name}" if self.kind in GROUPS else f"{self.kind}s/{self.name}"


def subjects(record: DigestRecord, standards: Iterable[str], name: str) -> tuple[Subject, ...]:
    """All that a name can mean in a digest: none, one, or (it is ambiguous) several."""
    kind, _, wanted = name.partition("/")
    if kind not in {*GROUPS, *OTHERS}:
        kind, wanted = "", name
    groups = [group for group in GROUPS if kind in {"", group}]
    found = [Subject(group, wanted) for group in groups if wanted in getattr(record, group)]
    gone = [Subject(group, wanted, here=False) for group, one in removed(record) if one == wanted]
    found += [item for item in gone if item.kind in groups and not _has(found, item)]
    if kind in {"", "standards"} and wanted in set(standards):
        found.append(Subject("standard", wanted))
    if kind in {"", "facts"} and wanted in FACTS:
        found.append(Subject("fact", wanted))
    return tuple(found)


def removed(record: DigestRecord) -> tuple[tuple[Literal["quotes", "contrasts"], str], ...]:
    """The (group, name) of each quote and contrast that a correction took away."""
    found = (
        (REMOVABLE[item.removed], item.about.rpartition("/")[2])
        for item in record.corrections
        if item.removed and item.about
    )
    return tuple(dict.fromkeys(found))


def _has(found: list[Subject], item: Subject) -> bool:
    return any((other.kind, other.name) == (item.kind, item.name) for other in found)
