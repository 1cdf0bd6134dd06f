"""`draft --grades`: what is printed, where, and the exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.documents.pdf_writer import pdf, show
from tests.drafting.reports import ILACS, LETTER, SIF

from inspection_digest.cli import main

AS_JSON = """\
{
 "framework": "ofsted-ilacs-2018",
 "provider": "Fairshire",
 "inspected": {
  "from": "2022-05-09",
  "to": "2022-05-20"
 },
 "published": null,
 "overall": "Good",
 "ratings": {
  "leaders": "Outstanding",
  "help-and-protection": "Requires improvement",
  "in-care-and-care-leavers": "Good"
 }
}
"""
AS_TEXT = """\
framework:           ofsted-sif-2013
provider:            Fairshire
inspected:           2015-11-24 to 2015-12-17
published:           2016-02-16
overall:             Requires improvement
help-and-protection: Inadequate
looked-after:        Requires improvement
adoption:            Good
care-leavers:        Outstanding
leaders:             Requires improvement
"""

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def draft(text: str, *options: str) -> int:
    Path("report.txt").write_text(text, "utf-8")
    return main(["draft", "report.txt", "--grades", *options])


def test_json_has_every_key(capsys: Captured) -> None:
    assert draft(ILACS, "--format", "json") == 0
    assert capsys.readouterr() == (AS_JSON, "")


def test_text_has_a_line_for_each(capsys: Captured) -> None:
    assert draft(SIF) == 0
    assert capsys.readouterr() == (AS_TEXT, "")


def test_what_cannot_be_settled_is_said_apart(capsys: Captured) -> None:
    heading = "The experiences and progress of care leavers: good\n"
    apart = ILACS.replace("children in care and care leavers", "care leavers") + heading
    assert draft(apart.replace("care leavers\n\nGood", "care leavers\n\nInadequate")) == 0
    out, err = capsys.readouterr()
    assert "care-leavers:        not stated\n" in out
    assert err == (
        "report.txt: The report gives care-leavers in two ways, Good and Inadequate: neither is "
        "taken.\n"
    )


def test_a_pdf_is_read(capsys: Captured) -> None:
    lines = [line for line in ILACS.replace("’", "'").splitlines() if line]
    page = [show(72, 760 - 26 * at, line) for at, line in enumerate(lines)]
    Path("report.pdf").write_bytes(pdf(page))
    assert main(["draft", "report.pdf", "--grades", "--format", "json"]) == 0
    assert capsys.readouterr() == (AS_JSON, "")


def test_a_letter_holds_no_judgements(capsys: Captured) -> None:
    assert draft(LETTER) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "report.txt holds no judgements that we can read: it is not an Ofsted report on an "
        "inspection of children’s services since November 2013 that gives grades.\n"
    )


def test_a_web_page_in_place_of_a_pdf_cannot_be_read(capsys: Captured) -> None:
    Path("report.pdf").write_text("<html><title>Report not found</title></html>", "utf-8")
    assert main(["draft", "report.pdf", "--grades"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "report.pdf is not a PDF: it is a web page that says “Report not found”, as servers send "
        "in place of a missing file.\n"
    )


def test_a_picture_of_a_page_cannot_be_read(capsys: Captured) -> None:
    Path("report.pdf").write_bytes(pdf([], show(72, 700, "The second page.")))
    assert main(["draft", "report.pdf", "--grades"]) == 2
    assert capsys.readouterr() == (
        "",
        "report.pdf cannot be read: its first page is a picture, or its letters are garbled.\n",
    )


def test_a_file_that_is_not_there_cannot_be_read(capsys: Captured) -> None:
    assert main(["draft", "none.pdf", "--grades"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.startswith("none.pdf cannot be opened")) == ("", True)


def test_the_name_is_the_one_that_the_content_knows(capsys: Captured) -> None:
    Path("content").mkdir()
    Path("content/providers.yaml").write_text(
        "fair:\n  name: Fair upon Water children’s services\n  former: [Fairshire]\n  kind: C\n",
        "utf-8",
    )
    assert draft(SIF) == 0
    assert "provider:            Fair upon Water\n" in capsys.readouterr().out
