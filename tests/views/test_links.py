"""Every address can be reached from every page, by a link that works under any path."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.composing import urls
from inspection_digest.views.links import linked

slugs = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
digest_ids = st.tuples(slugs, slugs).map("/".join)
pages = st.one_of(
    st.sampled_from([urls.HOME, urls.CONTRASTS, urls.FOLLOW, urls.VERIFICATION, "404.html"]),
    st.sampled_from([urls.VERIFICATION_DATA, urls.feed("contrasts", "atom")]),
    digest_ids.map(urls.digest),
    st.tuples(digest_ids, slugs).map(lambda pair: urls.contrast(*pair)),
    slugs.map(urls.provider),
    slugs.map(urls.framework),
    slugs.map(urls.source),
    slugs.map(urls.prose),
    slugs.map(urls.article),
    slugs.map(lambda slug: urls.feed(f"providers/{slug}", "rss")),
)
anchors = st.one_of(
    slugs.map(urls.quote_anchor),
    slugs.map(urls.reply_anchor),
    st.integers(1, 99).map(urls.page_anchor),
    st.tuples(digest_ids, slugs).map(lambda pair: urls.passage_anchor(*pair)),
)
places = st.tuples(pages, anchors).map("#".join)


def printed(here: str, address: str) -> str:
    """The link to an address as the page at `here` prints it."""
    html = f'<a href="{urls.link(address)}">words</a>'
    found = linked(html, urls.root_from(here), here)
    return found.removeprefix('<a href="').removesuffix('">words</a>')


@given(pages, pages | places)
def test_a_link_leads_from_any_page_to_any_address(here: str, address: str) -> None:
    link = printed(here, address)
    for root in ("https://host.example/some/path/", "https://a.example/", "file:///home/output/"):
        assert urljoin(root + here, link) == root + address
    assert link
    assert not urlsplit(link).scheme
    assert not link.startswith("/")


@given(pages, anchors)
def test_a_place_on_the_page_itself_is_its_anchor(here: str, anchor: str) -> None:
    wanted = f"#{anchor}" if here else f"./#{anchor}"
    assert printed(here, f"{here}#{anchor}") == wanted


@pytest.mark.parametrize(
    ("here", "address", "link"),
    [
        ("", "", "./"),
        ("", "contrasts/", "./contrasts/"),
        ("contrasts/", "", "../"),
        ("contrasts/", "contrasts/", "../contrasts/"),
        ("digests/a/b/", "digests/a/b/#quote-c", "#quote-c"),
        ("digests/a/b/", "digests/a/b/c/", "../../../digests/a/b/c/"),
        ("digests/a/b/", "digests/a/b/c/#quote-c", "../../../digests/a/b/c/#quote-c"),
        ("digests/a/b/", "feeds/digests.atom.xml", "../../../feeds/digests.atom.xml"),
        ("sources/x/", "digests/a/b/#quote-c", "../../digests/a/b/#quote-c"),
        ("404.html", "", "./"),
    ],
)
def test_links_as_a_page_prints_them(here: str, address: str, link: str) -> None:
    assert printed(here, address) == link


@given(pages | places, st.sampled_from(["https://a.example/b/", "https://a.example/", "/b/", "/"]))
def test_a_feed_and_a_page_served_anywhere_link_by_a_root_of_their_own(
    address: str, root: str
) -> None:
    assert linked(f"<{urls.link(address)}>", root) == f"<{root}{address}>"


@given(st.text(st.characters(exclude_characters="\x1a")), pages)
def test_all_else_of_a_page_stays_letter_for_letter(text: str, here: str) -> None:
    assert linked(text, urls.root_from(here), here) == text
