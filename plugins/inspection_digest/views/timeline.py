"""A provider's reports over time: every standard in every report, and where the line breaks."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Link
from inspection_digest.views.grades import GradeView


class Spark(Struct, frozen=True):
    """A line over reports, drawn `width` by `height`: `points` are (x, y), `path` joins them."""

    width: str
    height: str
    points: tuple[tuple[str, str], ...]
    path: str


class TimelineCell(Struct, frozen=True):
    """A grade in one report; `move` is `up`, `down`, `same` or "", `move_words` say it."""

    grade: GradeView
    when: str
    move: str
    move_words: str


class TimelineRow(Struct, frozen=True):
    """The overall grade or a standard through the reports of one stretch."""

    name: str
    lead: bool
    cells: tuple[TimelineCell, ...]
    spark: Spark | None


class Break(Struct, frozen=True):
    """Where standards before and after may not be set side by side: `says` is HTML or ""."""

    words: str
    says: str
    basis: str
    source: Link | None


class Stretch(Struct, frozen=True):
    """Reports that may be compared, oldest first. `before` is what parts them from those before.

    `silent` are the standards of which no grade is known in any of them.
    """

    before: Break | None
    framework: Link
    reports: tuple[Link, ...]
    rows: tuple[TimelineRow, ...]
    silent: str


class Timeline(Struct, frozen=True):
    """`moves`, `again` and `never` are sentences: what changed, what was weak again, what never
    rose."""

    stretches: tuple[Stretch, ...]
    moves: tuple[str, ...]
    again: tuple[str, ...]
    never: tuple[str, ...]
