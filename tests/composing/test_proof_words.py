"""A verdict is a sentence: what was compared with what, and where the words stand."""

from __future__ import annotations

import pytest
from tests.small_site import RELEASE, REPORT, edition

from inspection_digest.composing.proof_words import place_words, proof_view
from inspection_digest.evidence.proofs import Gap, Place, Proof, Standing, Verdict
from inspection_digest.reading.library import Source

HERE = "in the press release, paragraph 4."
ONE = ((Place(2, 0, 9, 4),),)
ACROSS = ((Place(2, 0, 9, 4), Place(3, 0, 9, 1)),)


def source(kind: str = "release", extra: str = "") -> Source:
    text = {"release": RELEASE, "report": REPORT}[kind] + extra
    made = edition({f"sources/moor-{kind}/source.yaml": text})
    return made.library.sources[f"moor-{kind}"]


@pytest.mark.parametrize(
    ("proof", "sentence"),
    [
        (Proof(Verdict.VERBATIM, ONE), "Letter for letter in the press release, paragraph 4."),
        (
            Proof(Verdict.VERBATIM, ACROSS),
            "Letter for letter in the press release, paragraphs 1 and 4.",
        ),
        (
            Proof(Verdict.TYPOGRAPHIC, ONE),
            f"Word for word; only quotation marks, dashes or spaces differ, {HERE}",
        ),
        (
            Proof(Verdict.LAYOUT, ONE),
            "Word for word; only a line or page break differs, in the press release, paragraph 4.",
        ),
        (
            Proof(Verdict.ELIDED, ONE * 3, (Gap(1, "a"), Gap(4, "b c d e"))),
            "In this order, with 5 words left out at the dots, in the press release, paragraph 4.",
        ),
        (
            Proof(Verdict.ELIDED, ONE * 2, (Gap(1, "a"),)),
            "In this order, with 1 word left out at the dots, in the press release, paragraph 4.",
        ),
        (
            Proof(Verdict.EDITED, ONE),
            f"Word for word but for the square brackets, which are ours, {HERE}",
        ),
        (
            Proof(Verdict.UNHELD),
            "We hold no text of this press release, so the words are not checked.",
        ),
        (
            Proof(Verdict.UNREADABLE),
            "Our copy of this press release cannot be read here, so the words are not checked.",
        ),
        (
            Proof(Verdict.AMBIGUOUS, ONE * 2),
            "The words stand in several places of this press release; which is meant is not said.",
        ),
    ],
    ids=lambda value: value.verdict if isinstance(value, Proof) else "",
)
def test_each_verdict_is_a_sentence(proof: Proof, sentence: str) -> None:
    assert proof_view(proof, source(), None, paged=False).sentence == sentence


def test_of_a_document_held_in_part_it_is_said_that_the_rest_may_have_the_words() -> None:
    extracts = source(extra="held: extracts\n")
    assert proof_view(Proof(Verdict.UNHELD), extracts, None, paged=False).sentence == (
        "Not in the passages we hold of this press release. Whether it stands in the rest is not "
        "known to us, so the words are not checked."
    )


def test_every_verdict_that_reaches_a_page_has_its_words() -> None:
    for verdict in Verdict:
        if verdict.standing is not Standing.FAILS:
            view = proof_view(Proof(verdict, ONE), source(), None, paged=False)
            assert view.verdict == verdict.value
            assert view.short
            assert view.sign == ("proved" if verdict.standing is Standing.HOLDS else "unproved")


def test_nothing_but_what_holds_is_ever_signed_as_proved() -> None:
    via = source("report")
    for verdict in (Verdict.UNHELD, Verdict.UNREADABLE, Verdict.AMBIGUOUS):
        assert proof_view(Proof(verdict, ONE), source(), via, paged=False).sign == "unproved"
    assert (
        proof_view(Proof(Verdict.VERBATIM, ONE), source(), via, paged=False).sign == "second-hand"
    )


def test_a_place_is_a_page_a_paragraph_or_the_passages_held() -> None:
    report = source("report")
    assert place_words(Proof(Verdict.VERBATIM, ONE), report, paged=True) == (
        "in the inspection report, page 2"
    )
    assert place_words(Proof(Verdict.LAYOUT, ACROSS), report, paged=True) == (
        "in the inspection report, pages 2 and 3"
    )
    extracts = source("release", "held: extracts\n")
    assert place_words(Proof(Verdict.VERBATIM, ONE), extracts, paged=False) == (
        "in the passages we hold of the press release"
    )
