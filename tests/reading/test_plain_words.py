"""HTML becomes Markdown or plain words where that says the same, and is left where it does not."""

from __future__ import annotations

import pytest

from inspection_digest.reading.plain_words import as_markdown, without_tags


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("The <b>track</b> was <em>not</em> there.", "The **track** was *not* there."),
        ("<STRONG>No</STRONG>", "**No**"),
        ('See <a href="https://a.example/b">the plan</a>.', "See [the plan](https://a.example/b)."),
        ("Run <code>check</code>", "Run `check`"),
        ("<em>one <b>two</b></em>", "*one **two***"),
        ("a<script>alert(1)</script>", None),
        ("<a href='javascript:x'>a</a>", None),
        ("<b>not closed", None),
        ("<!-- a note -->", None),
    ],
)
def test_markdown_stands_for_what_it_has_a_form_for(html: str, markdown: str | None) -> None:
    assert as_markdown(html) == markdown


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("on time, <b>no track</b>", "on time, no track"),
        ("no <i>track</i>, none", "no track, none"),
        ("one<br>two", "one two"),
        ("<script>alert(1)</script>", None),
        ("<b></b>", None),
    ],
)
def test_plain_words_are_left_of_what_only_dresses_them(html: str, plain: str | None) -> None:
    assert without_tags(html) == plain
