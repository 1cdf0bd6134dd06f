"""Digests and sources as pages see them, taken down from the shelf when they are looked at.

They answer as those that were just read do. Only what pages ask for is kept: of positions the line
of a few keys, of a source's text its file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from inspection_digest.diagnostics import Position
from inspection_digest.evidence.proofs import Proof
from inspection_digest.evidence.quotations import QuoteKey, keys_of
from inspection_digest.reading.library import Digest, Source
from inspection_digest.reading.source_records import SourceRecord
from inspection_digest.reading.yaml_document import Document
from inspection_digest.shelf.facts import FACTS, KEPT, LISTED, SAID, Facts

ANSWERS = ("corrections", "contested")

Line = Mapping[tuple[str, ...], int]
Note = Callable[[str, str], None]


class Rest(Struct, frozen=True):
    """What is stored of a digest beside its facts. `lines`: where the keys stand that pages name,
    from 1. `proofs`: by group and name."""

    fields: Mapping[str, Any]
    lines: Line
    proofs: Mapping[tuple[str, str], Proof]


class Held(Struct, frozen=True):
    """What is stored of a source beside its text."""

    record: SourceRecord
    path: str
    has_text: bool
    is_paged: bool
    text_sha256: str


def rest_of(digest: Digest, proofs: Mapping[QuoteKey, Proof]) -> Rest:
    """What there is to store of a digest that was read and proved."""
    record, document = digest.record, digest.document
    fields = {name: getattr(record, name) for name in type(record).model_fields}
    places: list[tuple[str, ...]] = [("quotes",), ("withdrawn",), ("corrections",)]
    places += [(group, name) for group in SAID for name in getattr(record, group)]
    return Rest(
        {name: value for name, value in fields.items() if name not in KEPT},
        {place: document.key(*place).line for place in places},
        {(key.group, key.name): proofs[key] for key in keys_of(digest) if key in proofs},
    )


class KeptDigest(Digest):
    """A digest of which nothing is at hand but its facts, as they are kept: so there may be many.

    `whole`: its record, as long as that is at hand.
    """

    def __init__(self, facts: Facts, whole: Callable[[Facts], KeptRecord]) -> None:
        self.__dict__.update(
            provider=facts.provider,
            when=facts.id.partition("/")[2],
            _facts=facts,
            _whole=whole,
        )

    @property
    def record(self) -> KeptRecord:  # type: ignore[override]
        return self._whole(self._facts)

    @property
    def document(self) -> KeptDocument:  # type: ignore[override]
        return KeptDocument(*self.record.rest)

    @property
    def id(self) -> str:
        return self._facts.id

    @property
    def path(self) -> str:
        return self._facts.path

    @property
    def is_withdrawn(self) -> bool:
        return self._facts.is_withdrawn

    @property
    def sort_key(self) -> tuple[str, str]:
        return self._facts.sort_key

    @property
    def relations(self) -> tuple[str, ...]:
        self.record.note_listed()
        return self._facts.relations

    _facts: Facts
    _whole: Callable[[Facts], KeptRecord]


class KeptRecord:
    """A DigestRecord: facts and what is listed at hand, the rest fetched. Each look at anything but
    facts is noted."""

    def __init__(self, facts: Facts, fetch: Callable[[], Rest], note: Note) -> None:
        self.rest = (facts, fetch, note)

    def note_listed(self) -> None:
        facts, _, note = self.rest
        note("listed", facts.id)

    def _open(self) -> None:
        if "_listed" not in self.__dict__:  # they come all together
            found = self.rest[0].values()
            self.__dict__["_listed"] = {name: found.pop(name) for name in LISTED}
            self.__dict__.update(found)

    def model_copy(self, *, update: Mapping[str, Any]) -> KeptRecord:
        """As that of a DigestRecord."""
        self._open()
        other = KeptRecord(*self.rest)
        other.__dict__.update(self.__dict__ | dict(update))
        return other

    def __getattr__(self, name: str) -> Any:
        """What nobody asked for yet: a fact; what is said; or whatever else, from the words."""
        if name.startswith("_"):
            raise AttributeError(name)
        facts, fetch, note = self.rest
        if name in LISTED:
            self.note_listed()
            if name in ANSWERS and not facts.is_answered:
                return ()
            self._open()
            return self._listed[name]
        if name == "withdrawn" and not facts.is_withdrawn:
            return None
        if name == "framework":
            return facts.framework
        if name in SAID:
            names = facts.names[SAID.index(name)]
            said = self.__dict__[name] = _Said(name, names, facts.id, fetch, note)
            return said
        if name in FACTS:
            self._open()
            return self.__dict__[name]
        note("words", facts.id)
        return fetch().fields[name]


class _Said(Mapping[str, Any]):
    """Quotes, contrasts or replies: their names are listed, what they say is not."""

    def __init__(
        self,
        group: str,
        names: tuple[str, ...],
        digest: str,
        fetch: Callable[[], Rest],
        note: Note,
    ) -> None:
        self._group, self._names, self._digest = group, names, digest
        self._fetch, self._note = fetch, note

    def __getitem__(self, name: str) -> Any:
        self._note("said", self._digest)
        return self._fetch().fields[self._group][name]

    def __contains__(self, name: object) -> bool:
        return name in self._listed()

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed())

    def __len__(self) -> int:
        return len(self._listed())

    def _listed(self) -> tuple[str, ...]:
        self._note("listed", self._digest)
        return self._names


class KeptDocument:
    """A Document of which only the lines of some keys are known."""

    def __init__(self, facts: Facts, fetch: Callable[[], Rest], note: Note) -> None:
        self.path, self._digest, self._fetch, self._note = facts.path, facts.id, fetch, note

    def key(self, *loc: str) -> Position:
        self._note("words", self._digest)
        return Position(self.path, self._fetch().lines[loc])


class KeptSource(Source):
    """A source whose text is read from its file when somebody asks for it."""

    def __init__(self, id_: str, held: Held, read: Callable[[], str]) -> None:
        for name, value in (
            ("id", id_),
            ("record", held.record),
            ("document", Document(held.path, {}, "", ())),
            ("text_sha256", held.text_sha256),
            ("_read", read if held.has_text else None),
            ("_is_paged", held.is_paged),
        ):
            object.__setattr__(self, name, value)

    @property
    def text(self) -> str | None:
        return None if self._read is None else self._read()

    @property
    def is_held(self) -> bool:
        return self._read is not None

    @property
    def is_paged(self) -> bool:
        return self._is_paged

    _read: Callable[[], str] | None
    _is_paged: bool
