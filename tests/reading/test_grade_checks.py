"""What a digest may say by its framework: grades, dates, counts, citations, one file a report."""

from __future__ import annotations

from tests.invented import codes, report


def _codes(text: str) -> list[str]:
    return codes({"north-light/2005": text})


def test_a_word_that_is_no_grade_is_allowed_where_the_framework_has_it() -> None:
    assert _codes(report(overall='"Not judged"', _1_1='"Not judged"')) == []
    assert _codes(report("shores", wardens='"Not judged"')) == ["unknown-grade"]


def test_an_overall_grade_is_refused_where_none_is_given() -> None:
    assert _codes(report("shores", overall="Fine")) == ["overall-not-given"]


def test_a_standard_of_another_framework_is_refused() -> None:
    assert _codes(report("shores", _2_1="Poor")) == ["unknown-standard"]


def test_a_fact_may_cite_a_source_by_name_or_any_page_by_its_address() -> None:
    assert (
        _codes(report(overall="Dim", more="cited: {overall: https://example.org/page?p=1}")) == []
    )
    assert _codes(report(overall="Dim", more="cited: {overall: release}")) == ["unknown-source"]
    assert _codes(report(overall="Dim", more="cited: {overall: 'https://nowhere'}")) == [
        "bad-address"
    ]
    assert _codes(report(overall="Dim", more="cited: {overall: 'javascript:alert(1)'}")) == [
        "unknown-source"
    ]


def test_spread_and_points_are_facts_that_can_be_cited() -> None:
    more = (
        "spread: {Dim: 2}\npoints: 3\ncited: {spread: https://a.example, points: https://b.example}"
    )
    assert _codes(report(more=more)) == []
    assert _codes(report(more="cited: {spread: https://a.example}")) == ["unknown-fact"]


def test_a_spread_leaves_room_for_the_grades_that_are_known() -> None:
    assert _codes(report(more="spread: {Dim: 1}", _1_1="Dim", _2_1="Dim")) == [
        "spread-does-not-fit"
    ]
    assert _codes(report(more="spread: {Dim: 4, Dark: 2}")) == ["spread-does-not-fit"]
    assert _codes(report(more="spread: {Dimm: 1}")) == ["unknown-grade"]


def test_where_every_grade_is_counted_so_is_every_standard() -> None:
    assert _codes(report("shores", more="spread: {Poor: 0, Fair: 0, Fine: 1}")) == [
        "spread-does-not-fit"
    ]
    assert _codes(report("shores", more="spread: {Poor: 1, Fair: 0, Fine: 1}")) == []
    assert _codes(report("shores", more="spread: {Fair: 0, Fine: 1}")) == []
    some = "spread: {Dark: 0, Dim: 0, Clear: 0, Bright: 1, Brilliant: 0}"  # others were not judged
    assert _codes(report(more=some)) == []


def test_an_inspection_before_the_framework_is_refused() -> None:
    assert _codes(report(more="inspected: {from: 2000, to: 2000-12}")) == ["before-framework"]
    assert _codes(report(more="inspected: {from: 2000-12, to: 2001}")) == []


def test_an_inspection_after_the_framework_or_a_report_long_after_is_refused() -> None:
    assert _codes(report(more="inspected: {from: 2010-01}")) == ["after-framework"]
    assert _codes(report(more="inspected: {from: 2009-12, to: 2010-01}")) == []
    assert codes({"north-light/2011": report(more="published: 2011")}) == []
    assert codes({"north-light/2012": report(more="published: 2012")}) == ["after-framework"]


def test_one_report_in_two_files_is_told() -> None:
    first = report(more="published: 2005-03-29")
    for second in ("2005-03-29", "2005-03"):
        found = codes(
            {"north-light/2005": first, "north-light/2006": report(more=f"published: {second}")}
        )
        assert found == ["report-twice"]
    year = report(more="published: 2005")
    other = report(more="published: 2005-03-29")
    assert codes({"north-light/2005": first, "south-light/2005": other}) == []
    assert codes({"north-light/2005": first, "north-light/2006": year}) == []
