"""How often each grade was given among the reports by one framework."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.grades import GradeView
from inspection_digest.views.reports import Figure


class DistributionRow(Struct, frozen=True):
    """One standard, or the overall grade: a figure for each grade, in the order of the columns."""

    number: str
    name: str
    lead: bool
    cells: tuple[tuple[GradeView, Figure], ...]
    unknown: Figure


class DistributionView(Struct, frozen=True):
    """A table of figures. `of` and `sentence` say what they count, `grades` are its columns."""

    title: str
    of: Figure
    sentence: str
    grades: tuple[GradeView, ...]
    rows: tuple[DistributionRow, ...]
