"""A message as a pull request shows it, and no text in it can say something else to GitHub."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.diagnostics import Cure, Diagnostic, Diagnostics, Position
from inspection_digest.reporting.github import as_annotations


def test_one_line_a_message_with_place_code_and_text() -> None:
    diagnostics = Diagnostics()
    diagnostics.error(Position("a.yaml", 2, 4, "a: soon"), "bad-date", "No date.", "Write one.")
    diagnostics.warning(Position("b.yaml"), "quote-unheld", "It is late.", "Go to bed.")
    assert as_annotations(diagnostics) == (
        "::error file=a.yaml,line=2,col=4,title=bad-date::No date. Write one.\n"
        "::warning file=b.yaml,line=1,title=quote-unheld::It is late. Go to bed.\n"
    )


def test_what_to_paste_stands_below_the_sentences_where_it_is_short() -> None:
    at = Position("a.yaml", 3, 1)
    one = Diagnostic(at, "bad-date", "No.", "Do.", cure=Cure(3, 3, "  a: 5%"))
    none = Diagnostic(at, "bad-date", "No.", "Do.", cure=Cure(3, 4, ""))
    many = Diagnostic(at, "bad-date", "No.", "Do.", cure=Cure(3, 3, "a\n" * 20 + "b"))
    start = "::error file=a.yaml,line=3,col=1,title=bad-date::No. Do.%0A"
    assert as_annotations([one, none, many]).splitlines() == [
        f"{start}Write this line instead:%0A  a: 5%25",
        f"{start}Remove lines 3 to 4.",
        f"{start}The lines to write instead are in the check's log.",
    ]


def test_nothing_wrong_is_nothing_said() -> None:
    assert as_annotations([]) == ""


def test_signs_that_mean_something_to_github_are_escaped() -> None:
    item = Diagnostic(
        Position("a,b:c%d.yaml", 1, 1), "code", "100% of\r\n::error::it, a:b", "\u202ehint"
    )
    assert as_annotations([item]) == (
        "::error file=a%2Cb%3Ac%25d.yaml,line=1,col=1,title=code::"
        "100%25 of<U+000D> ::error::it, a:b <U+202E>hint\n"
    )


@given(st.text(), st.text(), st.text())
def test_whatever_the_texts_it_is_one_command(path: str, message: str, hint: str) -> None:
    printed = as_annotations([Diagnostic(Position(path, 1, 1), "code", message, hint)])
    assert len(printed.splitlines()) == 1
    command, properties, text = printed.removesuffix("\n").split("::", 2)
    assert command == ""
    assert properties.startswith("error file=")
    assert [part.partition("=")[0] for part in properties.split(" ", 1)[1].split(",")] == [
        "file",
        "line",
        "col",
        "title",
    ]
    assert "\n" not in text
