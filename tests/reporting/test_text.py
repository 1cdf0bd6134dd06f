"""A message on a terminal: place, code, what, the line with a caret under it, what to do."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.diagnostics import Cure, Diagnostic, Diagnostics, Position, Severity
from inspection_digest.reporting.text import WIDTH, as_text, visible


def message(line: str, column: int) -> Diagnostic:
    return Diagnostic(Position("a.yaml", 3, column, line), "some-code", "What.", "Do this.")


def shown(line: str, column: int) -> tuple[str, int]:
    """The line as it is printed, and how many characters stand before the caret."""
    printed = as_text([message(line, column)]).splitlines()
    text, caret = (row.removeprefix("    | ") for row in printed if row.startswith("    | "))
    assert caret.strip() == "^"
    return text, len(caret) - 1


def test_a_message_has_its_five_parts_and_the_last_lines_count_and_lead_on() -> None:
    diagnostics = Diagnostics()
    diagnostics.warning(Position("b.yaml"), "quote-unheld", "It is late.", "Go to bed.")
    diagnostics.error(Position("a.yaml", 2, 4, "a: soon"), "bad-date", "No date.", "Write one.")
    diagnostics.error(Position("a.yaml", 1), "not-yaml", "It is odd.", "Make it even.")
    assert as_text(diagnostics) == (
        "a.yaml:1:1: error [not-yaml]\n"
        "  It is odd.\n"
        "  Make it even.\n"
        "\n"
        "a.yaml:2:4: error [bad-date]\n"
        "  No date.\n"
        "    | a: soon\n"
        "    |    ^\n"
        "  Write one.\n"
        "\n"
        "b.yaml: warning [quote-unheld]\n"
        "  It is late.\n"
        "  Go to bed.\n"
        "\n"
        "2 errors, 1 warning\n"
        "More about a code: `python3 tasks.py explain CODE`, or the site’s page "
        "“What the check says”.\n"
    )


@pytest.mark.parametrize(
    ("cure", "printed"),
    [
        (Cure(3, 3, "  a: b"), "  Write this line instead:\n\n  a: b\n"),
        (Cure(3, 4, "  a: b"), "  Write this line instead of lines 3 to 4:\n\n  a: b\n"),
        (Cure(5, 5, "  a: b"), "  Write this line instead of line 5:\n\n  a: b\n"),
        (Cure(3, 3, "a: b\nc: d"), "  Write these lines instead:\n\na: b\nc: d\n"),
        (Cure(3, 3, ""), "  Remove this line.\n"),
        (Cure(3, 5, ""), "  Remove lines 3 to 5.\n"),
    ],
)
def test_what_to_paste_stands_as_it_is_to_stand_in_the_file(cure: Cure, printed: str) -> None:
    item = Diagnostic(Position("a.yaml", 3, 1, "a: x"), "bad-date", "No.", "Do.", cure=cure)
    assert as_text([item]).partition("  Do.\n")[2].partition("\n1 error")[0] == printed


def test_nothing_wrong_is_nothing_said() -> None:
    assert as_text([]) == ""


@given(st.text(alphabet="ab c", min_size=1, max_size=90).filter(str.strip), st.data())
def test_the_caret_stands_under_its_letter(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line)))
    text, before = shown(line, column)
    assert (text, before) == (line, column - 1)


@given(st.text(alphabet="abcdefghij \t", min_size=101, max_size=400), st.data())
def test_a_wide_line_is_cut_around_the_caret(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line)).filter(lambda place: line[place - 1] != "\t"))
    text, before = shown(f"{line}x", column)
    assert text[before] == line[column - 1]
    assert len(text) <= WIDTH + 2
    assert text.strip("…") in visible(f"{line}x")
    assert (text[0] == "…") == (column > WIDTH // 2 + 1)


@pytest.mark.parametrize(
    ("line", "column", "text", "before"),
    [
        ("\tkey: x", 2, " key: x", 1),
        ("a:\t\tb", 5, "a:  b", 4),
        ("a: \u202eb", 4, "a: <U+202E>b", 3),
        ("a: \u202eb", 5, "a: <U+202E>b", 11),
        ("a: \x1b[31mb", 9, "a: <U+001B>[31mb", 15),
        ("a: 鉄道 b", 7, "a: 鉄道 b", 8),
        ("a: 😀 b", 6, "a: 😀 b", 6),
        ("a: e\u0301 b", 7, "a: e\u0301 b", 5),
        ("a: “b”", 6, "a: “b”", 5),
        ("a: b", 5, "a: b", 4),
        ("a: b", 0, "a: b", 0),
    ],
)
def test_the_caret_stands_where_a_terminal_shows_the_letter(
    line: str, column: int, text: str, before: int
) -> None:
    assert shown(line, column) == (text, before)


def test_a_line_of_nothing_is_not_shown() -> None:
    assert "|" not in as_text([message("  \t", 2)])


@given(st.text(alphabet=st.characters(codec=None)))
def test_nothing_is_printed_that_a_terminal_would_obey(text: str) -> None:
    item = Diagnostic(Position(text, 1, 1, text), "code", text, text, Severity.WARNING)
    printed = as_text([item])
    kinds = {unicodedata.category(char) for char in printed if char != "\n"}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert len(printed.splitlines()) <= 8
    printed.encode("utf-8")


def test_right_to_left_letters_are_shown_as_they_are() -> None:
    assert visible("قطار 5'10\" naïve\u00a0–") == "قطار 5'10\" naïve\u00a0–"
