"""What a page repeats at its edges: running headers, footers and page numbers.

A line with a letter in it is furniture if it stands at the top or the bottom of several pages,
figures aside, with nothing but furniture outside it; a line of figures alone, if it is the page's
number, counting up with the pages. Nothing is decided by what the words are. A mistake here costs
little: `flow` keeps a reading of each page with its edges in place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_DEPTH = 5  # lines at either edge that may repeat: a title, a date, an address, a number, a rule
_FIGURES = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_LINE = re.compile(r"[^\n]*\S[^\n]*\n?")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, at its offsets in the page, its line feed included."""

    start: int
    end: int
    text: str


def bodies(pages: Sequence[str]) -> list[tuple[int, int]]:
    """For each page, where its text starts and ends once its furniture is left off."""
    lines = [lines_of(page) for page in pages]
    numbered = _numbered(lines)
    tops = _repeated([page[:_DEPTH] for page in lines])
    bottoms = _repeated([page[: -_DEPTH - 1 : -1] for page in lines])
    found = []
    for index, (page, own) in enumerate(zip(pages, lines, strict=True)):
        head = _edge(own[:_DEPTH], tops, numbered[index])
        foot = _edge(own[: -_DEPTH - 1 : -1], bottoms, numbered[index])
        if head + foot >= len(own):
            found.append((0, 0) if own else (0, len(page)))
            continue
        start = own[head].start if head else 0
        end = own[len(own) - foot - 1].end if foot else len(page)
        found.append((start, end))
    return found


def lines_of(page: str) -> list[Line]:
    """The lines of a page that are not blank."""
    return [Line(*match.span(), match.group().strip()) for match in _LINE.finditer(page)]


def _repeated(edges: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The lines, figures aside, that stand at one edge of enough pages."""
    counted = Counter(shape for edge in edges for shape in {_shape(line.text) for line in edge})
    enough = 2 if len(edges) <= 4 else 3
    return frozenset(
        shape for shape, pages in counted.items() if pages >= enough and _LETTER.search(shape)
    )


def _edge(lines: Sequence[Line], repeated: frozenset[str], number: int | None) -> int:
    """How many of the lines, from the edge inwards, are furniture."""
    for count, line in enumerate(lines):
        if _shape(line.text) not in repeated and (number is None or number_of(line) != number):
            return count
    return len(lines)


def _numbered(lines: Sequence[Sequence[Line]]) -> list[int | None]:
    """The number each page bears: figures alone on a line at an edge, rising with the pages."""
    apart = Counter(
        number - index
        for index, page in enumerate(lines)
        for number in {number_of(line) for line in [*page[:_DEPTH], *page[-_DEPTH:]]}
        if number is not None
    )
    if not apart or apart.most_common(1)[0][1] < min(3, max(2, len(lines))):
        return [None] * len(lines)
    offset = apart.most_common(1)[0][0]
    return [index + offset for index in range(len(lines))]


def number_of(line: Line) -> int | None:
    """The number a line gives as a page's own, if it says nothing else."""
    match = _PAGE_NUMBER.fullmatch(line.text)
    return int(match.group(1)) if match else None


def _shape(text: str) -> str:
    return " ".join(_FIGURES.sub("#", text).split())
