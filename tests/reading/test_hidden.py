"""A character nobody sees is named and taken out, but not where a space may be meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.reading.hidden import HIDDEN, hidden_in, name_of, without_hidden


def test_the_first_of_each_line_is_found_with_its_place() -> None:
    lines = ["sound", "a\u200b b\u200b", "\u202ec"]
    assert list(hidden_in(lines)) == [(2, 2, "\u200b"), (3, 1, "\u202e")]


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\u200b", "zero width space (U+200B)"),
        ("\x07", "a control character (U+0007)"),
    ],
)
def test_it_is_called_by_its_name(char: str, name: str) -> None:
    assert name_of(char) == name


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("train\u200b we", "train we"),
        ("\ufefftext: a", "text: a"),
        ("no\u2028way", None),
        ("two\u200b\u200bwords and\u200b more", None),
    ],
)
def test_it_is_taken_out_unless_it_parts_two_words(line: str, better: str | None) -> None:
    assert without_hidden(line) == better


@given(st.text(alphabet="a \u200b\u202e"))
def test_nothing_hidden_is_left(line: str) -> None:
    better = without_hidden(line)
    assert better is None or not HIDDEN.search(better)
