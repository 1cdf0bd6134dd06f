"""A list that runs over several pages."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Link


class Paging(Struct, frozen=True, kw_only=True):
    """Which part of the list a page shows, and the ways to the other parts.

    `counted`: `Contrasts 101 to 200 of 5,000`. `starts`: what begins on which page, such as the
    years of a list in order of time; the last that begins before or on this page is the current.
    """

    counted: str
    starts: tuple[Link, ...]
    previous: Link | None
    next: Link | None
