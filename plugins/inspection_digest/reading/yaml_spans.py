"""Where each key and value of a YAML text begins and ends, read again when a cure is written.

A sound file never comes here, so it costs nothing to keep no ends of values in mind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml
from msgspec import Struct

from inspection_digest.reading.yaml_document import Loc

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar is text: nothing to resolve


class Span(Struct, frozen=True):
    """A stretch of a file: (line, column) of its start and end, from 0; the end is outside it.

    `style` is that of a scalar (`'`, `"`, `|`, `>`, or "" for a plain one) or `block` or `flow`.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    style: str


def spans(text: str) -> tuple[dict[Loc, Span], dict[Loc, Span]]:
    """The spans of keys and of values by location; a key that stands twice is that of the first."""
    keys: dict[Loc, Span] = {}
    values: dict[Loc, Span] = {}
    _walk(yaml.compose(text, Loader=Loader), (), keys, values)
    return keys, values


def span_of(node: Any) -> Span:
    start, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.ScalarNode):
        style = node.style or ""
    else:
        style = "flow" if node.flow_style else "block"
    return Span((start.line, start.column), (end.line, end.column), style)


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


def _walk(node: Any, loc: Loc, keys: dict[Loc, Span], values: dict[Loc, Span]) -> None:
    values[loc] = span_of(node)
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _walk(item, (*loc, index), keys, values)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            inner = (*loc, " ".join(str(key.value).split()))
            if inner not in keys:
                keys[inner] = span_of(key)
                _walk(value, inner, keys, values)
