"""The page on the gap says what the analysis found, and every figure has its reports."""

from __future__ import annotations

import pytest
from tests.small_site import FRAMEWORK, edition

from inspection_digest.analysis.gaps_table import gap_figures
from inspection_digest.composing import selections, urls
from inspection_digest.composing.flow import WIDE, flow
from inspection_digest.composing.gap import gap_page, gap_strip
from inspection_digest.composing.gap_selections import gap_selections
from inspection_digest.composing.paging import composed
from inspection_digest.composing.selections import reports_pages, slugs
from inspection_digest.views.chrome import Link
from inspection_digest.views.gap import GapStrip
from inspection_digest.views.reports import Figure

LEVEL = """\
framework: toy-2030
published: 2032-01
ratings: {"1.1": Good, "2.1": Good}
"""
BELOW = """\
framework: toy-2030
published: 2033-01
ratings: {"1.1": Inadequate, "2.1": Good}
"""
MORE = {"digests/marsh-line/2032.yaml": LEVEL, "digests/marsh-line/2033.yaml": BELOW}


def test_the_heading_is_the_finding() -> None:
    assert gap_page(edition()).title == (
        "In 1 of 1 reports leadership is graded above the weakest of the work, and in none below it"
    )
    assert gap_page(edition(MORE)).title == (
        "In 1 of 3 reports leadership is graded above the weakest of the work, and in 1 below it"
    )


def test_figures_are_those_of_the_analysis() -> None:
    made = edition(MORE)
    page = gap_page(made)
    (figures,) = gap_figures(made.library)["all"]
    (row,) = page.tables[0].groups
    numbers = [row.above.number, row.level.number, row.below.number, row.not_compared.number]
    assert numbers == [
        str(len(ids)) for ids in (figures.above, figures.level, figures.below, figures.not_compared)
    ]
    assert page.compared.number == str(figures.compared)
    assert [(step.words, step.figure.number) for step in page.steps] == [
        ("Three grades above", "1"),
        ("Level", "1"),
        ("Two grades below", "1"),
    ]


def test_a_group_is_one_line_with_all_its_links() -> None:
    (row,) = gap_page(edition(MORE)).tables[0].groups
    assert row.above == Figure(
        "1",
        "Inspectorate of Toy Railways: above",
        urls.link("the-gap/inspectorate-inspectorate-of-toy-railways-above/"),
        "100",
    )
    assert row.not_compared == Figure("0", "Inspectorate of Toy Railways: not compared", "", "")


def test_a_selection_has_one_address_and_its_reports_newest_first() -> None:
    made = edition(MORE)
    pages = dict(composed(reports_pages(made, gap_selections(made))))
    addresses = [item.address for item in gap_selections(made)]
    assert len(addresses) == len(set(addresses))
    assert [row.when for row in pages["the-gap/all/"].rows] == [
        "January 2033",
        "January 2032",
        "14 May 2031",
    ]
    assert pages["the-gap/above/"].rows[0].gap == "three grades above"
    assert [link.label for link in pages["the-gap/above/"].siblings] == [
        "Above: 1",
        "Level: 1",
        "Below: 1",
    ]


def test_a_long_selection_runs_over_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selections, "LONGEST", 2)
    made = edition(MORE)
    pages = dict(composed(reports_pages(made, gap_selections(made))))
    first, second = pages["the-gap/all/"], pages["the-gap/all/2/"]
    assert [len(page.rows) for page in (first, second)] == [2, 1]
    assert first.counted == "Reports 1 to 2 of 3"
    assert second.counted == "Reports 3 to 3 of 3"
    assert first.next == Link("Older reports", urls.link("the-gap/all/2/"))
    assert second.previous == Link("Newer reports", urls.link("the-gap/all/"))


def test_the_strip_on_the_front_page_is_missing_where_nothing_can_be_compared() -> None:
    assert gap_strip(edition()) == GapStrip(
        "1",
        "of 1",
        "reports in which both can be compared grade leadership above the weakest of the work it "
        "leads. None grades it below.",
        Link("See the gap", urls.link("the-gap/")),
    )
    without = edition({"digests/moor-line/2031-05-14.yaml": None})
    assert gap_strip(without) is None
    assert gap_page(without).title == "No report can be compared yet"


def test_no_two_names_have_one_address() -> None:
    assert slugs(["A & B", "A B", "", "Ünder"]) == {
        "A & B": "a-b",
        "A B": "a-b-2",
        "": "not-known",
        "Ünder": "nder",
    }


def test_bands_are_as_thick_as_their_reports_and_fill_both_sides() -> None:
    drawn = flow({("Good", "Poor"): 3, ("Good", "Good"): 1}, ("Good", "Poor"), WIDE, ("a", "b"))
    assert [(band.kind, band.number) for band in drawn.bands] == [("level", "1"), ("falls", "3")]
    heights = [float(node.height) for node in drawn.nodes]
    assert heights == [WIDE.bands, 1.5, WIDE.bands / 4, WIDE.bands * 3 / 4]
    assert [line for node in drawn.nodes for line, _ in node.lines] == [
        *("4", "Good", "0", "Poor"),
        *("1", "Good", "3", "Poor"),
    ]


def test_the_strip_says_whose_reports_they_are_where_they_are_of_several() -> None:
    board = FRAMEWORK.replace("Inspectorate of Toy Railways", "Board of Toys")
    two = {path: text.replace("toy-2030", "board-2030") for path, text in MORE.items()}
    strip = gap_strip(edition({**two, "frameworks/board-2030.yaml": board}))
    assert strip is not None
    assert strip.words == (
        "reports in which both can be compared (2 by Board of Toys and 1 by Inspectorate of Toy "
        "Railways) grade leadership above the weakest of the work it leads. 1 grades it below."
    )
