"""CONTRIBUTING.md is true: its commands exist, and its steps, followed by the letter, pass."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tasks as tasks_file

from inspection_digest.cli import main
from inspection_digest.commands import COMMANDS
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.formatting.formatted import formatted
from inspection_digest.reading.modelines import kind_of

PROJECT = Path(__file__).resolve().parent.parent
TEXT = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
GUIDES = [
    PROJECT / name
    for name in ("README.md", "CONTRIBUTING.md", "content/pages/contribute.md", "hooks/pre-commit")
]
# `path`[, at its end]: and the block that goes into that file.
FILE = re.compile(
    r"^`(content/[^`\n]+)`(, at its end)?:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A fresh copy of what a clone holds; its environment is the one that runs the tests."""
    for name in ("content", "hooks", "requirements"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    for name in ("tasks.py", "pyproject.toml"):
        shutil.copy(PROJECT / name, tmp_path)
    return tmp_path


def write(folder: Path) -> list[str]:
    """Every file of CONTRIBUTING.md, as it says."""
    written = []
    for path, at_its_end, text in FILE.findall(TEXT):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text("utf-8") if at_its_end else ""
        file.write_text(before + text, "utf-8")
        written.append(path)
    return written


def test_a_digest_written_by_following_the_steps_passes(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(copy / "content")]) == 0
    before = capsys.readouterr().out
    written = write(copy)
    assert [kind_of(path) for path in written] == ["providers", "source", None, "digest"]
    assert main(["check", str(copy / "content")]) == 0
    digests, quotes = (int(count) for count in re.findall(r"\d+(?= digests| quotes)", before))
    after = capsys.readouterr().out
    assert after.startswith(f"{digests + 1} digests, {quotes + 2} quotes: ")
    assert f"{quotes + 2} verbatim" in after


def test_each_step_is_needed(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in write(copy):
        file = copy / path
        kept = file.read_text("utf-8")
        original = PROJECT / path
        file.write_text(original.read_text("utf-8")) if original.exists() else file.unlink()
        capsys.readouterr()
        code = main(["check", str(copy / "content")])
        said = capsys.readouterr().out
        if kind_of(path) != "digest":
            assert code == 1 or "warning [quote-unheld]" in said, path
        file.write_text(kept, "utf-8")


def test_what_is_to_be_copied_is_laid_out_as_the_house_does() -> None:
    for path, at_its_end, text in FILE.findall(TEXT):
        if kind_of(path) and not at_its_end:
            assert formatted(text, path, Diagnostics()).text == text


@pytest.mark.skipif(
    not (PROJECT / ".venv" / ".ready-test").exists(), reason="not run by `python3 tasks.py test`"
)
def test_the_commands_for_a_clone_do_what_they_say_in_the_order_they_stand(copy: Path) -> None:
    (copy / ".venv").symlink_to(PROJECT / ".venv")
    subprocess.run(["git", "init", "--quiet"], cwd=copy, check=True)
    for line in [line for block in SHELL.findall(TEXT) for line in block.splitlines()]:
        assert line.startswith("python3 tasks.py ")
        done = subprocess.run(
            ["sh", "-c", line.replace("python3", sys.executable, 1)],
            cwd=copy,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), line
    assert (copy / "content/digests/isle-of-nowhere-railway/2019-04.yaml").is_file()
    assert main(["check", str(copy / "content")]) == 0


def test_every_command_that_a_guide_names_exists() -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "invoke", "--list"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    tasks = set(re.findall(r"^  (\w+)", listed, re.MULTILINE))
    commands = {module.__name__.rpartition(".")[2] for module in COMMANDS}
    assert commands - tasks >= tasks_file.PASSED_ON  # what a task does is not passed on as well
    tasks |= tasks_file.PASSED_ON
    for guide in GUIDES:
        text = guide.read_text("utf-8")
        for name in re.findall(r"(?:python3 tasks\.py|`invoke) (\w+)", text):
            assert name in tasks, f"{guide.name}: tasks.py {name}"
        for name in re.findall(r"inspection-digest (\w+)", text):
            assert name in commands, f"{guide.name}: inspection-digest {name}"


def test_every_file_that_the_guide_links_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (PROJECT / target).exists(), target
    headings = {
        re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in TEXT.splitlines()
        if line.startswith("#")
    }
    for anchor in re.findall(r"\]\(#([^)]+)\)", TEXT):
        assert anchor in headings, anchor
