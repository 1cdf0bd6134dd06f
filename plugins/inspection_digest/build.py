"""The site on one screen: from an edition to views, from views to published text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspection_digest.composing import notices, urls
from inspection_digest.composing.edition import Edition
from inspection_digest.outputs.page import Templates
from inspection_digest.outputs.sitemap import SITEMAP, robots, sitemaps
from inspection_digest.parts import parts


def pages(edition: Edition) -> Iterator[tuple[str, object]]:
    """Every page but those of prose, as (address, view)."""
    for part in parts(edition):
        yield from part.views()


def publish(edition: Edition, templates: Templates) -> Iterator[tuple[str, str]]:
    """Every published file but prose pages, sitemap and robots, as (path, text)."""
    for part in parts(edition):
        yield from part.make(templates)


def publish_index(edition: Edition, files: Iterable[str]) -> Iterator[tuple[str, Iterable[str]]]:
    """sitemap.xml and robots.txt, from the pages that were really written, without notices: each
    path, and the text in pieces."""
    notices_ = {urls.file_of(address) for address in notices.notice_addresses(edition)}
    listed = (
        path.removesuffix("index.html")
        for path in files
        if path.endswith("index.html") and path not in notices_
    )
    yield from sitemaps(listed, edition.absolute)
    yield "robots.txt", (robots(edition.absolute("sitemap.xml")),)


def is_index(path: str) -> bool:
    """Whether it is one of the files that `publish_index` makes."""
    return path == "robots.txt" or bool(SITEMAP.fullmatch(path))
