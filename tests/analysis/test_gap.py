"""Leadership against practice: exact where it can be, at least where it cannot, else nothing."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from tests.invented import library

from inspection_digest.analysis.gap import above_overall, gap
from inspection_digest.reading.records import DigestRecord

GRADES = ["Dark", "Dim", "Clear", "Bright", "Brilliant"]
FRAMEWORK = library({}).frameworks["lights"].record


def _of(**more: object) -> DigestRecord:
    return DigestRecord.model_validate({"framework": "lights", **more})


def test_the_gap_is_leadership_less_the_weakest_practice_grade() -> None:
    found = gap(FRAMEWORK, _of(ratings={"1.1": "Brilliant", "2.1": "Dim", "2.2": "Bright"}))
    assert found is not None
    assert (found.steps, found.exact, found.stand) == (3, True, "above")
    assert (found.standard, found.grade) == ("1.1", "Brilliant")
    assert (found.weakest, found.weakest_grade) == (("2.1",), "Dim")


def test_the_mean_is_kept_as_a_fraction() -> None:
    found = gap(FRAMEWORK, _of(ratings={"1.1": "Brilliant", "2.1": "Dim", "2.2": "Clear"}))
    assert found is not None
    assert found.above_mean == Fraction(5, 2)


def test_a_practice_grade_not_known_leaves_a_least_gap_and_no_mean() -> None:
    found = gap(FRAMEWORK, _of(ratings={"1.1": "Bright", "2.1": "Dim"}))
    assert found is not None
    assert (found.steps, found.exact, found.stand, found.above_mean) == (2, False, "above", None)
    assert (found.known, found.unknown) == (("2.1",), ("2.2",))


def test_at_the_bottom_of_the_scale_nothing_unknown_can_change_the_gap() -> None:
    found = gap(FRAMEWORK, _of(ratings={"1.1": "Bright", "2.1": "Dark"}))
    assert found is not None
    assert (found.steps, found.exact) == (3, True)


def test_level_or_below_is_said_only_where_every_practice_grade_is_known() -> None:
    part = gap(FRAMEWORK, _of(ratings={"1.1": "Clear", "2.1": "Clear"}))
    whole = gap(FRAMEWORK, _of(ratings={"1.1": "Clear", "2.1": "Clear", "2.2": "Bright"}))
    below = gap(FRAMEWORK, _of(ratings={"1.1": "Dim", "2.1": "Clear", "2.2": "Bright"}))
    assert part is not None
    assert whole is not None
    assert below is not None
    assert (part.stand, whole.stand, below.stand) == (None, "level", "below")


def test_there_is_no_gap_without_leadership_or_without_practice() -> None:
    assert gap(FRAMEWORK, _of(ratings={"2.1": "Dim", "2.2": "Dim"})) is None
    assert gap(FRAMEWORK, _of(ratings={"1.1": "Bright", "1.2": "Dim"})) is None
    assert gap(FRAMEWORK, _of(ratings={"1.1": "Not judged", "2.1": "Dim"})) is None


def test_a_standard_that_was_not_judged_is_no_unknown_grade() -> None:
    found = gap(FRAMEWORK, _of(ratings={"1.1": "Bright", "2.1": "Dim", "2.2": "Not judged"}))
    assert found is not None
    assert (found.exact, found.ungraded, found.unknown) == (True, ("2.2",), ())


def test_counting_alone_can_be_certain_without_naming_a_standard() -> None:
    # five standards, leadership known; two that are not practice cannot hold three Dark
    found = gap(FRAMEWORK, _of(ratings={"1.1": "Bright"}, spread={"Dark": 3, "Bright": 2}))
    assert found is not None
    assert (found.steps, found.exact, found.weakest, found.weakest_grade) == (3, True, (), "Dark")
    assert gap(FRAMEWORK, _of(ratings={"1.1": "Bright"}, spread={"Dark": 2})) is None


def test_what_is_not_certain_in_the_digest_is_said() -> None:
    record = _of(ratings={"1.1": "Bright", "2.1": "Dim"}, uncertain=["2.1", "published"])
    found = gap(FRAMEWORK, record)
    assert found is not None
    assert found.uncertain == ("2.1",)


def test_leadership_can_be_set_beside_the_overall_grade() -> None:
    assert above_overall(FRAMEWORK, _of(ratings={"1.1": "Bright"}, overall="Dim")) == 2
    assert above_overall(FRAMEWORK, _of(ratings={"1.1": "Bright"}, overall="Not judged")) is None
    assert above_overall(FRAMEWORK, _of(overall="Dim")) is None


NUMBERS = list(FRAMEWORK.standards)
some = st.dictionaries(st.sampled_from(NUMBERS), st.sampled_from(GRADES))
whole = st.lists(st.sampled_from(GRADES), min_size=len(NUMBERS), max_size=len(NUMBERS))


@given(some)
def test_whatever_the_unknown_grades_are_the_gap_is_no_smaller(known: dict[str, str]) -> None:
    found = gap(FRAMEWORK, _of(ratings=known))
    if found is None:
        return
    for grades in product(GRADES, repeat=len(found.unknown)):
        filled = known | dict(zip(found.unknown, grades, strict=True))
        true = gap(FRAMEWORK, _of(ratings=filled))
        assert true is not None
        assert true.steps == found.steps if found.exact else true.steps >= found.steps
        assert found.stand in {true.stand, None}


@given(whole, st.sets(st.sampled_from(NUMBERS)), st.sets(st.sampled_from(GRADES)))
def test_a_spread_never_claims_more_than_the_true_grades_bear_out(
    grades: list[str], hidden: set[str], named: set[str]
) -> None:
    full = dict(zip(NUMBERS, grades, strict=True))
    true = gap(FRAMEWORK, _of(ratings=full))
    assert true is not None
    part = {number: grade for number, grade in full.items() if number not in hidden}
    found = gap(FRAMEWORK, _of(ratings=part, spread={name: grades.count(name) for name in named}))
    if found is not None:
        assert true.steps == found.steps if found.exact else true.steps >= found.steps


def test_what_is_not_counted_may_be_ungraded_unless_the_spread_says_how_often_that_was() -> None:
    rest = {"Bright": 1, "Brilliant": 1, "Clear": 1}  # of five standards; Dark and Dim are open
    assert gap(FRAMEWORK, _of(ratings={"1.1": "Bright"}, spread={**rest, "Clear": 0})) is None
    every = {**rest, "Clear": 0, "Not judged": 0}
    found = gap(FRAMEWORK, _of(ratings={"1.1": "Bright"}, spread=every))
    assert found is not None
    assert (found.steps, found.exact, found.weakest_grade) == (2, False, "Dim")
    none = {"Bright": 1, "Brilliant": 1, "Clear": 0, "Dim": 0, "Dark": 0}
    assert gap(FRAMEWORK, _of(ratings={"1.1": "Bright"}, spread=none)) is None
