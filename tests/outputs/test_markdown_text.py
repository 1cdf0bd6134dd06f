"""Whatever text says, in Markdown it stays text; read back by a CommonMark parser."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from inspection_digest.outputs.markdown_text import code, escaped

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
JOINER = "\u2060"
ALPHABET = st.sampled_from(list("ab1 \n\t`*_[]()<>&|~$#!@:/\\-+=.'\"{}é“”")) | st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters=JOINER
)
TEXT = st.text(ALPHABET, max_size=60)


class Shape(HTMLParser):
    """The elements of some HTML, and all of its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"comment {data}")

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markdown: str) -> Shape:
    return Shape(READER.render(markdown))


def words(text: str) -> str:
    return " ".join(text.replace(JOINER, "").split())


@given(TEXT)
@example("[x](javascript:alert(1))")
@example("![](https://tracker.example/x.png)")
@example("<img src=x onerror=alert(1)>")
@example("<!-- a comment -->")
@example("&lt;script&gt;")
@example("`code` **strong** ~~gone~~ $math$")
@example("a | b\n--|--\nc | d")
@example("1. one\n2. two")
@example("--- \n===")
@example("# heading")
@example("\\[x]\\(y)")
def test_text_from_anybody_is_text(text: str) -> None:
    for place in ("- {}", "- **{}**", "## {}", "- New: “{}” in the release."):
        made, plain = read(place.format(escaped(text))), read(place.format("words"))
        assert made.tags == plain.tags or not text.split()
        assert words(made.text) == words(plain.text.replace("words", " ".join(text.split())))


@given(TEXT)
def test_a_code_span_holds_any_text(text: str) -> None:
    made = read(f"- {code(text)}")
    assert made.tags == (["ul", "li", "code"] if text.split() else ["ul", "li"])
    assert words(made.text) == words(text)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("ask @octocat", "@o"),
        ("see #12", "#1"),
        ("see GH-12", "GH-1"),
        ("at https://evil.example/", "://"),
        ("at www.evil.example", "www."),
        ("mailto:me@evil.example", "@e"),
        ("a :tada: b", ":t"),
    ],
)
def test_what_github_would_link_is_broken_by_a_mark_that_is_not_seen(text: str, start: str) -> None:
    made = escaped(text)
    assert start not in made.replace("\\", "")
    assert words(made.replace("\\", "")) == text
