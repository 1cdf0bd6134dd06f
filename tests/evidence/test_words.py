"""The words a reader must hear about when they are left out or changed."""

from __future__ import annotations

import pytest

from inspection_digest.evidence.changes import changes_between
from inspection_digest.evidence.proofs import Change
from inspection_digest.evidence.words import kind_of, kinds_in


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((word, "negation") for word in ("not", "No", "don’t", "cannot", "isn't", "without")),
        *((word, "negation") for word in ("ineffective", "unsafe,", "dissatisfied", "needless")),
        *((word, "number") for word in ("17", "16.7", "£5", "7%", "½", "twelve", "most", "half")),
        *((word, "grade") for word in ("good", "Outstanding", "inadequate", "“good”")),
        *((word, "word") for word in ("inspection", "information", "understand", "notable")),
        *((word, "word") for word in ("disabled", "until-now", "goodwill", "done")),
    ],
)
def test_a_word_is_of_a_kind(word: str, kind: str) -> None:
    assert kind_of(word) == kind


def test_the_kinds_in_a_stretch_are_named_once_and_in_order() -> None:
    assert kinds_in("good, good and never 5 times") == ("negation", "number", "grade")
    assert kinds_in("a well-led team") == ()


def test_changes_have_the_gravest_first_and_neighbours_together() -> None:
    columns = [
        ("The", "The"),
        ("new", None),
        ("big", None),
        ("team", "team"),
        (None, "not"),
        ("’s", "'s"),
        ("17", "71"),
    ]
    assert changes_between(columns) == (
        Change("negation", "", "not"),
        Change("number", "17", "71"),
        Change("word", "new big", ""),
    )


def test_a_word_turned_by_a_prefix_is_a_negation() -> None:
    assert changes_between([("effective", "ineffective")])[0].kind == "negation"
