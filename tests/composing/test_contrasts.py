"""Both sides of a contrast, its seam, and the ways on."""

from __future__ import annotations

import json

import pytest
from tests.small_site import DIGEST, MOOR, edition

from inspection_digest.composing import urls
from inspection_digest.composing.contrast_lists import contrasts_pages
from inspection_digest.composing.contrasts import (
    contrast_data,
    contrast_pages,
    contrast_view,
    describe,
    when_words,
)
from inspection_digest.composing.paging import composed
from inspection_digest.views.chrome import Link

HERE = "digests/moor-line/2031-05-14/"
SECOND = """\
  plan-on-paper:
    title: A plan on paper
    said: clear-plan
    found: [paper, no-track]
    relation: qualifies
    because: It is only paper.
replies:
"""
TWO = {MOOR: DIGEST.replace("replies:\n", SECOND)}


def test_a_contrast_is_two_sides_a_seam_and_our_words() -> None:
    made = edition()
    digest = made.library.digests["moor-line/2031-05-14"]
    view = contrast_view(made, digest, "on-time-without-track")
    assert view.said.text == "Every train we saw was on time."
    assert [found.key for found in view.found] == ["moor-line/2031-05-14#quote-no-track"]
    assert (view.relation, view.seam) == ("contradicts", "contradicted by")
    assert view.because == ("<p>The plan was <em>good</em>. The track was not&nbsp;there.</p>")
    assert view.anchor == "contrast-on-time-without-track"
    assert view.href == urls.link(f"{HERE}on-time-without-track/")
    assert view.digest == Link("Moor Line, 14 May 2031", urls.link(HERE))
    assert (view.provider, view.when) == ("Moor Line", "14 May 2031")
    line = DIGEST[: DIGEST.index("  on-time-without-track:")].count("\n") + 1
    assert view.edit is not None
    assert view.edit.href.endswith(f"2031-05-14.yaml#L{line}")


def test_each_contrast_has_a_page_and_the_way_to_its_neighbours() -> None:
    pages = dict(contrast_pages(edition(TWO)))
    assert list(pages) == [f"{HERE}on-time-without-track/", f"{HERE}plan-on-paper/"]
    first, second = pages.values()
    assert (first.previous, first.next) == (
        None,
        Link("A plan on paper", urls.link(f"{HERE}plan-on-paper/")),
    )
    assert second.previous == Link(
        "Trains on time, and no track", urls.link(f"{HERE}on-time-without-track/")
    )
    assert second.next is None
    assert first.overall == "Requires improvement"
    assert first.chrome.title == "Trains on time, and no track: Moor Line · Inspection Digest"
    assert first.chrome.canonical == f"https://digest.example.org/sub/{HERE}on-time-without-track/"
    assert first.cite == (
        "Inspection Digest, “Trains on time, and no track”, "
        f"https://digest.example.org/sub/{HERE}on-time-without-track/"
    )
    assert [link.label for link in first.chrome.feeds][:2] == [
        "Moor Line (Atom)",
        "Moor Line (RSS)",
    ]


def test_all_contrasts_stand_newest_first_and_are_counted_by_relation() -> None:
    later = {"digests/marsh-line/2032.yaml": TWO[MOOR].replace("2031-05-14", "2032-01-02")}
    page = dict(composed(contrasts_pages(edition({**TWO, **later}))))[urls.CONTRASTS]
    assert [(item.provider, item.title) for item in page.contrasts] == [
        ("Marsh Line", "Trains on time, and no track"),
        ("Marsh Line", "A plan on paper"),
        ("Moor Line", "Trains on time, and no track"),
        ("Moor Line", "A plan on paper"),
    ]
    assert page.relations == (("contradictions", 2), ("qualifications", 2))
    assert dict(composed(contrasts_pages(edition())))[urls.CONTRASTS].relations == (
        ("contradiction", 1),
    )
    assert dict(composed(contrasts_pages(edition({MOOR: None}))))[urls.CONTRASTS].contrasts == ()


def test_a_preview_holds_both_sides_cut_between_words() -> None:
    digest = edition().library.digests["moor-line/2031-05-14"]
    assert describe(digest, "on-time-without-track") == (
        "Said: “Every train we saw was on time.” "
        "Found: “There is no track ... and the company could not say where it had gone.”"
    )
    long = {MOOR: DIGEST.replace("text: Every", f"text: {'Very ' * 60}Every")}
    cut = describe(edition(long).library.digests["moor-line/2031-05-14"], "on-time-without-track")
    assert cut.startswith(f"Said: “{'Very ' * 19}Very…”")


def test_structured_data_hold_the_quotations_whole() -> None:
    made = edition(TWO)
    digest = made.library.digests["moor-line/2031-05-14"]
    data = contrast_data(made, digest, "plan-on-paper")
    assert data["@type"] == "Article"
    assert data["description"] == "It is only paper."
    assert data["hasPart"] == [
        {"@type": "Quotation", "text": text, "isPartOf": "An inspection of Moor Line"}
        for text in (
            "Leaders have a clear plan.",
            "The timetable is printed on good paper.",
            "There is no track ... and the company could not say where it had gone.",
        )
    ]


@pytest.mark.parametrize("text", ["</script><script>alert(1)", "<!-- words", "a & b \u00a0 😀 ]]>"])
def test_structured_data_cannot_end_their_script(text: str) -> None:
    changes = {
        MOOR: DIGEST.replace("Every train we saw was on time.", f"'{text}'"),
        "sources/moor-release/text.txt": f"{text}\n\nIt should act now.",
    }
    [(_, page)] = contrast_pages(edition(changes))
    assert not set("<>&\u2028\u2029") & set(page.chrome.data)
    assert json.loads(page.chrome.data)["hasPart"][0]["text"] == text


def test_a_report_without_a_date_is_called_as_its_path_says() -> None:
    text = DIGEST.replace("published: 2031-05-14\n", "round: round-3\n", 1)
    made = edition({MOOR: None, "digests/moor-line/round-3.yaml": text})
    assert when_words(made.library.digests["moor-line/round-3"]) == "round-3"
