"""The first page of a preview: what a proposed change touches, and the way in."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Chrome, Link


class PreviewItem(Struct, frozen=True):
    """A published file: its page's title, its address, and `href`, "" where it is removed."""

    title: str
    address: str
    href: str


class PreviewList(Struct, frozen=True):
    """`heading` names the sort and what happens to it; `folded` lists are opened on demand."""

    heading: str
    items: tuple[PreviewItem, ...]
    folded: bool


class PreviewPage(Struct, frozen=True, kw_only=True):
    """`against` says in words what the change is set against; `site` is the whole preview."""

    chrome: Chrome
    against: str
    lists: tuple[PreviewList, ...]
    site: Link
