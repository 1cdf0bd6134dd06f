"""Feeds are what their standards ask for, and carry the whole pair whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree
from tests.small_site import DIGEST, MOOR, edition

from inspection_digest.composing import feeds
from inspection_digest.outputs.feeds import atom, rss
from inspection_digest.views.feeds import FeedView

ATOM = {"a": "http://www.w3.org/2005/Atom"}
WRITE: dict[str, Callable[[FeedView], str]] = {"atom": atom, "rss": rss}
HOSTILE = "<script>alert(1)</script> ]]> & &amp; 😀 قطار '90s 5'10\" -- {{ x }}"
CHANGES = {
    MOOR: DIGEST.replace("speaker: Ada Buffer", "speaker: A & B")
    .replace("Every train we saw was on time.", "'" + HOSTILE.replace("'", "''") + "'")
    .replace("title: Trains on time, and no track", 'title: 3 < 4 & "5" ]]> 😀'),
    "sources/moor-release/text.txt": f"{HOSTILE}\n\nIt should act now.\n",
}
FEEDS = ["contrasts", "digests", "providers/moor-line", "providers/marsh-line"]


def text_of(name: str, form: str, changes: dict[str, str] | None = None) -> str:
    return WRITE[form](dict(feeds.feeds(edition(changes), form))[f"feeds/{name}.{form}.xml"])


class Words(HTMLParser):
    """The text of a piece of HTML, and its elements."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", set[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("form", WRITE)
@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_reader_finds_nothing_wrong(name: str, form: str) -> None:
    read = feedparser.parse(text_of(name, form, CHANGES))
    assert not read.bozo
    assert read.version == {"atom": "atom10", "rss": "rss20"}[form]
    assert len(read.entries) == (0 if "marsh" in name else 1)
    assert len({entry.id for entry in read.entries}) == len(read.entries)


@pytest.mark.parametrize("name", FEEDS)
def test_atom_is_what_rfc_4287_asks_for(name: str) -> None:
    root = etree.fromstring(text_of(name, "atom", CHANGES).encode())
    [own] = root.findall("a:link[@rel='self']", ATOM)
    assert own.get("href") == f"https://digest.example.org/sub/feeds/{name}.atom.xml"
    assert root.findtext("a:author/a:name", namespaces=ATOM) == "Inspection Digest"
    for part in [root, *root.findall("a:entry", ATOM)]:
        for required in ("id", "title", "updated"):
            assert len(part.findall(f"a:{required}", ATOM)) == 1, required
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", str(part.findtext("a:id", namespaces=ATOM)))
        stamp = str(part.findtext("a:updated", namespaces=ATOM))
        assert datetime.fromisoformat(stamp).tzinfo is not None
        assert len(part.findall("a:link[@rel='alternate']", ATOM)) == 1
    for entry in root.findall("a:entry", ATOM):
        assert entry.findtext("a:published", namespaces=ATOM) == "2031-05-14T00:00:00+00:00"
        assert entry.findtext("a:updated", namespaces=ATOM) == "2031-06-02T00:00:00+00:00"
        [content] = entry.findall("a:content", ATOM)
        assert content.get("type") == "html"


@pytest.mark.parametrize("name", FEEDS)
def test_rss_says_that_its_ids_are_no_addresses_and_when(name: str) -> None:
    root = etree.fromstring(text_of(name, "rss", CHANGES).encode())
    [channel] = root
    assert all(channel.findtext(required) for required in ("title", "link", "description"))
    [own] = channel.findall("{http://www.w3.org/2005/Atom}link")
    assert own.get("href") == f"https://digest.example.org/sub/feeds/{name}.rss.xml"
    for item in channel.findall("item"):
        [guid] = item.findall("guid")
        assert guid.get("isPermaLink") == "false"
        assert str(guid.text).startswith("urn:uuid:")
        published = parsedate_to_datetime(str(item.findtext("pubDate")))
        assert published == datetime(2031, 5, 14, tzinfo=UTC)


@pytest.mark.parametrize("form", WRITE)
@pytest.mark.parametrize("name", FEEDS)
def test_every_link_is_absolute(name: str, form: str) -> None:
    text = text_of(name, form, CHANGES)
    root = etree.fromstring(text.encode())
    links = [str(link.get("href") or link.text) for link in root.iter("{*}link")]
    links += re.findall(r'href=(?:"|&quot;)([^"&]+)', text)
    assert links
    assert {urlsplit(link).scheme for link in links} == {"https"}


@pytest.mark.parametrize("form", WRITE)
@pytest.mark.parametrize("name", FEEDS[:3])
def test_an_entry_carries_the_whole_pair_as_readable_text(name: str, form: str) -> None:
    [entry] = feedparser.parse(text_of(name, form), sanitize_html=False).entries
    html = entry.content[0].value if form == "atom" else entry.description
    words = " ".join(Words(html).text.split())
    for part in (
        "Said (Inspectorate of Toy Railways, press release, 14 May 2031)",
        "“Every train we saw was on time.”",
        "Ada Buffer.",
        "contradicted by",
        "Found (Inspectorate of Toy Railways, inspection report, 14 May 2031)",
        "“There is no track ... and the company could not say where it had gone.”",
        "The plan was good. The track was not there.",
        "Overall: Requires improvement",
    ):
        assert part in words
    assert words.index("Said (") < words.index("contradicted by") < words.index("Found (")


@pytest.mark.parametrize("form", WRITE)
def test_hostile_text_is_text(form: str) -> None:
    text = text_of("contrasts", form, CHANGES)
    [entry] = feedparser.parse(text, sanitize_html=False).entries
    html = entry.content[0].value if form == "atom" else entry.description
    assert f"“{HOSTILE}”" in Words(html).text
    assert Words(html).tags <= {"p", "strong", "em", "blockquote", "span", "a"}
    root = etree.fromstring(text.encode())
    titles = [str(title.text) for title in root.iter("{*}title")]
    assert any(title.startswith('3 < 4 & "5" ]]> 😀 (') for title in titles)


@pytest.mark.parametrize("form", WRITE)
def test_an_empty_feed_is_a_feed_and_always_the_same(form: str) -> None:
    text = text_of("providers/marsh-line", form)
    assert text == text_of("providers/marsh-line", form)
    assert "1970" in text
    read = feedparser.parse(text)
    assert not read.bozo
    assert read.entries == []
    assert read.feed.title == "Inspection Digest: Marsh Line"


@pytest.mark.parametrize("form", WRITE)
@pytest.mark.parametrize("name", FEEDS)
def test_the_same_content_gives_the_same_bytes(name: str, form: str) -> None:
    text = text_of(name, form, CHANGES)
    assert text == text_of(name, form, CHANGES)
    assert text.endswith(">\n")
    assert text.startswith('<?xml version="1.0" encoding="utf-8"?>')
