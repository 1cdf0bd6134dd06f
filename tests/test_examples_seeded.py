"""Slips that people make, a file each, in one content folder: one run finds every one of them.

The first line of a file says what `check` should say of it, and whether it should say what to
paste: `# <code>, line <number>, cured|by hand: <the mistake>`. What is to be pasted is pasted here,
and the file passes.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from inspection_digest.cli import main
from inspection_digest.diagnostics import Cure

EXAMPLES = Path(__file__).parent / "examples"
SEEDED = EXAMPLES / "seeded"
FILES = sorted(path.relative_to(SEEDED).as_posix() for path in SEEDED.rglob("*.yaml"))
# The name of a digest's file is a date or a round: each stands under a round of its own.
PLACES = {
    file: f"{file.rpartition('/')[0]}/{2100 + n}-{n + 1:02d}.yaml" if "digests/" in file else file
    for n, file in enumerate(FILES)
}
FIRST_LINE = re.compile(r"# ([\w-]+), line (\d+), (cured|by hand): (.+)")


def expected(file: str) -> tuple[str, int, bool]:
    """Its code, its line, and whether there is a cure."""
    first = (SEEDED / file).read_text("utf-8").splitlines()[0]
    match = FIRST_LINE.fullmatch(first)
    assert match, f"{file} does not say what is wrong with it"
    return match[1], int(match[2]), match[3] == "cured"


CURED = [file for file in FILES if expected(file)[2]]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound site, and every seeded file in it."""
    folder = tmp_path_factory.mktemp("seeded") / "content"
    shutil.copytree(EXAMPLES / "site" / "content", folder)
    for file, place in PLACES.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SEEDED / file, folder / place)
    return folder


def check(content: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    main(["check", str(content), "--format", "json"])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["diagnostics"]
    return found


def test_there_are_forty_of_them_and_most_have_a_cure() -> None:
    assert len(FILES) >= 40
    assert len(CURED) >= 40


def test_one_run_finds_every_mistake_at_its_line_and_no_other(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [(item["path"], item["code"], item["line"]) for item in check(content, capsys)]
    meant = [(f"content/{PLACES[file]}", *expected(file)[:2]) for file in FILES]
    assert sorted(found) == sorted(meant)


def test_every_message_says_what_to_do_and_those_that_can_what_to_paste(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {item["path"]: item for item in check(content, capsys)}
    keys = ["code", "severity", "path", "line", "column", "message", "hint", "cure"]
    assert all(list(item) == keys for item in said.values())
    assert all(item["hint"] for item in said.values())
    cured = {path for path, item in said.items() if item["cure"]}
    assert cured == {f"content/{PLACES[file]}" for file in CURED}


@pytest.mark.parametrize("file", CURED)
def test_what_is_said_to_be_pasted_is_pasted_and_the_file_passes(
    file: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = content / PLACES[file]
    slip = path.read_text("utf-8")
    before = check(content, capsys)
    [said] = [item for item in before if item["path"] == f"content/{PLACES[file]}"]
    try:
        path.write_text(Cure(**said["cure"]).applied(slip), "utf-8", newline="\n")
        after = check(content, capsys)
    finally:
        path.write_text(slip, "utf-8", newline="\n")
    assert after == [item for item in before if item is not said]


def test_all_of_them_pasted_leave_only_what_needs_a_person(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(content, folder)
    for item in check(content, capsys):
        if item["cure"]:
            path = folder.parent / item["path"]
            text = Cure(**item["cure"]).applied(path.read_text("utf-8"))
            path.write_text(text, "utf-8", newline="\n")
    left = {item["path"] for item in check(folder, capsys)}
    assert left == {f"content/{PLACES[file]}" for file in FILES if file not in CURED}


def test_pasting_changes_only_the_lines_it_names(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for item in check(content, capsys):
        if item["cure"]:
            cure = Cure(**item["cure"])
            old = (content.parent / item["path"]).read_text("utf-8").split("\n")
            new = cure.applied("\n".join(old)).split("\n")
            assert new[: cure.first - 1] == old[: cure.first - 1]
            assert new[len(new) - len(old) + cure.last :] == old[cure.last :]
            assert abs(cure.first - item["line"]) <= 2
