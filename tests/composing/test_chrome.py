"""Head, masthead and footer lead where they say, from whatever page and in whatever order."""

from __future__ import annotations

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st
from tests.small_site import edition

from inspection_digest.composing import urls
from inspection_digest.composing.chrome import FEEDS, FOOTER, NAV, chrome

ROOT = "https://digest.example.org/sub/"
MADE = edition()

names = st.sampled_from(["digests", "contrasts", "providers", "about", "a", "the-gap", "2"])
pages = st.lists(names, max_size=4).map(lambda folders: "".join(f"{name}/" for name in folders))


@given(st.lists(pages, min_size=1, max_size=8))
def test_what_is_alike_on_many_pages_leads_to_the_same_places(asked: list[str]) -> None:
    for here in asked:
        view = chrome(MADE, here, "A page", "What it is")
        found = [(link.label, link.href) for link in (*view.nav, *view.footer)]
        wanted = [(label, urls.link(address)) for label, address in (*NAV.items(), *FOOTER)]
        assert found[: len(wanted)] == wanted
        assert [link.label for link in view.nav if link.current] == [
            label for label, address in NAV.items() if address == here
        ]
        assert urljoin(ROOT + here, view.root) == ROOT
        assert [feed.href for feed in view.feeds] == [
            urls.link(urls.feed(name, form)) for _, name in FEEDS for form in ("atom", "rss")
        ]


def test_the_feeds_of_a_page_come_before_those_of_every_page() -> None:
    view = chrome(MADE, "a/", "A page", "What it is", feeds=(("Moor Line", "providers/moor-line"),))
    assert [(feed.label, feed.href) for feed in view.feeds] == [
        ("Moor Line (Atom)", urls.link("feeds/providers/moor-line.atom.xml")),
        ("Moor Line (RSS)", urls.link("feeds/providers/moor-line.rss.xml")),
        ("All contrasts (Atom)", urls.link("feeds/contrasts.atom.xml")),
        ("All contrasts (RSS)", urls.link("feeds/contrasts.rss.xml")),
        ("All digests (Atom)", urls.link("feeds/digests.atom.xml")),
        ("All digests (RSS)", urls.link("feeds/digests.rss.xml")),
    ]
