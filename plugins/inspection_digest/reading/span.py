"""A stretch of a YAML file, and the lines that it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Span(Struct, frozen=True):
    """A stretch of a file: (line, column) of its start and end, from 0; the end is outside it.

    `style` is that of a scalar (`'`, `"`, `|`, `>`, or "" for a plain one) or `block` or `flow`.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    style: str


def last_line(lines: Sequence[str], span: Span) -> int:
    """The last line a value stands on: the mark of a block's end is where the next thing begins."""
    line, column = span.end
    if span.style not in {"|", ">", "block"}:
        return line
    if not lines[line][:column].strip():
        line -= 1
    inside = lines[min(span.start[0] + 1, len(lines) - 1)]
    while line > span.start[0] and _is_after(lines[line], span, inside):
        line -= 1
    return max(line, span.start[0])


def _is_after(line: str, span: Span, inside: str) -> bool:
    """Whether a line at a block's end is blank, or a comment that is no part of it."""
    text = line.lstrip()
    comment = text.startswith("#") and (span.style == "block" or _indent(line) < _indent(inside))
    return not text or comment


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
