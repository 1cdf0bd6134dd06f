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
}


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
        return f"in the passages we hold of the {kind}"
    if paged:
        pages = wording.in_a_row([str(page) for page in proof.pages])
        return f"in the {kind}, page{'s' if len(proof.pages) > 1 else ''} {pages}"
    numbers = sorted({place.paragraph for run in proof.places for place in run})
    found = wording.in_a_row([str(number) for number in numbers])
    return f"in the {kind}, paragraph{'s' if len(numbers) > 1 else ''} {found}"


def _sentence(proof: Proof, source: Source, via: Source | None, paged: bool) -> str:
    kind = wording.SOURCE_KINDS[source.record.kind]
    match proof.verdict:
        case Verdict.UNHELD:
            return f"We hold no text of this {kind}, so the words are not checked."
        case Verdict.UNREADABLE:
            return f"Our copy of this {kind} cannot be read here, so the words are not checked."
        case Verdict.AMBIGUOUS:
            return f"The words stand in several places of this {kind}; which is meant is not said."
    place = place_words(proof, source, paged=paged)
    if proof.verdict is Verdict.ELIDED:
        words = sum(gap.words for gap in proof.gaps)
        how = f"In this order, with {wording.counted(words, 'word')} left out at the dots,"
    else:
        how = HOW[proof.verdict]
    tail = f", as quoted by {via.record.publisher}; we have not seen the document" if via else ""
    return f"{how} {place}{tail}."
