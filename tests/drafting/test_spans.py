"""Dates as reports print them."""

from __future__ import annotations

import pytest

from inspection_digest.drafting.spans import read_day, read_span


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("23 January 2017 – 16 February 2017", "2017-01-23", "2017-02-16"),
        ("05 July 2016–27 July 2016", "2016-07-05", "2016-07-27"),
        ("30 September – 22 October 2014", "2014-09-30", "2014-10-22"),
        ("8 December to 9 January 2015", "2014-12-08", "2015-01-09"),
        ("18 Feb 2014 – 12 March 2014", "2014-02-18", "2014-03-12"),
        ("15 to 26 November 2021", "2021-11-15", "2021-11-26"),
        ("1/06/2015 – 25/06/2015", "2015-06-01", "2015-06-25"),
        ("7 March 22 to 18 March 2022", "2022-03-07", "2022-03-18"),
        ("5 to 9 December 2022 and 14 to 15 February 2023", "2022-12-05", "2023-02-15"),
        ("29 November 2021 to 10 December", "2021-11-29", "2021-12-10"),
        ("Monday 4th March 2019 to Friday 15th March 2019", "2019-03-04", "2019-03-15"),
        ("4 Sept to 3 Oct 2013", "2013-09-04", "2013-10-03"),
        ("November 2018", "2018-11", "2018-11"),
        ("12 May 2016 Lead inspector: 3 people", "2016-05-12", "2016-05-12"),
    ],
)
def test_a_span_is_read(words: str, first: str, last: str) -> None:
    span = read_span(words)
    assert span is not None
    assert (str(span.first), str(span.last)) == (first, last)


@pytest.mark.parametrize(
    "words",
    ["", "to be confirmed", "31 June 2015", "14 to 3 May 2015", "4 to 8 March", "1/13/2015"],
)
def test_what_is_no_span_is_not_guessed(words: str) -> None:
    assert read_span(words) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("07 February 2017", "2017-02-07"),
        ("10/08/2015", "2015-08-10"),
        ("5 May 2015 (re-published 3 June 2015)", "2015-05-05"),
        ("May 2015", "2015-05"),
    ],
)
def test_a_day_is_read(words: str, day: str) -> None:
    assert str(read_day(words)) == day
