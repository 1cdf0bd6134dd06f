"""Every figure of the real site leads to exactly as many reports as it says; no page is heavy."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

HEAVIEST = 500_000


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[Path, html.HtmlElement]:
    return {
        path: html.document_fromstring(path.read_text("utf-8"))
        for path in sorted(built_site.rglob("index.html"))
    }


def test_a_figure_leads_to_as_many_reports_as_it_says(pages: dict[Path, html.HtmlElement]) -> None:
    wrong, tried = [], 0
    for path, root in pages.items():
        for figure in _figures(root, "a"):
            tried += 1
            said = _number(figure)
            found = _reports(pages, path, figure)
            if said != found:
                wrong.append(f"{path}: {figure.get('href')} says {said} and leads to {found}")
    assert wrong == []
    assert tried > 100


def test_a_figure_without_a_link_is_none(pages: dict[Path, html.HtmlElement]) -> None:
    for path, root in pages.items():
        for figure in _figures(root, "span"):
            assert _number(figure) == 0, path


def test_no_page_is_heavier_than_half_a_megabyte(built_site: Path) -> None:
    weights = {path: path.stat().st_size for path in built_site.rglob("*.html")}
    assert {path: size for path, size in weights.items() if size >= HEAVIEST} == {}


def test_a_shortened_address_still_leads_to_a_page(built_site: Path) -> None:
    """`digests/<provider>/` has none of its own: the provider's page is elsewhere."""
    for path in sorted(built_site.rglob("index.html")):
        folder = path.parent.parent
        if path.parent == built_site:
            continue
        above = folder.relative_to(built_site).as_posix()
        if not above.startswith(("sources", "digests/")):
            assert (folder / "index.html").is_file(), above


def _figures(root: html.HtmlElement, tag: str) -> list[html.HtmlElement]:
    return [element for element in root.find_class("figure") if element.tag == tag]


def _number(figure: html.HtmlElement) -> int:
    said = "".join(figure.xpath("text()")).replace(",", "")
    return 1 if said == "one" else int(said)


def _reports(pages: dict[Path, html.HtmlElement], path: Path, figure: html.HtmlElement) -> int:
    """The rows of the page it leads to, and of those that page runs on over."""
    at = (path.parent / str(figure.get("href"))).resolve() / "index.html"
    count = 0
    while True:
        count += len(pages[at].xpath("//tr[@data-report]"))
        following = pages[at].xpath("//a[@rel='next']/@href")
        if not following:
            return count
        at = (at.parent / str(following[0])).resolve() / "index.html"
