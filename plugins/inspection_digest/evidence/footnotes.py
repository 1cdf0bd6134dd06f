"""Footnotes: notes at the foot of a page, and the figures in its text that call them.

A figure glued to a word is content unless it is shown to be a call:

- the same figure starts a line at the foot of that page, which does not go on like a sentence
  (`3 months late`), and it is raised, or follows a small letter or the punctuation after one:
  `area2` is then "area" with a call;
- or it is raised (the reader of the document says so: `²`) and follows a word of four letters or
  more, which no unit has.

`KS4`, `s20`, `m²`, `10²`, `p.4` and `2018.12` never are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from inspection_digest.evidence.furniture import lines_of

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LEVEL = str.maketrans(_RAISED, "0123456789")
_MARKS = r"[.,;:)\]’”'\"]"
_AFTER = rf"{_MARKS}{{0,3}}"
_END = r"(?=[\s.,;:)\]’”'\"–—]|$)"
_LEVEL_CALL = rf"(?<=[a-z]){_AFTER}(?P<level>[0-9]{{1,3}}){_END}"
_RAISED_CALL = rf"(?<=[^\W\d_]){_AFTER}(?P<raised>[{_RAISED}]{{1,3}})(?!\w)"
_CALL = re.compile(f"{_LEVEL_CALL}|{_RAISED_CALL}")
# A figure that has a letter before it, or the punctuation after one: quickly looked for, as the
# figure comes first, and most pages have none that could be a call.
_LETTERS = "|".join(rf"(?<=[^\W\d_]{_MARKS * marks}.)" for marks in range(4))
_MAYBE_CALL = re.compile(rf"[0-9{_RAISED}](?:{_LETTERS})")
# A line that a figure happens to start: `3 months late`. A note may begin with an address.
_GOES_ON = r"(?!ibid|see|op|cf)[a-z][^\s./:@]*(?:\s|$)"
_SHORT = "pp?|nos?|ss?|figs?|vols?|chs?|paras?|secs?|arts?|cf"  # what a figure after it belongs to
_SHORTENED = re.compile(rf"(?:^|[^\w])(?:{_SHORT})\.$", re.IGNORECASE)
_LONG_WORD = re.compile(rf"[^\W\d_]{{4,}}{_AFTER}$")
_APART = r"(?:\s+|(?=[^\W\d_]))(?=\S)"
_NOTE = re.compile(rf"\s*(?:([0-9]{{1,3}}){_APART}(?!{_GOES_ON})|([{_RAISED}]{{1,3}}){_APART})")
_MOST = 0.6  # of a page's lines that may be notes


class Notes(Struct, frozen=True):
    """The calls of one page, as stretches of its text, and where its notes start (or its end)."""

    calls: tuple[tuple[int, int], ...]
    start: int


def notes_of(page: str, start: int, end: int) -> Notes | None:
    """The footnotes of a page, of which `start` to `end` is the text between its furniture."""
    figures = list(_figures(page, start, end)) if _MAYBE_CALL.search(page, start, end) else []
    if not figures:
        return None
    notes = dict(_candidates(page, start, end))
    called = {at for at, value in figures if at[0] < notes.get(value, 0)}
    first = min((notes[_value(page[slice(*at)])] for at in called), default=end)
    calls = [at for at, value in figures if at in called or _after_word(page, at)]
    calls = [at for at in calls if at[0] < first]
    return Notes(tuple(calls), first) if calls else None


def levelled(text: str) -> str:
    """The text with the raised figures that follow a word put on the line, where they stand."""
    if not any(map(text.__contains__, _RAISED)):  # nearly always, and calls are slow to look for
        return text
    return _CALL.sub(lambda match: match.group().translate(_LEVEL), text)


def _figures(page: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Every figure that might be a call: its place, and its value."""
    for match in _CALL.finditer(page, start, end):
        group = "raised" if match["raised"] else "level"
        at = match.start(group)
        if page[at - 1] == "." and _SHORTENED.search(page[max(at - 8, 0) : at]):  # `p.4`
            continue
        yield match.span(group), _value(match[group])


def _after_word(page: str, at: tuple[int, int]) -> bool:
    return page[at[0]] in _RAISED and bool(_LONG_WORD.search(page, max(at[0] - 12, 0), at[0]))


def _candidates(page: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Figures that start a line near the foot of the page, and where the line starts."""
    lines = [line for line in lines_of(page) if start <= line.start < end]
    for line in lines[int(len(lines) * (1 - _MOST)) :]:
        match = _NOTE.match(page, line.start, line.end)
        if match:
            yield _value(match[1] or match[2]), line.start


def _value(figures: str) -> int:
    return int(figures.translate(_LEVEL))
