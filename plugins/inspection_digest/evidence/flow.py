"""A source as one text that can be read on from page to page, with a map back.

Four readings of the same pages, from the most to the least repaired:

- `without_notes`: furniture, footnotes and the figures that call them left out;
- `body`: running headers, footers and page numbers left out, so that a sentence over a page break
  is one sentence;
- `with_level_calls`: as `body`, the raised figures after words set on the line, as most readers do;
- `by_page`: every page as it is, and nothing joined from one to the next.

Where a source is held as extracts, nothing is joined across its paragraphs in any of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.fold import BARRIER, clean
from inspection_digest.evidence.footnotes import levelled, notes_of
from inspection_digest.evidence.furniture import bodies

Edges = Sequence[tuple[int, int]]

_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


class Piece(NamedTuple):
    """A stretch of one page (numbered from 1), by its offsets there."""

    page: int
    start: int
    end: int


class Flow(Struct, frozen=True):
    """The text of some pieces, in order; `starts[k]` is where piece k starts in `text`."""

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    reset: bool = False  # whether some of its characters are set otherwise than on the page

    def pieces_in(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces that `text[start:end]` comes from, cut to it."""
        index = max(bisect_right(self.starts, start) - 1, 0)
        while index < len(self.pieces) and self.starts[index] < end:
            piece, offset = self.pieces[index], self.starts[index]
            first = piece.start + max(start - offset, 0)
            last = min(piece.start + end - offset, piece.end)
            if first < last:
                yield Piece(piece.page, first, last)
            index += 1

    def whole(self, start: int, end: int) -> Piece | None:
        """The stretch of a page that `text[start:end]` is; None if it is not within one piece."""
        index = max(bisect_right(self.starts, start) - 1, 0)
        if start < end and index < len(self.pieces):
            page, first, last = self.pieces[index]
            moved = first - self.starts[index]
            if end + moved <= last:
                return Piece(page, start + moved, end + moved)
        return None

    def back(self, start: int, end: int) -> list[Piece]:
        """The stretches of pages that `text[start:end]` comes from, one for each page."""
        whole = self.whole(start, end)
        if whole is not None:
            return [whole]
        found: list[Piece] = []
        for piece in self.pieces_in(start, end):
            if found and found[-1].page == piece.page:
                found[-1] = Piece(piece.page, found[-1].start, piece.end)
            else:
                found.append(piece)
        return found


def edges(source: SourceText) -> list[tuple[int, int]]:
    """For each page, where its text starts and ends once its furniture is left off.

    Whoever asks for several readings may find them once and hand them to each.
    """
    if source.paged and len(source.pages) > 1:
        return bodies(source.pages)
    return [(0, len(page)) for page in source.pages]


def body(source: SourceText, found: Edges | None = None) -> Flow:
    """The pages without their furniture, read on from one to the next."""
    pages = enumerate(found or edges(source), 1)
    return _flow(source, (Piece(page, *edge) for page, edge in pages))


def without_notes(source: SourceText, found: Edges | None = None) -> Flow | None:
    """The pages without furniture, footnotes and their calls; None where there are no footnotes."""
    pieces: list[Piece] = []
    any_notes = False
    bounds = zip(source.pages, found or edges(source), strict=True)
    for number, (page, edge) in enumerate(bounds, 1):
        notes = notes_of(page, *edge)
        if notes is None:
            pieces.append(Piece(number, *edge))
            continue
        any_notes = True
        at = edge[0]
        for start, end in notes.calls:
            pieces.append(Piece(number, at, start))
            at = end
        pieces.append(Piece(number, at, notes.start))
    return _flow(source, pieces) if any_notes else None


def with_level_calls(source: SourceText, found: Edges | None = None) -> Flow | None:
    """The body with raised figures after words on the line; None where there are none."""
    whole = body(source, found)
    text = levelled(whole.text)
    return None if text == whole.text else Flow(text, whole.pieces, whole.starts, reset=True)


def by_page(source: SourceText) -> Flow | None:
    """Every page whole, with a barrier between two; None where `body` is already that."""
    if len(source.pages) < 2:
        return None
    pieces = (Piece(number, 0, len(page)) for number, page in enumerate(source.pages, 1))
    return _flow(source, pieces, apart=True)


def paragraph_starts(text: str) -> tuple[int, ...]:
    """Where the paragraphs of a text start; blank lines part them."""
    first = len(text) - len(text.lstrip())
    return (first, *(match.end() for match in _PARAGRAPH_BREAK.finditer(text, first)))


def _flow(source: SourceText, pieces: Iterable[Piece], *, apart: bool = False) -> Flow:
    kept = [piece for piece in pieces if piece.start < piece.end]
    parts: list[str] = []
    starts: list[int] = []
    length, previous = 0, 0
    for piece in kept:
        if previous and piece.page != previous:
            parts.append(BARRIER if apart or source.extracts else "\n")
            length += 1
        starts.append(length)
        text = clean(source.pages[piece.page - 1][piece.start : piece.end])
        parts.append(_walled(text) if source.extracts else text)
        length += len(text)
        previous = piece.page
    return Flow("".join(parts), tuple(kept), tuple(starts))


def _walled(text: str) -> str:
    """Extracts: each break between paragraphs becomes a barrier of the same length."""
    return _PARAGRAPH_BREAK.sub(lambda match: BARRIER * len(match.group()), text)
