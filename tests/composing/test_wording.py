"""Finished words: dates, counts and lists as a British reader writes them."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.composing import wording
from inspection_digest.reading import framework_records, records, source_records
from inspection_digest.reading.dates import parse_date
from inspection_digest.reading.records import Period


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2018-11", "2018-12", "November to December 2018"),
        ("2018-11", "2019-02", "November 2018 to February 2019"),
        ("2018-11-05", "2018-11-09", "5 to 9 November 2018"),
        ("2018-11-26", "2018-12-07", "26 November to 7 December 2018"),
        ("2018-12-31", "2019-01-04", "31 December 2018 to 4 January 2019"),
        ("2018", "2019", "2018 to 2019"),
        ("2018", "2018-12", "2018 to December 2018"),
        ("2018-11", "2018", "November 2018 to 2018"),
        ("2018-11", "2018-11", "November 2018"),
        ("2018-11", None, "from November 2018"),
        (None, "2018-11-09", "until 9 November 2018"),
        (None, None, ""),
    ],
)
def test_a_period_says_what_is_known_once(first: str | None, last: str | None, words: str) -> None:
    typed = {"from": first, "to": last}
    period = Period.model_validate({name: date for name, date in typed.items() if date})
    assert wording.period_words(period) == words


def test_no_period_is_no_words() -> None:
    assert wording.period_words(None) == ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2015", "2021-06", "2015 to June 2021"),
        ("2015-02", None, "since February 2015"),
        (None, "2021", "until 2021"),
        (None, None, ""),
    ],
)
def test_since_and_until(first: str | None, last: str | None, words: str) -> None:
    dates = [parse_date(date) if date else None for date in (first, last)]
    assert wording.since_until(*dates) == words


def test_things_in_a_row() -> None:
    assert wording.in_a_row(["a"]) == "a"
    assert wording.in_a_row(["a", "b"]) == "a and b"
    assert wording.in_a_row(["a", "b", "c"], "or") == "a, b or c"


def test_counts() -> None:
    assert wording.counted(1, "quote") == "1 quote"
    assert wording.counted(0, "quote") == "0 quotes"
    assert wording.counted(1234, "reply", "replies") == "1,234 replies"
    assert [wording.number_word(number) for number in (0, 1, 12, 13, 1000)] == [
        "no",
        "one",
        "twelve",
        "13",
        "1,000",
    ]


def test_a_round_is_printed_with_a_dash_and_a_date_is_not() -> None:
    whens = ("2018-19", "1999-00", "2018-03", "2018-03-29", "2018", "round-3", "2021-23")
    assert [wording.round_words(when) for when in whens] == [
        *("2018–19", "1999–00", "2018-03", "2018-03-29", "2018", "round-3", "2021–23"),
    ]


def test_a_capital_changes_the_first_letter_only() -> None:
    assert wording.capital("press release of HMIP") == "Press release of HMIP"
    assert wording.capital("") == ""


@given(st.text(alphabet="ab c,.;:é", max_size=60), st.integers(2, 60))
def test_a_text_is_cut_between_words_and_nothing_else_is_changed(text: str, limit: int) -> None:
    cut = wording.cut_to(text, limit)
    assert len(cut) <= limit
    if len(text) <= limit:
        assert cut == text
    else:
        kept = cut.removesuffix("…")
        assert text.startswith(kept)
        assert cut == f"{kept}…"


@given(st.lists(st.text(alphabet="ab", min_size=1, max_size=6), min_size=2), st.integers(8, 40))
def test_as_many_whole_words_are_kept_as_fit(words: list[str], limit: int) -> None:
    text = " ".join(words)
    cut = wording.cut_to(text, limit)
    if len(text) > limit:
        kept = cut.removesuffix("…").split(" ")
        assert kept == words[: len(kept)]
        assert len(" ".join(words[: len(kept) + 1])) > limit - 1


def test_one_word_too_long_is_cut() -> None:
    assert wording.cut_to("a" * 20, 10) == f"{'a' * 9}…"


def test_every_word_of_the_records_has_words_for_a_reader() -> None:
    assert set(wording.SOURCE_KINDS) == set(get_args(source_records.SourceKind))
    assert set(wording.SEAMS) == set(wording.RELATION_COUNTS) == set(get_args(records.Relation))
    assert set(wording.LICENCES) == set(get_args(source_records.Licence))
    assert set(wording.BASES) == set(get_args(framework_records.Basis))
