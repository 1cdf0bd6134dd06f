"""`inspection-digest compare`, as a person runs it: folders, revisions, and what cannot be used.

The expected summary is that of a pull request to the toy railway's record that adds the real digest
of South Yorkshire CRC, changes one grade and breaks one quotation. After a change that is meant,
run this file with UPDATE_EXPECTED=1, and read the difference before committing it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from inspection_digest.cli import main

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLE = PROJECT / "tests" / "examples" / "site" / "content"
EXPECTED = PROJECT / "tests" / "examples" / "pull-request"
UPDATE = os.environ.get("UPDATE_EXPECTED") == "1"
THEME = ("--theme", str(PROJECT / "theme"))
TOY = "digests/nowhere-railway/2031-05-14.yaml"


def put(content: Path, path: str, old: str, new: str) -> None:
    text = (content / path).read_text("utf-8")
    assert text.count(old) == 1
    (content / path).write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """The toy railway, inspected by a framework of its own; the real framework is there too."""
    content = Path(shutil.copytree(EXAMPLE, tmp_path / "base" / "content"))
    shutil.copy(PROJECT / "content/frameworks/hmip-crc-2018.yaml", content / "frameworks")
    return content


@pytest.fixture
def head(base: Path, tmp_path: Path) -> Path:
    """Adds South Yorkshire, changes a grade of the toy railway, breaks one of its quotations."""
    content = Path(shutil.copytree(base, tmp_path / "head" / "content"))
    real = PROJECT / "content"
    digest = real / "digests/south-yorkshire-crc"
    shutil.copytree(digest, content / "digests/south-yorkshire-crc")
    named = re.findall(
        r"^  \w+: ([a-z0-9-]+)$", (digest / "2019-03-29.yaml").read_text(), re.MULTILINE
    )
    for source in (name for name in named if (real / "sources" / name).is_dir()):
        shutil.copytree(real / "sources" / source, content / "sources" / source)
    providers = (real / "providers.yaml").read_text("utf-8")
    entry = re.search(r"^south-yorkshire-crc:\n(?:  .*\n)+", providers, re.MULTILINE)
    assert entry
    with (content / "providers.yaml").open("a", encoding="utf-8") as file:
        file.write(entry[0])
    put(content, TOY, '"1.1": Outstanding', '"1.1": Good')
    put(content, TOY, "There is no track between", "There is track between")
    return content


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["compare", *map(str, arguments), *THEME])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_summary_of_a_pull_request(
    base: Path, head: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, made, said = run(capsys, base, head)
    assert (code, said) == (0, "")
    expected = EXPECTED / "summary.md"
    if UPDATE:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(made, encoding="utf-8", newline="\n")
    assert made == expected.read_text("utf-8")


def test_the_same_as_json(base: Path, head: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, made, _ = run(capsys, base, head, "--format", "json")
    view = json.loads(made)
    assert code == 0
    assert [(digest["how"], digest["id"]) for digest in view["digests"]] == [
        ("changed", "nowhere-railway/2031-05-14"),
        ("added", "south-yorkshire-crc/2019-03-29"),
    ]
    assert len(view["digests"][1]["quotes"]) == 24
    assert view["digests"][0]["grades"] == [
        {"name": "1.1 Leadership", "before": "Outstanding", "after": "Good", "note": ""}
    ]
    assert [problem["code"] for problem in view["problems"]] == ["quote-altered"]


def test_a_page_of_prose_is_a_page_too(
    base: Path, head: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(head)
    shutil.copytree(base, head)
    for content, words in ((base, "Us."), (head, "Us, and you.")):
        (content / "pages").mkdir()
        (content / "pages/x.md").write_text(f"Title: About\nSlug: about\n\n{words}\n")
    _, made, _ = run(capsys, base, head)
    assert "Lists, figures and pages of prose, 1 changed: `about/`" in made


# -- revisions -------------------------------------------------------------------------------


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def repository(base: Path, head: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose `main` is the base and whose work tree is the head."""
    folder = base.parent
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "The base")
    shutil.rmtree(base)
    shutil.copytree(head, base)
    monkeypatch.chdir(folder)
    return folder


def test_a_revision_is_read_from_git(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = (EXPECTED / "summary.md").read_text("utf-8")
    assert run(capsys, "main", "content") == (0, expected, "")
    git(repository, "checkout", "--quiet", "-b", "change")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "The change")
    assert run(capsys, "HEAD^1", "HEAD") == (0, expected, "")
    (repository / "sub").mkdir()
    os.chdir(repository / "sub")
    assert run(capsys, "main", "change") == (0, expected, "")


def test_what_git_is_told_to_do_with_files_hides_nothing(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Attributes come with a proposed change; an archive would obey them."""
    (repository / ".gitattributes").write_text("content/** export-ignore text eol=crlf\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "The change")
    expected = (EXPECTED / "summary.md").read_text("utf-8")
    assert run(capsys, "HEAD^1", "HEAD") == (0, expected, "")


def test_a_link_in_a_revision_is_refused_as_it_is_in_a_folder(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("kind: secret\n")
    (repository / "content/digests/nowhere-railway/2032.yaml").symlink_to(secret)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "A link")
    code, made, _ = run(capsys, "HEAD^1", "HEAD")
    assert code == 0
    assert "(`symbolic-link`)" in made
    assert "secret.yaml" not in made


@pytest.mark.parametrize("argument", ["no-such-branch", "./nowhere", "-x", "--all", "HEAD:content"])
@pytest.mark.usefixtures("repository")
def test_what_is_neither_a_folder_nor_a_revision_is_one_sentence(
    argument: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, made, said = _named(capsys, argument)
    assert (code, made) == (2, "")
    assert said == f"There is no folder and no revision called {argument}.\n"


def _named(capsys: pytest.CaptureFixture[str], argument: str) -> tuple[int, str, str]:
    code = main(["compare", *THEME, "--", "content", argument])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_revision_without_content_is_one_sentence(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "rm", "--quiet", "-r", "-f", "--cached", "content")
    git(repository, "commit", "--quiet", "-m", "Nothing", "--allow-empty")
    assert run(capsys, "HEAD", "content") == (
        2,
        "",
        "There is no folder content/ at the revision HEAD.\n",
    )


@pytest.mark.usefixtures("repository")
def test_without_git_a_revision_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    code, made, said = run(capsys, "main", "content")
    assert (code, made) == (2, "")
    assert said == "Git is not installed, and a revision cannot be read without it.\n"


def test_without_the_theme_it_says_what_is_missing(
    base: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(base), str(base), "--theme", "no-theme"]) == 2
    assert capsys.readouterr().err == (
        "There is no folder no-theme/templates; name the theme with --theme.\n"
    )
