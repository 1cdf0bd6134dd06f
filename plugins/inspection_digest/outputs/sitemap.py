"""sitemap.xml and robots.txt (sitemaps.org, RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape


def sitemap(addresses: Iterable[str]) -> str:
    """`addresses` are absolute. No dates: nothing here knows when a page last changed."""
    lines = [f"<url><loc>{escape(address)}</loc></url>" for address in sorted(addresses)]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>",
            "",
        ]
    )


def robots(sitemap_address: str) -> str:
    """Everyone may read everything."""
    return f"User-agent: *\nAllow: /\nSitemap: {sitemap_address}\n"
