"""Mistakes a framework's file can make, each by the code it is told under."""

from __future__ import annotations

import pytest
from tests.invented import FRAMEWORKS, LATER, LIGHTS, codes

MISTAKES = {
    "a grade of the scale among the words that are none": (
        ("not_graded: [Not judged]", "not_graded: [Dim]"),
        "grade-twice",
    ),
    "two standards that measure the same": (("measure: horn", "measure: lamp"), "measure-twice"),
    "a standard of a group that is not there": (
        ("Lamp, group: light", "Lamp, group: lite"),
        "unknown-group",
    ),
    "bands from high to low": (("from: 3, grade: Dim", "from: 7, grade: Dim"), "band-order"),
    "bands whose grades do not rise": (
        ("from: 6, grade: Clear", "from: 6, grade: Dim"),
        "band-order",
    ),
    "a band that gives a grade not on the scale": (
        ("from: 6, grade: Clear", "from: 6, grade: Claer"),
        "unknown-grade",
    ),
    "bands where a grade has no points": (
        ("{name: Clear, points: 2}", "{name: Clear}"),
        "bands-without-points",
    ),
    "a limit on a standard that is not there": (
        ('["2.1", "2.2"]', '["2.1", "2.9"]'),
        "unknown-standard",
    ),
    "a limit to a grade not on the scale": (("at_most: Dim", "at_most: Dimmer"), "unknown-grade"),
    "a rule without its source": (
        ("  url: https://lighthouses.example.org/rule\n", ""),
        "rule-without-source",
    ),
    "a rule for an overall grade that is not given": (
        ("overall:\n", "overall:\n  given: no\n"),
        "overall-not-given",
    ),
    "an overall grade that is neither given nor not": (
        ("overall:\n", "overall:\n  given: perhaps\n"),
        "unknown-word",
    ),
    "an end before the beginning": (("to: 2009", "to: 1999"), "dates-in-wrong-order"),
    "a scale of one grade": (
        (LIGHTS[LIGHTS.index("  - {name: Dim,") : LIGHTS.index("not_graded")], ""),
        "too-few",
    ),
}


def test_the_invented_frameworks_are_sound() -> None:
    assert codes({}) == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_framework_is_told(mistake: str) -> None:
    (old, new), code = MISTAKES[mistake]
    assert old in LIGHTS
    told = codes({}, {"lights": LIGHTS.replace(old, new, 1)})
    assert set(told) == {code}


def test_a_framework_can_only_follow_one_that_is_there() -> None:
    text = LATER.replace("  lights:\n", "  lihgts:\n")
    assert codes({}, {**FRAMEWORKS, "later": text}) == ["unknown-framework"]


def test_frameworks_with_other_scales_cannot_be_called_comparable() -> None:
    text = FRAMEWORKS["shores"].replace("comparable: none", "comparable: all")
    assert codes({}, {**FRAMEWORKS, "shores": text}) == ["scales-differ"]
