"""Corrections, objections and replies stand beside what they are about, and in one list."""

from __future__ import annotations

from tests.answered_site import ALL, ANSWERED, moor
from tests.small_site import DIGEST, MOOR, edition

from inspection_digest.composing import urls
from inspection_digest.composing.contrast_lists import contrasts_pages
from inspection_digest.composing.contrasts import contrast_view
from inspection_digest.composing.digests import digest_page
from inspection_digest.composing.paging import composed
from inspection_digest.composing.prose_pages import prose_page
from inspection_digest.views.chrome import Link
from inspection_digest.views.contrasts import ContrastView
from inspection_digest.views.digests import DigestPage
from inspection_digest.views.quotes import QuoteView

HERE = "digests/moor-line/2031-05-14/"


def page(text: str = ANSWERED[MOOR]) -> DigestPage:
    made = edition({MOOR: text})
    return digest_page(made, moor(made), HERE)


def contrast() -> ContrastView:
    made = edition(ANSWERED)
    return contrast_view(made, moor(made), "on-time-without-track")


def other(name: str) -> QuoteView:
    quotes = [quote for group in page().others for quote in group.quotes]
    return next(quote for quote in quotes if quote.anchor == f"quote-{name}")


def test_a_correction_of_a_quotation_stands_beside_it() -> None:
    [found] = contrast().found
    [note] = found.answers.corrections
    assert (note.when, note.what) == ("3 June 2031", "<p>The last words were left&nbsp;out.</p>")
    assert note.about is None
    assert contrast().said.answers.corrections == ()
    assert contrast().answers.corrections == ()


def test_an_objection_stands_beside_its_contrast_with_what_came_of_it() -> None:
    [note] = contrast().answers.contested
    assert (note.by, note.when, note.state) == ("Moor Line", "20 May 2031", "open")
    assert note.what == "<p>The track is in a <em>shed</em>.</p>"
    assert (note.outcome, note.because) == ("Not decided yet", "")
    [decided] = other("paper").answers.contested
    assert (decided.state, decided.outcome) == ("upheld", "Upheld, 1 August 2031")
    assert decided.because == "<p>It&nbsp;is.</p>"


def test_a_reply_stands_beside_what_it_answers_and_is_proved_like_a_quotation() -> None:
    [reply] = contrast().answers.replies
    assert (reply.by, reply.when) == ("Moor Line", "16 May 2031")
    assert reply.quote.key == "moor-line/2031-05-14#reply-in-the-contrast"
    assert (reply.quote.text, reply.quote.proof.verdict) == ("It should act now.", "verbatim")
    [beside] = other("paper").answers.replies
    assert beside.quote.anchor == "reply-to-a-quote"


def test_a_reply_to_one_thing_is_shown_there_and_the_rest_at_the_end() -> None:
    view = page()
    assert [reply.quote.anchor for reply in view.replies] == ["reply-on-order"]
    assert view.answered == (
        (
            "Moor Line, 16 May 2031",
            Link(
                "About the contrast “Trains on time, and no track”",
                urls.link(f"{HERE}#reply-in-the-contrast"),
            ),
        ),
        (
            "Ada Buffer, 17 May 2031",
            Link("About the quotation “paper”", urls.link(f"{HERE}#reply-to-a-quote")),
        ),
    )


def test_a_reply_to_what_was_removed_is_not_lost() -> None:
    text = ANSWERED[MOOR].replace("to: paper", "to: unfair")
    view = page(text)
    apart = [(reply.quote.anchor, reply.to) for reply in view.replies]
    assert apart == [
        ("reply-on-order", None),
        (
            "reply-to-a-quote",
            Link("About the quotation “unfair”, removed", urls.link(f"{HERE}#quote-unfair")),
        ),
    ]


def test_a_digest_lists_all_of_them_and_what_was_removed_keeps_its_address() -> None:
    view = page()
    assert [(item.when, item.about and item.about[:2]) for item in view.corrections] == [
        (
            "4 June 2031",
            ("About the contrast “unfair pair”, removed", urls.link(f"{HERE}unfair-pair/")),
        ),
        (
            "4 June 2031",
            ("About the quotation “unfair”, removed", urls.link(f"{HERE}#quote-unfair")),
        ),
        ("3 June 2031", ("About the quotation “no track”", urls.link(f"{HERE}#quote-no-track"))),
        ("2 June 2031", None),
    ]
    assert [item.anchors for item in view.corrections] == [
        ("contrast-unfair-pair",),
        ("quote-unfair",),
        (),
        (),
    ]
    assert [item.by for item in view.contested] == ["A signaller", "Moor Line"]


def test_a_list_of_contrasts_says_that_there_are_answers() -> None:
    [item] = dict(composed(contrasts_pages(edition(ANSWERED))))[urls.CONTRASTS].contrasts
    assert item.marks == ("Contested: not decided yet", "Corrected", "Moor Line has replied")
    [plain] = dict(composed(contrasts_pages(edition())))[urls.CONTRASTS].contrasts
    assert plain.marks == ()


def test_a_standard_and_a_fact_are_named_as_a_reader_knows_them() -> None:
    facts = "  - {date: 2032, what: a, about: overall}\n  - {date: 2033, what: b, about: '2.1'}\n"
    labels = [item.about for item in page(DIGEST + facts).corrections]
    assert labels == [
        Link("About standard 2.1 Track", urls.link(f"{HERE}#the-grades")),
        Link("About the overall grade", urls.link(HERE)),
        None,
    ]


def test_the_corrections_page_lists_all_of_every_digest() -> None:
    made = edition(ALL)
    view = prose_page(
        made, address="corrections/", title="C", summary="s", html="", file="content/pages/c.md"
    )
    assert [(item.when, item.digest and item.digest.label) for item in view.corrections] == [
        ("4 June 2031", "Moor Line, 14 May 2031"),
        ("4 June 2031", "Moor Line, 14 May 2031"),
        ("3 June 2031", "Moor Line, 14 May 2031"),
        ("2 June 2031", "Moor Line, 14 May 2031"),
        ("2 June 2031", "Moor Line, 2 May 2031"),
    ]
    assert [item.by for item in view.contested] == ["A signaller", "Moor Line"]
    [withdrawn] = view.withdrawn
    assert withdrawn.digest == Link(
        "Moor Line, 2 May 2031", urls.link("digests/moor-line/2031-05-02/")
    )
    assert view.feeds[0] == Link("Atom", urls.link("feeds/corrections.atom.xml"))
    other_page = prose_page(
        made, address="about/", title="A", summary="s", html="", file="content/pages/about.md"
    )
    assert (other_page.corrections, other_page.contested, other_page.withdrawn) == ((), (), ())
