"""Whether the text of a PDF page can be trusted to be what the page shows.

A page is damaged where a person would see words that the text does not have, or other words: a
scan, letters without a known character, a font whose character map is wrong. Nothing is proved
from a damaged page, so a doubtful page counts as damaged only where the signs are plain.
"""

from __future__ import annotations

import re

from msgspec import Struct

# The commonest words of English prose: from a quarter to half of any of it.
_COMMON = frozenset(
    """
    a an and are as at be been by for from had has have in is it its not of on or that the their
    they this to was were which who with
    """.split()  # noqa: SIM905 - words read best as words
)
# What stands in a text for a glyph whose character is not known.
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class PageSigns(Struct, frozen=True):
    """What the reader of a page saw beside its text.

    `picture`: the largest picture's share of the page, 0 to 1. `strokes`: lines and shapes drawn.
    `letters`: characters drawn, `hidden`: those of them drawn invisibly, as a scanner's software
    does. `failed`: reading stopped half-way, or some of the page's data was lost.
    """

    picture: float = 0.0
    strokes: int = 0
    letters: int = 0
    hidden: int = 0
    failed: bool = False


def is_damaged(text: str, signs: PageSigns) -> bool:
    """Whether this text of a page must not be trusted."""
    visible = sum(not character.isspace() for character in text)
    if signs.failed:
        return True
    if visible < 20:
        # A picture of a page; letters drawn as shapes take a dozen strokes each.
        return signs.picture >= 0.5 or signs.strokes >= 1000
    if signs.hidden > signs.letters / 2:
        return True
    if text.count(UNKNOWN) > max(2, 0.01 * visible):
        return True
    return _spaced_out(text) or _implausible(text)


def _spaced_out(text: str) -> bool:
    """Whether words fell apart into letters: "C h i l d r e n"."""
    words = text.split()
    single = sum(len(word) == 1 and word.isalpha() for word in words)
    return len(words) >= 40 and single > 0.5 * len(words)


def _implausible(text: str) -> bool:
    """Whether long prose holds next to none of English's commonest words: a wrong letter map."""
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < 80:
        return False
    return sum(word in _COMMON for word in words) < 0.02 * len(words)
