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


def sitemaps(addresses: Iterable[str], absolute: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Every file of the sitemap, as (path, text): one, or an index and the files it names.

    `addresses` are absolute, and so is what `absolute` makes of a path of the site.
    """
    ordered = sorted(addresses)
    if len(ordered) <= MOST_ADDRESSES:
        yield FIRST, sitemap(ordered)
        return
    parts = [ordered[at : at + MOST_ADDRESSES] for at in range(0, len(ordered), MOST_ADDRESSES)]
    paths = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield FIRST, _listed("sitemapindex", "sitemap", map(absolute, paths))
    for path, part in zip(paths, parts, strict=True):
        yield path, sitemap(part)


def sitemap(addresses: Iterable[str]) -> str:
    """`addresses` are absolute. No dates: nothing here knows when a page last changed."""
    return _listed("urlset", "url", sorted(addresses))


def robots(sitemap_address: str) -> str:
    """Everyone may read everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {sitemap_address}\n"


def _listed(whole: str, each: str, addresses: Iterable[str]) -> str:
    lines = [f"<{each}><loc>{escape(address)}</loc></{each}>" for address in addresses]
    return "\n".join([_HEAD, f"<{whole} {_SPACE}>", *lines, f"</{whole}>", ""])
