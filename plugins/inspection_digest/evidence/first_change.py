"""Where in a file a quotation first differs from its source, if its words are several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from inspection_digest.diagnostics import Position
from inspection_digest.evidence.proofs import Change, Nearest
from inspection_digest.reading.rewriting import spans_of
from inspection_digest.reading.span import last_line
from inspection_digest.reading.yaml_document import Document, Loc

_Word = tuple[int, int, str]  # its line and column, both from 0, and the word as it is compared
_WORD = re.compile(r"\w+")


def first_change(document: Document, loc: Loc, nearest: Nearest) -> Position:
    """The first differing word of the text at `loc`; where its words begin if that is not known.

    A word that is only in the source is missing before the word that is given.
    """
    begin = document.words(*loc)
    words = list(_words(document, loc, begin))
    if len({line for line, _, _ in words}) < 2:
        return begin
    places = [_place(change, words) for change in nearest.changes]
    places.append(_parting(nearest, words))
    known = [place for place in places if place is not None]
    if not known:
        return begin
    line, column, _ = words[min(known)]
    return Position(document.path, line + 1, column + 1, document.lines[line])


def _words(document: Document, loc: Loc, begin: Position) -> Iterator[_Word]:
    _, values = spans_of(document)
    if begin.line == 0 or loc not in values:
        return
    for number in range(begin.line - 1, last_line(document.lines, values[loc]) + 1):
        start = begin.column - 1 if number == begin.line - 1 else 0
        for found in _WORD.finditer(document.lines[number], start):
            yield number, found.start(), found.group().casefold()


def _place(change: Change, words: list[_Word]) -> int | None:
    """The place among the words of what is changed or added; None if it is not there just once."""
    asked = _compared(change.quoted)
    bare = [word for _, _, word in words]
    ends = range(len(bare) - len(asked) + 1)
    found = [at for at in ends if bare[at : at + len(asked)] == asked] if asked else []
    return found[0] if len(found) == 1 else None


def _parting(nearest: Nearest, words: list[_Word]) -> int | None:
    """The word at which the two part, where they begin alike; None if they do not, or never do."""
    pairs = list(zip((word for _, _, word in words), _compared(nearest.text), strict=False))
    alike = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return alike if 0 < alike < len(words) else None


def _compared(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
