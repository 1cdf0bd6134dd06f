"""A long text is folded piece by piece, and says exactly what `fold` says of it whole."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence import nasty_texts

from inspection_digest.evidence.fold import clean, fold
from inspection_digest.evidence.folded_source import FoldedSource
from inspection_digest.evidence.locate import find

PLAIN = [*"aab1", "the", "not", "self-employed", "58%", "£7", "0.7", "”", "’s", ",", "."]
EVEN = [*PLAIN, "–", "é", "´", "•", "\u00ad", "\u00a0", "―", "„", "½"]
JOINTS = ["", " ", " ", " ", "\n", "\n", " \n ", "-\n", "\n\n", "\uffff"]
SEEDS = range(40)


def lines(pieces: list[str]) -> st.SearchStrategy[str]:
    part = st.tuples(st.sampled_from(pieces), st.sampled_from(JOINTS)).map("".join)
    return st.lists(part, max_size=60).map("".join)


def nasty(seed: int) -> str:
    chance = Random(seed)  # noqa: S311 - the same texts each time
    return "\n".join(clean(nasty_texts.text(chance)) for _ in range(6))


def says_what_fold_says(text: str) -> None:
    whole, apart = fold(text), FoldedSource(text)
    assert apart.text == whole.text
    for start in range(len(whole.text)):
        for end in {start + 1, start + 2, start + 9, len(whole.text)}:
            if start < end <= len(whole.text):
                stretch = whole.origin(start), whole.origin_end(end)
                assert apart.origins(start, end) == stretch
                assert apart.joins_in(start, end) == whole.joins_in(start, end)
        assert apart.origin(start) == whole.origin(start)


def is_found_where_fold_finds_it(text: str) -> None:
    whole = fold(text)
    for start in range(0, len(text), 3):
        for length in (1, 4, 15, 40):
            quote = fold(text[start : start + length])
            assert list(find(quote, FoldedSource(text))) == list(find(quote, whole))


@given(st.one_of(lines(PLAIN), lines(EVEN), st.text(max_size=80)))
def test_every_stretch_comes_from_where_it_does_in_the_whole(text: str) -> None:
    says_what_fold_says(text)


@given(st.one_of(lines(PLAIN), lines(EVEN)))
def test_a_quotation_is_found_exactly_where_it_is_in_the_whole(text: str) -> None:
    is_found_where_fold_finds_it(text)


@pytest.mark.parametrize("seed", SEEDS)
def test_so_it_is_in_texts_that_a_checker_may_stumble_over(seed: int) -> None:
    says_what_fold_says(nasty(seed))
    is_found_where_fold_finds_it(nasty(seed))


def test_a_text_of_which_much_is_asked_is_folded_whole_and_once() -> None:
    text = "one line of it\n" * 400
    source = FoldedSource(text)
    assert len(list(find(fold("of it"), source))) == 400
    assert list(find(fold("line"), source)) == list(find(fold("line"), fold(text)))


@given(st.one_of(lines(PLAIN), lines(EVEN), st.text(max_size=80)))
def test_a_short_text_is_folded_the_same_whatever_way_is_quickest(text: str) -> None:
    """A soft hyphen between two spaces is a space; with it nothing is parted by spaces alone."""
    folded, other = fold(text), fold(f"{text} \u00ad x")
    assert other.text == f"{folded.text}x"
    assert other.joins[: len(folded.starts)] == folded.joins[: len(folded.starts)]
    assert other.starts[: len(folded.starts)] == folded.starts
    assert other.origins[: len(folded.starts)] == folded.origins
    assert [folded.origin(at) for at in folded.starts] == list(folded.origins)
