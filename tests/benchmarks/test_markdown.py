"""Our pages as Markdown: prose becomes Markdown, the rest stays, and no word changes."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown as python_markdown

from benchmarks.equivalents.markdown import markdown
from benchmarks.equivalents.published import text_of

CASES = {
    "a paragraph": ("<p>So <em>it</em> is.</p>", "So *it* is.\n"),
    "a link": ('<p>See <a href="../x/">it</a>.</p>', "See [it](<../x/>).\n"),
    "a mark": ('<p dir="auto">A <mark id="q">b</mark></p>', 'A <mark id="q">b</mark>\n'),
    "signs": ("<p>2 * 3_4 [x] &lt;b&gt;</p>", "2 \\* 3\\_4 \\[x\\] &lt;b&gt;\n"),
    "a list": ("<ul><li>one</li><li>two</li></ul>", "- one\n- two\n"),
    "a year": ("<p>2019. It was.</p>", "2019\\. It was.\n"),
    "a class": ('<p class="side">Said</p>', '<p class="side">Said</p>\n'),
    "a table": (
        "<table>\n\n<tr><td>1</td></tr></table>",
        "<table>\n<tr><td>1</td></tr></table>\n",
    ),
    "a holder": ('<div class="x"><p>one</p></div>', '<div class="x">\n\none\n\n</div>\n'),
    "a heading": (
        "<section><h3>What moved</h3></section>",
        "<section>\n\n### What moved\n\n</section>\n",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_block(case: str) -> None:
    given_, expected = CASES[case]
    assert markdown(given_) == expected


def test_python_markdown_is_told_where_markdown_goes_on() -> None:
    assert markdown("<div><p>one</p></div>", marked=True) == '<div markdown="1">\n\none\n\n</div>\n'


@given(st.text(alphabet="ab Z19 .,;:!?*_[]()`\\#+-<>&'\"“’£%=\n", max_size=60))
def test_words_survive_markdown(text: str) -> None:
    page = f"<body><div><p>{escape(text)}</p><p>And <b>more</b>.</p></div></body>"
    source = markdown(page.removeprefix("<body>").removesuffix("</body>"), marked=True)
    again = python_markdown(source, extensions=["extra"], output_format="html")
    assert text_of(f"<body>{again}</body>") == text_of(page)
