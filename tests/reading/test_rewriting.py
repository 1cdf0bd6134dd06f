"""A cure changes the value it is meant to change, keeps the file's style, and nothing else."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.rewriting import (
    exchanged,
    inserted,
    removed,
    renamed,
    rewritten,
    typed,
)
from inspection_digest.reading.yaml_document import Document, Loc
from inspection_digest.reading.yaml_text import read_yaml

FILE = """\
# a note
plain: Every train
single: 'It''s late'
double: "on: time"
long: Every train we saw was on
  time, and on the rails
folded: >-
  There is no track between the two
  stations.
  # not a note

literal: |
  one line
# a note between

inspected: {from: 2031-01, to: 2031-02}
found: [one, "two"]
list:
  - name: a
  - name: b
"""
PLACES: list[Loc] = [
    ("plain",),
    ("single",),
    ("double",),
    ("long",),
    ("folded",),
    ("literal",),
    ("inspected", "from"),
    ("found", 1),
    ("list", 0, "name"),
]
WORDS = st.lists(
    st.text(alphabet="abZ09é“”’'\":#-,[]{}&*!|>%@`\\", min_size=1, max_size=12),
    min_size=1,
    max_size=30,
).map(" ".join)


def read(text: str = FILE) -> Document:
    document = read_yaml(text, "f", Diagnostics())
    assert document is not None
    return document


@pytest.mark.parametrize("loc", PLACES, ids=str)
@given(new=WORDS)
def test_whatever_is_to_stand_there_stands_there_and_the_rest_as_before(loc: Loc, new: str) -> None:
    document = read()
    cure = rewritten(document, {loc: new})
    assert cure is not None
    pasted = read(cure.applied(FILE))
    meant = copy.deepcopy(document.value)
    inside: object = meant
    for part in loc[:-1]:
        inside = inside[part]  # type: ignore[index]
    inside[loc[-1]] = new  # type: ignore[index]
    assert _folded(pasted.value) == _folded(meant)


def _folded(value: object) -> object:
    """Without the line feed that may end a text below `|` or `>`."""
    if isinstance(value, dict):
        return {key: _folded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_folded(item) for item in value]
    return str(value).strip()


@pytest.mark.parametrize(
    ("loc", "new", "lines"),
    [
        (("plain",), "No train", (2, 2, "plain: No train")),
        (("plain",), "No: train", (2, 2, 'plain: "No: train"')),
        (("plain",), 'No "train": none', (2, 2, "plain: 'No \"train\": none'")),
        (("plain",), "2.1", (2, 2, 'plain: "2.1"')),
        (("single",), "It's on time", (3, 3, "single: 'It''s on time'")),
        (("double",), "off: time", (4, 4, 'double: "off: time"')),
        (("folded",), "There is track.", (8, 10, "  There is track.")),
        (("literal",), "another line", (13, 13, "  another line")),
        (("inspected", "to"), "2031-03", (16, 16, "inspected: {from: 2031-01, to: 2031-03}")),
        (("found", 0), "a, b", (17, 17, 'found: ["a, b", "two"]')),
    ],
)
def test_it_is_written_as_the_file_writes(loc: Loc, new: str, lines: tuple[int, int, str]) -> None:
    cure = rewritten(read(), {loc: new})
    assert cure is not None
    assert (cure.first, cure.last, cure.text) == lines


def test_a_long_text_is_folded_between_words_and_never_at_a_hyphen() -> None:
    new = " ".join(["well-known"] * 30)
    cure = rewritten(read(), {("folded",): new})
    assert cure is not None
    lines = cure.text.split("\n")
    assert len(lines) > 3
    assert all(line.startswith("  well-known") and line.endswith("well-known") for line in lines)
    assert max(map(len, lines)) <= 100


def test_what_cannot_be_seen_is_not_given_to_be_pasted() -> None:
    assert rewritten(read(), {("plain",): "soft\u00adhyphen"}) is None
    assert rewritten(read(), {("plain",): "turned \u202eround"}) is None


def test_a_key_is_renamed_in_its_place() -> None:
    cure = renamed(read(), ("list", 1, "name"), "title")
    assert cure is not None
    assert (cure.first, cure.last, cure.text) == (20, 20, "  - title: b")


def test_a_key_is_not_renamed_to_one_that_is_there() -> None:
    assert renamed(read(), ("plain",), "single") is None


def test_a_key_goes_with_all_its_lines_and_leaves_the_notes() -> None:
    cure = removed(read(), ("folded",))
    assert cure is not None
    assert (cure.first, cure.last, cure.text) == (7, 10, "")
    assert list(read(cure.applied(FILE)).value) == [key for key in read().value if key != "folded"]


def test_a_key_does_not_go_where_its_line_holds_more_or_nothing_would_be_left() -> None:
    assert removed(read(), ("inspected", "to")) is None
    assert removed(read("a:\n  b: c\n"), ("a", "b")) is None


def test_two_values_are_exchanged() -> None:
    cure = exchanged(read(), ("inspected", "from"), ("inspected", "to"))
    assert cure is not None
    assert cure.text == "inspected: {from: 2031-02, to: 2031-01}"
    assert exchanged(read(), ("inspected", "from"), ("inspected", "until")) is None


def test_a_key_is_written_above_another_as_far_in() -> None:
    cure = inserted(read("quotes:\n  a:\n    text: b\n"), ("quotes", "a", "text"), "page", "2")
    assert cure is not None
    assert cure.applied("quotes:\n  a:\n    text: b\n") == (
        "quotes:\n  a:\n    page: 2\n    text: b\n"
    )


def test_a_value_is_shown_as_it_was_typed() -> None:
    assert typed(read(), ("found",)) == '[one, "two"]'
    assert typed(read(), ("long",)) == "Every train we saw was on time, and on the rails"
