"""The figures on the gap: each is the reports behind it, and every report is in exactly one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.invented import library, report

from inspection_digest.analysis.gap import gap
from inspection_digest.analysis.gaps_table import GROUPS, gap_figures

LIBRARY = library(
    {
        "north-light/2001": report(_1_1="Bright", _2_1="Dim", _2_2="Clear"),
        "north-light/2002": report(_1_1="Bright", _2_1="Dim"),
        "north-light/2003": report(_1_1="Dim", _2_1="Dim", _2_2="Clear"),
        "north-light/2004": report(_1_1="Dark", _2_1="Dim", _2_2="Clear"),
        "north-light/2005": report(_1_1="Dim", _2_1="Clear", more="published: 2005-02"),
        "north-light/2006": report(_2_1="Clear"),
        "south-light/2007": report(_1_1="Clear", more="round: first"),
        "south-light/2016": report("shores", wardens="Fine", sand="Poor"),
    }
)


def test_every_report_is_counted_once_with_the_reason_where_it_cannot_be_compared() -> None:
    (found,) = gap_figures(LIBRARY)["all"]
    assert found.above == ("north-light/2001", "north-light/2002", "south-light/2016")
    assert found.level == ("north-light/2003",)
    assert found.below == ("north-light/2004",)
    assert found.open == ("north-light/2005",)
    assert found.no_leadership == ("north-light/2006",)
    assert found.no_practice == ("south-light/2007",)
    assert (found.compared, len(found.not_compared)) == (5, 3)


def test_how_far_is_known_exactly_or_at_least() -> None:
    (found,) = gap_figures(LIBRARY)["all"]
    assert found.steps == (
        (2, ("north-light/2001", "south-light/2016")),
        (0, ("north-light/2003",)),
        (-1, ("north-light/2004",)),
    )
    assert found.at_least == ((2, ("north-light/2002",)),)


def test_figures_can_be_had_by_inspectorate_framework_period_and_owner() -> None:
    assert [item.key for item in gap_figures(LIBRARY)["inspectorate"]] == [
        "Board of Lighthouses",
        "Board of Shores",
    ]
    assert [item.key for item in gap_figures(LIBRARY)["framework"]] == ["lights", "shores"]
    assert [item.key for item in gap_figures(LIBRARY)["period"]] == ["", "2005", "first"]
    assert [item.key for item in gap_figures(LIBRARY)["owner"]] == ["", "The Crown"]


def test_every_report_with_a_gap_is_in_the_list_of_gaps() -> None:
    (found,) = gap_figures(LIBRARY)["all"]
    frameworks = LIBRARY.frameworks
    having = {
        id_
        for id_, digest in LIBRARY.digests.items()
        if gap(frameworks[digest.record.framework].record, digest.record)
    }
    assert having == {*found.above, *found.level, *found.below, *found.open}


grade = st.sampled_from(["", "Dark", "Dim", "Clear", "Bright", "Brilliant", '"Not judged"'])


@given(st.lists(st.tuples(grade, grade, grade), max_size=6))
def test_no_report_is_lost_or_counted_twice(grades: list[tuple[str, str, str]]) -> None:
    names = ("_1_1", "_2_1", "_2_2")
    found = library(
        {
            f"north-light/200{year}": report(
                **{name: word for name, word in zip(names, words, strict=True) if word}
            )
            for year, words in enumerate(grades)
        }
    )
    for by in GROUPS:
        counted = [
            digest
            for item in gap_figures(found)[by]
            for digest in (*item.above, *item.level, *item.below, *item.not_compared)
        ]
        assert sorted(counted) == sorted(found.digests)
