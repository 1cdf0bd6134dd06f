"""Where a file cannot be read: each way to write it keeps its words, and the right one is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.diagnostics import Diagnostic, Diagnostics
from inspection_digest.reading.problems import shape_of
from inspection_digest.reading.records import DigestRecord
from inspection_digest.reading.yaml_document import cure_between
from inspection_digest.reading.yaml_repairs import repairs
from inspection_digest.reading.yaml_text import read_yaml

SITE = Path(__file__).resolve().parents[1] / "examples" / "site" / "content"
SOUND = (SITE / "digests/nowhere-railway/2031-05-14.yaml").read_text("utf-8")
SHAPE = shape_of(DigestRecord)
LINES = st.lists(st.text(alphabet="ab:- \t\"'[]{}#&*!=,", max_size=12), min_size=1, max_size=6)


def said(text: str) -> list[Diagnostic]:
    diagnostics = Diagnostics()
    read_yaml(text, "f", diagnostics, SHAPE)
    return list(diagnostics)


def words(lines: tuple[str, ...] | list[str]) -> str:
    return re.sub(r"\W", "", "".join(lines))


@given(LINES, st.data())
def test_a_way_to_write_a_file_changes_no_word_of_it(lines: list[str], data: st.DataObject) -> None:
    line = data.draw(st.integers(1, len(lines)))
    for repair in repairs(lines, line, SHAPE.keys):
        assert words(repair.lines) == words(lines)
        assert len(repair.lines) == len(lines)
        assert repair.hint


@given(LINES)
def test_whatever_is_wrong_what_is_pasted_can_be_read_further(lines: list[str]) -> None:
    text = "\n".join(lines)
    for item in said(text):
        if item.cure:
            again = [(other.code, other.position) for other in said(item.cure.applied(text))]
            assert (item.code, item.position) not in again


@pytest.mark.parametrize(
    ("sound", "slip"),
    [
        ("    speaker:", "\t\tspeaker:"),
        ("    speaker:", "  \tspeaker:"),
        ("  no-track:", "   no-track:"),
        ("  no-track:", " no-track:"),
        ("overall:", " overall:"),
        ("published: ", "published:"),
        ("overall: Requires improvement", "overall Requires improvement"),
        ("quotes:\n", "quotes\n"),
        ('    standard: "2.1"', '    standard "2.1"'),
        ('    standard: "2.1"', '    standard="2.1"'),
        ("    page: 2", "    page 2"),
        ("    source: report", "    source report"),
        ("    relation: contradicts", "    relation contradicts"),
        ("release: nowhere", "release:nowhere"),
        ("{from: 2031-02, to: 2031-03}", "{from: 2031-02, to: 2031-03"),
        ("  no-track:", "  no-track"),
        ("    text: >-", "    text: >–"),
        ("    text: Every", "    text: >- Every"),
    ],
)
def test_a_slip_is_put_right_as_it_was(sound: str, slip: str) -> None:
    typed = SOUND.replace(sound, slip, 1)
    [item] = said(typed)
    if item.cure is None:
        pytest.fail(f"nothing to paste: {item.message}")
    assert item.cure.applied(typed) == SOUND


@pytest.mark.parametrize("line", ["    more words", "  words", "    standrd two"])
def test_a_line_is_never_made_part_of_the_value_above_it(line: str) -> None:
    typed = SOUND.replace("    source: report\n", f"    source: report\n{line}\n", 1)
    for item in said(typed):
        if item.cure:
            read = read_yaml(item.cure.applied(typed), "f", Diagnostics())
            assert read is None or re.search("'source': 'report'[,}]", str(read.value))


def test_two_slips_are_put_right_one_after_the_other() -> None:
    text = SOUND.replace("    speaker:", "\tspeaker:").replace(
        "title: Trains", "title: Now: trains"
    )
    for _ in range(2):
        [item] = said(text)
        assert item.cure
        text = item.cure.applied(text)
    assert said(text) == []


def test_a_line_is_not_hidden_in_the_text_above_it_to_make_a_file_pass() -> None:
    text = SOUND.replace("    said: on-time", "    said on-time nobody knows")
    [item] = said(text)
    assert item.cure is None or "said: " in item.cure.text


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc"), min_size=1))
def test_what_two_versions_differ_by_makes_the_one_of_the_other(
    old: list[str], new: list[str]
) -> None:
    if old and old != new:
        assert cure_between(old, new).applied("\n".join(old)) == "\n".join(new)
