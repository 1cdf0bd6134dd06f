"""Figures that can be opened, and the pages of reports behind them."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Chrome, Link
from inspection_digest.views.grades import GradeView


class Figure(Struct, frozen=True):
    """A number of reports. `href` leads to exactly those; "" for none of them.

    `words` say what is counted, for those who hear the number without its column. `share` is the
    length of its bar, in per cent of the longest that is possible, or "" for no bar.
    """

    number: str
    words: str
    href: str = ""
    share: str = ""


class ReportRow(Struct, frozen=True):
    """A report in a list behind a figure: who, when, and what was graded how.

    `weakest` is the lowest practice grade known and `weakest_names` the standards that have it;
    None and "" where none is known. `gap` is the distance in words, or "".
    """

    href: str
    provider: str
    when: str
    overall: GradeView
    lead: GradeView | None
    weakest: GradeView | None
    weakest_names: str
    gap: str


class ReportsPage(Struct, frozen=True, kw_only=True):
    """The reports behind one figure, newest first. `siblings` are the figures beside it.

    `counted` says how many stand here of how many there are. A long list runs over several pages:
    `previous` and `next` are None where there is none.
    """

    chrome: Chrome
    parent: Link
    title: str
    sentence: str
    counted: str
    siblings: tuple[Link, ...]
    rows: tuple[ReportRow, ...]
    previous: Link | None
    next: Link | None
