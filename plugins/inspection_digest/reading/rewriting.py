"""Cures for values: the file's own lines with a word, a name or a quotation put right.

Each is written in the style the file has and read back: one that does not give exactly the value
that is meant is no cure, and none is offered.
"""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

from inspection_digest.diagnostics import Cure, Diagnostics
from inspection_digest.reading.scalars import in_quotation_marks, in_style
from inspection_digest.reading.span import Span, last_line
from inspection_digest.reading.yaml_document import Document, Loc, Value, cure_between
from inspection_digest.reading.yaml_text import read_yaml

_Edit = tuple[tuple[int, int], tuple[int, int], str]
_MOST_LINES = 40  # more is no suggestion but another file
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def spans_of(document: Document) -> tuple[dict[Loc, Span], dict[Loc, Span]]:
    """Those of its keys and of its values."""
    # It imports a library that a file with no mistake does not need.
    from inspection_digest.reading.yaml_spans import spans  # noqa: PLC0415

    return spans("\n".join(document.lines))


def rewritten(document: Document, changes: Mapping[Loc, str]) -> Cure | None:
    """The cure that gives each of these places its value, or None if it cannot be written."""

    def change(value: Any) -> None:
        for loc, new in changes.items():
            _parent(value, loc)[loc[-1]] = new

    _, values = spans_of(document)
    if not all(loc in values for loc in changes):
        return None
    ways = [_values(document, values[loc], new) for loc, new in changes.items()]
    return _first_sound(document, (list(edits) for edits in product(*ways)), change)


def listed_alone(document: Document, loc: Loc) -> Cure | None:
    """The cure that makes a list of a single text."""
    _, values = spans_of(document)
    value = _parent(document.value, loc).get(loc[-1])
    span = values.get(loc)
    if span is None or not isinstance(value, str):
        return None

    def change(values: Any) -> None:
        _parent(values, loc)[loc[-1]] = [value]

    texts = (value, in_quotation_marks(value))
    return _first_sound(document, ([(span.start, span.end, f"[{text}]")] for text in texts), change)


def exchanged(document: Document, one: Loc, other: Loc) -> Cure | None:
    """The cure that exchanges two values."""
    first, second = (_parent(document.value, loc).get(loc[-1]) for loc in (one, other))
    if not isinstance(first, str) or not isinstance(second, str):
        return None
    return rewritten(document, {one: second, other: first})


def renamed(document: Document, loc: Loc, name: str) -> Cure | None:
    """The cure that gives a key another name; None where that name is taken."""
    keys, _ = spans_of(document)
    if loc not in keys or (*loc[:-1], name) in document.keys:
        return None

    def change(value: Any) -> None:
        parent = _parent(value, loc)
        items = [(name if key == loc[-1] else key, item) for key, item in parent.items()]
        parent.clear()
        parent.update(items)

    return _first_sound(document, ([edit] for edit in _values(document, keys[loc], name)), change)


def removed(document: Document, loc: Loc) -> Cure | None:
    """The cure that takes a key and its value out; None within `{}`, or if nothing is left."""
    keys, values = spans_of(document)
    if loc not in keys:
        return None
    first, last = keys[loc].start[0], last_line(document.lines, values[loc])
    kept = [*document.lines[:first], *document.lines[last + 1 :]]

    def change(value: Any) -> None:
        _parent(value, loc).pop(loc[-1], None)

    return _sound(document, kept, change)


def inserted(document: Document, before: Loc, key: str, text: str) -> Cure | None:
    """The cure that writes `key: text` on a line of its own above another key's."""
    keys, _ = spans_of(document)
    if before not in keys:
        return None
    line, column = keys[before].start
    lines = [*document.lines[:line], f"{' ' * column}{key}: {text}", *document.lines[line:]]

    def change(value: Any) -> None:
        parent = _parent(value, before)
        items = list(parent.items())
        parent.clear()
        for name, item in items:
            parent.update({key: text, name: item} if name == before[-1] else {name: item})

    return _sound(document, lines, change)


def typed(document: Document, loc: Loc) -> str:
    """A value as it stands in the file, on one line: what is between the marks of a list too."""
    span = spans_of(document)[1][loc]
    return " ".join("\n".join(_between(document, span)).split())


def _between(document: Document, span: Span) -> Iterator[str]:
    (first, start), (last, end) = span.start, span.end
    for number in range(first, min(last, len(document.lines) - 1) + 1):
        line = document.lines[number]
        yield line[start if number == first else 0 : end if number == last else len(line)]


def _values(document: Document, span: Span, new: str) -> Iterator[_Edit]:
    """The ways to write a value in a span, the one most like what stands there first."""
    last = last_line(document.lines, span)
    end = span.end if last == span.end[0] else (last, len(document.lines[last]))
    typed_lines = document.lines[span.start[0] : last + 1]
    for written in in_style(new, span.style, typed_lines, span.start[1]):
        yield span.start, end, written


def _first_sound(
    document: Document, ways: Iterator[list[_Edit]], change: Callable[[Any], None]
) -> Cure | None:
    for edits in ways:
        cure = _sound(document, _edited(document.lines, edits), change)
        if cure:
            return cure
    return None


def _edited(lines: tuple[str, ...], edits: list[_Edit]) -> list[str]:
    result = list(lines)
    for (first, start), (last, end), text in sorted(edits, reverse=True):
        joined = result[first][:start] + text + result[last][end:]
        result[first : last + 1] = joined.split("\n")
    return result


def _sound(document: Document, lines: list[str], change: Callable[[Any], None]) -> Cure | None:
    """The cure, if the lines read as what is meant, and as nothing else."""
    meant = copy.deepcopy(document.value)
    change(meant)
    read = read_yaml("\n".join(lines), document.path, Diagnostics())
    if read is None or not _same(read.value, meant):
        return None
    cure = cure_between(document.lines, lines)
    shown = cure.text.replace("\n", "")
    if cure.text.count("\n") >= _MOST_LINES or any(
        unicodedata.category(char) in _UNSEEN for char in shown
    ):
        return None  # what cannot be seen cannot be pasted with open eyes
    return cure


def _same(one: Value, other: Value) -> bool:
    """Whether two values are one. A folded text ends with a line feed or not; that is no word."""
    if isinstance(one, str) and isinstance(other, str):
        return _SPACE.sub(" ", one).strip() == _SPACE.sub(" ", other).strip()
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    return False


_SPACE = re.compile(r"\s+")


def _parent(value: Any, loc: Loc) -> Any:
    for part in loc[:-1]:
        value = value[part]
    return value
