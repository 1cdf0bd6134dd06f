"""Quotations read back out of published bytes: HTML, Atom, RSS and JSON.

Nothing of the builder is used here but the one agreement between them: an element that prints a
quotation carries its identity as `data-quote`, and what is added inside it carries `data-added`.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

QUOTE, ADDED, LINKED_DATA = b"data-quote", b"data-added", b"application/ld+json"
WITHDRAWN = b"data-withdrawn"
NOTICE = re.compile(WITHDRAWN + rb'="([^"]*)"')
ENTRIES_AT_HAND = 128  # a feed of the whole site, and more than one of a provider
ATOM = "{http://www.w3.org/2005/Atom}"

Found = tuple[str, str]  # the quotation's key, and its words as published


class Said(NamedTuple):
    """All in a published file that has to be so: its quotations in their order, and the digests
    that it says are withdrawn."""

    quotations: tuple[Found, ...]
    withdrawn: frozenset[str]


def said_in(path: str, data: bytes) -> Said:
    """Raises ValueError or ParseError for XML, JSON or text that nobody could read."""
    data.decode()  # pages, feeds and data are UTF-8
    return Said(tuple(quotations_in(path, data)), notices_in(data))


def quotations_in(path: str, data: bytes) -> Iterator[Found]:
    """Every quotation a published file prints, in its order. Other files print none."""
    if path.endswith(".html"):
        if QUOTE in data or LINKED_DATA in data:  # most lists print none, and reading costs time
            yield from _in_html(data)
    elif path.endswith(".atom.xml"):
        for content in ET.fromstring(data).iter(f"{ATOM}content"):  # noqa: S314 - our own file
            yield from _in_entry(content.text or "")
    elif path.endswith(".rss.xml"):
        for description in ET.fromstring(data).iter("description"):  # noqa: S314 - our own file
            yield from _in_entry(description.text or "")
    elif path.endswith(".json"):
        yield from _in_json(json.loads(data))


def quotations_in_record(lines: Iterable[str]) -> Iterator[Found]:
    """Those of a JSON object whose lists hold an object over several lines, two spaces in: each is
    read by itself, so that a file may be longer than memory. Raises ValueError."""
    around: list[str] = []
    item: list[str] = []
    for line in lines:
        if item or line == "  {\n":
            item.append(line)
        else:
            around.append(line)
        if item and line in {"  }\n", "  },\n"}:
            yield from _in_json(json.loads("".join(item).rstrip(",\n")))
            around.append(f"0{line[3:]}")
            item.clear()
    yield from _in_json(json.loads("".join([*around, *item])))


def quotations_in_items(data: bytes) -> Iterator[Found]:
    """Those of some items of a JSON list, with what parts them. Raises ValueError."""
    return _in_json(json.loads(b"[%b]" % data))


def notices_in(data: bytes) -> frozenset[str]:
    """The digests that a page says are withdrawn."""
    found = NOTICE.findall(data) if WITHDRAWN in data else ()
    return frozenset(name.decode() for name in found)


def _in_json(value: object) -> Iterator[Found]:
    """Every object that has a `key` and a `text`, wherever it stands."""
    inside: Iterable[object] = value if isinstance(value, list) else ()
    if isinstance(value, dict):
        if "key" in value and "text" in value:
            yield value["key"], value["text"]
        inside = value.values()
    for inner in inside:
        if isinstance(inner, dict | list):  # most are not
            yield from _in_json(inner)


@lru_cache(ENTRIES_AT_HAND)
def _in_entry(text: str) -> tuple[Found, ...]:
    """Those of an entry, which stands in both kinds of a feed, letter for letter."""
    return tuple(_in_html(text.encode()))


def _in_html(data: bytes) -> Iterator[Found]:
    """As a browser reads it: by the parsing rules of the HTML standard."""
    page = LexborHTMLParser(data)
    if ADDED in data:  # each search goes through the whole page, so none is made in vain
        for added in page.css("[data-quote] [data-added]"):
            added.decompose()
    if QUOTE in data:
        for element in page.css("[data-quote]"):
            yield element.attrs["data-quote"] or "", element.text()
    if LINKED_DATA in data:
        for script in page.css('script[type="application/ld+json"]'):
            for words in _in_linked_data(json.loads(script.text())):
                yield "", words


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
