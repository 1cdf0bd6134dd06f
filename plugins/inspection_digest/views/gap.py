"""The page on the gap: how far leadership stands above practice, and in how many reports."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Chrome, Link
from inspection_digest.views.grades import GradeView
from inspection_digest.views.reports import Figure


class FlowNode(Struct, frozen=True):
    """A grade at one side of the picture: a bar at `x`, `y` in the drawing's own units.

    `lines` are (words, y): the number of reports first, then the grade. `anchor` is SVG's
    text-anchor for them.
    """

    x: str
    y: str
    width: str
    height: str
    lines: tuple[tuple[str, str], ...]
    label_x: str
    anchor: str


class FlowBand(Struct, frozen=True):
    """From one grade to another: `path` is its outline, `kind` is `falls`, `level` or `rises`.

    `number` stands at `x`, `y`; `over` where the band is too thin to hold it.
    """

    path: str
    kind: str
    number: str
    x: str
    y: str
    over: bool


class Flow(Struct, frozen=True):
    """One drawing, `width` by `height`. `name` is `wide` or `narrow`."""

    name: str
    width: str
    height: str
    left: str
    left_x: str
    right: str
    right_x: str
    bands: tuple[FlowBand, ...]
    nodes: tuple[FlowNode, ...]


class PairRow(Struct, frozen=True):
    """The reports with one grade for leadership and one for the weakest practice standard.

    `kind` is `falls`, `level` or `rises`; `distance` says it in words.
    """

    lead: GradeView
    weakest: GradeView
    kind: str
    distance: str
    figure: Figure


class GapPicture(Struct, frozen=True):
    """Leadership's grade against the weakest practice grade, for reports on one scale.

    `flows` is the same drawing for wide and for narrow screens; `described` says it in words;
    `rows` are the table that says the same. `note` is "" where there is nothing to add.
    """

    title: str
    described: str
    flows: tuple[Flow, ...]
    rows: tuple[PairRow, ...]
    note: str


class StepRow(Struct, frozen=True):
    """`Two grades above` and how many reports."""

    words: str
    kind: str
    figure: Figure


class GapGroup(Struct, frozen=True):
    """One inspectorate, framework, period or owner. `href` is its own page, or ""."""

    name: str
    href: str
    above: Figure
    level: Figure
    below: Figure
    not_compared: Figure


class GapTable(Struct, frozen=True):
    """The figures of groups with at least one report that can be compared.

    `silent` are the groups without one: (name, figure of its reports).
    """

    anchor: str
    title: str
    column: str
    groups: tuple[GapGroup, ...]
    silent: tuple[tuple[str, Figure], ...]


class Reason(Struct, frozen=True):
    """Why some reports cannot be compared."""

    figure: Figure
    words: str


class GapPage(Struct, frozen=True, kw_only=True):
    """One page that makes the case by itself. `title` is the finding as a sentence.

    `compared` are the reports that could be compared; `pictures` one for each scale.
    """

    chrome: Chrome
    title: str
    standfirst: str
    compared: Figure
    of: Figure
    pictures: tuple[GapPicture, ...]
    steps: tuple[StepRow, ...]
    tables: tuple[GapTable, ...]
    reasons: tuple[Reason, ...]
    data: tuple[Link, ...]
    method: Link
    frameworks: Link


class GapStrip(Struct, frozen=True):
    """The one figure on the front page, and the way to the page."""

    above: str
    of: str
    words: str
    link: Link
