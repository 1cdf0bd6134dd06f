"""A provider's grades over time, the breaks between frameworks, and distributions of grades."""

from __future__ import annotations

from tests.small_site import FRAMEWORK, edition

from inspection_digest.composing.distributions import (
    distribution_selections,
    distribution_view,
)
from inspection_digest.composing.timeline import timeline
from inspection_digest.composing.urls import link

SECOND = """\
framework: toy-2030
published: 2032-05
overall: Requires improvement
ratings: {"1.1": Good, "2.1": Inadequate}
"""
THIRD = """\
framework: toy-2033
published: 2033-05
overall: Good
ratings: {"1.1": Good}
"""
LATER = FRAMEWORK.replace("from: 2030-01", "from: 2033-01").replace(
    "rules:",
    """follows:
  toy-2030: {comparable: overall, says: All standards are new., basis: published, url: "https://toys.example.org/new"}
rules:""",
)
YEARS = {
    "digests/moor-line/2032.yaml": SECOND,
    "digests/moor-line/2033.yaml": THIRD,
    "frameworks/toy-2033.yaml": LATER,
}


def test_one_report_makes_no_timeline() -> None:
    assert timeline(edition(), "moor-line") is None


def test_moves_are_shown_and_said_and_a_new_framework_breaks_the_line() -> None:
    found = timeline(edition(YEARS), "moor-line")
    assert found is not None
    first, second = found.stretches
    assert [
        (row.name, [(cell.grade.word, cell.move_words) for cell in row.cells]) for row in first.rows
    ] == [
        ("Overall", [("Requires improvement", ""), ("Requires improvement", "as before")]),
        ("Leadership", [("Outstanding", ""), ("Good", "down one")]),
        ("Track", [("Inadequate", ""), ("Inadequate", "as before")]),
    ]
    assert first.silent == "No grade is known to us yet for Timetable."
    assert second.before is not None
    assert second.before.words == (
        "From here on another framework: single standards cannot be set beside those before, the "
        "overall grade can."
    )
    assert second.before.says == "<p>All standards are&nbsp;new.</p>"
    assert found.moves == (
        (
            "May 2032: Leadership down one, from Outstanding to Good. The overall grade and "
            "Track as before."
        ),
        "May 2033: The overall grade up one, from Requires improvement to Good.",
    )
    assert found.again == (
        "Track: Inadequate in the report of 14 May 2031, and again in that of May 2032.",
    )
    assert found.never == (
        "Leadership: Outstanding then Good.",
        "Track: Inadequate then Inadequate.",
    )


def test_a_line_is_drawn_from_grade_to_grade() -> None:
    found = timeline(edition(YEARS), "moor-line")
    assert found is not None
    lead = found.stretches[0].rows[1].spark
    assert lead is not None
    assert (lead.points, lead.path) == ((("6", "6"), ("40", "16")), "M6 6L40 16")


def test_figures_of_a_framework_lead_to_their_reports() -> None:
    made = edition(YEARS)
    (view,) = distribution_view(made, made.library.frameworks["toy-2030"])
    assert (view.of.number, view.of.href) == ("2", link("frameworks/toy-2030/all/"))
    assert [
        (row.name, [figure.number for _, figure in row.cells], row.unknown.number)
        for row in view.rows
    ] == [
        ("Overall", ["0", "0", "2", "0"], "0"),
        ("Leadership", ["1", "1", "0", "0"], "0"),
        ("Timetable", ["0", "0", "0", "0"], "2"),
        ("Track", ["0", "0", "0", "2"], "0"),
    ]
    addresses = {item.address: item.digests for item in distribution_selections(made)}
    assert addresses["frameworks/toy-2030/1.1-good/"] == ("moor-line/2032",)
    assert view.rows[1].cells[1][1].href == link("frameworks/toy-2030/1.1-good/")
