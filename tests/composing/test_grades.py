"""A grade is a word and a step; what is not known is said to be not known."""

from __future__ import annotations

import re

import pytest
from tests.small_site import DIGEST, FRAMEWORK, MOOR, Changes, edition

from inspection_digest.composing import urls
from inspection_digest.composing.grades import grades_view, leadership_view, overall_view
from inspection_digest.views.chrome import Link
from inspection_digest.views.grades import GradesView, GradeView

RATINGS = 'ratings: {"1.1": Outstanding, "2.1": Inadequate}'
OVERALL = "overall: Requires improvement\n"


def grades(changes: Changes | None = None) -> GradesView:
    made = edition(changes)
    return grades_view(made, made.library.digests["moor-line/2031-05-14"])


def test_every_standard_stands_in_its_order_with_its_grade() -> None:
    view = grades()
    assert view.overall == GradeView("Requires improvement", 1, 3, known=True)
    assert [(rating.number, rating.name, rating.group) for rating in view.ratings] == [
        ("1.1", "Leadership", "The company"),
        ("1.2", "Timetable", "The company"),
        ("2.1", "Track", "The railway"),
    ]
    assert [rating.grade for rating in view.ratings] == [
        GradeView("Outstanding", 3, 3, known=True),
        GradeView("not known", 0, 3, known=False),
        GradeView("Inadequate", 0, 3, known=True),
    ]
    assert [(rating.lead, rating.practice) for rating in view.ratings] == [
        (True, False),
        (False, False),
        (False, True),
    ]
    assert view.count == "Two of three standards are known to us."
    assert view.missing == ""


def test_nothing_known_is_said_and_never_the_lowest_grade() -> None:
    view = grades({MOOR: DIGEST.replace(RATINGS, "ratings: {}").replace(OVERALL, "")})
    assert {rating.grade for rating in view.ratings} == {view.overall}
    assert view.overall == GradeView("not known", 0, 3, known=False)
    assert view.count == "None of the three standards is known to us yet."


@pytest.mark.parametrize(
    ("ratings", "count"),
    [
        ('"1.2": Good', "One of three standards is known to us."),
        ('"1.1": Good, "1.2": Good, "2.1": Good', "All three standards are known."),
    ],
)
def test_the_known_are_counted(ratings: str, count: str) -> None:
    assert grades({MOOR: DIGEST.replace(RATINGS, f"ratings: {{{ratings}}}")}).count == count


def test_a_fact_from_elsewhere_names_its_page_and_a_doubtful_one_says_so() -> None:
    added = 'cited: {overall: release, "1.1": "https://a.example/b"}\nuncertain: [overall, "2.1"]\n'
    view = grades({MOOR: DIGEST + added})
    assert view.overall.cited == Link("the press release", urls.link("sources/moor-release/"))
    assert view.overall.uncertain
    assert view.ratings[0].grade.cited == Link("a.example", "https://a.example/b")
    assert not view.ratings[0].grade.uncertain
    assert view.ratings[2].grade.uncertain


def test_what_is_missing_is_prose() -> None:
    assert grades({MOOR: f"{DIGEST}missing: The *rest*.\n"}).missing == "<p>The <em>rest</em>.</p>"


def test_the_leadership_grade_is_shown_only_where_it_is_known() -> None:
    made = edition()
    digest = made.library.digests["moor-line/2031-05-14"]
    assert leadership_view(made, digest) == GradeView("Outstanding", 3, 3, known=True)
    assert overall_view(made, digest).word == "Requires improvement"
    unknown = edition({MOOR: DIGEST.replace(RATINGS, 'ratings: {"2.1": Good}')})
    assert leadership_view(unknown, unknown.library.digests[digest.id]) is None
    without = edition({"frameworks/toy-2030.yaml": FRAMEWORK.replace(", role: leadership", "")})
    assert leadership_view(without, without.library.digests[digest.id]) is None


ONE = re.sub(r'(?s)  "1.2":.*?(?=  "2.1")|  "2.1":.*?(?=^\S)', "", FRAMEWORK, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("framework", "ratings", "count"),
    [
        (ONE, '"1.1": Outstanding', "One standard is known to us."),
        (ONE.split("missing:")[0], '"1.1": Outstanding', "Its one standard is known to us."),
        (ONE, "", "Its one standard is not known to us yet."),
    ],
    ids=["of which more is missing", "whole", "not known"],
)
def test_of_one_standard_it_is_said_that_it_is_all_only_where_it_is(
    framework: str, ratings: str, count: str
) -> None:
    digest = f"framework: toy-2030\npublished: 2031-05-14\nratings: {{{ratings}}}\n"
    assert grades({MOOR: digest, "frameworks/toy-2030.yaml": framework}).count == count
