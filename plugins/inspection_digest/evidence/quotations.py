"""Every quotation of every digest against the texts held: the step between records and proofs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from inspection_digest.documents.text import PAGE_BREAK, SourceText, parse_text
from inspection_digest.evidence.kept import Kept, proof_key, text_key
from inspection_digest.evidence.prepared import prepare
from inspection_digest.evidence.proofs import Claim, Proof, Verdict
from inspection_digest.evidence.prove import prove
from inspection_digest.reading.library import Digest, Library, Source
from inspection_digest.reading.records import QUOTED, QuoteRecord


class QuoteKey(NamedTuple):
    """A quotation's identity: its digest, `quotes` or `replies`, and its name there."""

    digest: str
    group: str
    name: str


@dataclass(frozen=True)
class Evidence:
    """The texts held, by source id, and the proof of each quotation.

    `kept`: the same proofs by all that they depend on, for another run to find again.
    """

    texts: Mapping[str, SourceText]
    proofs: Mapping[QuoteKey, Proof]
    kept: Kept = field(default_factory=dict, repr=False)

    @property
    def verdicts(self) -> Counter[Verdict]:
        """How often each verdict was given."""
        return Counter(proof.verdict for proof in self.proofs.values())


def prove_all(library: Library, known: Kept | None = None) -> Evidence:
    """Proofs for the whole library.

    A text is folded once, and only if a proof that needs it is not `known` from an earlier run.
    """
    known = known or {}
    held = {source.id: source for source in library.sources.values() if source.text is not None}
    texts = {id_: source_text(source, source.text or "") for id_, source in held.items()}
    prepared = {id_: prepare(text) for id_, text in texts.items()}
    names = {id_: _text_key(source) for id_, source in held.items()}
    proofs: dict[QuoteKey, Proof] = {}
    kept: dict[str, Proof] = {}
    for digest in library.digests.values():
        own = {id_: prepared[id_] for id_ in digest.record.sources.values() if id_ in prepared}
        seen = [names[id_] for id_ in own]
        for key, claim in claims_of(digest):
            name = proof_key(claim, seen)
            proofs[key] = kept[name] = known.get(name) or prove(claim, own)
    return Evidence(MappingProxyType(texts), MappingProxyType(proofs), MappingProxyType(kept))


def keys_of(digest: Digest) -> Iterator[QuoteKey]:
    """The keys of a digest's quotations, replies among them, in the order they were typed."""
    for group in QUOTED:
        for name in getattr(digest.record, group):
            yield QuoteKey(digest.id, group, name)


def quotes_of(digest: Digest) -> Iterator[tuple[QuoteKey, QuoteRecord]]:
    """The same with the quotations themselves."""
    for group in QUOTED:
        for name, quote in getattr(digest.record, group).items():
            yield QuoteKey(digest.id, group, name), quote


def quote_of(digest: Digest, key: QuoteKey) -> QuoteRecord:
    found: QuoteRecord = getattr(digest.record, key.group)[key.name]
    return found


def source_text(source: Source, text: str) -> SourceText:
    """A committed text with what its record says about it."""
    paged = source.record.pages is not None or PAGE_BREAK in text  # as `Source.is_paged`
    return parse_text(
        text,
        paged=paged,
        extracts=source.record.held == "extracts",
        damaged=frozenset(source.record.damaged),
    )


def claims_of(digest: Digest) -> Iterator[tuple[QuoteKey, Claim]]:
    """What each quotation of a digest claims, in the order they were typed."""
    sources = digest.record.sources
    for key, quote in quotes_of(digest):
        source = sources.get(quote.source, quote.source)
        yield key, Claim(quote.text, source, quote.page, quote.prefix)


def _text_key(source: Source) -> str:
    record = source.record
    return text_key(
        source.id,
        source.text_sha256,
        pages=record.pages,
        held=record.held,
        damaged=record.damaged,
    )
