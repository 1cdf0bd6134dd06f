"""`quote`: any quotations against any document, as text for people and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.documents.pdf_writer import pdf, show

from inspection_digest.cli import main

TEXT = "Stations are not safe.\n\nEvery train was on time. Repairs took 17 days.\n"
LINES = (
    "“Stations are not safe.”\r\n\n  \nStations are safe.\nEvery train was ... took 17 days\u2028\n"
    "The moon is made of cheese, they say.\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "source.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "quotes.txt").write_text(LINES, encoding="utf-8", newline="")
    return tmp_path


def run(*words: str) -> int:
    return main(["quote", *words])


def test_each_line_gets_its_verdict_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    code = run("source.txt", "--from", "quotes.txt", "--format", "json")
    assert json.loads(capsys.readouterr().out) == [
        {"text": "“Stations are not safe.”", "verdict": "verbatim", "pages": [], "nearest": None},
        {
            "text": "Stations are safe.",
            "verdict": "altered",
            "pages": [],
            "nearest": {
                "page": None,
                "text": "Stations are not safe.",
                "difference": "a negation: “not” is left out",
            },
        },
        {
            "text": "Every train was ... took 17 days\u2028",
            "verdict": "elided",
            "pages": [],
            "nearest": None,
        },
        {
            "text": "The moon is made of cheese, they say.",
            "verdict": "absent",
            "pages": [],
            "nearest": None,
        },
    ]
    assert code == 1


def test_people_get_the_place_the_difference_and_the_words_to_paste(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("source.txt", "--from", "quotes.txt") == 1
    assert capsys.readouterr().out == (
        "1. “Stations are not safe.”\n"
        "   verbatim, paragraph 1: it stands there word for word and mark for mark.\n"
        "\n"
        "2. Stations are safe.\n"
        "   altered: a passage comes close, but says something else.\n"
        "   Difference: a negation: “not” is left out.\n"
        "   The source says: Stations are not safe.\n"
        "\n"
        "3. Every train was ... took 17 days\n"
        "   elided, paragraph 2: its parts stand there in this order.\n"
        "   Left out: on time. Repairs\n"
        "\n"
        "4. The moon is made of cheese, they say.\n"
        "   absent: it does not stand there; see that it is the right document, and copy the words "
        "from it again.\n"
        "\n"
        "4 quotations: 2 hold, 2 do not.\n"
    )


def test_pages_of_a_pdf_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = (show(50, 700, text) for text in ("It is late.", "It is not good.", "It is late."))
    (folder / "report.pdf").write_bytes(pdf(*pages))
    (folder / "quotes.txt").write_text("It is not good.\nIt is good.\nIt is late.\n")
    assert run("report.pdf", "--from", "quotes.txt", "--format", "json") == 1
    held, altered, twice = json.loads(capsys.readouterr().out)
    assert (held["verdict"], held["pages"]) == ("verbatim", [2])
    assert (altered["verdict"], altered["pages"], altered["nearest"]["page"]) == ("altered", [], 2)
    assert (twice["verdict"], twice["pages"]) == ("verbatim", [1, 3])


def test_all_holding_is_exit_code_0(folder: Path) -> None:
    (folder / "quotes.txt").write_text("Stations are not safe.\n")
    assert run("source.txt", "--from", "quotes.txt") == 0


def test_no_quotations_at_all_is_an_empty_list(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "quotes.txt").write_text("\n \n")
    assert run("source.txt", "--from", "quotes.txt", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("source", "quotes", "sentence"),
    [
        ("none.pdf", "quotes.txt", "none.pdf cannot be opened: no such file or directory.\n"),
        ("source.txt", "none.txt", "none.txt cannot be opened: no such file or directory.\n"),
        ("source.txt", "latin.txt", "latin.txt is not plain text in UTF-8.\n"),
        ("page.pdf", "quotes.txt", "page.pdf is not a PDF: it is a web page"),
    ],
)
def test_what_cannot_be_read_is_exit_code_2_and_a_sentence(
    source: str,
    quotes: str,
    sentence: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "latin.txt").write_bytes("caf\xe9".encode("latin-1"))
    (folder / "page.pdf").write_text("<!doctype html><title>Not found</title>")
    assert run(source, "--from", quotes) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(sentence)


def test_what_a_terminal_would_obey_is_spelt_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "source.txt").write_text("The lines \x1b[31mare red\u202e here.\n", "utf-8")
    (folder / "quotes.txt").write_text("The lines are blue here.\nThe \x1b[31mlines\n", "utf-8")
    run("source.txt", "--from", "quotes.txt")
    said = capsys.readouterr().out
    assert "<U+001B>[31mare red<U+202E> here" in said
    assert "\x1b" not in said
    assert "\u202e" not in said
