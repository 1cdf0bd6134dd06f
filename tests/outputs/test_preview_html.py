"""A published page as one of a preview: only what has to be another is."""

from __future__ import annotations

import pytest

from inspection_digest.outputs.preview_html import on_disk, preview_html, title_of

PAGE = """\
<!doctype html>
<html><head>
<meta charset="utf-8"><title>A &amp; B · Inspection Digest</title>
<link rel="stylesheet" href="../../theme/css/tokens.css">
</head>
<body>
<!-- <a href="../"> -->
<header class="masthead"><a href="../../">Home</a></header>
<header class="head"><a title="href=&#34;../&#34; a>b" href="x/">X</a></header>
<p data-quote="k">Words with href="../" in them &amp; <a href="https://a.example/b/?q=1&amp;r=2">c</a></p>
<script type="application/ld+json">{"url": "<a href=\\"../\\">"}</script>
</body></html>
"""
MADE = """\
<!doctype html>
<html><head>
<meta name="robots" content="noindex">
<meta charset="utf-8"><title>A &amp; B · Inspection Digest</title>
<link rel="stylesheet" href="../../theme/css/tokens.css">
<link rel="stylesheet" href="../../theme/css/components/preview.css">
</head>
<body>
<!-- <a href="../"> -->
<aside class="preview-note" aria-label="Preview"><p><strong>Preview of a proposed change.</strong> \
This is not the published site. \
<a href="../../../index.html">What the change touches</a></p></aside>
<header class="masthead"><a href="../../index.html">Home</a></header>
<header class="head"><a title="href=&#34;../&#34; a>b" href="x/index.html">X</a></header>
<p data-quote="k">Words with href="../" in them &amp; <a href="https://a.example/b/?q=1&amp;r=2">c</a></p>
<script type="application/ld+json">{"url": "<a href=\\"../\\">"}</script>
</body></html>
"""


def test_links_the_mark_and_the_sheet_and_nothing_else() -> None:
    assert preview_html(PAGE, "../../", "../../../index.html") == MADE


def test_the_first_page_has_no_way_to_itself() -> None:
    assert "What the change touches" not in preview_html(PAGE, "site/", "")


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("../", "../index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("a/b/#quote-x", "a/b/index.html#quote-x"),
        ("../check/?source=a-b", "../check/index.html?source=a-b"),
        ("#main", "#main"),
        ("/", "../../index.html"),
        ("/about/", "../../about/index.html"),
        ("/theme/css/base.css", "../../theme/css/base.css"),
        ("feeds/digests.atom.xml", "feeds/digests.atom.xml"),
        ("https://a.example/", "https://a.example/"),
        ("//a.example/", "//a.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("", ""),
    ],
)
def test_a_link_opens_a_file(link: str, opened: str) -> None:
    assert on_disk(link, "../../") == opened


def test_a_title_is_the_page_s_own() -> None:
    assert title_of(PAGE) == "A & B"
    assert title_of("<title>Inspection Digest</title>") == "Inspection Digest"
    assert title_of("<p>none</p>") == ""
