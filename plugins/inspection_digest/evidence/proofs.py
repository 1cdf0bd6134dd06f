"""What the checker says of a quotation: a verdict from a closed set, and where it stands.

A verdict is never a score. The set, and what holds, warns and fails, is DESIGN.md section 3.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Standing(StrEnum):
    """What follows from a verdict: shown as proved, shown as not proved, or an error."""

    HOLDS = "holds"
    WARNS = "warns"
    FAILS = "fails"


class Verdict(StrEnum):
    """The closed set. Its order is from the closest to the worst."""

    VERBATIM = "verbatim"
    TYPOGRAPHIC = "typographic"
    LAYOUT = "layout"
    ELIDED = "elided"
    EDITED = "edited"
    AMBIGUOUS = "ambiguous"
    UNREADABLE = "unreadable"
    UNHELD = "unheld"
    MISPLACED = "misplaced"
    ALTERED = "altered"
    ELSEWHERE = "elsewhere"
    SPLICED = "spliced"
    ABSENT = "absent"

    @property
    def standing(self) -> Standing:
        if self in _HOLD:
            return Standing.HOLDS
        return Standing.WARNS if self in _WARN else Standing.FAILS


_HOLD = frozenset(
    {Verdict.VERBATIM, Verdict.TYPOGRAPHIC, Verdict.LAYOUT, Verdict.ELIDED, Verdict.EDITED}
)
_WARN = frozenset({Verdict.AMBIGUOUS, Verdict.UNREADABLE, Verdict.UNHELD})


class Claim(NamedTuple):
    """A quotation as a digest states it: these words are in that source, perhaps on that page.

    `page` counts from 1 (the PDF page). `prefix` is words of the source that stand right before
    the quotation, to settle which of several places is meant.
    """

    text: str
    source: str
    page: int | None = None
    prefix: str | None = None


class Place(NamedTuple):
    """A stretch of one page: `page` from 1, offsets into that page's text in code points.

    `paragraph` counts from 1 in the page (for a source without pages, in the whole text).
    """

    page: int
    start: int
    end: int
    paragraph: int


class Gap(NamedTuple):
    """Words a quotation leaves out with `...`: how many, which, and what a reader should know.

    `notes` is drawn from `negation`, `number`, `grade`, `heading`, `page`.
    """

    words: int
    text: str
    notes: tuple[str, ...] = ()


class Change(NamedTuple):
    """One step of a word-by-word difference: what the quotation says, what the source says.

    `kind` is `negation`, `number`, `grade` or `word`; either side may be empty.
    """

    kind: str
    quoted: str
    printed: str


class Nearest(NamedTuple):
    """The passage a failed quotation comes closest to, in the source's own characters.

    `text` is ready to paste; `changes` has negations, numbers and grades first.
    """

    source: str
    page: int
    text: str
    changes: tuple[Change, ...]


class Proof(NamedTuple):
    """The verdict on one claim and all that a page or a message needs to explain it.

    `places`: one entry a fragment, each a run of Places (more than one where it crosses pages).
    `gaps`: one entry between each two fragments. `sources`: where the words were found instead,
    for `elsewhere` (one) and `spliced` (each half's). `pages`: numbers, in order, where it stands.
    """

    verdict: Verdict
    places: tuple[tuple[Place, ...], ...] = ()
    gaps: tuple[Gap, ...] = ()
    nearest: Nearest | None = None
    sources: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        return tuple(sorted({place.page for run in self.places for place in run}))
