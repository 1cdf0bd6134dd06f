"""The verification record: every quotation, its verdict and its place."""

from __future__ import annotations

from tests.small_site import DIGEST, MOOR, edition

from inspection_digest.composing import urls
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.paging import composed
from inspection_digest.composing.verification import verification_pages, verification_record
from inspection_digest.views.verification import VerificationPage


def record_of(made: Edition) -> VerificationPage:
    return dict(composed(verification_pages(made)))[urls.VERIFICATION]


def test_every_quotation_stands_in_it_with_what_is_known() -> None:
    view = record_of(edition())
    assert view.counts == (("verbatim", 4), ("elided", 1))
    assert [quote.quote.label for quote in view.quotes] == [
        "on-time",
        "no-track",
        "clear-plan",
        "paper",
        "on-order",
    ]
    first, second = view.quotes[:2]
    assert (first.verdict, first.sign) == ("verbatim", "proved")
    assert first.sentence.endswith("in the press release, paragraph 2.")
    assert second.verdict == "elided"
    assert second.sentence.endswith("in the inspection report, page 2.")
    assert first.quote.href == urls.link("digests/moor-line/2031-05-14/#quote-on-time")
    assert view.quotes[4].quote.href == urls.link("digests/moor-line/2031-05-14/#reply-on-order")
    assert view.data.href == urls.link("data/verification.json")


def test_as_data_it_has_the_place_of_each() -> None:
    first, second, *_ = verification_record(edition()).quotes
    assert (first.name, first.verdict, first.pages, first.paragraphs) == (
        "on-time",
        "verbatim",
        (),
        (2,),
    )
    assert (second.verdict, second.pages, second.paragraphs) == ("elided", (2,), ())


def test_quotations_of_the_newest_report_stand_first() -> None:
    later = "digests/marsh-line/2032.yaml"
    view = record_of(edition({later: DIGEST.replace("2031-05-14", "2032-01-02")}))
    assert [quote.digest.href for quote in view.quotes[::5]] == [
        urls.link("digests/marsh-line/2032/"),
        urls.link("digests/moor-line/2031-05-14/"),
    ]
    assert len({quote.key for quote in view.quotes}) == len(view.quotes)


def test_a_site_without_a_quotation_has_an_empty_record() -> None:
    view = record_of(edition({MOOR: None}))
    assert (view.counts, view.quotes) == ((), ())
