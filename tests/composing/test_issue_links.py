"""An issue form opens filled in, whatever is in the fields, and its address is never too long."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote_plus, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.composing.issue_links import (
    CUT,
    KINDS,
    LONGEST_ADDRESS,
    LONGEST_TITLE,
    Wrong,
    cut,
    form_address,
    wrong_address,
)

REPOSITORY = "https://code.example.org/digest"
HOSTILE = "a&template=evil.yml#?title=x\n\"<script>' +%26 ☃\u202e"
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=4000)


def asked(address: str) -> dict[str, str]:
    parts = urlsplit(address)
    assert (parts.path, parts.fragment) == ("/digest/issues/new", "")
    pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True)
    assert len(pairs) == len(dict(pairs))
    return dict(pairs)


def test_what_is_known_is_filled_in_and_the_rest_is_left_out() -> None:
    item = Wrong("quote", "a/2031, quote no-track", "digests/a/2031/#quote-no-track", "a/2031")
    assert asked(wrong_address(REPOSITORY, item, "https://site.example/a")) == {
        "template": "wrong.yml",
        "title": "Wrong: a/2031, quote no-track",
        "kind": "A quotation",
        "page": "https://site.example/a",
        "digest": "a/2031",
    }


def test_hostile_text_stays_in_its_field() -> None:
    item = Wrong("contrast", HOSTILE, "x/", HOSTILE, HOSTILE, HOSTILE)
    found = asked(wrong_address(REPOSITORY, item, HOSTILE))
    assert found["template"] == "wrong.yml"
    assert found["title"] == f"Wrong: {' '.join(HOSTILE.split())}"
    assert (found["page"], found["quote"], found["verdict"]) == (HOSTILE, HOSTILE, HOSTILE)


def test_a_long_quotation_is_cut_where_it_can_be_seen() -> None:
    item = Wrong("quote", "s", "p/", "a/2031", "é" * 9000, "verbatim")
    address = wrong_address(REPOSITORY, item, "https://site.example/p/")
    found = asked(address)
    assert LONGEST_ADDRESS // 2 < len(address) <= LONGEST_ADDRESS
    assert found["quote"].endswith(CUT)
    assert set(found["quote"].removesuffix(CUT)) == {"é"}
    assert (found["digest"], found["verdict"]) == ("a/2031", "verbatim")


@given(st.sampled_from(sorted(KINDS)), words, words, words, words)
def test_no_address_is_too_long_and_each_field_holds_what_was_put_in(
    kind: str, subject: str, quote: str, digest: str, page: str
) -> None:
    address = wrong_address(REPOSITORY, Wrong(kind, subject, "", digest, quote), page)
    assert len(address) <= LONGEST_ADDRESS
    found = asked(address)
    assert len(found["title"]) <= LONGEST_TITLE
    for name, text in {"quote": quote, "digest": digest, "page": page}.items():
        got = found.get(name, "")
        assert got == text or (got.endswith(CUT) and text.startswith(got.removesuffix(CUT)))


@given(words, st.integers(len(CUT), 5000))
def test_a_cut_text_is_no_longer_than_asked(text: str, most: int) -> None:
    assert len(cut(text, most)) <= most


def test_a_form_without_fields_has_a_title() -> None:
    found = asked(form_address(REPOSITORY, "report.yml", "Report", {"provider": ""}))
    assert found == {"template": "report.yml", "title": "Report"}


@given(words, st.text("ab c&%+~-/é", max_size=60))
def test_a_field_is_encoded_as_the_library_does(one: str, other: str) -> None:
    address = form_address(REPOSITORY, "wrong.yml", "a", {"quote": one[:200], "digest": other})
    for text in (one[:200], other):
        assert not text or f"={quote_plus(text)}" in address
