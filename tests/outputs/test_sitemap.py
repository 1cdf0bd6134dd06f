"""The two files that search engines ask for."""

from __future__ import annotations

import pytest
from lxml import etree

from inspection_digest.outputs import sitemap as outputs
from inspection_digest.outputs.sitemap import robots, sitemap, sitemaps


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


def test_more_addresses_than_a_file_may_hold_stand_in_several_that_the_first_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outputs, "MOST_ADDRESSES", 2)
    here = [f"https://a.example/{name}/" for name in "cadb"]
    files = dict(
        sitemaps([*here, "https://a.example/e/"], lambda path: f"https://a.example/{path}")
    )
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert files["sitemap.xml"] == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<sitemap><loc>https://a.example/sitemap-1.xml</loc></sitemap>\n"
        "<sitemap><loc>https://a.example/sitemap-2.xml</loc></sitemap>\n"
        "<sitemap><loc>https://a.example/sitemap-3.xml</loc></sitemap>\n"
        "</sitemapindex>\n"
    )
    assert files["sitemap-1.xml"] == sitemap(["https://a.example/a/", "https://a.example/b/"])
    assert files["sitemap-3.xml"] == sitemap(["https://a.example/e/"])


def test_as_many_as_a_file_may_hold_stand_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "MOST_ADDRESSES", 2)
    two = ["https://a.example/b/", "https://a.example/a/"]
    assert dict(sitemaps(two, str)) == {"sitemap.xml": sitemap(two)}


def test_everyone_may_read_everything() -> None:
    assert robots("https://a.example/sitemap.xml") == (
        "User-agent: *\nAllow: /\nSitemap: https://a.example/sitemap.xml\n"
    )
