"""A date is what is known of it: a year, a month or a day, and nothing is filled in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.reading.dates import (
    MONTHS,
    PartialDate,
    certainly_after,
    dates_in_other_forms,
    parse_date,
)

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


FORMS = (
    "{day}/{month}/{year}",
    "{day:02}.{month:02}.{year}",
    "{year}/{month}/{day}",
    "{year}{month:02}{day:02}",
    "{day} {name} {year}",
    "{day}th {name} {year}",
    "{name} {day}, {year}",
    "{day} {short}. {year}",
    "{year}-{month:02}-{day:02}T00:00:00Z",
)


@pytest.mark.parametrize("form", FORMS)
@given(day=st.dates(date(1000, 1, 1)))
def test_a_day_in_another_form_is_that_day_or_is_in_doubt(form: str, day: date) -> None:
    name = MONTHS[day.month - 1]
    text = form.format(day=day.day, month=day.month, year=day.year, name=name, short=name[:3])
    meant = PartialDate(day.year, day.month, day.day)
    found = dates_in_other_forms(text)
    assert found[0] == meant
    in_doubt = form[1:4] == "day" and "name" not in form and "short" not in form
    in_doubt = in_doubt and day.day <= 12 and day.day != day.month
    assert len(found) == (2 if in_doubt else 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("May 2031", "2031-05"),
        ("Sept. 2031", "2031-09"),
        ("05/2031", "2031-05"),
        ("2031/5", "2031-05"),
    ],
)
def test_a_month_in_another_form_stays_a_month(text: str, found: str) -> None:
    assert [str(date) for date in dates_in_other_forms(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "Ma 2031",
        "J 2031",
        "Jun/Jul 2031",
        "30/02/2031",
        "13/13/2031",
        "2018-19",
        "31",
        "14 May 31",
        "201905",
        "spring 2031",
        "2031-02-30",
        "0/5/2031",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates_in_other_forms(text) == ()
