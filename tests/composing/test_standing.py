"""What the grades of a report make, in words; nothing where nothing is known."""

from __future__ import annotations

from msgspec.structs import replace
from tests.small_site import DIGEST, FRAMEWORK, MOOR, edition

from inspection_digest.composing.edition import Edition
from inspection_digest.composing.peers import peers
from inspection_digest.composing.standing import standing
from inspection_digest.composing.urls import link
from inspection_digest.views.chrome import Link
from inspection_digest.views.grades import GradeView
from inspection_digest.views.reports import Figure
from inspection_digest.views.standing import ComputedContrast, Peers, PeerView, Standing

PUBLISHED = FRAMEWORK.replace(
    "rules:",
    """overall:
  bands:
    - {from: 0, grade: Inadequate}
    - {from: 2, grade: Requires improvement}
    - {from: 5, grade: Good}
    - {from: 8, grade: Outstanding}
  basis: published
  url: https://toys.example.org/bands
rules:
  points:
    says: Nought to three.
    basis: published
    url: https://toys.example.org/points""",
)
ALL_KNOWN = DIGEST.replace('"2.1": Inadequate', '"1.2": Requires improvement, "2.1": Inadequate')


def of(made: Edition) -> Standing:
    id_ = "moor-line/2031-05-14"
    return standing(made, made.library.digests[id_])


def test_standards_stand_on_the_rung_of_their_grade() -> None:
    ladder = of(edition()).ladder
    assert ladder is not None
    assert [
        (rung.grade.word, rung.standards, rung.points, rung.overall) for rung in ladder.rungs
    ] == [
        ("Outstanding", (("Leadership", True),), "3 points", False),
        ("Good", (), "", False),
        ("Requires improvement", (), "", True),
        ("Inadequate", (("Track", False),), "0 points", False),
    ]
    assert ladder.unknown == ("Timetable",)
    assert ladder.carry == (
        "None of the standards known have the overall grade itself; one stands above it and "
        "one below."
    )


def test_no_overall_grade_is_worked_out_where_the_rule_is_not_published() -> None:
    assert of(edition()).sums == (
        (
            "The two known make 3 points; with the one that is not, all three lie between 3 and 6 "
            "of 9."
        ),
        "How the points are known is not recorded.",
        (
            "Which total gives which overall grade is not published, as far as we have seen, so no "
            "overall grade is worked out here."
        ),
    )


def test_by_a_published_rule_the_sum_is_made_and_what_would_change_it() -> None:
    made = edition({"frameworks/toy-2030.yaml": PUBLISHED, MOOR: ALL_KNOWN})
    assert of(made).sums[:3] == (
        "Together the three standards make 4 of 9 points.",
        "The inspectorate publishes the points.",
        "By the published rule that makes Requires improvement overall, as the report says.",
    )
    assert (
        "With Track at Requires improvement and all else as it is, the rule would give Good."
        in of(made).sums
    )


def test_a_gap_becomes_a_contrast_that_says_it_is_computed() -> None:
    assert of(edition()).computed == ComputedContrast(
        lead="Leadership",
        lead_grade=GradeView("Outstanding", 3, 3, known=True),
        seam="three grades above",
        weakest="Track",
        weakest_grade=GradeView("Inadequate", 0, 3, known=True),
        sentence="Leadership (Outstanding) stands three grades above the weakest practice "
        "standard (Track, Inadequate). It stands 3.0 grades above the mean of all practice "
        "standards. That is a distance between grades, not a verdict.",
    )


def test_peers_lead_to_the_reports_and_the_framework() -> None:
    year = MOOR.replace("2031-05-14", "{}").format
    others = {year(2032): "Good", year(2033): "Good", year(2034): "Requires improvement"}
    bare = "framework: toy-2030\npublished: {}\noverall: {}\n"
    changes = {path: bare.format(path[-9:-5], grade) for path, grade in others.items()}
    made = edition(changes)
    expected = PeerView(
        fact="Overall",
        before="one of",
        same=Figure(
            "2",
            "reports, Overall: Requires improvement",
            link("frameworks/toy-2030/overall-requires-improvement/"),
        ),
        grade="Requires improvement",
        of="4 reports",
        group=Link("Toy railway inspections", link("frameworks/toy-2030/")),
    )
    assert [peers(made, digest).of[0] for digest in made.newest_first[::3]] == [expected] * 2
    less = edition({path: changes[path] for path in (year(2032), year(2033))})
    assert peers(less, less.newest_first[-1]).of[0] == replace(
        expected,
        before="the only",
        same=Figure(
            "one",
            "report, Overall: Requires improvement",
            link("frameworks/toy-2030/overall-requires-improvement/"),
        ),
        of="3 reports",
    )


def test_of_one_report_alone_it_is_said_that_there_is_no_other() -> None:
    made = edition()
    [digest] = made.newest_first
    assert peers(made, digest).of[0] == PeerView(
        fact="Overall",
        before="the only",
        same=None,
        grade="Requires improvement",
        of="",
        group=Link("Toy railway inspections", link("frameworks/toy-2030/")),
    )


def test_of_a_report_without_grades_nothing_is_said() -> None:
    bare = edition({MOOR: "framework: toy-2030\npublished: 2031\n"})
    found = of(bare)
    assert (found.ladder, found.sums, found.gap, found.computed, found.has_peers) == (
        None,
        (),
        "",
        None,
        False,
    )
    [digest] = bare.newest_first
    assert peers(bare, digest) == Peers(())


def test_of_a_grade_that_is_known_by_counting_alone_it_is_said_that_it_may_be_lower() -> None:
    known = 'ratings: {"1.1": Outstanding}\nspread: {Outstanding: 1, Good: 0}'
    digest = DIGEST.replace('ratings: {"1.1": Outstanding, "2.1": Inadequate}', known)
    found = of(edition({MOOR: digest}))
    assert found.gap == (
        "Leadership (Outstanding) stands at least two grades above the weakest practice standard "
        "(Requires improvement or lower). That is a distance between grades, not a verdict."
    )
