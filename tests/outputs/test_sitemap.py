"""The two files that search engines ask for."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from lxml import etree

from inspection_digest.outputs import sitemap as outputs
from inspection_digest.outputs.sitemap import robots, sitemap, sitemaps


def absolute(address: str) -> str:
    return f"https://a.example/{address}"


def made(addresses: Iterable[str]) -> dict[str, str]:
    return {path: "".join(pieces) for path, pieces in sitemaps(addresses, absolute)}


def test_the_sitemap_lists_addresses_in_order_and_escapes_them() -> None:
    assert made(["b/", "?c=1&d=<2>"])["sitemap.xml"] == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://a.example/?c=1&amp;d=&lt;2&gt;</loc></url>\n"
        "<url><loc>https://a.example/b/</loc></url>\n"
        "</urlset>\n"
    )


def test_an_empty_sitemap_is_well_formed() -> None:
    assert len(etree.fromstring(made([])["sitemap.xml"].encode())) == 0


def test_more_addresses_than_a_file_may_hold_stand_in_several_that_the_first_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outputs, "MOST_ADDRESSES", 2)
    files = made(["c/", "a/", "d/", "b/", "e/"])
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert files["sitemap.xml"] == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<sitemap><loc>https://a.example/sitemap-1.xml</loc></sitemap>\n"
        "<sitemap><loc>https://a.example/sitemap-2.xml</loc></sitemap>\n"
        "<sitemap><loc>https://a.example/sitemap-3.xml</loc></sitemap>\n"
        "</sitemapindex>\n"
    )
    assert files["sitemap-1.xml"] == "".join(sitemap([absolute("a/"), absolute("b/")]))
    assert files["sitemap-3.xml"] == "".join(sitemap([absolute("e/")]))


def test_as_many_as_a_file_may_hold_stand_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "MOST_ADDRESSES", 2)
    assert list(made(["b/", "a/"])) == ["sitemap.xml"]


def test_everyone_may_read_everything() -> None:
    assert robots("https://a.example/sitemap.xml") == (
        "User-agent: *\nAllow: /\nSitemap: https://a.example/sitemap.xml\n"
    )
