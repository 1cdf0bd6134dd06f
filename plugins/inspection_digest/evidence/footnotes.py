"""Footnotes: notes at the foot of a page, and the figures in its text that call them.

A figure glued to a word is content unless the page itself shows that it calls a note: the same
figure starts a line at the foot of that page, and it follows a small letter or the punctuation
after one. `area2` is then "area" with a call; `KS4`, `s20` and `2018.12` never are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inspection_digest.evidence.furniture import lines_of

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CALL = re.compile(
    r"(?<=[a-z])[.,;:)\]’”'\"]{0,3}([0-9]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?=[\s.,;:)\]’”'\"]|$)"
)
_NOTE = re.compile(r"\s*([0-9]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?:\s+|(?=[A-Z]))(?=\S)")
_MOST = 0.5  # of a page's lines that may be notes


@dataclass(frozen=True, slots=True)
class Notes:
    """The calls of one page, as stretches of its text, and where the notes start."""

    calls: tuple[tuple[int, int], ...]
    start: int


def notes_of(page: str, start: int, end: int) -> Notes | None:
    """The footnotes of a page, of which `start` to `end` is the text between its furniture."""
    if not any(True for _ in _CALL.finditer(page, start, end)):
        return None
    candidates = dict(_candidates(page, start, end))
    calls = [
        (match.span(1), _value(match.group(1)))
        for match in _CALL.finditer(page, start, end)
        if _value(match.group(1)) in candidates
        and match.start() < candidates[_value(match.group(1))]
    ]
    if not calls:
        return None
    first = min(candidates[value] for _, value in calls)
    return Notes(tuple(span for span, _ in calls if span[0] < first), first)


def _candidates(page: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Figures that start a line near the foot of the page, and where the line starts."""
    lines = [line for line in lines_of(page) if start <= line.start < end]
    for line in lines[int(len(lines) * (1 - _MOST)) :]:
        match = _NOTE.match(page, line.start, line.end)
        if match:
            yield _value(match.group(1)), line.start


def _value(figures: str) -> int:
    return int(figures.translate(_SUPERSCRIPTS))
