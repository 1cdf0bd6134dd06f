"""The two files that search engines ask for."""

from __future__ import annotations

from lxml import etree

from inspection_digest.outputs.sitemap import robots, sitemap


def test_the_sitemap_lists_addresses_in_order_and_escapes_them() -> None:
    assert sitemap(["https://a.example/b/", "https://a.example/?c=1&d=<2>"]) == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://a.example/?c=1&amp;d=&lt;2&gt;</loc></url>\n"
        "<url><loc>https://a.example/b/</loc></url>\n"
        "</urlset>\n"
    )


def test_an_empty_sitemap_is_well_formed() -> None:
    assert len(etree.fromstring(sitemap([]).encode())) == 0


def test_everyone_may_read_everything() -> None:
    assert robots("https://a.example/sitemap.xml") == (
        "User-agent: *\nAllow: /\nSitemap: https://a.example/sitemap.xml\n"
    )
