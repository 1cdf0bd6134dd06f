"""What the grades of one report make: who carries the overall, the sum, the gap, the peers."""

from __future__ import annotations

from dataclasses import dataclass

from inspection_digest.views.chrome import Link
from inspection_digest.views.grades import GradeView
from inspection_digest.views.reports import Figure


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the scale: the standards graded so, as (name, leadership).

    `overall` marks the step of the overall grade; `points` is what they add, in words, or "".
    """

    grade: GradeView
    standards: tuple[tuple[str, bool], ...]
    points: str
    overall: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """The standards of a report by their grade, the best first. `unknown` are names.

    `carry` says in words how many stand above, at and below the overall grade, or "".
    """

    rungs: tuple[Rung, ...]
    unknown: tuple[str, ...]
    carry: str
    points: bool


@dataclass(frozen=True, slots=True)
class ComputedContrast:
    """Leadership's grade beside the weakest practice grade, worked out from the grades alone."""

    lead: str
    lead_grade: GradeView
    seam: str
    weakest: str
    weakest_grade: GradeView
    sentence: str


@dataclass(frozen=True, slots=True)
class PeerView:
    """`Overall: one of 19 graded Requires improvement, among 28 reports ...`, with links.

    `before` is `one of`, or other words where the figure is 1.
    """

    fact: str
    before: str
    same: Figure
    grade: str
    of: str
    group: Link


@dataclass(frozen=True, slots=True)
class Standing:
    """What follows from the grades of a report; anything of it may be missing.

    `sums` are sentences, `rule` leads to what is known of the points. `gap` is a sentence.
    """

    ladder: Ladder | None
    sums: tuple[str, ...]
    rule: Link | None
    gap: str
    computed: ComputedContrast | None
    peers: tuple[PeerView, ...]
    gap_page: Link
