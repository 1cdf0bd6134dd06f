"""Our own prose becomes a handful of elements, whatever stands in it, and plain words on demand."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspection_digest.composing.prose import to_html, to_plain
from inspection_digest.composing.prose_by_libraries import (
    LINK_REL,
    PAGE_TAGS,
    SCHEMES,
    TAGS,
    clean_page,
)

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><circle/></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=1>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<p onclick='alert(1)' style='position:fixed' class='masthead' id='main'>x</p>",
    "<form action=//evil.example><input name=a><button>x</button></form>",
    "<base href=//evil.example><meta http-equiv=refresh content=0><link rel=stylesheet href=x>",
    "<object data=x></object><embed src=x>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&#x0A;script:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](https://a.example 'a\" onclick=\"alert(1)')",
    '[x](https://a.example/"onmouseover="alert(1))',
    "![x](https://evil.example/pixel.png)",
    "![x](x'onerror='alert(1))",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "[x]: javascript:alert(1)\n\n[x]",
    '<a title="a>b" href="https://a.example">x</a>',
    '<a title="a>\'"><img src=x onerror=alert(1)>">x</a>',
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    '\'90s and 5\'10" and a -- b --- c ... <b>"x"</b>',
    "\x02klzzwxh:0000\x03 \x02amp\x03 wzxhzdk:1",
    "*" * 2000,
    "[" * 500,
    "> " * 2000,
    "- " * 20 + "x",
    "`" * 999,
    "_a" * 1000,
    "<" * 2000,
    "&" * 2000,
    "(((((" * 400 + '"' * 400,
]
fragments = st.lists(
    st.sampled_from(
        [
            *(
                "<",
                ">",
                '"',
                "'",
                "=",
                "/",
                "&",
                ";",
                "#",
                " ",
                "\n",
                "\n\n",
                "*",
                "_",
                "`",
                "[",
                "]",
            ),
            *(
                "(",
                ")",
                "!",
                ":",
                "javascript:",
                "script",
                "<a href=",
                "<img src=x onerror=",
                "&lt;",
            ),
            *(
                "&#60;",
                "style",
                "--",
                "'90s",
                "5'10\"",
                "words",
                "<p>",
                "</p>",
                "<!--",
                "-->",
                "<b",
            ),
            *("https://a.example/", "    ", "- ", "1. ", "> ", "\\", "é", "\u00a0", "{attach}"),
        ]
    ),
    max_size=25,
).map("".join)


class Elements(HTMLParser):
    """Every element and attribute of a piece of HTML, and whether all that opens closes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(attrs)))

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)

    def unknown_decl(self, data: str) -> None:
        self.other.append(data)


def assert_harmless(html: str, tags: set[str], ids: bool = False) -> None:
    read = Elements(html)
    assert read.other == []
    for tag, attributes in read.found:
        assert tag in tags, tag
        names = [name for name, _ in attributes]
        if tag == "a":
            assert set(names) <= {"href", "rel"}
            assert dict(attributes).get("rel") == LINK_REL
            scheme = urlsplit(dict(attributes).get("href") or "").scheme
            assert scheme == "" or scheme in SCHEMES
        elif names and tag != "abbr":
            assert ids
            assert names == ["id"]
            assert tag in {"h2", "h3", "h4"}


def test_nothing_stands_on_any_element_but_what_is_listed() -> None:
    html = '<p title="a" lang="b" id="c">x</p><abbr title="a" lang="b">y</abbr><h2 title="a">z</h2>'
    assert clean_page(html) == '<p>x</p><abbr title="a">y</abbr><h2>z</h2>'
    assert to_html('<p title="a">x</p>') == "<p>x</p>"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:30])
def test_hostile_text_yields_no_element_or_attribute_outside_the_list(text: str) -> None:
    assert_harmless(to_html(text), TAGS)
    assert_harmless(to_html(f"before {text} after\n\n- {text}\n\n> {text}"), TAGS)
    assert_harmless(clean_page(text), PAGE_TAGS, ids=True)


@given(fragments)
@settings(max_examples=200)
def test_no_text_yields_an_element_or_attribute_outside_the_list(text: str) -> None:
    assert_harmless(to_html(text), TAGS)
    assert_harmless(clean_page(text), PAGE_TAGS, ids=True)


@given(fragments)
@settings(max_examples=100)
def test_sanitised_twice_is_sanitised_once(text: str) -> None:
    assert clean_page(clean_page(text)) == clean_page(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*One* **two** three.", "<p><em>One</em> <strong>two</strong>&nbsp;three.</p>"),
        (
            "See [there](https://a.example/b?c=1&d=2).",
            '<p>See <a href="https://a.example/b?c=1&amp;d=2" rel="noopener">there</a>.</p>',
        ),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
        ('It\'s "so" -- really...', "<p>It’s “so” —&nbsp;really…</p>"),
        ("4 < 5 & 6", "<p>4 &lt; 5 &amp;&nbsp;6</p>"),
        ("", ""),
    ],
)
def test_markdown_becomes_html_with_marks_as_printers_set_them(text: str, html: str) -> None:
    assert to_html(text) == html


def test_a_page_keeps_its_headings_tables_and_their_addresses() -> None:
    html = '<h2 id="how" class="x">How</h2><table><tr><th>a</th></tr></table><hr>'
    kept = clean_page(html)
    assert '<h2 id="how">How</h2>' in kept
    assert "<th>a</th>" in kept


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("One *two* **three**\n\nfour", "One two three four"),
        ("See [there](https://a.example).", "See there."),
        ("a & b < c", "a & b < c"),
        ("`'90s` and 5'10\"", "'90s and 5'10\""),
        ("<script>alert(1)</script>x", "x"),
        ("- a\n- b", "a b"),
        ("", ""),
    ],
)
def test_plain_words_have_no_markup_and_one_line(text: str, plain: str) -> None:
    assert to_plain(text) == plain


words = st.lists(st.sampled_from(["one", "two", "’90s", "é", "3.5", "50%", "£4"]), min_size=1)


@given(
    words, st.sampled_from(["*{}*", "**{}**", "[{}](https://a.example)", "- {}", "> {}", "`{}`"])
)
def test_plain_words_are_the_words(parts: list[str], markup: str) -> None:
    assert to_plain(" ".join(markup.format(part) for part in parts[:1])) == parts[0]
    assert to_plain("\n\n".join(parts)) == " ".join(parts)


def test_a_long_field_is_dressed_in_no_time() -> None:
    assert len(to_html('A sentence of *some* length, "quoted" -- like so. ' * 2000)) > 100_000
