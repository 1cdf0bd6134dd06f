"""What an ellipsis may leave out."""

from __future__ import annotations

import pytest

from inspection_digest.evidence.elision import may_leave_out

LONG = "this one has ten words in it, as you see"
MANY = "word " * 140


@pytest.mark.parametrize(
    ("one", "left_out", "other", "after"),
    [
        ("are not", " as a rule ", "good enough", " yet"),
        ("Leaders know it well", " now. They say that ", "it will be better", " soon"),
        ("Leaders know it well.", " They say so. ", "It will be better.", " Soon"),
        ("of what leaders know now", ". They say so. And ", "it will be better", "."),
        (LONG, f". {MANY}", LONG, " and more"),
    ],
)
def test_an_ellipsis_may_leave_out(one: str, left_out: str, other: str, after: str) -> None:
    assert may_leave_out(one, left_out, other, after)


@pytest.mark.parametrize(
    ("one", "left_out", "other", "after"),
    [
        ("not", " only just ", "good enough", "."),
        ("are not", ". They are ", "good enough", "."),
        ("are not", " " + "word " * 41, "good enough", "."),
        ("Leaders know it well", ". " + "Words. " * 61, "It will be better.", ""),
        ("will be made by then", ". They say so. ", "Leaders know that it", " will"),
        (LONG.lower(), f". {MANY * 2}", LONG, "."),
    ],
    ids=[
        "a lone word",
        "two words over a sentence",
        "two words far off",
        "far apart",
        "inside out",
        "half a page",
    ],
)
def test_an_ellipsis_may_not_leave_out(one: str, left_out: str, other: str, after: str) -> None:
    assert not may_leave_out(one, left_out, other, after)
