"""A provider's reports in order: moves by measure, breaks, and what was weak again."""

from __future__ import annotations

from tests.invented import library, report

from inspection_digest.analysis.history import History, history, neighbours
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.library import Library


def _history(*reports: str) -> History:
    return history("north-light", _library(*reports))


def _library(*reports: str) -> Library:
    return library({f"north-light/200{year}": text for year, text in enumerate(reports, start=1)})


def test_a_move_is_counted_in_steps_up_or_down() -> None:
    found = _history(
        report(overall="Dim", _1_1="Bright", _2_1="Dark"),
        report(overall="Clear", _1_1="Clear", _2_1="Clear"),
    ).passages[0]
    assert [(move.measure, move.steps) for move in found.moves] == [("leadership", -1), ("lamp", 2)]
    assert found.overall is not None
    assert found.overall.steps == 1
    assert found.same_framework


def test_a_grade_not_known_in_one_of_two_reports_is_no_move() -> None:
    found = _history(report(_1_1="Bright"), report(_2_1="Dark")).passages[0]
    assert (found.moves, found.overall) == ((), None)


def test_a_word_that_is_no_grade_is_no_move() -> None:
    found = _history(report(_1_1="Bright"), report(_1_1='"Not judged"')).passages[0]
    assert found.moves == ()


def test_across_frameworks_what_is_measured_is_compared_and_never_the_number() -> None:
    found = _history(
        report(_1_1="Bright", _1_2="Clear", _2_1="Dark"),
        report("later", _1_1="Dim", _1_2="Brilliant", _2_1="Clear"),
    ).passages[0]
    assert [
        (move.measure, move.before.standard, move.after.standard, move.steps)
        for move in found.moves
    ] == [("lamp", "2.1", "1.1", 1), ("leadership", "1.1", "1.2", 1)]
    assert (found.same_framework, found.comparable) == (False, "all")
    assert (found.alone_before, found.alone_after) == (("1.2",), ("2.1",))


def test_a_framework_that_may_not_be_compared_breaks_the_line() -> None:
    found = _history(
        report("later", overall="Dim", _1_2="Dark"),
        report("shores", wardens="Fine"),
    )
    assert [item.comparable for item in found.breaks] == ["none"]
    assert found.breaks == found.changes_of_framework
    assert (found.passages[0].moves, found.passages[0].overall) == ((), None)


def test_frameworks_that_say_nothing_of_each_other_are_not_compared() -> None:
    found = _history(report(_1_1="Dim"), report("shores", wardens="Fine"))
    assert [item.comparable for item in found.passages] == ["none"]


def test_what_never_rose_is_followed_over_every_report_of_the_line() -> None:
    found = _history(
        report(_1_1="Clear", _1_2="Dim", _2_1="Bright", _2_2="Brilliant"),
        report(_1_1="Dim", _1_2="Clear", _2_1="Bright", _2_2="Brilliant"),
        report(_1_1="Dim", _1_2="Clear", _2_1="Bright", _2_2="Brilliant"),
    )
    # the stairs rose once; the horn could not rise
    assert [line.measure for line in found.never_rose] == ["leadership", "lamp"]
    assert [item.grade for item in found.never_rose[0].gradings] == ["Clear", "Dim", "Dim"]


def test_a_gap_in_what_is_known_ends_what_can_be_said_of_a_standard() -> None:
    found = _history(report(_1_1="Dim"), report(_2_1="Dim"), report(_1_1="Dim"))
    assert found.never_rose == ()


def test_the_same_weakness_again_is_below_the_middle_of_the_scale_both_times() -> None:
    found = _history(
        report(_1_1="Dim", _2_1="Dark", _2_2="Clear"), report(_1_1="Clear", _2_1="Dim", _2_2="Dim")
    )
    assert [move.measure for move in found.weak_again] == ["lamp"]
    assert [move.steps for move in found.weak_again] == [1]


def test_a_report_under_another_name_comes_first_where_the_digest_says_so() -> None:
    found = library(
        {
            "south-light/2001": report(_1_1="Dim"),
            "north-light/2003": report(_1_1="Clear", more="previous: south-light/2001"),
        }
    )
    assert history("north-light", found).digests == ("south-light/2001", "north-light/2003")
    assert history("south-light", found).digests == ("south-light/2001",)


def test_reports_that_name_each_other_as_the_one_before_do_not_go_round_for_ever() -> None:
    found = library(
        {
            "south-light/2001": report(more="previous: north-light/2003"),
            "north-light/2003": report(more="previous: south-light/2001"),
        },
        diagnostics=Diagnostics(),  # it is a mistake, and is said elsewhere
    )
    assert history("north-light", found).digests == ("south-light/2001", "north-light/2003")


def test_neighbours_are_the_reports_before_and_after() -> None:
    found = _library(report(), report(), report())
    first, second, third = found.digests.values()
    assert neighbours(second, found) == (first, third)
    assert neighbours(first, found) == (None, second)
