"""Each kind of value says in one sentence why something does not fit, and what would."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from inspection_digest.reading import texts
from inspection_digest.reading.dates import PartialDate
from inspection_digest.reading.fields import (
    SLUG,
    SLUG_LIMIT,
    Date,
    Prose,
    Quotation,
    Sha256,
    Slug,
    Url,
    Words,
)

KINDS: dict[str, TypeAdapter[Any]] = {
    "date": TypeAdapter(Date),
    "slug": TypeAdapter(Slug),
    "url": TypeAdapter(Url),
    "sha256": TypeAdapter(Sha256),
    "quotation": TypeAdapter(Quotation),
    "words": TypeAdapter(Words),
    "prose": TypeAdapter(Prose),
}


def read(kind: str, value: object) -> object:
    return KINDS[kind].validate_python(value)


def said(kind: str, value: object) -> tuple[str, str, str]:
    """Code, message and hint."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    [details] = caught.value.errors(include_url=False)
    return details["type"], details["msg"], details["ctx"]["hint"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_takes_a_list_or_keys_for_text(kind: str) -> None:
    assert said(kind, ["a"]) == (
        "not-text",
        "This should be text, not a list.",
        "Write it on one line.",
    )
    assert said(kind, {"a": "b"})[1] == "This should be text, not keys and values."


def test_a_date_is_read_and_kept() -> None:
    assert read("date", "2019-03") == PartialDate(2019, 3)
    assert read("date", PartialDate(2019)) == PartialDate(2019)
    assert said("date", "29/3/2019") == (
        "bad-date",
        "“29/3/2019” is not a date here: write the year first: 2019, 2019-03 or 2019-03-29.",
        "A date is written so: `2019-03-29`.",
    )
    assert said("date", "3/4/2019")[2] == (
        "It can be `2019-04-03` or `2019-03-04`: write the one that the document says."
    )
    assert said("date", "lately")[2] == (
        "Write only what is known: `2019-03-29`, `2019-03` or `2019`."
    )


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("South Yorkshire", "south-yorkshire"),
        ("a--b", "a-b"),
        ("-a-", "a"),
        ("../../etc/passwd", "etc-passwd"),
        ("a_b", "a-b"),
        ("Ünder", "nder"),
        ("", "a-short-name"),
        ("!", "a-short-name"),
        ("a" * 81, "a" * 80),
        ("a" * 79 + "-b", "a" * 79),
        ("a\n", "a"),
        ("２", "a-short-name"),
    ],
)
def test_a_name_that_cannot_be_an_address_is_refused_with_one_that_can(
    typed: str, better: str
) -> None:
    code, message, hint = said("slug", typed)
    assert code == "bad-name"
    assert message == f"“{typed}” cannot be a name: names become addresses."
    assert hint == f"Use small letters, digits and single hyphens: `{better}`."
    assert read("slug", better) == better


@given(st.text(max_size=100))
def test_a_name_is_letters_digits_and_single_hyphens_or_refused(typed: str) -> None:
    try:
        name = str(read("slug", typed))
    except ValidationError:
        return
    assert SLUG.fullmatch(name)
    assert name.isascii()
    assert "--" not in name
    assert len(name) <= SLUG_LIMIT


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.example.org/a/b.pdf?x=1&y=2#page=3",
        "http://example.org",
        "https://example.org:8443/",
        "https://example.org/caf%C3%A9",
        "https://xn--bcher-kva.example/",
    ],
)
def test_the_address_of_a_web_page_is_kept_as_typed(typed: str) -> None:
    assert read("url", typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        *("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org/"),
        *("//example.org/", "www.example.org", "https://", "https:///a", "https://localhost/"),
        *("https://example.org/a b", "https://example.org/\n", 'https://example.org/"x', ""),
        *("https://user:secret@example.org/", "https://example.org:port/", "https://[::1/"),
        *("https://example.org:99999/", "https://example.org/<script>", "jAvAsCrIpT://e.org/%0aa"),
        *("https://example.org\\@evil.org/", " https://example.org/", "https://example.org/{x}"),
    ],
)
def test_what_is_not_the_address_of_a_web_page_is_refused(typed: str) -> None:
    assert said("url", typed) == (
        "bad-address",
        f"“{typed}” is not the address of a web page.",
        "Copy the address from the browser's address bar; it starts with https://.",
    )


def test_a_sha256_sum_is_64_digits_and_letters() -> None:
    assert read("sha256", "0af9" * 16) == "0af9" * 16
    for typed in ("0af9" * 15, "0AF9" * 16, "0afg" * 16, "0af9" * 16 + "\n"):
        assert said("sha256", typed)[0] == "bad-sha256"


@given(st.text())
def test_a_quotation_is_kept_letter_for_letter(text: str) -> None:
    assert read("quotation", text) == text


