"""Which grade stands beside which name, however the cells of a table are read."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Sequence

import pytest

from inspection_digest.drafting.labels import ILACS, SIF
from inspection_digest.drafting.rows import rows

TABLES = {
    SIF: {
        "help-and-protection": "1. Children who need help and protection",
        "looked-after": "2. Children looked after and achieving permanence",
        "adoption": "2.1 Adoption performance",
        "care-leavers": "2.2 Experiences and progress of care leavers",
        "leaders": "3. Leadership, management and governance",
    },
    ILACS: {
        "leaders": "The impact of leaders on social work practice with children and families",
        "help-and-protection": "The experiences and progress of children who need help and "
        "protection",
        "in-care": "The experiences and progress of children in care",
        "care-leavers": "The experiences and progress of care leavers",
        "overall": "Overall effectiveness",
    },
}
GRADES = ("Good", "Requires improvement to be good", "Inadequate", "Outstanding", "Good")
SHORT = ("Good", "Requires improvement", "Inadequate", "Outstanding", "Good")

Cells = Sequence[tuple[list[str], list[str]]]


def rows_apart(cells: Cells) -> list[str]:
    return [line for name, grade in cells for line in (*name, "", *grade, "")]


def names_then_grades(cells: Cells) -> list[str]:
    names = [line for name, _ in cells for line in (*name, "")]
    return names + [line for _, grade in cells for line in (*grade, "")]


def grades_then_names(cells: Cells) -> list[str]:
    grades = [line for _, grade in cells for line in (*grade, "")]
    return grades + [line for name, _ in cells for line in (*name, "")]


def grade_above_name(cells: Cells) -> list[str]:
    return [line for name, grade in cells for line in (*grade, "", *name, "")]


def grade_between_lines(cells: Cells) -> list[str]:
    pairs = [itertools.zip_longest(name, grade, fillvalue="") for name, grade in cells]
    return [line for pair in pairs for lines in pair for line in lines if line]


def grade_at_the_right(cells: Cells) -> list[str]:
    pairs = [itertools.zip_longest(name, grade, fillvalue="") for name, grade in cells]
    return [f"{left} {right}".strip() for pair in pairs for left, right in pair]


LAYOUTS = (
    rows_apart,
    names_then_grades,
    grades_then_names,
    grade_above_name,
    grade_between_lines,
    grade_at_the_right,
)


def page(form: str, layout: object, name_width: int, grade_width: int, missing: int | None) -> str:
    grades = [grade if at != missing else "" for at, grade in enumerate(GRADES)]
    cells = [
        (textwrap.wrap(name, name_width), textwrap.wrap(grade, grade_width))
        for name, grade in zip(TABLES[form].values(), grades, strict=True)
    ]
    assert callable(layout)
    after = "Services are good for most children and require improvement for others."
    return "\n".join(["Judgement", "", "Grade", "", *layout(cells), after, "1"])


def read(form: str, text: str) -> dict[str, str]:
    found = rows(text, form, cover=True)
    return {row.standard: row.grade for row in found if row.sure}


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name_width", [30, 40, 60, 90])
@pytest.mark.parametrize("grade_width", [12, 21, 40])
def test_every_layout_of_a_table_is_read(
    form: str, layout: object, name_width: int, grade_width: int
) -> None:
    text = page(form, layout, name_width, grade_width, None)
    assert read(form, text) == dict(zip(TABLES[form], SHORT, strict=True))


@pytest.mark.parametrize("form", TABLES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name_width", [30, 40, 60, 90])
@pytest.mark.parametrize("grade_width", [12, 21, 40])
@pytest.mark.parametrize("missing", range(5))
def test_a_grade_that_is_missing_never_takes_its_neighbours(
    form: str, layout: object, name_width: int, grade_width: int, missing: int
) -> None:
    truth = dict(zip(TABLES[form], SHORT, strict=True))
    del truth[list(truth)[missing]]
    found = read(form, page(form, layout, name_width, grade_width, missing))
    assert found.items() <= truth.items()


@pytest.mark.parametrize(
    ("heading", "grade"),
    [
        ("The experiences and progress of care leavers: good", "Good"),
        ("The experiences and progress of care leavers are: Good.", "Good"),
        ("The experiences and progress of care\nleavers is good", "Good"),
        ("The experiences and progress of care leavers:\ninadequate", "Inadequate"),
        ("The experiences and progress of care leavers: requires\nimprovement to be good",
         "Requires improvement"),
        ("The experience and progress of care leavers\n\nRequire improvement",
         "Requires improvement"),
        ("The graded judgment for the experiences and progress of Care Leavers is\ngood", "Good"),
        ("The graded judgement about the experience and progress of care\nleavers is\noutstanding.",
         "Outstanding"),
        ("The graded judgment of experiences and progress of care leavers\nis that they are good",
         "Good"),
    ],
)  # fmt: skip
def test_a_heading_gives_a_grade(heading: str, grade: str) -> None:
    found = rows(f"They went on.\n\n{heading}\n\n12. Most live near.", SIF, cover=False)
    assert [(row.standard, row.grade) for row in found] == [("care-leavers", grade)]


@pytest.mark.parametrize(
    "prose",
    [
        "The experiences and progress of care leavers are good because they are known.",
        "14. The experiences and progress of care leavers are good",
        "• The experiences and progress of care leavers: good",
        "Care leavers are good",
        "The experiences and progress of care leavers are not good",
        "The experiences and progress of care leavers in Riverton: good",
        "Children looked after by the council live in homes that are\ngood",
        "Good",
    ],
)
def test_prose_gives_none(prose: str) -> None:
    assert rows(f"They went on.\n\n{prose}\n\nAnd on.", SIF, cover=False) == ()


def test_a_slip_of_the_pen_in_a_numbered_row_does_no_harm() -> None:
    text = "2.2 Experences and progess of care leavers\n\nGood\n\n3 Leadership and governance\nGood"
    found = rows(text, SIF, cover=True)
    assert [(row.standard, row.grade) for row in found] == [
        ("care-leavers", "Good"),
        ("leaders", "Good"),
    ]
