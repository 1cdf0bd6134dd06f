"""What is found by plain search is what `prove` finds in the source: never more."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.evidence.nasty_texts import PIECES

from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.prepared import prepare
from inspection_digest.evidence.proofs import Claim, Standing
from inspection_digest.evidence.prove import prove
from inspection_digest.readback.letters import Letters, _one_kind, _running

PAGE = """Leaders were “good”, and staff
knew it. It cost £7 or 10 %.

Self-
help was non-existent; 1 ½ hours.
"""
SOURCE = SourceText(
    (PAGE, "A second page.\n\nBroken words are put to-\ngether – or non-\nexistent."), paged=True
)
MANY = 60_000


@pytest.mark.parametrize(
    "words",
    [
        "Leaders were “good”, and staff knew it.",
        "Leaders were “good”, and",
        "were 'good', and",
        "staff knew it",
        "It cost £7 or",
        "Leaders were … and staff knew it.",
        "Leaders were “good”, [...] knew it",
        "A second page.",
        "Broken words are put to-gether — or",
        "are put to-gether - or non-existent.",
        "Broken words are put together – or nonexistent.",
    ],
)
def test_words_that_stand_there_are_found(words: str) -> None:
    assert Letters(SOURCE).hold(words)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "nothing"),
        ("Leaders were bad", "other words"),
        ("eaders were", "a word is cut"),
        ("help was non", "a word is cut at its hyphen"),
        ("help was", "a hyphen at the end of a line is before it"),
        ("7 or 10", "a sign is before it"),
        ("or 10", "a unit is after it"),
        ("existent; 1", "a fraction is after it"),
        ("10 %. Self-", "two paragraphs"),
        ("hours. A second", "two pages"),
        ("Leaders ... and staff", "a fragment of one word"),
        ("staff knew ... cost £7", "a sentence ends in what is left out"),
        ("and staff ... Leaders were", "the other way round"),
        ("Leaders were ... “good”", "nothing is left out"),
        ("Leaders were ... [bad] staff knew", "words of ours"),
        ("Leaders  were", "two spaces"),
    ],
)
def test_what_is_not_beyond_doubt_is_left_to_the_prover(words: str, why: str) -> None:
    assert not Letters(SOURCE).hold(words), why


def test_words_are_sought_on_the_page_that_is_named() -> None:
    letters = Letters(SOURCE)
    assert letters.hold("A second page.", 2)
    assert not any(letters.hold("A second page.", page) for page in (-1, 0, 1, 3))
    assert Letters(SourceText((PAGE,))).hold("staff knew it", 5)  # it has no pages to name


def test_nothing_is_certain_of_a_source_with_damaged_pages() -> None:
    assert not Letters(SourceText(SOURCE.pages, paged=True, damaged=frozenset({2}))).hold("Leaders")


def test_all_that_is_found_among_nasty_texts_is_proved() -> None:
    chance = Random(11)  # noqa: S311 - the same texts every time
    found = elided = 0
    for _ in range(MANY):
        source = _source(chance)
        words = _words(chance, source)
        page = chance.choice((None, None, 1, 2))
        if Letters(source).hold(words, page) and not prepare(source).blank:
            found += 1  # (of pages that are alike to the last line the prover reads none at all)
            proof = prove(Claim(words, "s", page), {"s": source}, anywhere=True)
            assert proof.verdict.standing is Standing.HOLDS, (source, words, page)
            elided += " ... " in words
    assert found > MANY // 20
    assert elided > MANY // 2000


def _source(chance: Random) -> SourceText:
    """Up to three pages of nasty pieces among spaces, words and the ends of lines."""
    usual = (
        *("of ", "care for ", "risk of ", " all the ", " staff, ", " who ", "harm ") * 3,
        *" " * 30,
        *"ab" * 10,
        "\n",
        "\n\n",
        "\n \n",
        "-\n",
        "a-\nb",
        " – ",
        "care",
        "risk of harm",
        ". ",
        ", ",
    )
    pages = tuple(
        "".join(
            chance.choice(usual if chance.random() < 0.9 else PIECES)
            for _ in range(chance.randrange(25))
        )
        for _ in range(chance.choice((1, 1, 2, 3)))
    )
    return SourceText(pages, paged=chance.random() < 0.6, extracts=chance.random() < 0.3)


def _words(chance: Random, source: SourceText) -> str:
    """A stretch of a page as somebody would type it, now and then with other quotation marks."""
    running = " ".join(chance.choice(source.pages).split())
    start = chance.randrange(len(running) + 1)
    words = running[start : start + chance.randrange(1, 40)].strip()
    if chance.random() < 0.2:
        at = min(start + len(words) + chance.randrange(1, 12), len(running))
        words += f" ... {running[at : at + chance.randrange(8, 30)].strip()}"
    return words.replace("’", "'").replace("“", '"') if chance.random() < 0.3 else words


@given(st.text(alphabet="Aa.’ \n\t\u00a0\u00ad–", max_size=40))
@settings(max_examples=500)
def test_a_page_is_the_same_running_text_however_quickly_it_is_had(page: str) -> None:
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", page)]
    plain = "  ".join([".", *filter(None, paragraphs), "A\0"])
    assert _running(page) == _one_kind(plain)
