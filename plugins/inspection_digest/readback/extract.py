"""Quotations read back out of published bytes: HTML, Atom, RSS and JSON.

Nothing of the builder is used here but the one agreement between them: an element that prints a
quotation carries its identity as `data-quote`, and what is added inside it carries `data-added`.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
MARKS = ("data-quote", "application/ld+json")
NOTICE = re.compile(r'data-withdrawn="([^"]*)"')
ATOM = "{http://www.w3.org/2005/Atom}"

Found = tuple[str, str]  # the quotation's key, and its words as published


def quotations_in(path: str, text: str) -> Iterator[Found]:
    """Every quotation a published file prints, in its order. Other files print none."""
    if path.endswith(".html"):
        if any(mark in text for mark in MARKS):  # most lists print none, and reading costs time
            yield from _in_html(text)
    elif path.endswith(".atom.xml"):
        for content in ET.fromstring(text).iter(f"{ATOM}content"):  # noqa: S314 - our own file
            yield from _in_html(content.text or "")
    elif path.endswith(".rss.xml"):
        for description in ET.fromstring(text).iter("description"):  # noqa: S314 - our own file
            yield from _in_html(description.text or "")
    elif path.endswith(".json"):
        yield from _in_json(json.loads(text))


def notices_in(text: str) -> set[str]:
    """The digests that a page says are withdrawn."""
    return set(NOTICE.findall(text)) if "data-withdrawn" in text else set()


def _in_json(value: object) -> Iterator[Found]:
    """Every object that has a `key` and a `text`, wherever it stands."""
    if isinstance(value, dict):
        if "key" in value and "text" in value:
            yield value["key"], value["text"]
        for inner in value.values():
            yield from _in_json(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_json(inner)


def _in_html(text: str) -> Iterator[Found]:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    yield from reader.found


class _Reader(HTMLParser):
    """Collects the text of `data-quote` elements, without that of `data-added` ones in them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Found] = []
        self._open: list[tuple[str, str | None, bool]] = []  # tag, key of a quotation, added
        self._words: list[str] = []
        self._data = False  # inside a script of data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in VOID:
            return
        key = named.get("data-quote")
        if key is not None:
            self._words = []
        self._open.append((tag, key, "data-added" in named))
        self._data = tag == "script" and named.get("type") == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            opened, key, _ = self._open.pop()
            if key is not None:
                self.found.append((key, "".join(self._words)))
            if opened == tag:
                break
        self._data = False

    def handle_data(self, data: str) -> None:
        if self._data:
            self.found += [("", words) for words in _in_linked_data(json.loads(data))]
        elif any(key is not None for _, key, _ in self._open) and not any(
            added for _, _, added in self._open
        ):
            self._words.append(data)


def _in_linked_data(value: object) -> Iterator[str]:
    """The text of every schema.org Quotation, which names no key: it must be some quotation's."""
    if isinstance(value, dict):
        if value.get("@type") == "Quotation":
            yield value["text"]
        for inner in value.values():
            yield from _in_linked_data(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_linked_data(inner)
