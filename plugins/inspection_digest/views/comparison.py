"""What a proposed change does to the record, in finished words."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

How = Literal["added", "changed", "withdrawn", "removed", "unreadable"]


class FactChange(Struct, frozen=True):
    """A fact of a record, before and after; "" where it was not given.

    `note` stands in the place of both where they are too long to be read side by side.
    """

    name: str
    before: str
    after: str
    note: str = ""


class QuoteChange(Struct, frozen=True):
    """A quotation: its words as proposed (of a removed one, as they were) and what proves them.

    `was` holds the words before, where they were others. `standing` is `holds`, `warns` or
    `fails`. `proof` is a sentence; of a quotation that does not hold it is the check's own message,
    with the nearest passage.
    """

    how: How
    name: str
    text: str
    was: str
    standing: str
    proof: str


class ContrastChange(Struct, frozen=True):
    """`relation` says in a word what was found does to what was said."""

    how: How
    name: str
    title: str
    was: str
    relation: str


class DigestChange(Struct, frozen=True):
    """One report's digest. `title` names who and when; `path` is its file."""

    how: How
    id: str
    title: str
    path: str
    grades: tuple[FactChange, ...] = ()
    facts: tuple[FactChange, ...] = ()
    contrasts: tuple[ContrastChange, ...] = ()
    quotes: tuple[QuoteChange, ...] = ()


class RecordChange(Struct, frozen=True):
    """A source, a provider or a framework: `kind` is one of the three words."""

    how: How
    kind: str
    id: str
    title: str
    facts: tuple[FactChange, ...] = ()


class FileGroup(Struct, frozen=True):
    """Published files of one sort by what happens to them: addresses, in order."""

    name: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


class Problem(Struct, frozen=True):
    """An error of the check: `place` is `path, line 12`."""

    place: str
    code: str
    message: str
    cure: str


class Comparison(Struct, frozen=True):
    """All of it. `left_out` names records whose pages are not counted until they are mended;
    `problems` are those of the proposed state, `problems_before` those of the state it is set
    against."""

    digests: tuple[DigestChange, ...]
    records: tuple[RecordChange, ...]
    files: tuple[FileGroup, ...]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]
    problems_before: tuple[Problem, ...]
