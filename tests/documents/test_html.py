"""Web pages to text: the words of the document, a paragraph for each block, nothing of the site."""

from __future__ import annotations

import time

import pytest

from inspection_digest.documents.html import read_html
from inspection_digest.documents.limits import Limits, ReadingRefused, SourceUnreadable
from inspection_digest.documents.sources import read_document

SENTENCE = "The assessment of risk of harm to others is not good enough. "
# Some of these keep html.parser busy for minutes: that it runs apart, with limits, is the point.
IMPATIENT = Limits(cpu_seconds=1, wall_seconds=3.0)


def text(body: str) -> str:
    ((read, damaged),) = read_html(f"<!DOCTYPE html><body>{body}".encode(), 1)
    assert not damaged
    return read


def test_blocks_become_paragraphs_and_inline_elements_do_not() -> None:
    assert text("<h1>A report</h1><p>It is <b>not</b>\n <a href=x>good</a> enough.</p>") == (
        "A report\n\nIt is not good enough.\n"
    )


def test_words_in_inline_elements_are_not_torn_apart() -> None:
    assert text("<p>re<em>offending</em> by 12<span>.</span>5%") == "reoffending by 12.5%\n"


def test_unclosed_paragraphs_and_items_end_where_the_next_begins() -> None:
    assert text("<p>One<p>Two<ul><li>Three<li>Four</ul>Five") == (
        "One\n\nTwo\n\nThree\n\nFour\n\nFive\n"
    )


def test_a_line_break_ends_a_line_and_no_paragraph() -> None:
    assert text("<p>One<br>two<br/>three</p>") == "One\ntwo\nthree\n"


def test_cells_are_paragraphs_row_by_row() -> None:
    assert text("<table><tr><th>Standard<th>Rating<tr><td>1.1<td>Outstanding</table>") == (
        "Standard\n\nRating\n\n1.1\n\nOutstanding\n"
    )


def test_a_letter_its_writer_could_not_read_is_not_known() -> None:
    assert text("<p>Every tr\x1ain &#26;was on time.") == "Every tr\ufffdin was on time.\n"


@pytest.mark.parametrize(
    "furniture",
    [
        "<script>var a = '<p>not words</p>'</script>",
        "<style>p { color: red }</style>",
        "<nav><ul><li>Home<li>Contact</ul></nav>",
        "<header><p>HM Inspectorate</p></header>",
        "<footer>Crown copyright</footer>",
        "<div class='cookie-banner'><p>We use cookies</p><button>Yes</button></div>",
        "<div role=dialog>Subscribe</div>",
        "<p hidden>Hidden</p>",
        "<a class='govuk-skip-link' href='#main'>Skip to main content</a>",
        "<noscript>Enable JavaScript</noscript>",
        "<template><p>A template</p></template>",
        "<svg><title>A logo</title><text>Logo</text></svg>",
        "<!-- a comment -->",
        "<!-- one -- > and the same <!-- -->",
        "<!-->",
        "<script><!-- <script> </script> still a program --></script>",
        "<p style='color: red; Display : NONE'>Hidden</p>",
        "<p style='visibility:hidden'>Hidden</p>",
        "<p aria-hidden=TRUE>Hidden</p>",
        "<div class='consent-banner'>We use your data</div>",
        "<div id='modal-for-consent'>We use your data</div>",
    ],
)
def test_what_belongs_to_the_site_is_left_out(furniture: str) -> None:
    assert text(f"{furniture}<p>Words.</p>{furniture}") == "Words.\n"


def test_what_only_stands_around_a_cookie_banner_is_kept() -> None:
    page = "<div class='page has-cookie-banner'><div id=cookies>Accept</div><p>Words.</div>"
    assert text(page) == "Words.\n"


def test_a_section_on_consent_is_part_of_the_document() -> None:
    page = "<section id='consent-to-care'><h2 id='cookies'>Consent</h2><p>It was sought.</section>"
    assert text(page) == "Consent\n\nIt was sought.\n"


