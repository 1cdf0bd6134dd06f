"""What the grades of one report make: who carries the overall, the sum, the gap, the peers."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Link
from inspection_digest.views.grades import GradeView
from inspection_digest.views.reports import Figure


class Rung(Struct, frozen=True):
    """A step of the scale: the standards graded so, as (name, leadership).

    `overall` marks the step of the overall grade; `points` is what they add, in words, or "".
    """

    grade: GradeView
    standards: tuple[tuple[str, bool], ...]
    points: str
    overall: bool


class Ladder(Struct, frozen=True):
    """The standards of a report by their grade, the best first. `unknown` are names.

    `carry` says in words how many stand above, at and below the overall grade, or "".
    """

    rungs: tuple[Rung, ...]
    unknown: tuple[str, ...]
    carry: str
    points: bool


class ComputedContrast(Struct, frozen=True):
    """Leadership's grade beside the weakest practice grade, worked out from the grades alone."""

    lead: str
    lead_grade: GradeView
    seam: str
    weakest: str
    weakest_grade: GradeView
    sentence: str


class PeerView(Struct, frozen=True):
    """`Overall: one of 19 graded Requires improvement, among 28 reports ...`, with links.

    `before` is `one of`, or other words where the figure is 1. `same`: None where no other report
    has a grade that is known; `of` is that one then.
    """

    fact: str
    before: str
    same: Figure | None
    grade: str
    of: str
    group: Link


class Peers(Struct, frozen=True):
    """An inset: where the grades of a report stand among those of others."""

    of: tuple[PeerView, ...]


class Standing(Struct, frozen=True):
    """What follows from the grades of a report; anything of it may be missing.

    `sums` are sentences, `rule` leads to what is known of the points. `gap` is a sentence.
    `has_peers`: whether there is anything in the inset `Peers`.
    """

    ladder: Ladder | None
    sums: tuple[str, ...]
    rule: Link | None
    gap: str
    computed: ComputedContrast | None
    has_peers: bool
    gap_page: Link
