"""The quotations of one digest, before and after: which are new, which hold, and where."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from inspection_digest.comparing.facts import words
from inspection_digest.comparing.side import Side
from inspection_digest.composing.proof_words import proof_view
from inspection_digest.diagnostics import Diagnostic
from inspection_digest.evidence.proofs import Standing
from inspection_digest.evidence.quotations import QuoteKey, quotes_of
from inspection_digest.reading.library import Digest
from inspection_digest.reading.records import QuoteRecord
from inspection_digest.views.comparison import QuoteChange

Quotes = dict[QuoteKey, tuple[QuoteRecord, str, str]]  # the record, its standing, a sentence


def quote_changes(
    before: Side, was: Digest | None, after: Side, now: Digest | None
) -> tuple[QuoteChange, ...]:
    """Those that do not hold first, then in the order of the file; removed ones last.

    A quotation is changed when its words, its source or what is proved of it are others: a
    source's text that is replaced can undo a quotation nobody touched.
    """
    old, new = _quotes(before, was), _quotes(after, now)
    kept = sorted(_kept(old, new), key=lambda change: change.standing != Standing.FAILS)
    gone = (
        QuoteChange("removed", key.name, words(quote.text), "", standing, "")
        for key, (quote, standing, _) in old.items()
        if key not in new
    )
    return (*kept, *gone)


def _kept(old: Quotes, new: Quotes) -> Iterator[QuoteChange]:
    for key, (quote, standing, proof) in new.items():
        text = words(quote.text)
        if key not in old:
            yield QuoteChange("added", key.name, text, "", standing, proof)
        elif old[key] != new[key]:
            earlier = words(old[key][0].text)
            was = "" if earlier == text else earlier
            yield QuoteChange("changed", key.name, text, was, standing, proof)


def _quotes(side: Side, digest: Digest | None) -> Quotes:
    if digest is None:
        return {}
    return {key: (quote, *_proof(side, digest, key, quote)) for key, quote in quotes_of(digest)}


def _proof(side: Side, digest: Digest, key: QuoteKey, quote: QuoteRecord) -> tuple[str, str]:
    """Whether a quotation holds, and in a sentence why, or what to do."""
    library, proof = side.edition.library, side.edition.evidence.proofs[key]
    said = " ".join(f"{item.message} {item.hint}" for item in _errors(side, digest, key))
    source = library.sources.get(digest.record.sources.get(quote.source, ""))
    if source is None or said or proof.verdict.standing is Standing.FAILS:
        return Standing.FAILS.value, words(said or "The source it names is not there.")
    text = side.edition.evidence.texts.get(source.id)
    via = library.sources.get(source.record.via or "")
    shown = proof_view(proof, source, via, paged=bool(text and text.paged))
    return proof.verdict.standing.value, words(shown.sentence)


def _errors(side: Side, digest: Digest, key: QuoteKey) -> list[Diagnostic]:
    """What the check says of a quotation: all that stands between its name and the next key."""
    document, loc = digest.document, (key.group, key.name)
    own = {document.at(*loc, part) for part in ("text", "page", "source")}
    start = document.key(*loc).line
    after = [at.line for name, at in document.keys.items() if name[:2] != loc and at.line > start]
    lines = range(start, min(after, default=sys.maxsize))
    fails = side.edition.evidence.proofs[key].verdict.standing is Standing.FAILS
    return [
        item
        for item in side.errors
        if item.position in own
        or (fails and item.position.path == digest.path and item.position.line in lines)
    ]
