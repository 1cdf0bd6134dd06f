"""All grades: provider by standard, the newest report of each, framework by framework."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Chrome, Link
from inspection_digest.views.grades import GradeView


class MatrixColumn(Struct, frozen=True):
    """A standard, or the overall grade. `lead` marks the leadership standard."""

    number: str
    name: str
    lead: bool = False


class MatrixCell(Struct, frozen=True):
    """A grade and its short form, which stands for the eye only."""

    grade: GradeView
    short: str
    label: str


class MatrixRow(Struct, frozen=True):
    """A provider's newest report. `missing` says in words which grades are not known, or "".

    `gap` is the distance in grades as a number to sort by, "" where it is not known; `day` is the
    date as far as known, to sort by.
    """

    provider: Link
    report: Link
    day: str
    gap: str
    cells: tuple[MatrixCell, ...]
    missing: str


class MatrixTable(Struct, frozen=True):
    """The providers whose newest report is by one framework. `more` leads to those left out here.

    `counted` says how many stand here.
    """

    anchor: str
    title: Link
    inspectorate: str
    counted: str
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    more: Link | None = None


class GradesPage(Struct, frozen=True, kw_only=True):
    """All grades, or those of one framework where one page cannot hold all.

    `key` are (short form, grade) of every grade that is shortened. `grades` are the words of
    overall grades one can filter by, best first. `indexes` lead to other lists.
    """

    chrome: Chrome
    title: str
    standfirst: str
    key: tuple[tuple[str, GradeView], ...]
    grades: tuple[str, ...]
    tables: tuple[MatrixTable, ...]
    indexes: tuple[Link, ...]
    data: tuple[Link, ...]
    parent: Link | None = None
    previous: Link | None = None
    next: Link | None = None
