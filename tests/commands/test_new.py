"""`new` writes files that pass, or says what is missing and writes nothing at all."""

from __future__ import annotations

import io
import re
import shutil
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Self

import pytest

from inspection_digest.cli import main
from inspection_digest.commands import new, source
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.documents.fetch import Fetched
from inspection_digest.formatting.formatted import formatted

SITE = Path(__file__).resolve().parents[1] / "examples" / "site" / "content"
ADDRESSES = ["--release=https://toys.example.org/news/x", "--report=https://toys.example.org/x.pdf"]
NEW = ["--provider=Nowhere Railway", "--published=2032-06"]
DIGEST = "content/digests/nowhere-railway/2032-06.yaml"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SITE, tmp_path / "content")
    providers = tmp_path / "content/providers.yaml"
    providers.write_text("# Kept.\n" + providers.read_text("utf-8") + "# And this.\n", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    return tmp_path


def everything(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    terminal = io.StringIO("".join(f"{line}\n" for line in lines))
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)


def test_with_every_answer_given_as_an_option_the_result_passes_as_it_is(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(project)
    assert main(["new", *NEW, *ADDRESSES]) == 0
    said = capsys.readouterr().out
    written = {name: text for name, text in everything(project).items() if name not in before}
    assert set(written) == {
        DIGEST,
        "content/sources/nowhere-railway-2032-06-release/source.yaml",
        "content/sources/nowhere-railway-2032-06-report/source.yaml",
    }
    assert all(f"Written: {name}\n" in said for name in written)
    assert {name: everything(project)[name] for name in before} == before
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "2 digests, 2 quotes: 2 verbatim\n"
    for name, text in written.items():
        assert formatted(text, name, Diagnostics()).text == text


def test_the_command_it_prints_for_a_document_fills_the_source_it_has_written(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", *NEW, ADDRESSES[0], "--release-title=Trains on time"]) == 0
    said = capsys.readouterr().out.replace("\\\n", " ")
    printed = re.search(r"python3 tasks\.py (source add .+)", said)
    assert printed
    page = b"<html><main><h1>Trains on time</h1><p>All were.</p></main></html>"
    monkeypatch.setattr(source, "fetch", lambda at: Fetched(page, at))
    assert main(printed[1].split()) == 0
    folder = project / "content/sources/nowhere-railway-2032-06-release"
    assert (folder / "text.txt").read_text("utf-8") == "Trains on time\n\nAll were.\n"
    described = (folder / "source.yaml").read_text("utf-8")
    assert "publisher: Inspectorate of Toy Railways\n" in described
    assert "licence: ogl-3\n" in described
    assert main(["check"]) == 0


@pytest.mark.parametrize(
    ("published", "near"),
    [("2031-06", True), ("2031-08", True), ("2031", True), ("2032-06", False)],
)
def test_a_digest_that_may_be_on_the_same_report_is_named(
    published: str, near: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", NEW[0], f"--published={published}"]) == 0
    said = capsys.readouterr().out
    assert ("  content/digests/nowhere-railway/2031-05-14.yaml\n" in said) is near
    assert ("has a digest of about the same time already" in said) is near


def test_the_guidance_taken_as_it_is_names_every_line_to_fill_in(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", *NEW, *ADDRESSES]) == 0
    digest = project / DIGEST
    text = digest.read_text("utf-8")
    bare = re.sub(r"^# (?=( *[\w-]+|\s+\"[^\"]+\"):(?: |$)(?!.*:$))", "", text, flags=re.MULTILINE)
    bare = re.sub(r"^# (?= |[a-z]+:)", "", bare, flags=re.MULTILINE)
    digest.write_text(bare, "utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert set(re.findall(r"error \[([\w-]+)\]", said)) >= {"empty-value"}
    for key in ("title", "overall", "from", "to", "text", "because", "relation", "1.1"):
        assert f"`{key}` has no value." in said, key


def test_a_new_provider_is_added_at_the_end_and_nothing_else_moves(project: Path) -> None:
    providers = project / "content/providers.yaml"
    before = providers.read_text("utf-8")
    words = ["--provider=Isle of Elsewhere: 'Line' # 2", "--kind=Toy railway", "--published=2032"]
    assert main(["new", *words]) == 0
    assert providers.read_text("utf-8") == before + (
        "isle-of-elsewhere-line-2:\n"
        "  name: \"Isle of Elsewhere: 'Line' # 2\"\n"
        "  kind: Toy railway\n"
    )
    assert (project / "content/digests/isle-of-elsewhere-line-2/2032.yaml").is_file()
    assert main(["check"]) == 0


def test_on_a_terminal_it_asks_for_what_is_missing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "nowhere", "1", "June", "2032-06", "", "https://toys.example.org/r", "A: b")
    assert main(["new"]) == 0
    said = capsys.readouterr().out
    assert "Do you mean one of these?\n  1. " in said
    assert "“June” is not a date here" in said
    source = project / "content/sources/nowhere-railway-2032-06-report/source.yaml"
    assert 'title: "A: b"\n' in source.read_text("utf-8")
    assert main(["check"]) == 0


def test_on_a_terminal_a_new_provider_is_one_more_answer(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "nowhere else", "0", "Toy railway", "2032", "", "")
    assert main(["new"]) == 0
    assert "\nnowhere-else:\n" in (project / "content/providers.yaml").read_text("utf-8")
    assert main(["check"]) == 0


def test_an_address_that_is_none_is_asked_for_again_and_no_answer_is_lost(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    addresses = ["toys.example.org/r", "the report", "https://toys.example.org/r", ""]
    answer(monkeypatch, "nowhere railway", "2032-06", "", *addresses)
    assert main(["new"]) == 0
    said = capsys.readouterr().out
    assert (
        "“toys.example.org/r” is not the address of a web page. "
        "Did you mean https://toys.example.org/r?\n"
    ) in said
    assert "“the report” is not the address of a web page. It starts with https://.\n" in said
    assert (project / "content/sources/nowhere-railway-2032-06-report/source.yaml").is_file()


@pytest.mark.parametrize("said", ["2", "toy-railways-2031", "TOY railways, again"])
def test_of_several_frameworks_one_is_named_by_number_id_or_title_and_none_by_default(
    said: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    frameworks = project / "content/frameworks"
    first = frameworks / "toy-railways-2030.yaml"
    for year, title in ((2029, "Toy railways, before"), (2031, "Toy railways, again")):
        text = first.read_text("utf-8")
        text = re.sub(r"^title: .*$", f"title: {title}", text, flags=re.MULTILINE)
        text = re.sub(r"^(from|to|follows): .*\n", "", text, flags=re.MULTILINE)
        (frameworks / f"toy-railways-{year}.yaml").write_text(text, "utf-8")
    answer(monkeypatch, "new line", "0", "Bus", "2032-06", "", "9", said, "", "")
    assert main(["new"]) == 0
    printed = capsys.readouterr().out
    offered = re.findall(r"^  (\d)\. (.+)$", printed.partition("Which framework")[2], re.MULTILINE)
    wanted = dict(offered)["2"] if said == "2" else "Toy railways, again"
    assert len(offered) == 3
    assert printed.count("Write a number from 1 to 3.\n") == 1
    digest = (project / "content/digests/new-line/2032-06.yaml").read_text("utf-8")
    chosen = re.search(r"^framework: (.+)$", digest, re.MULTILINE)
    assert chosen
    text = (frameworks / f"{chosen[1]}.yaml").read_text("utf-8")
    assert f"title: {wanted}\n" in text


def test_a_terminal_that_is_closed_leaves_nothing_behind(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(project)
    answer(monkeypatch, "nowhere railway")
    assert main(["new"]) == 1
    assert capsys.readouterr().err == "\nNothing was written.\n"
    assert everything(project) == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "--provider is missing."),
        (NEW[:1], 2, "--published is missing."),
        (["--provider=Nowhere Railwy", NEW[1]], 2, "Nearest: “"),
        (["--provider=Nowhere Railwy", NEW[1]], 2, "--kind 'Probation region'."),
        ([NEW[0], "--published=June 2032"], 2, "“June 2032” is not a date here"),
        ([NEW[0], "--published=../../2032"], 2, "is not a date here"),
        ([NEW[0], "--published=2031-05-14"], 1, "There is a file content/digests/nowhere-railway/"),
        ([*NEW, "--framework=../x"], 2, "There is no framework called “../x”. There are: toy-"),
        ([NEW[0], "--published=1900"], 2, "none was in force at that date"),
        ([*NEW, "--report=javascript:alert(1)"], 1, "is not the address of a web page"),
        ([*NEW, "--report=file:///etc/passwd"], 1, "is not the address of a web page"),
        ([*NEW, ADDRESSES[0], "--release-title=<b>x</b>"], 1, "There is HTML in this text"),
        ([*NEW, ADDRESSES[0], "--release-title={attach}.git/config"], 1, "would copy a file"),
        ([*NEW, ADDRESSES[0], "--release-title=a\x1b[2Jb"], 1, "a character nobody can see"),
        ([*NEW, ADDRESSES[0], "--publisher=\u202ex"], 1, "a character nobody can see"),
        (["--provider=../..", "--kind=x", NEW[1]], 2, "cannot be made into a name"),
        (["--provider=Ж", "--kind=x", NEW[1]], 2, "cannot be made into a name"),
        (
            ["--provider=a\x07b", "--kind=x", NEW[1], "--framework=toy-railways-2030"],
            1,
            "a character nobody can see",
        ),
        ([*NEW, "--content=no"], 2, "There is no folder no"),
    ],
)
def test_whatever_cannot_be_is_said_and_nothing_is_written(
    project: Path, words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(project)
    assert main(["new", *words]) == code
    printed = capsys.readouterr().err
    assert said in printed
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202e]", printed)
    assert everything(project) == before


@pytest.mark.parametrize(
    "name", ["no", "null", "~", "12", "- a", "a: b", "'90s", "%x", "a #b", "é"]
)
def test_a_title_that_means_something_in_yaml_is_kept_as_it_is(project: Path, name: str) -> None:
    assert main(["new", *NEW, ADDRESSES[1], f"--report-title={name}"]) == 0
    assert main(["check"]) == 0
    from inspection_digest.reading.yaml_text import read_yaml  # noqa: PLC0415

    path = "content/sources/nowhere-railway-2032-06-report/source.yaml"
    document = read_yaml((project / path).read_text("utf-8"), path, Diagnostics())
    assert document is not None
    assert document.value["title"] == name


def test_a_provider_named_like_a_path_becomes_a_plain_name(project: Path) -> None:
    assert main(["new", "--provider=../../etc/x", "--kind=Toy railway", "--published=2032"]) == 0
    assert (project / "content/digests/etc-x/2032.yaml").is_file()


def test_if_one_file_cannot_be_written_none_is(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/sources/nowhere-railway-2032-06-report").write_text("in the way", "utf-8")
    before = everything(project)
    assert main(["new", *NEW, *ADDRESSES]) == 1
    assert "Nothing was written." in capsys.readouterr().err
    assert everything(project) == before
    assert not (project / DIGEST).exists()


def test_a_folder_that_leads_elsewhere_is_not_followed(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (project / "content/digests/elsewhere").symlink_to(outside)
    assert main(["new", "--provider=Elsewhere", "--kind=Toy railway", "--published=2032"]) == 1
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("today", "more", "added"),
    [
        ("2040-02-03", [], "2040-02-03"),
        ("2032-06-30", [], "2032-06-30"),
        ("2030-01-01", [], "2032-06"),  # the report is still to come
        ("2040-02-03", ["--added=2032-07-01"], "2032-07-01"),
    ],
)
def test_a_digest_is_new_of_today_or_of_the_day_that_is_named(
    today: str, more: list[str], added: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromisoformat(today).replace(tzinfo=tz)

    monkeypatch.setattr(new, "datetime", Clock)
    assert main(["new", *NEW, *more]) == 0
    assert f"\nadded: {added}\n" in (project / DIGEST).read_text("utf-8")