def test_a_quotation_may_hold_what_looks_like_html() -> None:
    text = "<script>alert(1)</script> & <b>bold</b>"
    assert read("quotation", text) == text


def test_words_are_one_line() -> None:
    assert read("words", " a \n b\u00a0c\t") == "a b c"


@pytest.mark.parametrize("kind", ["words", "prose"])
@pytest.mark.parametrize(
    "html", ["<script>", "</p>", "<img src=x onerror=alert(1)>", "<!-- x -->", "<?php", "<a\nb>"]
)
def test_html_is_refused_in_our_own_words(kind: str, html: str) -> None:
    code, message, _ = said(kind, f"before {html} after")
    assert code == "html-in-text"
    assert message.startswith("There is HTML in this text: <")


@pytest.mark.parametrize("kind", ["words", "prose"])
@pytest.mark.parametrize("text", ["3 < 4 and 5 > 4", "a<3", "<-", "x <= y"])
def test_signs_that_are_no_html_are_not(kind: str, text: str) -> None:
    assert read(kind, text) == text


@pytest.mark.parametrize("nested", ["- " * 30, "> " * 30, "1. " * 20, "    " * 20 + "- "])
def test_prose_that_nests_without_end_is_refused(nested: str) -> None:
    assert said("prose", f"words\n\n{nested}words")[0] == "too-deep"
    assert read("prose", "- a\n    - b\n        - c\n\n> * d") is not None


@pytest.mark.parametrize(
    "picture",
    [
        "![a map](https://x.example/map.png)",
        "![](c.png)",
        "a![b](c.png)",
        "![a [b] c](c.png)",
        "![a\\]b](c.png)",
        "`code` ![a](c.png)",
        "![a]\n\n[a]: c.png",
        "![a][1]\n\n[1]: c.png",
    ],
)
def test_a_picture_in_prose_is_refused_before_it_can_vanish(picture: str) -> None:
    assert said("prose", f"before {picture}")[0] == "picture-in-text"


@pytest.mark.parametrize(
    "text",
    [
        "Late! [See](https://x.example)",
        "![not] so",
        "(sic!) [so]",
        "Stop![1][2]",
        "Write `![a](b)` for one.",
        "It was late\\![see](https://x.example)",
    ],
)
def test_what_is_no_picture_is_not(text: str) -> None:
    assert read("prose", text) == text


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("See ![a map](https://x.example/m.png).", "See [a map](https://x.example/m.png)."),
        ("See ![](https://x.example/m.png).", None),
        ("See ![a map](m.png).", None),
        ("See ![a](https://x.example) and ![b][1]\n\n[1]: m.png", None),
    ],
)
def test_a_link_to_a_picture_is_offered_where_it_would_lead_there(
    text: str, better: str | None
) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        texts.prose(text)
    assert caught.value.context is not None
    assert caught.value.context["better"] == better


def test_prose_may_hold_an_address_in_angle_brackets() -> None:
    assert read("prose", "See <https://example.org/a>.") == "See <https://example.org/a>."


@pytest.mark.parametrize("kind", ["words", "prose", "quotation"])
@pytest.mark.parametrize(
    "link", ["{attach}../.git/config", "{static}/a", "{filename}b.md", "|filename|c.md"]
)
def test_a_link_that_would_copy_a_file_is_refused_everywhere(kind: str, link: str) -> None:
    assert said(kind, f"[x]({link})")[0] == "file-link"


def test_braces_in_what_was_typed_are_text() -> None:
    assert said("date", "{message} {0}")[1].startswith("“{message} {0}” is not a date here")


def test_a_link_of_prose_without_its_beginning_is_given_one() -> None:
    text = "See [them](www.toys.example.org/a) and [these]( WWW.toys.example.org)."
    with pytest.raises(ValidationError) as caught:
        read("prose", text)
    [details] = caught.value.errors(include_url=False)
    assert details["type"] == "bad-address"
    better = details["ctx"]["better"]
    assert better == (
        "See [them](https://www.toys.example.org/a) and [these](https://WWW.toys.example.org)."
    )
    assert read("prose", better) == better


def test_prose_of_a_great_many_brackets_is_refused_at_once() -> None:
    assert said("prose", "![" * 4000)[0] == "too-deep"
    assert read("prose", "[a](https://a.example) " * 300)


def test_a_sentence_is_no_name_and_none_is_made_of_it() -> None:
    with pytest.raises(ValidationError) as caught:
        read("slug", "Punctual trains on the Isle of Nowhere")
    [details] = caught.value.errors(include_url=False)
    assert (details["type"], details["ctx"]["better"]) == ("bad-name", None)
    assert details["ctx"]["hint"].startswith("This looks like a title or a sentence.")
