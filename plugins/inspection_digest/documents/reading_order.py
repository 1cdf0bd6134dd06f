"""The order in which a person reads the lines of a page, and the paragraphs they make.

Lines become paragraphs where one is drawn after the other and stands right below it. Paragraphs
are put in order by cutting the page along its white space, down and across, again and again
(the recursive XY cut of Nagy and Seth, 1984). Where the page can be cut both ways - two columns
of prose look just like a table of two columns - the way that keeps to the order of drawing wins,
because programs draw a story, or a cell, in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median

from inspection_digest.documents.glyphs import Line

_DEEPEST = 60
_ENDS = (".", ":", ";", "?", "!")


@dataclass(slots=True)
class Paragraph:
    """Lines that stand under each other. `woven`: drawn in turns with another column's lines."""

    lines: list[Line]
    woven: bool = False

    @property
    def order(self) -> int:
        return self.lines[0].order

    @property
    def left(self) -> float:
        return min(line.x0 for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.x1 for line in self.lines)

    @property
    def top(self) -> float:
        return self.lines[0].y + 0.7 * self.lines[0].size

    @property
    def bottom(self) -> float:
        return self.lines[-1].y - 0.2 * self.lines[-1].size


def page_text(lines: Sequence[Line]) -> str:
    """The text of a page: lines end in a line feed, a blank line parts paragraphs."""
    ordered = in_reading_order(paragraphs_of(lines))
    return "\n".join("".join(f"{line.text}\n" for line in each.lines) for each in ordered)


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """Paragraphs from lines in the order of drawing."""
    leading = _leading(lines)
    paragraphs: list[Paragraph] = []
    for line in lines:
        if paragraphs and _follows(paragraphs[-1], line, leading):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(Paragraph([line]))
    return _unweave(paragraphs, leading)


def in_reading_order(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, in the order a person reads them."""
    return _cut(sorted(paragraphs, key=attrgetter("order")), 0)


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance between two lines of this page, as a share of the type size."""
    steps = [
        (above.y - below.y) / above.size
        for above, below in pairwise(lines)
        if 0.9 <= (above.y - below.y) / above.size <= 2 and above.x0 < below.x1
    ]
    return max(median(steps), 1.2) if steps else 1.2


def _follows(paragraph: Paragraph, line: Line, leading: float) -> bool:
    above = paragraph.lines[-1]
    step = (above.y - line.y) / max(above.size, line.size)
    return (
        0.5 < step <= 1.12 * leading
        and 0.8 <= line.size / above.size <= 1.25
        and line.x0 < paragraph.right
        and line.x1 > paragraph.left
        and not line.labelled
    )


def _unweave(paragraphs: list[Paragraph], leading: float) -> list[Paragraph]:
    """Join what some programs draw row by row, across the columns, instead of column by column.

    Only where it must be one sentence: a long line without an end, and below it, as far as a
    line goes and with the same left edge, a line that was drawn a row later.
    """
    joined: list[Paragraph] = []
    for paragraph in paragraphs:
        first = paragraph.lines[0]
        for above in reversed(joined[-12:]):
            last = above.lines[-1]
            if (
                len(last.text) >= 20
                and (not last.text.endswith(_ENDS) or first.text[:1].islower())
                and abs(first.x0 - last.x0) <= 2 * first.size
                and _follows(above, first, leading)
            ):
                above.lines.extend(paragraph.lines)
                above.woven = True
                break
        else:
            joined.append(paragraph)
    return joined


def _cut(paragraphs: list[Paragraph], depth: int) -> list[Paragraph]:
    if len(paragraphs) < 2 or depth > _DEEPEST:
        return paragraphs
    columns = _strips(paragraphs, attrgetter("left"), attrgetter("right"))
    rows = _strips(paragraphs, lambda each: -each.top, lambda each: -each.bottom)
    parts = _choose(columns, rows)
    if len(parts) == 1:
        return paragraphs
    return [each for part in parts for each in _cut(part, depth + 1)]


def _strips(
    paragraphs: list[Paragraph],
    start: Callable[[Paragraph], float],
    end: Callable[[Paragraph], float],
) -> list[list[Paragraph]]:
    """The paragraphs parted wherever white space runs right across, each part as drawn."""
    strips: list[list[Paragraph]] = []
    reach = float("-inf")
    for paragraph in sorted(paragraphs, key=start):
        if start(paragraph) >= reach:
            strips.append([])
        strips[-1].append(paragraph)
        reach = max(reach, end(paragraph))
    return [sorted(strip, key=attrgetter("order")) for strip in strips]


def _choose(columns: list[list[Paragraph]], rows: list[list[Paragraph]]) -> list[list[Paragraph]]:
    if len(columns) == 1 or len(rows) == 1:
        return rows if len(columns) == 1 else columns
    if any(paragraph.woven for column in columns for paragraph in column):
        return columns
    return columns if _breaks(columns) < _breaks(rows) else rows


def _breaks(parts: list[list[Paragraph]]) -> int:
    """How often reading these parts one after another leaves the order of drawing."""
    read = [paragraph.order for part in parts for paragraph in part]
    drawn = {order: rank for rank, order in enumerate(sorted(read))}
    return sum(drawn[b] != drawn[a] + 1 for a, b in pairwise(read))
