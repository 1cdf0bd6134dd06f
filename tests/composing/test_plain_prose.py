"""What the short way makes of plain prose is what Markdown, typogrify and the sanitiser make."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.corpus.words import our_words
from inspection_digest.composing.plain_prose import plain_blocks
from inspection_digest.composing.prose import to_html, to_plain
from inspection_digest.composing.prose_by_libraries import html_by_libraries, plain_by_libraries

# What texts are put together from: the plain, what is nearly plain, and the hostile.
PIECES = [
    *("a", "The", "officers", "s", "90s", "5", "1", "é", "ß", "²", "Ⅷ", "١", "ſ", "K", "s's"),
    *(" ", " ", " ", " ", " ", "\n\n", "\n", "  ", "\u00a0", "\t"),
    *("'", '"', "'", '"', "’", "“", ".", ",", ";", ":", "!", "?", "%", "£", "(", ")", "/"),
    *("–", "—", "…", "-", "--", "..", "'s", "*", "**", "_", "&", "&amp;", "<", ">", "`", "\\"),
    *("*one two*", "**b**", "[x](https://a.example)", "[the y](https://a.example/b-c/1)"),
    *("[x](javascript:alert(1))", "<script>", "<b", "\x02amp\x03", "- ", "1. ", "> ", "# "),
    *("\n- ", "\n- ", "\n\n- ", "\n\n- "),
]


def test_everything_the_benchmarks_write_becomes_the_same_html_and_words() -> None:
    chance = Random(20)  # noqa: S311 - the same texts every time
    texts = [our_words(chance, 5, 90) for _ in range(2_000)]
    plain = [text for text in texts if plain_blocks(text) is not None]
    assert len(plain) > 0.9 * len(texts)
    assert [to_html(text) for text in texts] == [html_by_libraries(text) for text in texts]
    assert [to_plain(text) for text in texts] == [plain_by_libraries(text) for text in texts]


def test_thousands_of_generated_texts_become_the_same_html_and_words() -> None:
    chance = Random(6)  # noqa: S311 - the same texts every time
    plain = hostile = 0
    while plain < 5_000:
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 12)))
        if plain_blocks(text) is None:
            hostile += 1
            continue
        plain += 1
        assert to_html(text) == html_by_libraries(text), repr(text)
        assert to_plain(text) == plain_by_libraries(text), repr(text)
    assert hostile > plain


def test_a_thousand_generated_lists_become_the_same_html_and_words() -> None:
    chance = Random(9)  # noqa: S311 - the same texts every time
    pieces = [item for item in PIECES if "\n" not in item and plain_blocks(f"a{item}b")]

    def words() -> str:
        return "".join(chance.choice(pieces) for _ in range(chance.randint(1, 5)))

    def block() -> str:
        number = chance.randint(0, 4)
        return "\n".join(f"- {words()}" for _ in range(number)) or words()

    lists = 0
    while lists < 1_000:
        text = "\n\n".join(block() for _ in range(chance.randint(1, 4)))
        plain = plain_blocks(text)
        if plain is None or not any(item.is_list for item in plain):
            continue
        lists += 1
        assert to_html(text) == html_by_libraries(text), repr(text)
        assert to_plain(text) == plain_by_libraries(text), repr(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("It's ours.", "<p>It’s&nbsp;ours.</p>"),
        ('"Ours," the officers\' chief said.', "<p>“Ours,” the officers’ chief&nbsp;said.</p>"),
        ("One\n\ntwo three", "<p>One</p>\n<p>two&nbsp;three</p>"),
        ("So *very* **plain**, then", "<p>So <em>very</em> <strong>plain</strong>,&nbsp;then</p>"),
        ("Not *one word*", "<p>Not <em>one&nbsp;word</em></p>"),
        (
            "See [the method](https://a.example/m).",
            '<p>See <a href="https://a.example/m" rel="noopener">the method</a>.</p>',
        ),
        (
            "Two:\n\n- not\n- it's so\n\nAnd so on.",
            "<p>Two:</p>\n<ul>\n<li>not</li>\n<li>it’s&nbsp;so</li>\n</ul>\n<p>And so&nbsp;on.</p>",
        ),
    ],
)
def test_plain_prose_is_dressed_without_the_libraries(text: str, html: str) -> None:
    assert plain_blocks(text) is not None
    assert to_html(text) == html_by_libraries(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a -- b",
        "wait...",
        "the '90s",
        "x's's",
        "1. one",
        "- one\n\n- two",
        "one\n- two",
        "- one\n  two",
        "- - one",
        "* one",
        "*one",
        "a_b_c",
        "a & b",
        "a < b",
        "a  b",
        "a\nb",
        " a",
        "a ",
        "[x](javascript:a)",
        "[x](https://127.0.0.1/)",
        "![x](https://a.example)",
        "https://a.example/<b>",
        "\\*a",
        "`a`",
    ],
)
def test_what_is_not_beyond_doubt_is_left_to_the_libraries(text: str) -> None:
    assert plain_blocks(text) is None


def test_no_text_takes_long_to_be_refused() -> None:
    for text in ("a" * 50_000 + "\\", "a " * 50_000 + "<", "a *b" * 20_000, "a [b" * 20_000):
        assert plain_blocks(text) is None
