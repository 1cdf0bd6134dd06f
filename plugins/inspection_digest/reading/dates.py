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
    except ValueError as error:
        raise ValueError(f"there is no such day: {error}") from None
    return PartialDate(year, month, day)


def certainly_after(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Whether the first is later, whatever days the two may be; False where one is not known."""
    return first is not None and second is not None and first.first_day > second.last_day
