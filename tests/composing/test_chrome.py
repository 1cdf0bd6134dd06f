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
        found = [
            (link.label, urljoin(ROOT + here, link.href)) for link in (*view.nav, *view.footer)
        ]
        wanted = [(label, ROOT + address) for label, address in (*NAV, *FOOTER)]
        assert found[: len(wanted)] == wanted
        assert [link.label for link in view.nav if link.current] == [
            label for label, address in NAV if address == here
        ]
        assert urljoin(ROOT + here, view.root or "./") == ROOT
        assert [urljoin(ROOT + here, feed.href) for feed in view.feeds] == [
            ROOT + urls.feed(name, form) for _, name in FEEDS for form in ("atom", "rss")
        ]


def test_the_feeds_of_a_page_come_before_those_of_every_page() -> None:
    view = chrome(MADE, "a/", "A page", "What it is", feeds=(("Moor Line", "providers/moor-line"),))
    assert [(feed.label, feed.href) for feed in view.feeds] == [
        ("Moor Line (Atom)", "../feeds/providers/moor-line.atom.xml"),
        ("Moor Line (RSS)", "../feeds/providers/moor-line.rss.xml"),
        ("All contrasts (Atom)", "../feeds/contrasts.atom.xml"),
        ("All contrasts (RSS)", "../feeds/contrasts.rss.xml"),
        ("All digests (Atom)", "../feeds/digests.atom.xml"),
        ("All digests (RSS)", "../feeds/digests.rss.xml"),
    ]
