"""Exact search of folded words in a folded source. No likeness is measured here.

A find is right only if it starts and ends where words and numbers do, and if what stands between
its tokens agrees. `effective` is not in "ineffective" or "non-effective", `7` not in "0.7", "£7",
"7%" or "17", `self-employed` not in "self employed".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from inspection_digest.evidence.fold import (
    DASH,
    DASHES,
    HYPHEN,
    LEFT,
    LINE_END,
    RIGHT,
    SPACE,
    WALL,
    Folded,
)
from inspection_digest.evidence.folded_source import FoldedSource

_NONE = ""
_POINTS = frozenset(".,:/")
_PARTING = frozenset(".,;:!?()[]{}")
_SIGNS = frozenset("£$€¥+±<>≤≥=≠≈~×")
_UNITS = frozenset("%‰°")
_BRACKETED = r"[(\[{]'?([A-Za-z]{1,12})[)\]}]"
_BRACKETED_BEFORE = re.compile(rf"{_BRACKETED}$")
_BRACKETED_AFTER = re.compile(_BRACKETED)


class Match(NamedTuple):
    """A stretch of the folded text of a source."""

    start: int
    end: int


def find(quote: Folded, source: Folded | FoldedSource, start: int = 0) -> Iterator[Match]:
    """Every place of `quote` in `source` from character `start` of its folded text, in order."""
    if not quote.text:
        return
    at = source.text.find(quote.text, start)
    while at >= 0:
        end = at + len(quote.text)
        if isinstance(source, Folded):
            agrees = _agrees(quote, source, at)
        else:
            window = source.near(at, end)
            agrees = _agrees(quote, window.folded, at - window.start)
        if agrees:
            yield Match(at, end)
        at = source.text.find(quote.text, at + 1)


def _agrees(quote: Folded, source: Folded, at: int) -> bool:
    end = at + len(quote.text)
    first = source.token_at(at)
    last = source.token_at(end - 1)
    return (
        _joins_agree(quote, source, at, first, last)
        and _starts_well(quote, source, at, first)
        and _ends_well(quote, source, end, last)
    )


def _joins_agree(quote: Folded, source: Folded, at: int, first: int, last: int) -> bool:
    asked = quote.joins[1 : len(quote.starts)]
    held = source.joins[first + 1 : last + 1]
    places = [start - at for start in source.starts[first + 1 : last + 1]]
    if asked == held and places == list(quote.starts[1:]):
        return WALL not in held
    printed = dict(zip(places, held, strict=True))
    written = dict(zip(quote.starts[1:], asked, strict=True))
    return all(
        _join_agrees(
            written.get(place, _NONE),
            printed.get(place, _NONE),
            quote.text,
            place,
            after_gap=place == 1 or place - 1 in written or place - 1 in printed,
        )
        for place in written.keys() | printed.keys()
    )


def _join_agrees(one: str, other: str, text: str, place: int, *, after_gap: bool) -> bool:
    """Whether two joins before `text[place]` are the same words, differently set. `after_gap`:
    whether the character before it does not stand at a word's end."""
    pair = {one, other}
    if WALL in pair:
        return False
    if len(pair) == 1:
        return True
    left, right = text[place - 1], text[place]
    if pair <= DASHES:  # but " -5" is a number with its sign
        return RIGHT not in pair or not right.isdigit()
    if LINE_END in pair:
        rest = pair - {LINE_END}
        if rest == {_NONE}:
            return left.isalpha() or right.isalpha()
        return rest <= {HYPHEN, LEFT}
    if pair == {SPACE, _NONE}:
        splits = _splits_figure(text, place, after_gap=after_gap)
        return not splits and not (left.isalnum() and right.isalnum())
    return False


def _splits_figure(text: str, place: int, *, after_gap: bool) -> bool:
    """Whether a space at `place` makes another figure: `1. 5`, `1 .5`, `of .5` or `of . 5`; but
    `of. 5` is a sentence's end."""
    left, right = text[place - 1], text[place]
    if left in _POINTS:
        return right.isdigit() and (after_gap or text[place - 2].isdigit())
    return right in _POINTS and text[place + 1 : place + 2].isdigit()


