"""Which grade stands beside which name, on one page: tables and headings.

A pair counts only where it can be nothing else: a name and then its grade, or as many names as
grades. What stands in between, or is left over, pairs with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from inspection_digest.drafting.cells import LONGEST, Grade, Name, Row, cell_at

_FURNITURE = re.compile(
    r"(?:key )?judge?ments?|(?:judge?ment )?grades?|[\d¹²³⁰-⁹*†]{1,3}|page \d+", re.IGNORECASE
)
_HEADER = re.compile(r"(?:(?:key )?judge?ment )?grades?|.*judge?ments on .* are:", re.IGNORECASE)
# Where a report repeats what an earlier inspection judged, often as a list without its bullets.
_EARLIER = re.compile(
    r"\b(?:previous|last|earlier)\b.*\b(?:inspections?|judge?d|judge?ments?)\b|"
    r"\bjudge?ments?\b.*\b(?:were|was)\b",
    re.IGNORECASE,
)
_EARLIER_LINES = 14


class _Blank:
    """Something else than a grade, right after a name, where its grade should stand."""


_Group = list[Name | Grade | _Blank]


def rows(page: str, form: str, *, cover: bool) -> tuple[Row, ...]:
    """Every pair on a page of that form of report, in order.

    `cover`: the page holds the table of judgements, so nothing there is about the past.
    """
    lines = [joined for line in page.split("\n") if (joined := " ".join(line.split()))]
    found: list[Row] = []
    group: _Group = []
    headed = False
    at = end_of_past = 0
    while at < len(lines):
        line = lines[at]
        if not cover and _EARLIER.search(line):
            end_of_past = at + _EARLIER_LINES
        length, cell = cell_at(lines[at : at + LONGEST], form) if at >= end_of_past else (0, None)
        furniture = cell is None and _FURNITURE.fullmatch(line) is not None
        if isinstance(cell, Row):
            found += [*_pairs(group), cell]
            group = []
        elif isinstance(cell, Name) or (isinstance(cell, Grade) and (group or headed)):
            group.append(cell)
        elif not furniture and group and isinstance(group[-1], Name):
            group.append(_Blank())
        elif not furniture:
            found += _pairs(group)
            group = []
        headed = _HEADER.fullmatch(line) is not None or (headed and furniture)
        at += max(length, 1)
    return (*found, *_pairs(group))


def _pairs(group: _Group) -> Iterator[Row]:
    """The pairs in a run of names and grades; none where the numbers of the two differ.

    Where the last name has no grade, each grade may stand above its name: nothing is sure.
    """
    sure = True
    if group and isinstance(group[0], Grade):
        group = group[: -1 if isinstance(group[-1], _Blank) else None]
        if sum(isinstance(cell, Name) for cell in group) * 2 != len(group):
            return
        group = group[::-1]
    elif group:
        sure = isinstance(group[-1], Grade)
    for run in _runs(group):
        names = [cell for cell in run if isinstance(cell, Name)]
        grades = [cell for cell in run if not isinstance(cell, Name)]
        if len(names) == len(grades):
            for name, grade in zip(names, grades, strict=True):
                if isinstance(grade, Grade):
                    yield Row(name.standard, grade.grade, sure)


def _runs(group: Sequence[Name | Grade | _Blank]) -> Iterator[_Group]:
    """Names and what stands after them, cut where a name follows a grade."""
    run: _Group = []
    for cell in group:
        if run and isinstance(cell, Name) and not isinstance(run[-1], Name):
            yield run
            run = []
        run.append(cell)
    if run:
        yield run
