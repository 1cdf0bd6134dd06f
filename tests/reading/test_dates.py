"""A date is what is known of it: a year, a month or a day, and nothing is filled in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.reading.dates import PartialDate, certainly_after, parse_date

days = st.dates(min_value=date(1, 1, 1))


@st.composite
def typed_dates(draw: st.DrawFn) -> str:
    return draw(days).isoformat()[: draw(st.sampled_from([4, 7, 10]))]


@given(typed_dates())
def test_what_is_read_is_written_the_same(typed: str) -> None:
    assert str(parse_date(typed)) == typed


@given(typed_dates())
def test_the_days_it_can_be_begin_and_end_with_it(typed: str) -> None:
    known = parse_date(typed)
    assert known.first_day.isoformat().startswith(typed)
    assert known.last_day.isoformat().startswith(typed)
    assert known.first_day <= known.last_day


@given(typed_dates(), typed_dates())
def test_one_is_certainly_after_another_only_where_every_day_of_it_is(
    first: str, second: str
) -> None:
    after = certainly_after(parse_date(first), parse_date(second))
    assert after == (first > second and not first.startswith(second))


@given(st.text(alphabet="0123456789-/. ٢٠", max_size=12))
def test_whatever_is_typed_is_a_date_written_the_same_or_refused(typed: str) -> None:
    try:
        known = parse_date(typed)
    except ValueError:
        return
    assert str(known) == typed


@pytest.mark.parametrize(
    "typed",
    [
        *("", "19", "20190", "2019-3", "2019-3-1", "2019/03", "29-03-2019", "29 March 2019"),
        *("2019-03-29 ", "2019-03-29T00:00", "2019-13", "2019-00", "2019-02-29", "0000"),
        *("٢٠١٩", "2019-", "-2019", "2019-03-"),
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"write the year first|there is no such day"):
        parse_date(typed)


def test_in_words_it_is_what_a_british_reader_writes() -> None:
    words = [parse_date(typed).words for typed in ("2019", "2019-03", "2019-03-09", "2020-02-29")]
    assert words == ["2019", "March 2019", "9 March 2019", "29 February 2020"]


def test_nothing_is_after_what_is_not_known() -> None:
    assert not certainly_after(PartialDate(2019), None)
    assert not certainly_after(None, PartialDate(2019))
