"""Every link inside the site leads somewhere: pages, fragments, feeds, style sheets."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html

SITE_URL = "https://inspection-digest.example"


@pytest.fixture(scope="module")
def parsed(built_site: Path) -> dict[str, html.HtmlElement]:
    return {
        path.relative_to(built_site).as_posix(): html.document_fromstring(path.read_text("utf-8"))
        for path in sorted(built_site.rglob("*.html"))
    }


def test_every_internal_link_and_fragment_leads_somewhere(
    built_site: Path, parsed: dict[str, html.HtmlElement]
) -> None:
    anchors = {page: set(root.xpath("//@id")) for page, root in parsed.items()}
    lost = []
    for page, root in parsed.items():
        for link in _links(root):
            target, fragment = _target(page, link)
            if target is None:
                continue
            if not (built_site / target).is_file():
                lost.append(f"{page}: {link}")
            elif fragment and target.endswith(".html") and fragment not in anchors[target]:
                lost.append(f"{page}: {link} (no such place)")
    assert lost == []


def test_an_id_stands_once_on_a_page(parsed: dict[str, html.HtmlElement]) -> None:
    for page, root in parsed.items():
        counts = Counter(root.xpath("//@id"))
        assert [name for name, count in counts.items() if count > 1] == [], page


def test_nothing_is_loaded_from_elsewhere(parsed: dict[str, html.HtmlElement]) -> None:
    loaded = [
        str(tag.get("src") or tag.get("href"))
        for root in parsed.values()
        for tag in root.iter("img", "script", "iframe", "link")
        if tag.get("rel") not in {"canonical", "alternate"}
    ]
    assert [address for address in loaded if urlsplit(address).netloc] == []


def test_the_sitemap_names_every_page_that_may_be_found(
    built_site: Path, parsed: dict[str, html.HtmlElement]
) -> None:
    root = etree.parse(built_site / "sitemap.xml").getroot()
    named = {element.text for element in root.iter("{*}loc")}
    addresses = {page.removesuffix("index.html") for page in parsed if page != "404.html"}
    assert named == {f"{SITE_URL}/{address}" for address in addresses}


def test_every_page_says_where_it_stands_and_how_to_follow(
    parsed: dict[str, html.HtmlElement],
) -> None:
    for page, root in parsed.items():
        canonical = root.xpath("//link[@rel='canonical']/@href")
        assert canonical == [f"{SITE_URL}/{page.removesuffix('index.html')}"]
        types = root.xpath("//link[@rel='alternate']/@type")
        assert types.count("application/atom+xml") >= 2, page
        assert types.count("application/rss+xml") >= 2, page


def _links(root: html.HtmlElement) -> list[str]:
    return [str(tag.get("href") or tag.get("src")) for tag in root.iter("a", "link", "img")]


def _target(page: str, link: str) -> tuple[str | None, str]:
    """The file a link leads to, or None where it leads out of the site."""
    parts = urlsplit(link.replace(f"{SITE_URL}/", "/", 1))
    if parts.scheme or parts.netloc:
        return None, ""
    if parts.path.startswith("/"):
        path = parts.path[1:]
    elif not parts.path:
        path = page
    else:
        folder = Path(page).parent
        path = _normal((folder / parts.path).as_posix())
        path += "/" if parts.path.endswith(("/", "..", ".")) and path else ""
    if path == "" or path.endswith("/"):
        path += "index.html"
    return unquote(path), unquote(parts.fragment)


def _normal(path: str) -> str:
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            kept.pop()
        elif part not in (".", ""):
            kept.append(part)
    return "/".join(kept)
