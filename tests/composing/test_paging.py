"""A list over several pages: what each holds, what it says of itself, and the ways between them."""

from __future__ import annotations

import pytest
from tests.small_site import DIGEST, MOOR, edition

from inspection_digest.composing import (
    contrast_lists,
    contrasts,
    listings,
    prose_pages,
    urls,
    verification,
)
from inspection_digest.composing.paging import composed, leaves, paging, run_leaves, starts
from inspection_digest.views.chrome import Link

LATER = "digests/marsh-line/2032.yaml"
TWO = {LATER: DIGEST.replace("2031-05-14", "2032-01-02")}


def test_a_short_list_is_one_page_that_says_nothing_of_others() -> None:
    [leaf] = leaves("list/", "abc", 3)
    assert (leaf.here, leaf.items, leaf.title("Every one")) == ("list/", "abc", "Every one")
    assert paging(leaf, "Letters", ("Before", "After")) is None


def test_nothing_at_all_is_a_page_too() -> None:
    [leaf] = leaves("list/", "", 3)
    assert (leaf.here, leaf.items, leaf.of) == ("list/", "", 0)


def test_a_long_list_keeps_its_address_for_the_first_page() -> None:
    pages = leaves("list/", "abcdefg", 3)
    assert [leaf.here for leaf in pages] == ["list/", "list/2/", "list/3/"]
    assert [leaf.items for leaf in pages] == ["abc", "def", "g"]
    assert [leaf.title("Every one") for leaf in pages[1:]] == [
        "Every one, page 2",
        "Every one, page 3",
    ]


def test_each_page_says_which_part_it_is_and_leads_on() -> None:
    pages = leaves("list/", "abcdefg", 3)
    said = [paging(leaf, "Letters", ("Newer", "Older")) for leaf in pages]
    assert [item and item.counted for item in said] == [
        "Letters 1 to 3 of 7",
        "Letters 4 to 6 of 7",
        "Letters 7 to 7 of 7",
    ]
    assert [item and item.previous for item in said] == [
        None,
        Link("Newer", urls.link("list/")),
        Link("Newer", urls.link("list/2/")),
    ]
    assert [item and item.next for item in said] == [
        Link("Older", urls.link("list/2/")),
        Link("Older", urls.link("list/3/")),
        None,
    ]


def test_a_page_of_some_years_says_which_and_leads_to_the_others() -> None:
    pages = run_leaves("list/", [("a", "2032", 2), ("b", "2031", 1)], 1)
    said = [paging(leaf, "Letters", ("Newer", "Older"), starts(pages)) for leaf in pages]
    assert [item and item.counted for item in said] == [
        "2032: letters 1 to 1 of 2",
        "2032: letters 2 to 2 of 2",
        "2031: letters 1 to 1 of 1",
    ]
    assert [[(link.label, link.current) for link in item.starts] for item in said if item] == [
        [("2032", True), ("2031", False)],
        [("2032", True), ("2031", False)],
        [("2032", False), ("2031", True)],
    ]
    assert said[2]
    assert [link.href for link in said[2].starts] == [urls.link("list/"), urls.link("list/2031/")]


def test_all_contrasts_run_over_pages_with_an_index_of_years(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(contrast_lists, "LONGEST", 1)
    pages = dict(composed(contrast_lists.contrasts_pages(edition(TWO))))
    assert list(pages) == ["contrasts/", "contrasts/2031/"]
    first, second = pages.values()
    assert [item.provider for page in pages.values() for item in page.contrasts] == [
        "Marsh Line",
        "Moor Line",
    ]
    assert (first.relations, second.relations) == ((("contradictions", 2),), ())
    assert second.title == "Every contrast, newest first, 2031"
    assert second.contrasts[0].href == urls.link(
        "digests/moor-line/2031-05-14/on-time-without-track/"
    )
    assert second.paging
    assert second.paging.counted == "2031: contrasts 1 to 1 of 1"
    assert second.paging.starts == (
        Link("2032", urls.link("contrasts/")),
        Link("2031", urls.link("contrasts/2031/"), current=True),
    )
    assert (second.paging.previous, second.paging.next) == (
        Link("Newer contrasts", urls.link("contrasts/")),
        None,
    )


def test_the_verification_record_runs_over_pages_and_its_data_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = list(verification.verification_record(edition(TWO)).quotes)
    monkeypatch.setattr(verification, "LONGEST", 4)
    pages = dict(composed(verification.verification_pages(edition(TWO))))
    assert list(pages) == [
        "verification/",
        "verification/2032/2/",
        "verification/2031/",
        "verification/2031/2/",
    ]
    assert [quote.key for page in pages.values() for quote in page.quotes] == [
        quote.key for quote in whole
    ]
    assert list(verification.verification_record(edition(TWO)).quotes) == whole
    assert [page.counts for page in pages.values()] == [
        (("verbatim", 8), ("elided", 2)),
        (),
        (),
        (),
    ]
    last = pages["verification/2031/2/"]
    assert last.quotes[-1].quote.href == urls.link("digests/moor-line/2031-05-14/#reply-on-order")
    assert last.data.href == urls.link("data/verification.json")


def test_feeds_to_follow_run_over_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listings, "LONGEST_FOLLOW", 4)
    pages = dict(listings.follow_pages(edition()))
    assert [feed.label for feed in pages["follow/2/"].feeds] == ["Moor Line"]
    assert pages["follow/2/"].feeds[0].atom.href == urls.link("feeds/providers/moor-line.atom.xml")


