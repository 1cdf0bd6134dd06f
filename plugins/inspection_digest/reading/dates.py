"""A date as far as it is known: a year, a month or a day. Nothing is ever filled in."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """`month` and `day` are None where they are not known; a day is never without a month."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """ISO 8601 at the precision known: `2019`, `2019-03` or `2019-03-29`."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def first_day(self) -> date:
        """The earliest day it can be; for ordering and for feeds, which ask for a day."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def words(self) -> str:
        """As a British reader writes it: `29 March 2019`, `March 2019` or `2019`."""
        if self.month is None:
            return str(self.year)
        month = f"{MONTHS[self.month - 1]} {self.year}"
        return month if self.day is None else f"{self.day} {month}"


def parse_date(text: str) -> PartialDate:
    """Raises ValueError, with a sentence for the person who typed it, when it is no date."""
    match = PATTERN.fullmatch(text)
    if not match:
        raise ValueError("write the year first: 2019, 2019-03 or 2019-03-29")
    year = int(match[1])
    month, day = (int(part) if part else None for part in match.groups()[1:])
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise ValueError("there is no such day") from None
    return PartialDate(year, month, day)


_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_YEAR_MONTH_DAY = re.compile(
    r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?(?:[t ][\d:.]+z?)?", re.ASCII
)
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.-](\d{4})", re.ASCII)
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?(?:of )?([a-z]{3,9})\.? (\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})", re.ASCII)


def dates_in_other_forms(text: str) -> tuple[PartialDate, ...]:
    """The dates that a text in another form can mean: none, one, or two (`03/04/2019`)."""
    words = " ".join(text.lower().replace(",", " ").split())
    found: list[tuple[int, int | None, int | None]] = []
    if match := _DAY_MONTH_YEAR.fullmatch(words):
        one, other, year = map(int, match.groups())
        found = [(year, other, one), (year, one, other)]
    elif match := _YEAR_MONTH_DAY.fullmatch(words) or _EIGHT_DIGITS.fullmatch(words):
        year, month = int(match[1]), int(match[2])
        found = [(year, month, int(match[3]) if match[3] else None)]
    elif match := _MONTH_YEAR.fullmatch(words):
        found = [(int(match[2]), int(match[1]), None)]
    elif match := _IN_WORDS.fullmatch(words):
        day = int(match[1]) if match[1] else None
        found = [(int(match[3]), month, day) for month in _months(match[2])]
    elif match := _MONTH_FIRST.fullmatch(words):
        found = [(int(match[3]), month, int(match[2])) for month in _months(match[1])]
    return tuple(dict.fromkeys(PartialDate(*parts) for parts in found if _is_day(*parts)))


def _months(word: str) -> list[int]:
    """The month a word is or is short for (`Sept`)."""
    return [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word)]


def _is_day(year: int, month: int | None, day: int | None) -> bool:
    try:
        date(year, month or 1, 1 if day is None else day)
    except ValueError:
        return False
    return month != 0


def certainly_after(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Whether the first is later, whatever days the two may be; False where one is not known."""
    return first is not None and second is not None and first.first_day > second.last_day
