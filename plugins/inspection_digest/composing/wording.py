"""Finished words for what the records hold: one place, so that one thing has one name."""

from __future__ import annotations

import re

from inspection_digest.reading.dates import PartialDate
from inspection_digest.reading.records import Period

SOURCE_KINDS = {
    "report": "inspection report",
    "release": "press release",
    "statement": "statement",
    "news": "news report",
    "reply": "reply",
    "post": "blog post",
}

# What stands on the seam, read from the left (said) to the right (found).
SEAMS = {
    "contradicts": "contradicted by",
    "qualifies": "qualified by",
    "omits": "leaves out",
    "repeats": "repeated by",
}

RELATION_COUNTS = {
    "contradicts": ("contradiction", "contradictions"),
    "qualifies": ("qualification", "qualifications"),
    "omits": ("omission", "omissions"),
    "repeats": ("agreement", "agreements"),
}

LICENCES = {
    "ogl-3": "Open Government Licence v3.0",
    "linked-only": "not stated as free; linked, not copied",
}

BASES = {
    "published": "Published by the inspectorate",
    "derived": "Derived from facts the inspectorate states",
    "reconstructed": "Reconstructed by us; not published",
}

NAME = re.compile(r"[a-z][a-z0-9-]*")  # a standard's id that is ours, not a printed number

NUMBERS = (
    "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
)


def counted(number: int, one: str, many: str = "") -> str:
    """`1 quote`, `2 quotes`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def number_word(number: int) -> str:
    """Numbers up to twelve as words, in running text."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def times(number: int) -> str:
    """`once`, `twice`, `three times`."""
    return {1: "once", 2: "twice"}.get(number) or f"{number_word(number)} times"


def in_a_row(parts: list[str], joint: str = "and") -> str:
    """`a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {joint} {parts[-1]}"


def period_words(period: Period | None) -> str:
    """`November to December 2018`, `from 16 September 2019`; "" when nothing is known."""
    if period is None:
        return ""
    first, last = period.from_, period.to
    if first is None or last is None:
        known = first or last
        return f"{'from' if first else 'until'} {known.words}" if known else ""
    if first == last:
        return first.words
    if first.year == last.year and first.month and last.month:
        start = first.words.removesuffix(f" {first.year}")
        if first.month == last.month and first.day and last.day:
            start = str(first.day)
        return f"{start} to {last.words}"
    return f"{first.words} to {last.words}"


MONTHS = 12


def round_words(when: str) -> str:
    """`2018-19` or `2021-23` as it is printed: `2018–19`. A month or a day (`2018-03`) stays as it
    is."""
    match = re.fullmatch(r"(\d{4})-(\d{2})", when)
    if match and (int(match[2]) > MONTHS or (int(match[1]) + 1) % 100 == int(match[2])):
        return f"{match[1]}–{match[2]}"
    return when


def printed_number(standard: str) -> str:
    """A standard's number as the report prints it, or "" where we gave the standard a name."""
    return "" if NAME.fullmatch(standard) else standard


def standard_words(standard: str, name: str) -> str:
    """`2.1 Assessment`, or the name alone where no number is known."""
    return f"{printed_number(standard)} {name}".strip()


def since_until(first: PartialDate | None, last: PartialDate | None) -> str:
    """`2015 to 2021`, `since 2015`, `until 2021`; an empty string when neither is known."""
    if first and last and first == last:
        return first.words
    if first and last:
        return f"{first.words} to {last.words}"
    if first:
        return f"since {first.words}"
    return f"until {last.words}" if last else ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def cut_to(text: str, limit: int) -> str:
    """The text, or as many whole words of it as fit with an ellipsis after them."""
    if len(text) <= limit:
        return text
    whole = text[:limit].rsplit(" ", 1)[0][: limit - 1]
    return f"{whole.rstrip(' ,;:.')}…"
