"""The gap over the real record: the figures the page on it is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection_digest.analysis.gaps_table import GapFigures, gap_figures
from inspection_digest.checking import read
from inspection_digest.diagnostics import Diagnostics

CONTENT = Path(__file__).resolve().parents[2] / "content"
OFSTED, PROBATION = "Ofsted", "HM Inspectorate of Probation"


@pytest.fixture(scope="module")
def figures() -> dict[str, GapFigures]:
    library, _ = read(CONTENT, Diagnostics())
    return {item.key: item for item in gap_figures(library)["inspectorate"]}


def test_in_the_first_92_ofsted_reports_leadership_is_above_in_30_and_below_in_none(
    figures: dict[str, GapFigures],
) -> None:
    found = figures[OFSTED]
    if found.compared > 92:
        assert len(found.above) >= 30  # the record has grown since
        return
    assert (len(found.above), len(found.level), len(found.below)) == (30, 62, 0)
    assert found.not_compared == ()
    assert [(steps, len(digests)) for steps, digests in found.steps] == [(1, 30), (0, 62)]


def test_where_a_paper_counts_the_grades_the_gap_is_certain_without_their_names(
    figures: dict[str, GapFigures],
) -> None:
    # four or more low grades do not fit into the three standards that are not practice
    assert {
        "cumbria-and-lancashire-crc/2019-05-30",
        "durham-tees-valley-crc/2020-04",
    } <= set(figures[PROBATION].above)
