"""Grades as a page prints them: a word first, then pips; `not known` as plainly as a grade."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Link


class GradeView(Struct, frozen=True):
    """`filled` of `of` pips; `known` False prints `not known`. `cited` is the page that states it.

    `uncertain`: the fact is inferred, and the page says so.
    """

    word: str
    filled: int
    of: int
    known: bool
    uncertain: bool = False
    cited: Link | None = None


class RatingView(Struct, frozen=True):
    """One standard's grade. `lead`: the leadership standard; `practice`: one about work done."""

    number: str
    name: str
    group: str
    lead: bool
    practice: bool
    grade: GradeView


class GradesView(Struct, frozen=True):
    """The overall grade and every standard of the framework, in its order.

    `count` is a sentence such as `Grades known: 1 of 10 standards.`; `missing` is HTML.
    """

    overall: GradeView
    ratings: tuple[RatingView, ...]
    count: str
    missing: str
