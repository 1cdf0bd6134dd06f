"""The glyphs of a page, and the pieces and lines they make.

A *glyph* is one drawn character. A *piece* is a run of glyphs drawn one after another on one
baseline without a gap. A *line* is the pieces that a reader's eye takes in one go: it never
reaches over the white space between two columns or two cells of a table.

Lengths are in points, y grows upwards. Thresholds are shares of the type size, so that they
hold for small print and for headings; each was set on real reports and has its reason beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct

from inspection_digest.documents.damage import UNKNOWN

# Wider white space than this, with no space drawn in it, parts two cells or two columns. Words of
# justified lines stand up to half a type size apart, cells of a table at least three quarters.
_CELL_GAP = 0.65
# Letters stand at most this far apart within a word; poppler and pdfminer.six both use a tenth.
_WORD_GAP = 0.12
# Letters of one line share a baseline to within this.
_BASELINE = 0.2
# Footnote numbers are at most this large, beside the words they stand at.
_SMALL = 0.8

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LABEL = re.compile(r"[^\w\s]{1,2}|o|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivx]{1,5})[.)]?")
_BULLET = re.compile(r"[•◦▪■◼●○–—*-] ")


class Glyph(NamedTuple):
    """One drawn character: its text, left and right edge, baseline and type size."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


@dataclass(slots=True)
class Piece:
    """Glyphs drawn in a row. `order` counts in the order of drawing, `size` is the main size."""

    order: int
    x0: float
    x1: float
    y: float
    size: float
    glyphs: list[Glyph] = field(default_factory=list)


class Line(Struct, frozen=True):
    """A finished line: its words with single spaces, where it stands, and when it was drawn.

    `labelled`: it begins as an item of a list does, with a bullet or a hanging "2." or "(b)".
    """

    order: int
    x0: float
    x1: float
    y: float
    size: float
    text: str
    labelled: bool = False


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page in the order they were drawn, from glyphs in that order."""
    pieces = _attach_small(list(_pieces(glyphs)))
    joined = [_line(run) for row in _rows(pieces) for run in _runs(row)]
    return sorted((line for line in joined if line.text), key=attrgetter("order"))


def _pieces(glyphs: Iterable[Glyph]) -> Iterator[Piece]:
    """Runs of glyphs; spaces count as part of the run but never start one."""
    piece: Piece | None = None
    for order, glyph in enumerate(glyphs):
        if piece is not None and _continues(piece, glyph):
            piece.glyphs.append(glyph)
            piece.x1 = max(piece.x1, glyph.x1)
            if glyph.size > piece.size / _SMALL and glyph.text.strip():
                # What came before was a footnote number at the head of its line.
                piece.size, piece.y = glyph.size, glyph.y
            continue
        if piece is not None:
            yield piece
            piece = None
        if glyph.text.strip():
            piece = Piece(order, glyph.x0, glyph.x1, glyph.y, glyph.size, [glyph])
    if piece is not None:
        yield piece


def _continues(piece: Piece, glyph: Glyph) -> bool:
    size = max(piece.size, glyph.size)
    gap = glyph.x0 - piece.x1
    if not -0.5 * size <= gap <= _CELL_GAP * size:
        return False
    rise = (glyph.y - piece.y) / size
    if abs(rise) <= _BASELINE:
        return True
    small = glyph.size <= piece.size * _SMALL or glyph.size * _SMALL >= piece.size
    return small and abs(rise) <= 0.6 and gap <= 0.3 * size


def _attach_small(pieces: list[Piece]) -> list[Piece]:
    """Footnote numbers drawn apart from their line are put on the baseline of that line."""
    for at, small in enumerate(pieces):
        # Looked for among what was drawn just before and after: a page can have 100,000 pieces.
        nearby = pieces[max(at - 20, 0) : at + 20] if len(small.glyphs) <= 3 else []
        for piece in nearby:
            rise = small.y - piece.y
            if (
                small.size <= piece.size * _SMALL
                and _BASELINE * piece.size < rise <= 0.6 * piece.size
                and abs(small.x0 - piece.x1) <= 0.3 * piece.size
            ):
                small.y, small.size = piece.y, piece.size
                break
    return pieces


def _rows(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Pieces that share a baseline, from the top of the page down, each row from left to right."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.y, piece.x0, piece.order)):
        if row and row[0].y - piece.y > _BASELINE * max(piece.size, row[0].size):
            yield sorted(row, key=attrgetter("x0", "order"))
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=attrgetter("x0", "order"))


def _runs(row: list[Piece]) -> Iterator[list[Piece]]:
    """A row cut where a cell or a column ends; a list's label stays with its item."""
    run: list[Piece] = []
    for piece in row:
        if run:
            before = run[-1]
            size = max(piece.size, before.size)
            gap = piece.x0 - max(each.x1 for each in run)
            label = len(run) == 1 and gap <= 5 * size and _is_label(before, piece)
            if not (-0.5 * size <= gap <= _CELL_GAP * size or label or _overprint(before, piece)):
                yield run
                run = []
        run.append(piece)
    yield run


def _is_label(piece: Piece, following: Piece) -> bool:
    text = "".join(glyph.text for glyph in piece.glyphs).strip()
    return following.order > piece.order and _LABEL.fullmatch(text) is not None


def _overprint(piece: Piece, again: Piece) -> bool:
    """Whether the same words were drawn twice, a hair apart, to look bold."""
    return abs(piece.x0 - again.x0) <= 0.1 * piece.size and abs(piece.x1 - again.x1) <= (
        0.1 * piece.size
    )


def _line(run: list[Piece]) -> Line:
    y = max(run, key=lambda piece: (piece.x1 - piece.x0, -piece.order)).y
    size = max(piece.size for piece in run)
    parts: list[str] = []
    end: float | None = None
    last = ("", float("-inf"))
    for glyph in _left_to_right(run):
        if glyph.text == last[0] and abs(glyph.x0 - last[1]) <= 0.1 * glyph.size:
            continue
        if end is not None and glyph.x0 - end > _WORD_GAP * min(size, glyph.size / _SMALL):
            parts.append(" ")
        raised = glyph.size <= size * _SMALL and glyph.y - y > 0.1 * size
        parts.append(glyph.text.translate(SUPERSCRIPT) if raised else glyph.text)
        end = glyph.x1
        last = (glyph.text, glyph.x0)
    text = re.sub(r"\s*[ \t\r\n\f\v]\s*", " ", "".join(parts)).strip()
    # A sign without a character, alone at the head of a line, can only be a list's bullet.
    text = re.sub(f"^{UNKNOWN}(?= )", "•", text)
    left, right = min(piece.x0 for piece in run), max(piece.x1 for piece in run)
    order = min(piece.order for piece in run)
    return Line(order, left, right, y, size, text, labelled=_labelled(run, text))


def _labelled(run: list[Piece], text: str) -> bool:
    if _BULLET.match(text):
        return True
    hangs = len(run) > 1 and run[1].x0 - run[0].x1 > _CELL_GAP * run[1].size
    return hangs and _is_label(run[0], run[1])


def _left_to_right(run: list[Piece]) -> list[Glyph]:
    """The glyphs of a run; sorted only where pieces overlap, as kerning may cross over."""
    glyphs = [glyph for piece in run for glyph in piece.glyphs]
    overlap = any(_overprint(a, b) for a, b in pairwise(run))
    return sorted(glyphs, key=attrgetter("x0")) if overlap else glyphs