def _starts_well(quote: Folded, source: Folded, at: int, token: int) -> bool:
    """Whether no word and no figure is cut where the quotation starts."""
    head = source.text[source.starts[_first_of_word(source, token)] : at]  # no space between
    first = quote.text[0]
    join = source.joins[token]
    if at > source.starts[token]:
        return quote.joins[0] not in DASHES and _parts(head, quote.text)
    if quote.joins[0] in DASHES:
        return join in (RIGHT, DASH)
    if join in (HYPHEN, LINE_END) or (join == RIGHT and first.isdigit()):
        return False
    before = source.text[at - 1] if join == SPACE and at else ""
    if before in _SIGNS and first.isdigit():
        return False
    return not (before.isdigit() and (first in _UNITS or _is_fraction(first)))


def _first_of_word(source: Folded, token: int) -> int:
    """The first of the tokens that hyphens join to this one, in its line."""
    while token and source.joins[token] == HYPHEN:
        token -= 1
    return token


def _ends_well(quote: Folded, source: Folded, end: int, token: int) -> bool:
    """Whether no word and no figure is cut where the quotation ends."""
    starts = source.starts
    stop = starts[token + 1] if token + 1 < len(starts) else len(source.text)
    tail = source.text[end:stop]
    join = source.joins[token + 1]
    if tail:
        return quote.joins[-1] not in DASHES and _parts(quote.text, tail)
    if quote.joins[-1] in DASHES:
        return join in (LEFT, RIGHT, DASH)
    if join in (HYPHEN, LINE_END, LEFT):
        return False
    after = source.text[end : end + 1] if join == SPACE else ""
    return not (quote.text[-1].isdigit() and after and (after in _UNITS or _is_fraction(after)))


def _parts(left: str, right: str) -> bool:
    """Whether a quotation may part `left` from `right`, which are printed with no space between.

    Yes at quotation marks and brackets round it, and at the end of a sentence; never within a
    word (`non/effective`, `can't`, `(un)reliable`) or a figure (`0.7`, `£7`, `7%`, `1,000`).
    """
    before, after = left[-1], right[0]
    if _is_bracketed_part(left, right):
        return False
    if (before.isalnum() and after.isalnum()) or _is_mark_of_word(after):
        return False
    if after.isdigit() and (before in _SIGNS or before in _POINTS):
        return False
    if before.isdigit() and after in _UNITS:
        return False
    if before.isdigit() and after in _POINTS and right[1:2].isdigit():
        return False
    if before.isalnum():  # a mark follows: what matters is whether a word goes on after it
        return after in _PARTING or not right[1:2].isalnum()
    if after.isalnum():
        return before in _PARTING or not left[-2:-1].isalnum()
    return True


def _is_bracketed_part(left: str, right: str) -> bool:
    """Whether one is a part of a word in brackets: "(un)reliable", "(non-)compliance" (without its
    hyphen), "outcome(s)"; not a short name, "Service(NPS)", nor the letter of "(a)Leaders"."""
    before, after = _BRACKETED_BEFORE.search(left[-16:]), _BRACKETED_AFTER.match(right)
    if before:
        return _is_one_word(before[1], right[0], right[1:2])
    return after is not None and _is_one_word(after[1], left[-1], left[-2:-1])


def _is_one_word(part: str, nearest: str, next_: str) -> bool:
    """Whether it can be, by its capitals. `nearest`, `next_`: the letters beside the bracket."""
    if nearest.islower():
        return not part[1:].isupper()
    return nearest.isupper() and next_.isupper() and part.isupper()


def _is_mark_of_word(character: str) -> bool:
    """An accent or an invisible mark, which belongs to what stands before it."""
    return unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


def _is_fraction(character: str) -> bool:
    return character.isnumeric() and not character.isdigit()
