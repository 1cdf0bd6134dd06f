"""A text written as a YAML scalar, in the style the text before it had."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

WIDTH = 100
_NUMBER = re.compile(r"\d+\.\d+")


def in_style(text: str, style: str, lines: Sequence[str], column: int) -> Iterator[str]:
    """Ways to write `text` in place of a scalar, the one most like it first.

    `lines` are those the scalar stands on now, `column` where it starts in the first of them.
    Later lines of what is yielded have their indentation; the first has none.
    """
    if style in {"|", ">"}:
        yield _block(text, style, lines, column)
    elif style in {"'", '"'}:
        yield _wrapped(quoted(text, style), lines)
    elif not _NUMBER.fullmatch(text):  # an editor would take it for a number
        yield _wrapped(text, lines)
    yield from (quoted(text, mark) for mark in _marks(text))


def quoted(text: str, mark: str) -> str:
    """The text between quotation marks, with what has to be escaped."""
    if mark == "'":
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_quotation_marks(text: str) -> str:
    """The text between the quotation marks that need no escapes in it, where there are such."""
    return quoted(text, _marks(text)[0])


def _marks(text: str) -> tuple[str, str]:
    plain = '"' not in text and "\\" not in text
    return ('"', "'") if plain or "'" in text else ("'", '"')


def _block(text: str, style: str, lines: Sequence[str], column: int) -> str:
    header = lines[0][column:].split(" #")[0].rstrip()
    inside = next((line for line in lines[1:] if line.strip()), "")
    indent = inside[: len(inside) - len(inside.lstrip(" "))] or " " * (column + 2)
    paragraphs = text.strip().split("\n")
    folded = style == ">"
    written = [
        line
        for paragraph in paragraphs
        for line in (_folded(paragraph, indent, lines[1:]) if folded else [indent + paragraph])
    ]
    return "\n".join([header, *written])


def _wrapped(text: str, lines: Sequence[str]) -> str:
    """On one line where the scalar has one, else on lines with the indentation of its second."""
    if len(lines) < 2:
        return text
    second = lines[1]
    indent = second[: len(second) - len(second.lstrip(" "))]
    return "\n".join(_folded(text, indent, lines)).lstrip(" ")


def _folded(text: str, indent: str, lines: Sequence[str]) -> list[str]:
    """Lines no longer than those that stand there; a word is never broken, nor at its hyphen."""
    width = max([WIDTH, *(len(line) for line in lines)])
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [indent]