def test_where_a_comment_ends_in_browsers_it_ends_here() -> None:
    assert text("<p>Leaders are <!-- a --!> not <!-- b --> effective.") == (
        "Leaders are not effective.\n"
    )


def test_what_was_struck_out_is_not_read() -> None:
    assert text("<p>They are <del>not </del><s>never </s>good.") == "They are good.\n"


def test_raised_figures_stay_raised_and_calls_of_notes_are_left_out() -> None:
    raised = "<p>A rise to 10<sup>2</sup>, 1<sup>1</sup>/<sub>2</sub> on the 4<sup>th</sup>"
    assert text(raised) == "A rise to 10², 1¹/2 on the 4th\n"
    called = "<p>Every area<sup><a href='#fn:1'>[footnote 1]</a></sup> of work<sup>2</sup>."
    assert text(called) == "Every area of work².\n"


def test_where_there_is_a_main_part_only_that_is_read() -> None:
    page = f"<p>Before</p><main><p>{SENTENCE * 5}</p></main><p>After</p>"
    assert text(page) == f"{(SENTENCE * 5).strip()}\n"


def test_an_empty_main_part_hides_nothing() -> None:
    assert text("<main></main><p>Words outside.</p>") == "Words outside.\n"


def test_the_header_of_an_article_is_part_of_it() -> None:
    assert text("<article><header><h1>Title</h1></header><p>Words.</p></article>") == (
        "Title\n\nWords.\n"
    )


def test_characters_written_as_entities_are_read() -> None:
    assert text("<p>&pound;3m &amp; 12&#46;5&nbsp;% &lt;all&gt; &#x2018;90s") == (
        "£3m & 12.5\u00a0% <all> ‘90s\n"
    )


def test_a_stray_end_tag_closes_nothing_else() -> None:
    assert text("<nav></p></div><p>Menu</p></nav><p>Words.</p></main>") == "Words.\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("<p>‘Good’".encode(), "‘Good’\n"),
        (b"\xef\xbb\xbf<p>\xe2\x80\x98Good\xe2\x80\x99", "‘Good’\n"),
        (b"<meta charset=windows-1252><p>\x91Good\x92", "‘Good’\n"),
        (b"<meta charset='iso-8859-1'><p>\xa33m", "£3m\n"),
        ("<p>‘Good’".encode("utf-16"), "‘Good’\n"),
    ],
)
def test_encodings_are_told_by_mark_by_name_and_by_trying(data: bytes, said: str) -> None:
    assert read_html(data, 1) == [(said, False)]


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(ReadingRefused, match="encoding"):
        read_html(b"<meta charset=shift_jis><p>\x83\x65", 1)


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(SourceUnreadable) as caught:
        read_document(b"<html><body><script>x()</script></body></html>", "page.html")
    assert caught.value.sentence == "page.html cannot be read. It has no text."


@pytest.mark.parametrize(
    "hostile",
    [
        b"<html>" + b"<div>" * 1_000_000,
        b"<html>" + b"<p>" * 1_000_000 + b"x",
        b"<html>" + b"<!--" * 500_000,
        b"<html>" + b"<a " * 500_000,
        b"<html>" + b"</" * 500_000,
        b"<html>" + b"<![CDATA[" * 300_000,
        b"<html><p>" + b"&#" * 1_000_000,
        b"<html><p>" + b"&a" * 1_000_000,
        b"<html><p a='" + b"x" * 5_000_000,
        b"<html><b>" + b"<b></i>" * 500_000,
    ],
)
def test_a_hostile_page_ends_in_time(hostile: bytes) -> None:
    began = time.monotonic()
    try:
        read_document(hostile, "hostile.html", limits=IMPATIENT)
    except SourceUnreadable as unreadable:
        assert unreadable.sentence.startswith("hostile.html cannot be read. ")  # noqa: PT017
    assert time.monotonic() - began < 3 * IMPATIENT.wall_seconds + 1