def test_a_provider_of_many_contrasts_shows_the_newest_and_leads_to_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    two = {"digests/moor-line/2032.yaml": DIGEST.replace("2031-05-14", "2032-01-02")}
    assert dict(composed(contrast_lists.provider_contrasts_pages(edition(two)))) == {}
    monkeypatch.setattr(listings, "NEWEST_OF_PROVIDER", 1)
    monkeypatch.setattr(contrast_lists, "NEWEST_OF_PROVIDER", 1)
    made = edition(two)
    page = dict(listings.provider_pages(made))["providers/moor-line/"]
    assert [item.when for item in page.contrasts] == ["2 January 2032"]
    assert page.all_contrasts == Link(
        "All 2 contrasts", urls.link("providers/moor-line/contrasts/")
    )
    [(address, every)] = composed(contrast_lists.provider_contrasts_pages(made))
    assert (address, len(every.contrasts)) == ("providers/moor-line/contrasts/", 2)
    assert every.parent == Link("Moor Line", urls.link("providers/moor-line/"))


def test_a_provider_of_many_reports_shows_the_newest_and_leads_to_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    when = ("2032-01-02", "2033-01-02")
    made = edition(
        {f"digests/moor-line/{day}.yaml": DIGEST.replace("2031-05-14", day) for day in when}
    )
    page = dict(listings.provider_pages(made))["providers/moor-line/"]
    assert page.timeline
    assert (len(page.digests), len(page.timeline.stretches[0].reports)) == (3, 3)
    assert (page.all_digests, list(listings.provider_selections(made))) == (None, [])
    monkeypatch.setattr(listings, "NEWEST_REPORTS", 2)
    page = dict(listings.provider_pages(made))["providers/moor-line/"]
    assert page.timeline
    assert [row.when for row in page.digests] == ["2 January 2033", "2 January 2032"]
    assert [report.label for report in page.timeline.stretches[0].reports] == [
        "2 January 2032",
        "2 January 2033",
    ]
    assert page.all_digests == Link("All 3 reports", urls.link("providers/moor-line/reports/"))
    [every] = listings.provider_selections(made)
    assert (every.address, len(every.digests)) == ("providers/moor-line/reports/", 3)


def test_older_corrections_run_over_pages_below_the_page_of_corrections(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = edition(TWO)
    assert list(prose_pages.older_answers_pages(made)) == []
    monkeypatch.setattr(prose_pages, "LONGEST", 1)
    first = prose_pages.prose_page(
        made, address=urls.CORRECTIONS, title="C", summary="s", html="a", file="c.md"
    )
    [(address, second)] = prose_pages.older_answers_pages(made)
    assert (address, second.title) == ("corrections/2/", "Corrections, page 2")
    digests = [item.digest for page in (first, second) for item in page.corrections]
    assert digests == [
        Link("Moor Line, 14 May 2031", urls.link("digests/moor-line/2031-05-14/")),
        Link("Marsh Line, 2 January 2032", urls.link("digests/marsh-line/2032/")),
    ]
    assert first.paging
    assert second.paging
    assert (first.paging.previous, first.paging.next) == (
        None,
        Link("What is older", urls.link("corrections/2/")),
    )
    assert (second.paging.counted, second.paging.next) == ("Page 2 of 2", None)
    assert second.paging.previous == Link("What is newer", urls.link("corrections/"))


def test_a_digest_without_a_year_stands_under_words() -> None:
    undated = DIGEST.replace("published: 2031-05-14\n", "", 1)
    [digest] = edition(
        {MOOR: None, "digests/marsh-line/first-round.yaml": f"round: first-round\n{undated}"}
    ).newest_first
    assert contrasts.year_words(digest) == "No year known"
