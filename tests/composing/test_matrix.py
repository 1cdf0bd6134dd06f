"""All grades: the newest report of each provider, with short forms that no two grades share."""

from __future__ import annotations

import pytest
from tests.small_site import edition

from inspection_digest.composing import matrix, urls
from inspection_digest.composing.indexes import index_pages
from inspection_digest.composing.matrix import matrix_pages, shorts
from inspection_digest.views.grades import GradeView

NEWER = """\
framework: toy-2030
published: 2033-01
overall: Good
ratings: {"1.1": Good}
"""


def test_the_newest_report_of_a_provider_stands_for_it() -> None:
    ((address, page),) = matrix_pages(edition({"digests/moor-line/2033.yaml": NEWER}))
    (table,) = page.tables
    (row,) = table.rows
    assert address == "grades/"
    assert [column.name for column in table.columns] == [
        *("Overall", "Leadership", "Timetable", "Track")
    ]
    assert (row.provider.label, row.report.label) == ("Moor Line", "January 2033")
    assert [(cell.short, cell.grade.word) for cell in row.cells] == [
        ("Good", "Good"),
        ("Good", "Good"),
        ("–", "not known"),
        ("–", "not known"),
    ]
    assert row.missing == "Not known to us yet: Timetable and Track."
    assert row.gap == ""


def test_a_row_can_be_sorted_by_its_gap() -> None:
    ((_, page),) = matrix_pages(edition())
    assert page.tables[0].rows[0].gap == "3"
    assert page.key == (
        ("Outs.", GradeView("Outstanding", 3, 3, known=True)),
        ("RI", GradeView("Requires improvement", 1, 3, known=True)),
        ("Inad.", GradeView("Inadequate", 0, 3, known=True)),
    )


def test_short_forms_are_short_and_never_the_same() -> None:
    assert shorts(["Good", "Outstanding", "Requires improvement to be good", "Not judged"]) == {
        "Good": "Good",
        "Outstanding": "Outs.",
        "Requires improvement to be good": "RI",
        "Not judged": "NJ",
    }
    assert shorts(["Really important", "Requires improvement"]) == {
        "Really important": "Really important",
        "Requires improvement": "Requires improvement",
    }


def test_many_providers_have_a_page_for_each_framework(monkeypatch: pytest.MonkeyPatch) -> None:
    others = {"digests/marsh-line/2033.yaml": NEWER}
    monkeypatch.setattr(matrix, "MOST_ROWS", 1)
    pages = dict(matrix_pages(edition(others)))
    assert list(pages) == ["grades/", "grades/toy-2030/", "grades/toy-2030/2/"]
    (table,) = pages["grades/"].tables
    assert (table.rows, table.counted) == ((), "2 providers")
    assert table.more is not None
    assert table.more.href == urls.link("grades/toy-2030/")
    assert pages["grades/toy-2030/2/"].tables[0].counted == "1 of 2 providers"


def test_indexes_list_everything_once() -> None:
    pages = dict(index_pages(edition()))
    assert list(pages) == ["providers/", "digests/", "frameworks/"]
    assert [
        (group.heading, [(item.link.label, item.words) for item in group.items])
        for page in pages.values()
        for group in page.groups
    ] == [
        (
            "Toy railway",
            [
                ("Marsh Line", "no report yet"),
                ("Moor Line", "1 report, Inspectorate of Toy Railways"),
            ],
        ),
        ("2031", [("Moor Line", "14 May 2031")]),
        (
            "Inspectorate of Toy Railways",
            [("Toy railway inspections", "since January 2030, 1 digest")],
        ),
    ]
