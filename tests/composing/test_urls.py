"""Every address can be reached from every page, by a link that works under any path."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspection_digest.composing import urls

ROOT = "https://host.example/some/path/"
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
addresses = st.one_of(pages, st.tuples(pages, anchors).map("#".join))


@given(pages, addresses)
def test_a_relative_link_leads_from_any_page_to_any_address(here: str, address: str) -> None:
    link = urls.relative_from(here)(address)
    assert link
    assert urljoin(ROOT + here, link) == ROOT + address
    assert not urlsplit(link).scheme
    assert not link.startswith("/")


@given(pages, addresses)
def test_a_link_works_wherever_the_site_is_put(here: str, address: str) -> None:
    link = urls.relative_from(here)(address)
    for root in ("https://other.example/", "file:///home/me/output/"):
        assert urljoin(root + here, link) == root + address


@pytest.mark.parametrize(
    ("here", "address", "link"),
    [
        ("", "", "./"),
        ("", "contrasts/", "contrasts/"),
        ("contrasts/", "", "../"),
        ("contrasts/", "contrasts/", "./"),
        ("digests/a/b/", "digests/a/b/#quote-c", "#quote-c"),
        ("digests/a/b/", "digests/a/b/c/", "c/"),
        ("digests/a/b/", "feeds/digests.atom.xml", "../../../feeds/digests.atom.xml"),
        ("sources/x/", "digests/a/b/#quote-c", "../../digests/a/b/#quote-c"),
        ("404.html", "", "./"),
    ],
)
def test_links_as_a_page_prints_them(here: str, address: str, link: str) -> None:
    assert urls.relative_from(here)(address) == link


@given(addresses)
def test_links_from_the_root_and_absolute_links_end_in_the_address(address: str) -> None:
    assert urls.absolute_at("https://a.example/b")(address) == f"https://a.example/b/{address}"
    assert urls.rooted_at("/b")(address) == f"/b/{address}"
    assert urls.rooted_at("")(address) == f"/{address}"


def test_an_address_that_ends_in_a_slash_is_served_from_its_index() -> None:
    assert urls.file_of("") == "index.html"
    assert urls.file_of("contrasts/") == "contrasts/index.html"
    assert urls.file_of("404.html") == "404.html"
    assert urls.file_of("feeds/a.atom.xml") == "feeds/a.atom.xml"


@given(st.lists(st.tuples(digest_ids, slugs, st.booleans()), unique=True, min_size=2, max_size=9))
@settings(max_examples=50)
def test_no_two_quotations_have_one_anchor_or_one_key(
    quotations: list[tuple[str, str, bool]],
) -> None:
    kinds = {False: urls.quote_anchor, True: urls.reply_anchor}
    keys = {urls.quote_key(digest, kinds[kind](name)) for digest, name, kind in quotations}
    passages = {urls.passage_anchor(digest, kinds[kind](name)) for digest, name, kind in quotations}
    others = {urls.page_anchor(1), urls.paragraph_anchor(1, 2, paged=True)}
    others |= {urls.paragraph_anchor(1, 2, paged=False)}
    assert len(keys) == len(passages) == len(quotations)
    assert not passages & others


def test_numbers_that_run_together_are_kept_apart() -> None:
    first = urls.passage_anchor("a/2019-03", urls.quote_anchor("x"))
    assert first != urls.passage_anchor("a-2019/03", urls.quote_anchor("x"))
    assert first != urls.passage_anchor("a/2019-03", urls.reply_anchor("x"))
