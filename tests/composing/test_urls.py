"""No two things have one address, and every address has its file."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from inspection_digest.composing import urls

slugs = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
digest_ids = st.tuples(slugs, slugs).map("/".join)


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
