"""A page as we published it, taken apart: what its head says, and what stands in its main part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import html

_MEND = re.compile(r'<nav class="foot-nav mend".*?</nav>', re.DOTALL)
_MAIN = re.compile(r'<main id="main" tabindex="-1">\n?(.*?)</main>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has. Addresses start at the site's root."""

    site: str
    url: str
    policy: str
    styles: tuple[str, ...]
    feeds: tuple[tuple[str, str, str], ...]
    nav: tuple[Link, ...]
    footer: tuple[Link, ...]
    licences: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `styles` and `feeds` are those beyond the frame's; `main` and `mend`, its own part
    of the footer, are HTML."""

    file: str
    kind: str
    title: str
    description: str
    type: str
    published: str
    root: str
    styles: tuple[str, ...]
    feeds: tuple[tuple[str, str, str], ...]
    data: str
    main: str
    mend: str

    @property
    def address(self) -> str:
        return self.file.removesuffix("index.html")


def kind_of(file: str) -> str:
    """Which kind of page is in a file of the site: only these are many."""
    parts = file.split("/")
    match parts[0], len(parts):
        case "digests", 4:
            return "digest"
        case "digests", 5:
            return "contrast"
        case "sources", 3:
            return "source"
        case "providers", 3:
            return "provider"
        case _:
            return "listing"


def read_page(site: Path, file: str, frame: Frame | None) -> Page:
    text = (site / file).read_text("utf-8")
    head = _document(text[: text.index("<body>")])
    root = _root(head)
    feeds, styles = _feeds(head, root), _styles(head, root)
    found = _MAIN.search(text)
    assert found, f"{file} has no main part"
    mend = _MEND.search(text)
    return Page(
        file=file,
        kind=kind_of(file),
        title=head.findtext(".//title") or "",
        description=_meta(head, "name", "description"),
        type=_meta(head, "property", "og:type"),
        published=_meta(head, "property", "article:published_time"),
        root=root,
        styles=tuple(each for each in styles if not frame or each not in frame.styles),
        feeds=tuple(each for each in feeds if not frame or each not in frame.feeds),
        data=head.findtext(".//script[@type='application/ld+json']") or "",
        main=found[1],
        mend=" ".join(mend[0].split()) if mend else "",
    )


def read_frame(site: Path) -> Frame:
    """The frame, from a page that has nothing of its own."""
    page = _document((site / "about/index.html").read_text("utf-8"))
    root = _root(page)
    body = page.body
    url = _meta(page, "property", "og:url").removesuffix("about/").rstrip("/")
    return Frame(
        site=_meta(page, "property", "og:site_name"),
        url=url,
        policy=str(page.xpath("string(//meta[@http-equiv]/@content)")),
        styles=_styles(page, root),
        feeds=_feeds(page, root),
        nav=_links(body, ".//nav[@class='site-nav']//a", "about/"),
        footer=_links(body, ".//nav[@class='foot-nav']//a", "about/"),
        licences=body.findtext(".//footer/div/p") or "",
    )


def _document(text: str) -> html.HtmlElement:
    found = html.document_fromstring(text)
    assert isinstance(found, html.HtmlElement)
    return found


def _root(head: html.HtmlElement) -> str:
    icon: str = head.xpath("string(//link[@rel='icon']/@href)")
    return icon.removesuffix("theme/favicon.svg")


def _meta(head: html.HtmlElement, attribute: str, name: str) -> str:
    return str(head.xpath(f"string(//meta[@{attribute}='{name}']/@content)"))


def _styles(head: html.HtmlElement, root: str) -> tuple[str, ...]:
    sheets = head.xpath("//link[@rel='stylesheet']/@href")
    return tuple(sheet.removeprefix(root) for sheet in sheets)


def _feeds(head: html.HtmlElement, root: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (link.get("title"), link.get("type"), link.get("href").removeprefix(root))
        for link in head.xpath("//link[@rel='alternate']")
    )


def _links(body: html.HtmlElement, path: str, here: str) -> tuple[Link, ...]:
    """Links of one page as addresses from the root on."""
    found = []
    for link in body.iterfind(path):
        href = link.get("href")
        if not href.startswith("https:"):
            href = here if href in {"./", ""} else href.removeprefix("../")
        found.append(Link("".join(link.itertext()), href))
    return tuple(found)


def text_of(page: str) -> str:
    """The words a reader sees in the body of a page, one space between each two."""
    body = _document(page).body
    for element in body.iter():
        if element.tag in {"script", "style"}:
            element.text = ""
        elif element.tag not in _IN_LINE:  # a block ends a word, with white space or without
            element.text = f" {element.text or ''}"
            element.tail = f" {element.tail or ''}"
    return " ".join(str(body.text_content()).split())


_IN_LINE = frozenset("a em strong b i mark span code q cite time abbr".split())  # noqa: SIM905
