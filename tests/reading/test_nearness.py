"""A slip is put right; what may be another thing is only asked about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.reading.nearness import near, surely

KEYS = ["framework", "published", "inspected", "overall", "ratings", "sources", "quotes", "page"]


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("Requires Improvement", ["Good", "Requires improvement"], "Requires improvement"),
        ("Outstanding.", ["Outstanding"], "Outstanding"),
        ("OGL v3", ["ogl-3", "linked-only"], "ogl-3"),
        ("overall_reson", ["overall", "overall_reason"], "overall_reason"),
        ("reprot", ["report", "release"], "report"),
        ("2.10", ["2.1", "2.2"], None),
        ("7.1", ["1.1", "2.1"], None),
        ("nowhere-2013-report", ["nowhere-2031-report"], None),
        ("nowhere-2031-post", ["nowhere-2031-report"], None),
        ("post", ["report"], None),
        ("to", ["from", "so"], None),
        ("txt", ["text", "page"], "text"),
        ("foo", ["for", "fob"], None),
        ("a-b", ["ab", "a_b"], None),
        ("trick", ["track", "trock"], None),
        ("", [""], ""),
        ("x", [], None),
    ],
)
def test_it_is_sure_of_letters_and_never_of_digits(
    typed: str, known: list[str], meant: str | None
) -> None:
    assert surely(typed, known) == meant


@given(st.sampled_from([key for key in KEYS if len(key) > 4]), st.data())
def test_one_slip_in_a_key_is_put_right(key: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(key) - 2))
    letter = data.draw(st.sampled_from("aeioust"))
    slips = [
        key[:at] + key[at + 1 :],
        key[:at] + letter + key[at:],
        key[:at] + letter + key[at + 1 :],
        key[:at] + key[at + 1] + key[at] + key[at + 2 :],
        key.upper(),
    ]
    assert surely(data.draw(st.sampled_from(slips)), KEYS) == key


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=6))
def test_what_it_is_sure_of_is_one_of_the_names_with_the_same_digits(
    typed: str, known: list[str]
) -> None:
    found = surely(typed, known)
    if found is not None:
        assert found in known
        digits = [[char for char in text if char.isdecimal()] for text in (found, typed)]
        assert digits[0] == digits[1] or found.casefold() == typed.casefold()


def test_near_asks_where_surely_is_silent() -> None:
    assert near("7.1", ["1.1", "9.9"]) == "Did you mean `1.1`?"
