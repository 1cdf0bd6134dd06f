"""Every quotation of every digest against the texts held: the step between records and proofs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from inspection_digest.documents.text import PAGE_BREAK, SourceText, parse_text
from inspection_digest.evidence.prepared import PreparedSource, prepare
from inspection_digest.evidence.proofs import Claim, Proof
from inspection_digest.evidence.prove import prove
from inspection_digest.reading.library import Digest, Library, Source
from inspection_digest.reading.records import QuoteRecord


@dataclass(frozen=True, slots=True, order=True)
class QuoteKey:
    """A quotation's identity: its digest, `quotes` or `replies`, and its name there."""

    digest: str
    group: str
    name: str


@dataclass(frozen=True)
class Evidence:
    """The texts held, by source id, and the proof of each quotation."""

    texts: Mapping[str, SourceText]
    proofs: Mapping[QuoteKey, Proof]


def prove_all(library: Library) -> Evidence:
    """Proofs for the whole library. Every source's text is folded once."""
    texts = {
        source.id: source_text(source, source.text)
        for source in library.sources.values()
        if source.text is not None
    }
    prepared = {id_: prepare(text) for id_, text in texts.items()}
    proofs = {
        key: proof
        for digest in library.digests.values()
        for key, proof in _prove_digest(digest, prepared)
    }
    return Evidence(MappingProxyType(texts), MappingProxyType(proofs))


def quotes_of(digest: Digest) -> Iterator[tuple[QuoteKey, QuoteRecord]]:
    """A digest's quotations, replies among them, in the order they were typed."""
    for group in ("quotes", "replies"):
        for name, quote in getattr(digest.record, group).items():
            yield QuoteKey(digest.id, group, name), quote


def source_text(source: Source, text: str) -> SourceText:
    """A committed text with what its record says about it."""
    paged = source.record.pages is not None or PAGE_BREAK in text
    return parse_text(
        text,
        paged=paged,
        extracts=source.record.held == "extracts",
        damaged=frozenset(source.record.damaged),
    )


def _prove_digest(
    digest: Digest, prepared: Mapping[str, PreparedSource]
) -> Iterator[tuple[QuoteKey, Proof]]:
    sources = digest.record.sources
    held = {id_: prepared[id_] for id_ in sources.values() if id_ in prepared}
    for key, quote in quotes_of(digest):
        source = sources.get(quote.source, quote.source)
        yield key, prove(Claim(quote.text, source, quote.page, quote.prefix), held)
