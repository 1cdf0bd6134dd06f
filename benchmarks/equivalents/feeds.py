"""A feed as we published it, as plain values for the templates of the other systems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

_ATOM = "{http://www.w3.org/2005/Atom}"


def read_feed(path: Path) -> dict[str, Any]:
    """`{"form": "atom" or "rss", ..., "entries": [...]}`; every value is text."""
    root = etree.parse(path).getroot()
    return _atom(root) if root.tag == f"{_ATOM}feed" else _rss(root)


def _atom(root: etree._Element) -> dict[str, Any]:
    return {
        "form": "atom",
        "title": _text(root, f"{_ATOM}title"),
        "subtitle": _text(root, f"{_ATOM}subtitle"),
        "id": _text(root, f"{_ATOM}id"),
        "updated": _text(root, f"{_ATOM}updated"),
        "author": _text(root, f"{_ATOM}author/{_ATOM}name"),
        "home": _link(root, "alternate"),
        "here": _link(root, "self"),
        "entries": [
            {
                "title": _text(entry, f"{_ATOM}title"),
                "link": _link(entry, "alternate"),
                "id": _text(entry, f"{_ATOM}id"),
                "published": _text(entry, f"{_ATOM}published"),
                "updated": _text(entry, f"{_ATOM}updated"),
                "content": _text(entry, f"{_ATOM}content"),
            }
            for entry in root.iterfind(f"{_ATOM}entry")
        ],
    }


def _rss(root: etree._Element) -> dict[str, Any]:
    channel = root.find("channel")
    assert channel is not None
    here = channel.find(f"{_ATOM}link")
    return {
        "form": "rss",
        "title": _text(channel, "title"),
        "subtitle": _text(channel, "description"),
        "updated": _text(channel, "lastBuildDate"),
        "home": _text(channel, "link"),
        "here": "" if here is None else here.get("href"),
        "entries": [
            {
                "title": _text(item, "title"),
                "link": _text(item, "link"),
                "id": _text(item, "guid"),
                "published": _text(item, "pubDate"),
                "content": _text(item, "description"),
            }
            for item in channel.iterfind("item")
        ],
    }


def _text(element: etree._Element, path: str) -> str:
    return element.findtext(path) or ""


def _link(element: etree._Element, rel: str) -> str:
    link = element.find(f"{_ATOM}link[@rel='{rel}']")
    return "" if link is None else str(link.get("href"))
