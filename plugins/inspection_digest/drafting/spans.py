"""Dates as reports print them: a day, or a span such as `24 November – 17 December 2015`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from msgspec import Struct

from inspection_digest.reading.dates import MONTHS, PartialDate

_MONTH = "|".join(rf"{month[:3]}(?:{month[3:]}|\.|t\.?)?" for month in MONTHS)
_DAY = re.compile(
    rf"""(?:
        (?P<d>\d{{1,2}})[./](?P<m>\d{{1,2}})[./](?P<y>\d{{4}}|\d{{2}})
      | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?(?:\s+(?P<month>{_MONTH})\b\.?,?
            (?:\s+(?P<year>\d{{4}}|\d{{2}}(?![\d:./])))?)?
      | (?P<only_month>{_MONTH})\b\.?,?(?:\s+(?P<only_year>\d{{4}}))?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = re.compile(
    r"(?:\s|,|-|–|—|−|\bto\b|\band\b|\bfrom\b|\bbetween\b|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b)*",
    re.IGNORECASE,
)
YEARS = range(1990, 2100)


class Span(Struct, frozen=True):
    """The first and the last day stated; a single day is both."""

    first: PartialDate
    last: PartialDate


@dataclass(slots=True)
class _Part:
    day: int | None
    month: int | None
    year: int | None


def read_span(words: str) -> Span | None:
    """The span that these words begin with; years and months that are said once hold for all.

    None where they begin with no date, or the dates do not follow one another.
    """
    parts = list(_parts(words))
    for at in range(len(parts) - 2, -1, -1):
        part, after = parts[at], parts[at + 1]
        part.month = part.month or after.month
        if part.year is None and after.year and part.month and after.month:
            # 24 November to 17 December 2015, but 8 December to 9 January 2015.
            part.year = after.year - (part.month > after.month)
    for before, part in pairwise(parts):
        if part.year is None and before.year and part.month and before.month:
            part.year = before.year + (part.month < before.month)
    days = [_date(part) for part in parts]
    known = [day for day in days if day is not None]
    if not known or len(known) != len(days):
        return None
    ordered = sorted(known, key=lambda day: day.first_day)
    return Span(known[0], known[-1]) if ordered == known else None


def read_day(words: str) -> PartialDate | None:
    """The one date that these words begin with."""
    parts = list(_parts(words))
    return _date(parts[0]) if parts else None


def _parts(words: str) -> list[_Part]:
    text, at = " ".join(words.split()), 0
    found: list[_Part] = []
    while True:
        gap = _BETWEEN.match(text, at)
        start = gap.end() if gap else at
        match = _DAY.match(text, start)
        if match is None:
            return found
        found.append(_part(match))
        at = match.end()


def _part(match: re.Match[str]) -> _Part:
    year = match["year"] or match["y"] or match["only_year"]
    month = match["month"] or match["only_month"]
    return _Part(
        int(match["day"] or match["d"] or 0) or None,
        _month_number(month) if month else int(match["m"] or 0) or None,
        (int(year) + 2000 if len(year) == 2 else int(year)) if year else None,
    )


def _month_number(name: str) -> int:
    starts = [month[:3].lower() for month in MONTHS]
    return starts.index(name[:3].lower()) + 1


def _date(part: _Part) -> PartialDate | None:
    if part.year is None or part.month is None or part.year not in YEARS:
        return None
    try:
        date(part.year, part.month, part.day or 1)
    except ValueError:
        return None
    return PartialDate(part.year, part.month, part.day)
