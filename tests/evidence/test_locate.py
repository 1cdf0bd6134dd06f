"""Exact places: where words and figures end, and what may stand between them."""

from __future__ import annotations

import pytest

from inspection_digest.evidence.fold import fold
from inspection_digest.evidence.locate import Match, find


def stands(quote: str, source: str) -> bool:
    return any(True for _ in find(fold(quote), fold(source)))


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("effective", "The work is effective."),
        ("effective", "The work is (effective) and good"),
        ("effective", "rated ‘effective’ by all"),
        ("effective", "is effective—but late"),
        ("effective", "is effective \N{EN DASH} but late"),
        ("self-employed", "the self-\nemployed worker"),
        ("selfemployed", "the self-\nemployed worker"),
        ("self- employed", "the self-\nemployed worker"),
        ("decision-making", "good decision\u00ad\nmaking here"),
        ("decisionmaking", "good decision-\n\nmaking here"),
        ("26week", "a 26-\nweek wait"),
        ("16- and 17-year-olds", "for 16-\nand 17-\nyear-olds now"),
        ("word - word", "one word\N{EM DASH}word two"),
        ("the area. In all", "in the area.In all of it"),
        ("arrangements / plans", "the arrangements/plans made"),
        ("7 %", "a rise of 7% since"),
        ("-5", "fell by -5 points"),
        ("2017-18", "in 2017 \N{EN DASH} 18 they"),
        ("the workers’", "all the workers’ views"),
        ("the workers", "all the workers’ views"),
        ("(see annex", "as said (see annex 2)"),
        ("the Service", "of the Service(NPS) now"),
        ("The work", "[1]The work is done"),
        ("Leaders know", "(a)Leaders know it all"),
        ("services", "the (NPS)services now"),
        ("the area. 5", "in the area.5 of it"),
    ],
)
def test_words_stand_in_a_source_however_it_is_set(quote: str, source: str) -> None:
    assert stands(quote, source)


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("effective", "The work is ineffective."),
        ("effective", "The work is non-effective."),
        ("effective", "The work is non-\neffective."),
        ("effective", "The work is in\u00adeffective."),
        ("effective", "is effectively led"),
        ("effective", "is e\u0301effective"),
        ("effective", "is effective\u0336 here"),
        ("1.5", "a rate of 21.5 there"),
        ("1.5", "a rate of 1.57 there"),
        ("7", "a rate of 0.7 there"),
        ("7", "a rate of .7 there"),
        ("7", "a rate of 7% there"),
        ("7", "a rate of 7 % there"),
        ("7", "a cost of £7 there"),
        ("7", "a cost of £ 7 there"),
        ("7", "a change of -7 there"),
        ("7", "a change of −7 there"),
        ("7", "a change of ±7 there"),
        ("7", "it took 7,000 there"),
        ("000", "it took 7,000 there"),
        ("16", "staff (16.7 in all)"),
        ("1", "it took 1½ hours"),
        ("1", "it took 1 ½ hours"),
        ("10", "an area of 10² there"),
        ("2017", "in 2017-18 they"),
        ("18", "in 2017/18 they"),
        ("16", "every 16-year-old there"),
        ("% of staff", "that 7% of staff left"),
        ("can", "they can't see"),
        ("can", "they can’t see"),
        ("t see", "they can't see"),
        ("and", "and/or else"),
        ("self", "self- and peer support"),
        ("not able", "a notable case"),
        ("notable", "is not able to"),
        ("in effective", "is ineffective now"),
        ("self employed", "the self-employed"),
        ("self employed", "the self-\nemployed"),
        ("selfemployed", "the self-employed"),
        ("201213", "in 2012-\n13 they"),
        ("1. 5", "a rate of 1.5 there"),
        ("1.5", "in part 1. 5 of them"),
        ("a fall of .5", "a fall of. 5 more"),
        ("a fall of. 5", "a fall of .5 since"),
        ("a fall of .5", "a fall of . 5 since"),
        ("a fall of . 5", "a fall of .5 since"),
        (".5 of them", "a fall of . 5 of them"),
        ("fell -.5", "it fell -. 5 since"),
        ("reliable", "it was (un)reliable there"),
        ("able to", "and [un]able to"),
        ("reliable", "(Un)reliable it was"),
        ("RELIABLE", "IT WAS (UN)RELIABLE"),
        ("compliance", "instances of (non-)compliance there"),
        ("compliance", "instances of (non‑)compliance there"),
        ("able to", "and {un-}able to"),
        ("outcome", "each outcome(’s) end"),
        ("OUTCOME", "THE OUTCOME(S) OF IT"),
        ("outcome", "the outcome(s) of it"),
        ("(s) of it", "the outcome(s) of it"),
        ("fell-5", "it fell -5 points"),
        ("-employed", "the self-employed"),
        ("self-", "the self-employed"),
        ("good but", "good \N{EN DASH} but late"),
        ("", "anything"),
    ],
)
def test_parts_of_words_and_of_figures_stand_nowhere(quote: str, source: str) -> None:
    assert not stands(quote, source)


def test_every_place_is_found_in_order() -> None:
    source = fold("good work, good staff, goodwill")
    assert list(find(fold("good"), source)) == [Match(0, 4), Match(9, 13)]


def test_nothing_is_found_across_a_barrier() -> None:
    assert not stands("one two", "one\uffff two")
    assert not stands("one\uffff two", "one\uffff two")
