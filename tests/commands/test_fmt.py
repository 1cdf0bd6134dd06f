"""`fmt` rewrites a file only when a person asks, only if it is sound, and in no other way."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection_digest.cli import main
from inspection_digest.reading.modelines import modeline

NAME = "content/digests/nowhere/2031.yaml"
UNTIDY = "overall: Good\nframework: toys\n"
TIDY = f"{modeline(NAME)}\nframework: toys\noverall: Good\n"
DIFF = f"""\
--- {NAME}
+++ {NAME}, tidied
@@ -1,2 +1,3 @@
+{modeline(NAME)}
+framework: toys
 overall: Good
-framework: toys
"""


@pytest.fixture(autouse=True)
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / NAME
    path.parent.mkdir(parents=True)
    path.write_text(UNTIDY, "utf-8")
    return path


def test_a_file_is_tidied(digest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fmt", NAME]) == 0
    assert digest.read_text("utf-8") == TIDY
    assert capsys.readouterr().out == f"{NAME}: tidied\n"


def test_without_names_every_file_is(digest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fmt"]) == 0
    assert digest.read_text("utf-8") == TIDY
    assert main(["fmt"]) == 0
    assert capsys.readouterr().out == f"{NAME}: tidied\nNothing to do: the layout is tidy.\n"


def test_what_this_project_holds_is_tidy(capsys: pytest.CaptureFixture[str]) -> None:
    content = Path(__file__).resolve().parents[2] / "content"
    assert main(["fmt", "--check", "--content", str(content)]) == 0
    assert capsys.readouterr().out == "Nothing to do: the layout is tidy.\n"


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--check", f"{NAME}: would be tidied\n"),
        (
            "--diff",
            DIFF,
        ),
    ],
)
def test_a_suggestion_changes_nothing(
    digest: Path, option: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fmt", option, NAME]) == 0
    assert digest.read_text("utf-8") == UNTIDY
    assert capsys.readouterr().out == said


def test_a_file_with_a_mistake_is_left_alone_and_the_others_are_tidied(
    digest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = digest.parent / "2030.yaml"
    broken.write_text("title: [\n", "utf-8")
    assert main(["fmt"]) == 1
    assert broken.read_text("utf-8") == "title: [\n"
    assert digest.read_text("utf-8") == TIDY
    said = capsys.readouterr().out
    assert "2030.yaml:1:1: error [not-yaml]" in said
    assert "content/digests/nowhere/2030.yaml: left as it is, because it cannot be read.\n" in said


def test_line_ends_and_rights_stay_as_they_were(digest: Path) -> None:
    digest.write_bytes(UNTIDY.replace("\n", "\r\n").encode())
    digest.chmod(0o640)
    assert main(["fmt"]) == 0
    assert digest.read_bytes() == TIDY.replace("\n", "\r\n").encode()
    assert digest.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in digest.parent.iterdir()] == [digest.name]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("content/none.yaml", "There is no file content/none.yaml.\n"),
        ("outside.yaml", "outside.yaml is not in the folder content.\n"),
        ("content/notes.yaml", "content/notes.yaml is not a digest, a source, a framework or "),
        ("content/link.yaml", "There is no file content/link.yaml.\n"),
        ("../../etc/hostname", "There is no file ../../etc/hostname.\n"),
    ],
)
def test_only_files_that_hold_a_record_are_touched(
    tmp_path: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for other in ("outside.yaml", "content/notes.yaml"):
        (tmp_path / other).write_text(UNTIDY, "utf-8")
    (tmp_path / "content/link.yaml").symlink_to(tmp_path / "outside.yaml")
    assert main(["fmt", name]) == 2
    assert capsys.readouterr().err.startswith(said)
    assert (tmp_path / "outside.yaml").read_text("utf-8") == UNTIDY


def test_a_file_in_another_encoding_is_left_alone(
    digest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digest.write_bytes("title: A naïve timetable\n".encode("latin-1"))
    assert main(["fmt"]) == 1
    assert "because it is not saved as UTF-8" in capsys.readouterr().out
