"""`source add`: the whole source or nothing, and always a sentence."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import pytest
from tests.documents.pdf_writer import pdf, show

from inspection_digest.cli import main
from inspection_digest.commands import source
from inspection_digest.documents.fetch import Fetched
from inspection_digest.documents.limits import SourceUnreadable

REPORT = pdf(
    [show(50, 700, "An inspection of: Somewhere"), show(50, 660, "It is not good enough.")],
    show(50, 700, "The second page."),
)
SHA256 = hashlib.sha256(REPORT).hexdigest()


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "report.pdf").write_bytes(REPORT)
    return tmp_path / "content"


def add(*words: str) -> int:
    parser = argparse.ArgumentParser()
    source.add_to(parser.add_subparsers())
    arguments = parser.parse_args(["source", "add", *words])
    return int(arguments.run(arguments))


def everything(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_report_is_written_with_its_facts_and_its_pages(content: Path) -> None:
    words = "report.pdf --kind report --publisher Ofsted --published 2019-03 --licence ogl-3"
    url = "https://reports.example/report.pdf"
    assert add(*words.split(), "--retrieved", "2026-11-23", "--url", url) == 0
    assert everything(content) == {
        "sources/2019-an-inspection-of-somewhere-report/source.yaml": (
            "# yaml-language-server: "
            "$schema=../../../plugins/inspection_digest/schema/source.json\n"
            "kind: report\n"
            'title: "An inspection of: Somewhere"\n'
            "publisher: Ofsted\n"
            f"url: {url}\n"
            "published: 2019-03\n"
            "retrieved: 2026-11-23\n"
            "licence: ogl-3\n"
            f"sha256: {SHA256}\n"
            "pages: 2\n"
        ),
        "sources/2019-an-inspection-of-somewhere-report/text.txt": (
            "An inspection of: Somewhere\n\nIt is not good enough.\n\fThe second page.\n"
        ),
    }


def test_without_a_free_licence_no_text_is_held(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add("report.pdf", "--kind", "report", "--publisher", "Ofsted", "--id", "one") == 0
    assert list(everything(content)) == ["sources/one/source.yaml"]
    assert "Its text is not held" in capsys.readouterr().out


def test_what_is_written_passes_the_check(content: Path) -> None:
    words = "report.pdf --kind report --publisher Ofsted --licence ogl-3 --id one"
    assert add(*words.split()) == 0
    assert main(["check", str(content)]) == 0


def test_a_fetched_page_is_named_after_where_it_is(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = b"<html><main><h1>Outstanding team</h1><p>Words.</p></main>"
    url = "https://inspectorate.example/release"
    monkeypatch.setattr(source, "fetch", lambda at: Fetched(page, at))
    assert add(url, "--kind", "release", "--licence", "ogl-3", "--retrieved", "2026") == 0
    files = everything(content)
    assert files["sources/outstanding-team-release/text.txt"] == "Outstanding team\n\nWords.\n"
    yaml = files["sources/outstanding-team-release/source.yaml"]
    assert f"publisher: inspectorate.example\nurl: {url}\nretrieved: 2026\n" in yaml
    assert "pages" not in yaml


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("none.pdf --kind report --publisher X", "none.pdf cannot be opened: no such file"),
        ("error.pdf --kind report --publisher X", "error.pdf is not a PDF: it is a web page"),
        ("cut.pdf --kind report --publisher X", "cut.pdf cannot be read. It is cut off"),
        ("report.pdf --kind report", "Who published it?"),
        ("report.pdf --kind report --publisher X --published March", "“March” is not a date"),
        ("report.pdf --kind report --publisher X --url ftp://a.b", "not the address of a web"),
        ("report.pdf --kind report --publisher <b>", "There is HTML in this text"),
        ("report.pdf --kind report --publisher X --id ../x", "“../x” cannot be a name"),
        ("report.pdf --kind report --publisher X --id taken", "a source named taken already"),
        ("report.pdf --kind report --publisher X --content no", "There is no folder no/sources"),
        ("http://a.example/ --kind report", "only addresses with https:// are"),
        ("file:///etc/hostname --kind report", "only addresses with https:// are"),
    ],
)
def test_whatever_is_wrong_is_said_and_nothing_is_written(
    content: Path, words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "sources" / "taken").mkdir()
    Path("error.pdf").write_bytes(b"<!DOCTYPE html><title>Gone</title>")
    Path("cut.pdf").write_bytes(REPORT[:300])
    assert add(*words.split()) == 1
    assert said in capsys.readouterr().err
    assert everything(content) == {}
    assert [path.name for path in (content / "sources").iterdir()] == ["taken"]


def test_a_fetch_that_fails_is_said(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_url: str) -> Fetched:
        raise SourceUnreadable("a.example could not be fetched from: the server answered 404.")

    monkeypatch.setattr(source, "fetch", fails)
    assert add("https://a.example/x.pdf", "--kind", "report") == 1
    assert "answered 404" in capsys.readouterr().err
    assert everything(content) == {}


def test_several_documents_are_added_at_once_and_the_failure_of_one_is_its_own(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("second.pdf").write_bytes(pdf(show(50, 700, "Another inspection")))
    Path("cut.pdf").write_bytes(REPORT[:300])
    Path("copy.pdf").write_bytes(REPORT)
    words = "--kind report --publisher Ofsted --licence ogl-3"
    assert add("report.pdf", "cut.pdf", "second.pdf", "copy.pdf", *words.split()) == 1
    told = capsys.readouterr()
    assert told.out == (
        "Written: content/sources/an-inspection-of-somewhere-report\n"
        "Written: content/sources/another-inspection-report\n"
    )
    assert told.err == (
        "cut.pdf cannot be read. It is cut off: its end is missing. Fetch it again.\n"
        "copy.pdf: There is a source named an-inspection-of-somewhere-report already; "
        "add this one by itself, with another --id.\n"
    )
    assert [path.name for path in sorted((content / "sources").iterdir())] == [
        "an-inspection-of-somewhere-report",
        "another-inspection-report",
    ]


@pytest.mark.parametrize("option", ["--title", "--url", "--published", "--archived", "--id"])
def test_a_fact_of_one_document_is_not_given_to_several(
    content: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("second.pdf").write_bytes(REPORT)
    words = f"report.pdf second.pdf --kind report --publisher X {option} 2019"
    assert add(*words.split()) == 1
    assert capsys.readouterr().err == (
        f"{option} is a fact of one document: add that one by itself.\n"
    )
    assert everything(content) == {}


def test_on_a_terminal_each_document_of_several_is_counted(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)  # so that they are read in turn
    Path("second.pdf").write_bytes(pdf(show(50, 700, "Another inspection")))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert add("report.pdf", "second.pdf", "--kind", "report", "--publisher", "Ofsted") == 0
    assert capsys.readouterr().err == "1 of 2 read: report.pdf\n2 of 2 read: second.pdf\n"
    assert len(everything(content)) == 2


def test_what_was_read_once_is_not_read_again(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "report.pdf --kind report --publisher Ofsted --licence ogl-3"
    assert add(*words.split(), "--id", "first") == 0

    def read_apart(*_: object) -> list[tuple[str, bool]]:
        raise AssertionError("the document was read again")

    monkeypatch.setattr("inspection_digest.documents.sources.read_apart", read_apart)
    assert add(*words.split(), "--id", "second") == 0
    files = everything(content)
    assert files["sources/first/text.txt"] == files["sources/second/text.txt"]


DESCRIBED = """\
# yaml-language-server: $schema=../../../plugins/inspection_digest/schema/source.json
kind: report
# Put its own title here, as printed:
title: "Somewhere: report, March 2019"
publisher: Inspectorate of Somewhere
url: https://reports.example.org/report.pdf
licence: linked-only
note: "Fetched from a copy."
"""


def described(content: Path) -> Path:
    folder = content / "sources" / "one"
    folder.mkdir()
    (folder / "source.yaml").write_text(DESCRIBED, "utf-8")
    return folder


def test_a_source_that_is_only_described_is_filled_and_what_it_says_is_kept(content: Path) -> None:
    folder = described(content)
    words = "report.pdf --kind report --licence ogl-3 --id one --retrieved 2026-11-23"
    assert add(*words.split()) == 0
    assert (folder / "source.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../../plugins/inspection_digest/schema/source.json\n"
        "kind: report\n"
        "# Put its own title here, as printed:\n"
        'title: "Somewhere: report, March 2019"\n'
        "publisher: Inspectorate of Somewhere\n"
        "url: https://reports.example.org/report.pdf\n"
        "retrieved: 2026-11-23\n"
        "licence: ogl-3\n"
        f"sha256: {SHA256}\n"
        "pages: 2\n"
        'note: "Fetched from a copy."\n'
    )
    assert (folder / "text.txt").read_text("utf-8").startswith("An inspection of: Somewhere\n")
    assert main(["check", str(content)]) == 0
    assert add(*words.split()) == 1  # it has its text: nothing is written over


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("none.pdf --kind report --licence ogl-3", "none.pdf cannot be opened"),
        ("report.pdf --kind release --licence ogl-3", "another kind of document: report"),
    ],
)
def test_where_it_cannot_be_filled_the_description_stays(
    content: Path, words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    described(content)
    assert add(*words.split(), "--id", "one") == 1
    assert said in capsys.readouterr().err
    assert everything(content) == {"sources/one/source.yaml": DESCRIBED}
