"""What the arithmetic says against a digest."""

from __future__ import annotations

from tests.invented import library, report

from inspection_digest.analysis.findings import note_contradictions
from inspection_digest.diagnostics import Diagnostics

FULL = {"_1_1": "Clear", "_1_2": "Clear", "_2_1": "Clear", "_2_2": "Clear"}  # 8 points


def _told(text: str) -> list[str]:
    heard = Diagnostics()
    note_contradictions(library({"north-light/2005": text}), heard)
    return [f"{item.severity}: {item.code}" for item in heard]


def test_an_overall_grade_that_the_published_rule_gives_is_accepted() -> None:
    assert _told(report(overall="Clear", **FULL)) == []


def test_an_overall_grade_against_the_published_rule_needs_a_reason() -> None:
    assert _told(report(overall="Bright", **FULL)) == ["error: overall-contradicts-rule"]
    assert _told(report(overall="Bright", more="overall_reason: Fog.", **FULL)) == []


def test_a_reason_that_nothing_asks_for_is_pointed_out() -> None:
    told = _told(report(overall="Clear", more="overall_reason: Fog.", **FULL))
    assert told == ["warning: reason-without-need"]


def test_a_contradiction_is_told_as_soon_as_it_is_certain() -> None:
    assert _told(report(overall="Bright", _2_1="Dark")) == ["error: overall-contradicts-rule"]
    assert _told(report(overall="Bright", _2_1="Dim")) == []


def test_a_printed_total_that_the_grades_cannot_make_is_pointed_out() -> None:
    assert _told(report(more="points: 8", **FULL)) == []
    assert _told(report(more="points: 9", **FULL)) == ["warning: points-do-not-add-up"]


def test_a_digest_with_wrong_words_is_left_to_the_message_it_has_already() -> None:
    heard = Diagnostics()
    found = library({"north-light/2005": report(overall="Blight", **FULL)}, diagnostics=heard)
    before = len(heard)
    note_contradictions(found, heard)
    assert (before, len(heard)) == (1, 1)
