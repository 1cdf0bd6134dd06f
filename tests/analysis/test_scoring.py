"""Points, totals and the overall grade, by the invented inspectorate's published rule."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.invented import LIGHTS, library, report

from inspection_digest.analysis.scoring import Margin, margin, outcome, score, what_if
from inspection_digest.reading.framework_records import FrameworkRecord
from inspection_digest.reading.records import DigestRecord

GRADES = ["Dark", "Dim", "Clear", "Bright", "Brilliant"]
COUNTED = ["1.1", "1.2", "2.1", "2.2"]
FRAMEWORK = library({}).frameworks["lights"].record


def _record(overall: str = "", more: str = "", **ratings: str) -> DigestRecord:
    text = report(overall=overall, more=more, **ratings)
    return library({"north-light/2005": text}).digests["north-light/2005"].record


def _of(ratings: dict[str, str], **more: object) -> DigestRecord:
    return DigestRecord.model_validate({"framework": "lights", "ratings": ratings, **more})


def _without_rule() -> FrameworkRecord:
    text = LIGHTS.replace("basis: published\n  url: https://lighthouses.example.org/rule", "")
    assert text != LIGHTS
    start, end = text.index("overall:"), text.index("rules:")
    return library({}, {"lights": text[:start] + text[end:]}).frameworks["lights"].record


def test_each_standard_that_counts_adds_the_points_of_its_grade() -> None:
    found = score(FRAMEWORK, _record(_1_1="Brilliant", _1_2="Dim", _2_1="Dark", _2_2="Clear"))
    assert found is not None
    assert [(item.standard, item.points) for item in found.contributions] == [
        ("1.1", 4),
        ("1.2", 1),
        ("2.1", 0),
        ("2.2", 2),
    ]
    assert (found.total, found.most, found.basis) == (7, 16, "published")


def test_a_standard_that_does_not_count_adds_nothing() -> None:
    found = score(FRAMEWORK, _record(flag="Brilliant"))
    assert found is not None
    assert (found.known, found.lowest, found.highest, found.most) == (0, 0, 16, 16)


def test_what_is_not_known_leaves_a_range_and_no_total() -> None:
    found = score(FRAMEWORK, _record(_1_1="Bright", _2_1="Dim"))
    assert found is not None
    assert (found.known, found.lowest, found.highest) == (4, 4, 12)
    assert (found.total, found.unknown) == (None, ("1.2", "2.2"))


def test_a_word_that_is_no_grade_has_no_points_and_lowers_what_can_be_had() -> None:
    found = score(
        FRAMEWORK, _of(dict(zip(COUNTED, ["Not judged", "Dim", "Dim", "Dim"], strict=True)))
    )
    assert found is not None
    assert (found.total, found.most, found.ungraded, found.unknown) == (3, 12, ("1.1",), ())


def test_a_spread_over_all_grades_gives_the_total_without_a_single_standard_known() -> None:
    text = LIGHTS.replace("  flag: {name: Flag, group: light, counts: no, measure: flag}\n", "")
    framework = library({}, {"lights": text}).frameworks["lights"].record
    found = score(framework, _of({}, spread={"Dim": 1, "Bright": 3}))
    assert found is not None
    assert (found.known, found.total) == (0, 10)
    # three Bright, and one of which only that it is not Bright
    found = score(framework, _of({"1.1": "Bright"}, spread={"Bright": 3}))
    assert found is not None
    assert (found.known, found.lowest, found.highest) == (3, 9, 13)


def test_a_printed_total_settles_the_total_where_the_grades_allow_it() -> None:
    found = score(FRAMEWORK, _of({"1.1": "Dark"}, points=3))
    assert found is not None
    assert (found.total, found.printed_fits) == (3, True)
    found = score(FRAMEWORK, _of({"1.1": "Dark"}, points=13))
    assert found is not None
    assert (found.total, found.printed_fits) == (None, False)


def test_there_are_no_points_where_the_framework_has_none() -> None:
    shores = library({}).frameworks["shores"].record
    assert score(shores, _of({"sand": "Fair"})) is None
    assert outcome(shores, _of({"sand": "Fair"})).possible == ()


def test_a_margin_says_what_is_lacking_and_what_is_to_spare() -> None:
    assert margin(FRAMEWORK, 9) == Margin("Clear", 1, "Bright", 4, "Dim")
    assert margin(FRAMEWORK, 16) == Margin("Brilliant", None, None, 3, "Bright")
    assert margin(FRAMEWORK, 0) == Margin("Dark", 3, "Dim", None, None)


def test_the_published_rule_gives_the_overall_grade() -> None:
    found = outcome(
        FRAMEWORK, _record("Bright", _1_1="Brilliant", _1_2="Clear", _2_1="Clear", _2_2="Clear")
    )
    assert (found.computed, found.agrees, found.capped_by) == ("Bright", True, ())


def test_a_limit_keeps_the_overall_grade_down() -> None:
    found = outcome(
        FRAMEWORK,
        _record("Bright", _1_1="Brilliant", _1_2="Brilliant", _2_1="Dark", _2_2="Brilliant"),
    )
    assert (found.computed, found.agrees) == ("Dim", False)
    assert [limit.at_most for limit in found.capped_by] == ["Dim"]


def test_what_is_not_known_leaves_every_grade_it_could_be() -> None:
    found = outcome(FRAMEWORK, _record("Dim", _1_1="Dark", _1_2="Dark", _2_1="Dark"))
    assert (found.possible, found.computed, found.agrees) == (("Dark", "Dim"), None, True)


def test_nothing_is_said_of_a_report_of_which_nothing_is_known() -> None:
    assert outcome(FRAMEWORK, _record("Brilliant")).agrees is None


def test_without_a_published_rule_no_overall_grade_is_ever_worked_out() -> None:
    full = _of(dict.fromkeys(COUNTED, "Clear"), overall="Dark")
    bare = _without_rule()
    derived = FRAMEWORK.model_copy(
        update={"overall": FRAMEWORK.overall.model_copy(update={"basis": "derived"})}
    )
    for framework in (bare, derived):
        found = outcome(framework, full)
        assert (found.possible, found.computed, found.agrees) == ((), None, None)
        assert margin(framework, 8) is None
        assert what_if(framework, full) == ()
        assert score(framework, full) is not None


def test_what_if_names_the_single_changes_that_would_change_the_overall_grade() -> None:
    record = _record("Clear", _1_1="Brilliant", _1_2="Clear", _2_1="Dim", _2_2="Clear")  # 9 points
    found = what_if(FRAMEWORK, record)
    assert [
        (item.standard, item.steps, item.overall_after) for item in found if item.steps == 1
    ] == [
        ("1.2", 1, "Bright"),
        ("2.1", 1, "Bright"),
        ("2.2", 1, "Bright"),
    ]
    # a lamp gone dark is a limit of its own, one step down
    assert ("2.1", -1, "Dim") in [(i.standard, i.steps, i.overall_after) for i in found]
    assert all(item.overall_before == "Clear" for item in found)


def test_what_if_is_silent_where_something_else_decided() -> None:
    record = _record("Dim", _1_1="Brilliant", _1_2="Clear", _2_1="Dim", _2_2="Clear")
    assert what_if(FRAMEWORK, record) == ()


ratings = st.dictionaries(st.sampled_from(COUNTED), st.sampled_from(GRADES))


@given(ratings)
def test_the_range_holds_every_total_that_can_be(known: dict[str, str]) -> None:
    found = score(FRAMEWORK, _of(known))
    assert found is not None
    open_ = [number for number in COUNTED if number not in known]
    totals = [
        found.known + sum(GRADES.index(grade) for grade in grades)
        for grades in product(GRADES, repeat=len(open_))
    ]
    assert (min(totals), max(totals)) == (found.lowest, found.highest)


@given(ratings)
def test_no_overall_grade_that_can_be_is_called_impossible(known: dict[str, str]) -> None:
    possible = set(outcome(FRAMEWORK, _of(known)).possible)
    open_ = [number for number in COUNTED if number not in known]
    for grades in product(GRADES, repeat=min(len(open_), 3)):
        filled = {**known, **dict(zip(open_, grades, strict=False))}
        if len(filled) == len(COUNTED):
            assert outcome(FRAMEWORK, _of(filled)).computed in possible


@given(st.lists(st.sampled_from(GRADES), min_size=4, max_size=4))
def test_each_change_of_what_if_does_change_the_grade_and_no_other_does(grades: list[str]) -> None:
    known = dict(zip(COUNTED, grades, strict=True))
    before = outcome(FRAMEWORK, _of(known)).computed
    changes = what_if(FRAMEWORK, _of(known, overall=before))
    told = {(item.standard, item.to_grade): item.overall_after for item in changes}
    for number, grade in product(COUNTED, GRADES):
        after = outcome(FRAMEWORK, _of({**known, number: grade})).computed
        assert told.get((number, grade)) == (after if after != before else None)


@given(st.lists(st.sampled_from(GRADES), min_size=4, max_size=4), st.integers(0, 12))
def test_the_first_changes_are_the_smallest_and_up_before_down(
    grades: list[str], most: int
) -> None:
    record = _of(dict(zip(COUNTED, grades, strict=True)))
    record = record.model_copy(update={"overall": outcome(FRAMEWORK, record).computed})
    every = what_if(FRAMEWORK, record)
    assert what_if(FRAMEWORK, record, most) == every[:most]
    order = [(abs(item.steps), -item.steps, COUNTED.index(item.standard)) for item in every]
    assert order == sorted(order)


@pytest.mark.parametrize("points", range(17))
def test_a_margin_is_to_the_point(points: int) -> None:
    here = margin(FRAMEWORK, points)
    assert here is not None
    if here.more is not None:
        above = margin(FRAMEWORK, points + here.more)
        below = margin(FRAMEWORK, points + here.more - 1)
        assert above is not None
        assert above.grade == here.higher
        assert below is not None
        assert below.grade == here.grade
    if here.fewer is not None:
        lower = margin(FRAMEWORK, points - here.fewer)
        assert lower is not None
        assert lower.grade == here.lower
