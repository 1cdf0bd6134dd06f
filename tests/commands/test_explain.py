"""`explain`: one message in full, all of them by title, and a hint where the code is misspelt."""

from __future__ import annotations

import pytest

from inspection_digest.cli import main
from inspection_digest.messages.registry import ENTRIES, GROUPS


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["explain", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_a_code_is_explained_with_a_bad_and_a_good_example(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(capsys, "bad-date") == (
        0,
        """\
bad-date
A value is not a date as dates are written here.

Dates have the year first, so that they can be sorted and read only one way:
03/04/2031 is April to one reader and March to another. Write as much as is
known: a day, a month or a year. Nothing is filled in.

Wrong, in content/digests/nowhere-railway/2031-05-14.yaml:

    published: 14/05/2031

Right:

    published: 2031-05-14
""",
        "",
    )


def test_files_that_both_examples_need_stand_first_and_another_place_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, ambiguous, _ = run(capsys, "quote-ambiguous")
    assert ambiguous.index("With this in content/sources/") < ambiguous.index("Wrong, in")
    assert "    (the next page)\n" in ambiguous
    _, provider, _ = run(capsys, "unknown-provider")
    assert "Right, in content/digests/nowhere-railway/2032-06.yaml:\n" in provider


def test_a_mistake_no_lines_can_show_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "not-utf-8")
    assert "For example: A file in which “naïve” is saved as Windows-1252" in out
    assert "Wrong, in" not in out


@pytest.mark.parametrize("code", ENTRIES)
def test_every_code_is_explained_on_lines_a_terminal_has_room_for(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code, out, err = run(capsys, code)
    assert (exit_code, err) == (0, "")
    assert out.startswith(f"{code}\n{ENTRIES[code].title}\n\n")
    assert max(map(len, out.splitlines())) <= 120


def test_without_a_code_all_are_listed_with_their_titles(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = run(capsys)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert [line for line in lines if line and line[0] != " "] == [group.title for group in GROUPS]
    listed = [line.split(maxsplit=1) for line in lines if line.startswith("  ")]
    assert listed == [[entry.code, entry.title] for entry in ENTRIES.values()]


def test_a_code_as_it_stands_in_the_report_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "[Bad-Date]") == run(capsys, "bad-date")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("unknwon-key", "Did you mean `unknown-key`?"),
        ("milk", "`python3 tasks.py explain` lists all there are."),
    ],
)
def test_an_unknown_code_suggests_the_nearest(
    typed: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = f"There is no message called “{typed}”. {hint}\n"
    assert run(capsys, typed) == (2, "", said)
