"""Quotation marks that a person typed around a quotation: the page would print them twice.

Marks that the source prints there are its own words, and stay.
"""

from __future__ import annotations

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.evidence.chain import chains
from inspection_digest.evidence.cures import rewritten_if_it_holds
from inspection_digest.evidence.fragments import readings, without_marks
from inspection_digest.evidence.prepared import PreparedSource
from inspection_digest.evidence.proofs import Proof, Standing
from inspection_digest.evidence.quotations import QuoteKey
from inspection_digest.reading.library import Digest
from inspection_digest.reading.records import QuoteRecord

_Held = dict[str, PreparedSource]


def note_needless_marks(  # noqa: PLR0913, PLR0917 - a proof and all that its message names
    digest: Digest,
    key: QuoteKey,
    quote: QuoteRecord,
    proof: Proof,
    held: _Held,
    diagnostics: Diagnostics,
) -> None:
    """An error where a quotation holds, and the marks around it are not the source's."""
    text = quote.text.strip()
    if proof.verdict.standing is not Standing.HOLDS or without_marks(text) == text:
        return
    if _stands_as_written(text, held[digest.record.sources[quote.source]]):
        return
    inner = without_marks(text)
    diagnostics.error(
        digest.document.words(key.group, key.name, "text"),
        "quotation-marks",
        f"`{key.name}` has quotation marks around it: the page sets its own, so they stand twice.",
        f"Take out the {text[0]} at its start and the {text[-1]} at its end.",
        rewritten_if_it_holds(digest, key, quote, inner, held),
    )


def _stands_as_written(text: str, prepared: PreparedSource) -> bool:
    """Whether the source prints the marks too: words someone said, or two phrases in marks."""
    asked = readings(text, as_written=True)
    return any(chains(each, reading) for reading in prepared.readings() for each in asked)
