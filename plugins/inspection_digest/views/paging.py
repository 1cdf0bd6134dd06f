"""A list that runs over several pages."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Link


class Paging(Struct, frozen=True, kw_only=True):
    """Which part of the list a page shows, and the ways to the other parts.

    `counted`: `Contrasts 101 to 200 of 5,000`, with the years where the list is cut by them.
    `starts`: where which years begin, those of this page being the current ones.
    """

    counted: str
    starts: tuple[Link, ...]
    previous: Link | None
    next: Link | None
