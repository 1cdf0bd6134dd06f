"""What a page repeats at its edges: running headers, footers and page numbers.

A line with a letter in it is furniture if it stands at the top or the bottom of several pages,
figures aside, with nothing but furniture outside it; a line of figures alone, if it is the page's
number, counting up with the pages. By what the words are one thing alone is decided: a word or two
in small letters that deny something are never furniture. Another mistake here costs little: `flow`
keeps a reading of each page with its edges in place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from inspection_digest.evidence.words import NEGATION, kind_of, words_of

_DEPTH = 5  # lines at either edge that may repeat: a title, a date, an address, a number, a rule
_FIGURES = re.compile(r"\d+")
_MARKS = "‘’“”–"  # in nearly every text; all the rest of most texts is Latin-1
_LETTER = re.compile(r"[^\W\d_]")
_LINE = re.compile(r"[^\n]*\S[^\n]*\n?")
_NO_SIGN = r"[^\w%‰£$€]*"  # a share and a sum of money are no page numbers
_PAGE_NUMBER = re.compile(
    rf"{_NO_SIGN}(?:page\s*)?(\d{{1,4}})(?:\s*(?:of|/)\s*\d{{1,4}})?{_NO_SIGN}", re.IGNORECASE
)
_FEW_WORDS = 2  # a line of so few that denies something is a part of a sentence


_Edge = tuple[int, int, str]  # as a Line, of which there are too many to make each of them one


class Line(Struct, frozen=True):
    """A line that is not blank, at its offsets in the page, its line feed included."""

    start: int
    end: int
    text: str


def bodies(pages: Sequence[str]) -> list[tuple[int, int]]:
    """For each page, where its text starts and ends once its furniture is left off."""
    edges = [_edges(page) for page in pages]
    shapes = _shapes([text for found in edges for edge in found for _, _, text in edge])
    numbered = _numbered(edges)
    tops = _repeated([top[:_DEPTH] for top, _ in edges], shapes)
    bottoms = _repeated([bottom[:_DEPTH] for _, bottom in edges], shapes)
    found = []
    for page, (top, bottom), number in zip(pages, edges, numbered, strict=True):
        head = _depth(top[:_DEPTH], tops, number, shapes)
        foot = _depth(bottom[:_DEPTH], bottoms, number, shapes)
        if head >= len(top) or foot >= len(bottom) or top[head][0] >= bottom[foot][1]:
            found.append((0, 0) if top else (0, len(page)))
            continue
        start = top[head][0] if head else 0
        end = bottom[foot][1] if foot else len(page)
        found.append((start, end))
    return found


def lines_of(page: str) -> list[Line]:
    """The lines of a page that are not blank."""
    return [Line(*match.span(), match.group().strip()) for match in _LINE.finditer(page)]


def _edges(page: str) -> tuple[list[_Edge], list[_Edge]]:
    """The first lines that are not blank, and the last from the end on: one more than may repeat.

    Of a page that has no more than that, all of them.
    """
    top: list[_Edge] = []
    at = 0
    while at < len(page) and len(top) <= _DEPTH:
        end = page.find("\n", at) + 1 or len(page)
        if text := page[at:end].strip():
            top.append((at, end, text))
        at = end
    bottom: list[_Edge] = []
    end = len(page)
    while end > 0 and len(bottom) <= _DEPTH:
        at = page.rfind("\n", 0, end - 1) + 1
        if text := page[at:end].strip():
            bottom.append((at, end, text))
        end = at
    return top, bottom


def _repeated(edges: Sequence[Sequence[_Edge]], shapes: Mapping[str, str]) -> frozenset[str]:
    """The lines, figures aside, that stand at one edge of enough pages."""
    counted = Counter(shape for edge in edges for shape in {shapes[text] for _, _, text in edge})
    enough = 2 if len(edges) <= 4 else 3
    return frozenset(
        shape
        for shape, pages in counted.items()
        if pages >= enough and _LETTER.search(shape) and not _denies(shape)
    )


def _denies(shape: str) -> bool:
    words = words_of(shape) if shape.islower() else ()
    return len(words) <= _FEW_WORDS and NEGATION in map(kind_of, words)


def _depth(
    lines: Sequence[_Edge], repeated: frozenset[str], number: int | None, shapes: Mapping[str, str]
) -> int:
    """How many of the lines, from the edge inwards, are furniture."""
    for count, (_, _, text) in enumerate(lines):
        if shapes[text] not in repeated and (number is None or _number(text) != number):
            return count
    return len(lines)


def _numbered(edges: Sequence[tuple[list[_Edge], list[_Edge]]]) -> list[int | None]:
    """The number each page bears: figures alone on a line at an edge, rising with the pages."""
    apart = Counter(
        number - index
        for index, (top, bottom) in enumerate(edges)
        for number in {_number(text) for _, _, text in [*top[:_DEPTH], *bottom[_DEPTH - 1 :: -1]]}
        if number is not None
    )
    if not apart or apart.most_common(1)[0][1] < min(3, max(2, len(edges))):
        return [None] * len(edges)
    offset = apart.most_common(1)[0][0]
    return [index + offset for index in range(len(edges))]


def _number(text: str) -> int | None:
    """The number a line gives as a page's own, if it says nothing else."""
    first = text[:1]
    if first.isalpha() and first not in "pP":  # nearly always
        return None
    match = _PAGE_NUMBER.fullmatch(text)
    return int(match.group(1)) if match else None


def _shapes(texts: Sequence[str]) -> dict[str, str]:
    """Each line and the same with its figures aside."""
    shapes = _without_figures("\n".join(texts))
    if "  " in shapes or not shapes.replace("\n", "").isprintable():  # no other space is printable
        shapes = "\n".join(" ".join(shape.split()) for shape in shapes.split("\n"))
    return dict(zip(texts, shapes.split("\n"), strict=bool(texts)))


def _without_figures(text: str) -> str:
    """The text with `#` for each run of figures; where all are 0 to 9, not by looking for any."""
    others = text
    for mark in _MARKS:
        others = others.replace(mark, "'")
    try:
        others.encode("latin-1")  # which has no other figures
    except UnicodeEncodeError:
        return _FIGURES.sub("#", text)
    for figure in "123456789":
        text = text.replace(figure, "0")
    while "00" in text:
        text = text.replace("00", "0")
    return text.replace("0", "#")
