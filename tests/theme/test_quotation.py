"""The text of a quotation in a page is the source's, letter for letter."""

from __future__ import annotations

from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.theme import pages, views
from tests.theme.pages import PAGES

from inspection_digest.views.quotes import Segment

# What a page's parser gives back unchanged; a quotation with any other character is refused early.
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"))
TEXTS = st.text(LETTERS | st.sampled_from("\n \"'<>&“”‘’[]…"), min_size=1)
SEGMENTS = st.lists(
    st.builds(Segment, st.sampled_from(("words", "ours", "omission")), TEXTS, TEXTS, TEXTS),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(SEGMENTS)
def test_any_text_comes_back_as_it_went_in(segments: list[Segment]) -> None:
    text = "".join(segment.text for segment in segments)
    quoted = views.quote("quote-any", text, segments)
    html = pages.render(replace(pages.contrast(), contrast=views.contrast(found=[quoted])))
    assert quotations(html)[quoted.key] == [text]


@pytest.mark.parametrize("name", [name for name in PAGES if "digest" in name or "contrast" in name])
def test_no_page_adds_to_a_quotation(name: str) -> None:
    kind, full = PAGES[name]
    view: Any = kind(full=full)
    shown = quotations(pages.render(view))
    for contrast in getattr(view, "contrasts", ()):
        for quote in (contrast.said, *contrast.found[:1]):
            assert set(shown[quote.key]) == {quote.text}


def test_our_brackets_are_said_to_be_ours_outside_the_quotation_s_text() -> None:
    html = pages.render(pages.contrast())
    assert 'class="ours" title="Added by us: not in the source">[of the company]<span' in html
    quoted = views.edited_quote()
    assert quotations(html)[quoted.key] == [quoted.text]


def test_words_left_out_can_be_read_without_a_script() -> None:
    html = pages.render(pages.contrast())
    assert "<summary>Read the words left out (1 of 2)</summary>" in html
    assert f'<p dir="auto">{views.escaped("at a fast pace, but not " + views.HOSTILE)}</p>' in html
    assert "They hold a negation." in html


def quotations(html: str) -> dict[str, list[str]]:
    """The text of every quotation of a page, as a reader sees it, by its identity."""
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    found: dict[str, list[str]] = {}
    for element in tree.iter():
        if "data-quote" in element.attrib:
            found.setdefault(element.attrib["data-quote"], []).append(text_of(element))
    return found


def text_of(element: Any) -> str:
    if "data-added" in element.attrib:
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += [text_of(child), child.tail or ""]
    return "".join(parts)
