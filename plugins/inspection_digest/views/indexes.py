"""Lists of everything: providers, digests and frameworks, so that a shortened address works."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Chrome, Link


class IndexItem(Struct, frozen=True):
    """A link and a few words beside it."""

    link: Link
    words: str = ""


class IndexGroup(Struct, frozen=True):
    """Things of one kind, in order. `note` is a few words under the heading, or ""."""

    anchor: str
    heading: str
    note: str
    items: tuple[IndexItem, ...]


class IndexPage(Struct, frozen=True, kw_only=True):
    """All of one kind of thing. A long list runs over several pages."""

    chrome: Chrome
    title: str
    standfirst: str
    groups: tuple[IndexGroup, ...]
    elsewhere: tuple[Link, ...]
    parent: Link | None = None
    previous: Link | None = None
    next: Link | None = None
