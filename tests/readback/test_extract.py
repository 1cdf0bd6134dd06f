"""What a published file prints as a quotation, found in its bytes alone."""

from __future__ import annotations

import json
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.readback.extract import quotations_in

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), min_size=1)


def in_html(text: str) -> list[tuple[str, str]]:
    return list(quotations_in("a/index.html", text.encode()))


def test_the_words_of_an_element_that_names_a_quotation() -> None:
    html = '<p>before<q data-quote="a#b">one <b>two</b>\nthree</q>after</p>'
    assert in_html(html) == [("a#b", "one two\nthree")]


def test_what_is_added_inside_is_left_out() -> None:
    html = '<p data-quote="k">a<i data-added>(ours <b>too</b>)</i>b<br>c<img src=x>d</p>'
    assert in_html(html) == [("k", "abcd")]


def test_every_quotation_of_a_page_in_its_order_also_twice() -> None:
    html = '<p data-quote="b">1</p><p data-quote="a">2</p><p data-quote="b">1</p>'
    assert in_html(html) == [("b", "1"), ("a", "2"), ("b", "1")]


def test_drawings_with_elements_that_close_themselves_disturb_nothing() -> None:
    html = '<div><svg><path d="M0"/><circle/></svg><p data-quote="k">a</p><svg><g/></svg></div>'
    assert in_html(html) == [("k", "a")]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("&amp;amp;", "&amp;"),
        ("&lt;b&gt;", "<b>"),
        ("&#39;90s 5&#39;10&#34;", "'90s 5'10\""),
        ("a\u00a0b&nbsp;c", "a\u00a0b\u00a0c"),
        ("<!-- gone -->a", "a"),
        ("  a  b  ", "  a  b  "),
        ("", ""),
    ],
)
def test_words_are_what_a_browser_would_show_letter_for_letter(html: str, words: str) -> None:
    assert in_html(f'<p data-quote="k">{html}</p>') == [("k", words)]


@given(texts, texts)
def test_any_words_under_any_key_come_back(key: str, words: str) -> None:
    html = f'<p data-quote="{escape(key)}"><span>{escape(words)}</span></p>'
    assert in_html(html) == [(key, words)]


def test_the_quotations_of_structured_data_name_no_key() -> None:
    data = {
        "@type": "Article",
        "hasPart": [
            {"@type": "Quotation", "text": "one"},
            {"@type": "Quotation", "text": "two \u003c/script>"},
            {"@type": "Thing", "text": "none"},
        ],
    }
    text = json.dumps(data).replace("<", "\\u003c")
    html = f'<script type="application/ld+json">{text}</script><script>"text"</script><p>x</p>'
    assert in_html(html) == [("", "one"), ("", "two </script>")]


def test_atom_and_rss_hold_html_within_their_xml() -> None:
    inner = escape('<p>“<span data-quote="k">a &amp; b</span>”</p>')
    entry = f"<entry><content>{inner}</content></entry>"
    item = f"<item><description>{inner}</description></item>"
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    rss = f"<rss><channel><description>x</description>{item}</channel></rss>"
    assert list(quotations_in("feeds/a.atom.xml", atom.encode())) == [("k", "a & b")]
    assert list(quotations_in("feeds/providers/a.rss.xml", rss.encode())) == [("k", "a & b")]


def test_the_record_names_each_quotation() -> None:
    record = json.dumps({"version": "1", "quotes": [{"key": "k", "text": "a"}]})
    assert list(quotations_in("data/verification.json", record.encode())) == [("k", "a")]


@pytest.mark.parametrize(
    "path", ["sitemap.xml", "theme/css/a.css", "robots.txt", "data/grades.csv"]
)
def test_other_files_print_none(path: str) -> None:
    assert list(quotations_in(path, b'<p data-quote="k">a</p>')) == []


@given(st.text(alphabet='<>/"= abpq-data-quote!&;', max_size=60))
def test_no_html_whatever_raises(text: str) -> None:
    in_html(text)
