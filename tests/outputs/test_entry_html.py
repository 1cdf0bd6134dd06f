"""A feed entry's body, whole."""

from __future__ import annotations

from msgspec.structs import replace
from tests.small_site import edition

from inspection_digest.composing.feeds import feeds
from inspection_digest.outputs.entry_html import entry_html
from inspection_digest.views.answers import ContestedView, CorrectionView, WithdrawnView
from inspection_digest.views.chrome import Link
from inspection_digest.views.feeds import FeedEntry
from inspection_digest.views.links import SITE
from inspection_digest.views.quotes import ReplyView


def entry(name: str) -> FeedEntry:
    return dict(feeds(edition(), "atom"))[f"feeds/{name}.atom.xml"].entries[0]


def test_a_contrast_is_both_sides_the_seam_our_words_and_a_way_on() -> None:
    assert entry_html(entry("contrasts")) == (
        "<p><strong>Corrected, 2 June 2031.</strong> Noticed by A passenger.</p>\n"
        "<p>We gave the grade of track as&nbsp;Good.</p>\n"
        "<p>Overall: Requires improvement · Inspected February to March 2031</p>\n"
        "<p><strong>Said</strong> "
        "(Inspectorate of Toy Railways, press release, 14 May 2031)</p>\n"
        '<blockquote><p>“<span data-quote="moor-line/2031-05-14#quote-on-time">'
        "Every train we saw was on time.</span>”</p></blockquote>\n"
        "<p>Ada Buffer. Letter for letter in the press release, paragraph 2. "
        f'<a href="{SITE}sources/moor-release/'
        '#moor-line--2031-05-14--quote-on-time">See it in place</a></p>\n'
        "<p><em>contradicted by</em></p>\n"
        "<p><strong>Found</strong> "
        "(Inspectorate of Toy Railways, inspection report, 14 May 2031)</p>\n"
        '<blockquote><p>“<span data-quote="moor-line/2031-05-14#quote-no-track">'
        "There is no track ... and the company could not say where it had gone.</span>”</p>"
        "</blockquote>\n"
        "<p>In this order, with 4 words left out at the dots, in the inspection report, page 2. "
        f'<a href="{SITE}sources/moor-report/'
        '#moor-line--2031-05-14--quote-no-track">See it in place</a></p>\n'
        "<p><strong>In our own words</strong></p>\n"
        "<p>The plan was <em>good</em>. The track was not&nbsp;there.</p>\n"
        f'<p><a href="{SITE}digests/moor-line/2031-05-14/on-time-without-track/">'
        "This contrast on its own page</a></p>"
    )


def test_several_contrasts_have_their_titles_and_stand_under_a_summary() -> None:
    one = entry("digests")
    html = entry_html(replace(one, contrasts=one.contrasts * 2, summary="a < b"))
    assert html.count("<h2>Trains on time, and no track</h2>") == 2
    assert "<p>a &lt; b</p>" in html


def test_an_entry_without_a_contrast_is_its_summary() -> None:
    bare = replace(entry("digests"), contrasts=(), facts=(), corrections=(), replies=())
    html = entry_html(bare)
    assert html == (
        "<p>The trains are punctual. There is no track.</p>\n"
        f'<p><a href="{SITE}digests/moor-line/2031-05-14/">The whole digest</a></p>'
    )


def test_what_is_not_ours_is_escaped() -> None:
    one = entry("contrasts")
    said = replace(one.contrasts[0].said, text="<b>", speaker="<i>", publisher_line="<u>", key='"')
    html = entry_html(replace(one, contrasts=(replace(one.contrasts[0], said=said),)))
    assert "<b>" not in html
    assert "<i>" not in html
    assert "<u>" not in html
    assert 'data-quote="&#34;"' in html


def test_what_was_answered_is_escaped_too() -> None:
    hostile = '"><script>x</script>'
    away = Link(hostile, hostile)
    one = replace(
        entry("contrasts"),
        corrections=(CorrectionView(hostile, "<p>ours</p>", hostile, None, away),),
        contested=(
            ContestedView(hostile, hostile, "<p>ours</p>", "open", hostile, "", None, away),
        ),
        withdrawn=WithdrawnView(hostile, hostile, hostile, "<p>ours</p>", away),
    )
    quote = replace(one.contrasts[0].said, text=hostile)
    html = entry_html(replace(one, replies=(ReplyView(hostile, hostile, quote),)))
    assert "<script" not in html
    assert html.count("<p>ours</p>") == 3
