"""sitemap.xml and robots.txt (sitemaps.org, RFC 9309)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.sax.saxutils import escape

# The protocol's limits are 50,000 addresses and 50 MiB a file. An address of ours is far shorter
# than the kilobyte that would make these many too large.
MOST_ADDRESSES = 40_000
FIRST = "sitemap.xml"
SITEMAP = re.compile(r"sitemap(?:-\d+)?\.xml")  # every file of it

_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(
    addresses: Iterable[str], absolute: Callable[[str], str]
) -> Iterator[tuple[str, Iterator[str]]]:
    """Every file of the sitemap, as its path and the pieces of its text: one, or an index and the
    files it names. `absolute` makes of an address or a path of the site what others ask for."""
    ordered = sorted(addresses)
    if len(ordered) <= MOST_ADDRESSES:
        yield FIRST, sitemap(map(absolute, ordered))
        return
    starts = range(0, len(ordered), MOST_ADDRESSES)
    paths = [f"sitemap-{number}.xml" for number, _ in enumerate(starts, 1)]
    yield FIRST, _listed("sitemapindex", "sitemap", map(absolute, paths))
    for path, start in zip(paths, starts, strict=True):
        yield path, sitemap(map(absolute, ordered[start : start + MOST_ADDRESSES]))


def sitemap(addresses: Iterable[str]) -> Iterator[str]:
    """`addresses` are absolute. No dates: nothing here knows when a page last changed."""
    return _listed("urlset", "url", addresses)


def robots(sitemap_address: str) -> str:
    """Everyone may read everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {sitemap_address}\n"


def _listed(whole: str, each: str, addresses: Iterable[str]) -> Iterator[str]:
    yield f"{_HEAD}\n<{whole} {_SPACE}>\n"
    for address in addresses:
        yield f"<{each}><loc>{escape(address)}</loc></{each}>\n"
    yield f"</{whole}>\n"
