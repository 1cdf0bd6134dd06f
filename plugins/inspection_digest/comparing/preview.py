"""The first page of a preview, from a comparison and the titles of the pages that were built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from inspection_digest.composing import urls
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.edition import Edition
from inspection_digest.views.chrome import Link
from inspection_digest.views.comparison import Comparison, FileGroup
from inspection_digest.views.preview import PreviewItem, PreviewList, PreviewPage

SITE = "site/"  # where the preview itself stands, beside its first page
HOWS = ("added", "changed", "removed")
FOLDED_ABOVE = 12


def preview_page(
    edition: Edition, comparison: Comparison, titles: Mapping[str, str], against: str
) -> PreviewPage:
    """`titles` are the built pages' own, by file (`about/index.html`)."""
    title = "What this change touches"
    around = chrome(edition, urls.HOME, title, f"{title}: a preview.", root=SITE, index=False)
    return PreviewPage(
        chrome=replace(around, canonical=""),
        against=against,
        lists=tuple(
            found
            for group in comparison.files
            for how in HOWS
            for found in _list(group, how, titles)
        ),
        site=Link("Open the whole site", urls.link(urls.HOME)),
    )


def _list(group: FileGroup, how: str, titles: Mapping[str, str]) -> Iterator[PreviewList]:
    addresses: tuple[str, ...] = getattr(group, how)
    if not addresses:
        return
    items = tuple(_item(address, how, titles) for address in addresses)
    heading = f"{group.name}: {len(items):,} {how}"
    yield PreviewList(heading, items, len(items) > FOLDED_ABOVE)


def _item(address: str, how: str, titles: Mapping[str, str]) -> PreviewItem:
    named = titles.get(urls.file_of(address), "")
    href = "" if how == "removed" else f"{SITE}{address}"
    return PreviewItem(named or address or "Front page", f"/{address}", href)
