"""A verdict as a sentence: what was compared with what, and where the words stand."""

from __future__ import annotations

from inspection_digest.composing import wording
from inspection_digest.evidence.proofs import Proof, Standing, Verdict
from inspection_digest.reading.library import Source
from inspection_digest.views.quotes import ProofView

SHORT = {
    Verdict.VERBATIM: "Word for word",
    Verdict.TYPOGRAPHIC: "Word for word",
    Verdict.LAYOUT: "Word for word",
    Verdict.ELIDED: "Shortened",
    Verdict.EDITED: "With our brackets",
    Verdict.AMBIGUOUS: "In several places",
    Verdict.UNREADABLE: "Not readable",
    Verdict.UNHELD: "Not checked",
}

HOW = {
    Verdict.VERBATIM: "Letter for letter",
    Verdict.TYPOGRAPHIC: "Word for word; only quotation marks, dashes or spaces differ,",
    Verdict.LAYOUT: "Word for word; only a line or page break differs,",
    Verdict.EDITED: "Word for word but for the square brackets, which are ours,",
    Verdict.ELIDED: "In this order, with {words} left out at the dots,",
}
NOT_CHECKED = {
    Verdict.UNHELD: "We hold no text of this {kind}, so the words are not checked.",
    Verdict.UNREADABLE: "Our copy of this {kind} cannot be read here, so the words are not "
    "checked.",
    Verdict.AMBIGUOUS: "The words stand in several places of this {kind}; which is meant is not "
    "said.",
}
NOT_IN_EXTRACTS = (
    "Not in the passages we hold of this {kind}. Whether it stands in the rest is not known to us, "
    "so the words are not checked."
)
PLACES = {
    "extracts": "in the passages we hold of the {kind}",
    "page": "in the {kind}, page {numbers}",
    "pages": "in the {kind}, pages {numbers}",
    "paragraph": "in the {kind}, paragraph {numbers}",
    "paragraphs": "in the {kind}, paragraphs {numbers}",
}
SECOND_HAND = ", as quoted by {publisher}; we have not seen the document"


def proof_view(proof: Proof, source: Source, via: Source | None, *, paged: bool) -> ProofView:
    """Only verdicts that hold or warn reach a page: a failing one has stopped the build."""
    verdict = proof.verdict
    if verdict.standing is Standing.HOLDS:
        sign = "second-hand" if via else "proved"
    else:
        sign = "unproved"
    return ProofView(verdict.value, sign, SHORT[verdict], _sentence(proof, source, via, paged))


def place_words(proof: Proof, source: Source, *, paged: bool) -> str:
    """`in the press release, paragraph 4` or `in the inspection report, page 12`."""
    kind = wording.SOURCE_KINDS[source.record.kind]
    if source.record.held == "extracts":
        return PLACES["extracts"].format(kind=kind)
    unit = "page" if paged else "paragraph"
    numbers = sorted({getattr(place, unit) for run in proof.places for place in run})
    words = PLACES[unit if len(numbers) == 1 else f"{unit}s"]
    return words.format(kind=kind, numbers=wording.in_a_row([str(number) for number in numbers]))


def _sentence(proof: Proof, source: Source, via: Source | None, paged: bool) -> str:
    if proof.verdict in NOT_CHECKED:
        kind = wording.SOURCE_KINDS[source.record.kind]
        unheld = proof.verdict is Verdict.UNHELD
        in_part = unheld and source.is_held and source.record.held == "extracts"
        words = NOT_IN_EXTRACTS if in_part else NOT_CHECKED[proof.verdict]
        return words.format(kind=kind)
    left_out = sum(gap.words for gap in proof.gaps)
    how = HOW[proof.verdict].format(words=wording.counted(left_out, "word"))
    tail = SECOND_HAND.format(publisher=via.record.publisher) if via else ""
    return f"{how} {place_words(proof, source, paged=paged)}{tail}."
