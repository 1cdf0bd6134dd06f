"""The workflows: read-only, without secrets, pinned, and made of commands that are there.

zizmor looks for what is dangerous, without a network; actionlint, where somebody has installed it,
for what GitHub would not understand. The check workflow runs actionlint on each pull request.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspection_digest.commands import COMMANDS

PROJECT = Path(__file__).resolve().parent.parent
GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PIN = re.compile(r"[a-z-]+/[a-z-]+@[0-9a-f]{40}")
LINE_WITH_PIN = re.compile(r"\buses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
READS = {"contents": "read"}
PUBLISHES = {"pages": "write", "id-token": "write"}

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in read(path)["jobs"].values():
        yield from job["steps"]


def test_there_are_three() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml", "weekly.yml"]


def test_zizmor_finds_nothing() -> None:
    done = subprocess.run(
        [
            shutil.which("zizmor", path=str(Path(sys.executable).parent)) or "zizmor",
            *(
                "--offline",
                "--no-config",
                "--no-progress",
                "--color",
                "never",
                "--persona",
                "auditor",
            ),
            str(GITHUB),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "No findings to report. Good job!\n"), done.stderr
    assert all(f"completed {path}" in done.stderr for path in WORKFLOWS)  # it did read them


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    """A template in a script, an action by its tag, more rights than it needs."""
    bad = tmp_path / "bad.yml"
    bad.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
        "      - uses: actions/checkout@v6\n"
        "      - run: echo ${{ github.event.pull_request.title }}\n"
    )
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent)) or "zizmor"
    done = subprocess.run(
        [zizmor, "--offline", "--no-config", "--no-progress", str(bad)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode > 10
    for audit in ("template-injection", "dangerous-triggers", "unpinned-uses"):
        assert f"[{audit}]" in done.stdout


def test_actionlint_finds_nothing() -> None:
    actionlint = shutil.which("actionlint")
    if actionlint is None:
        pytest.skip("no actionlint: the check workflow runs it")
    done = subprocess.run(
        [actionlint, *map(str, WORKFLOWS)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@each_workflow
def test_nothing_of_a_pull_request_runs_with_more_than_it_needs(path: Path) -> None:
    workflow, text = read(path), path.read_text("utf-8")
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    assert "secrets." not in text
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        allowed = PUBLISHES if (path.stem, name) == ("publish", "deploy") else READS
        assert job["permissions"] == allowed
        assert 0 < int(job["timeout-minutes"]) <= 90
    assert "pull_request" not in workflow["on"] or path.stem == "check"


@each_workflow
def test_every_action_is_pinned_and_says_which_version_it_is(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if re.search(r"\buses:", line)]
    assert lines
    assert all(LINE_WITH_PIN.search(line) for line in lines)
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert len(used) == len(lines)
    assert all(PIN.fullmatch(action) for action in used)
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_one_action_is_pinned_the_same_everywhere() -> None:
    used = {step["uses"] for path in WORKFLOWS for step in steps(path) if "uses" in step}
    assert len(used) == len({action.partition("@")[0] for action in used})


@each_workflow
def test_a_script_is_a_fixed_text(path: Path) -> None:
    """Whatever a title or a branch is called, no expression is pasted into a command."""
    assert not [step["run"] for step in steps(path) if "${{" in step.get("run", "")]


@each_workflow
def test_every_command_is_one_that_a_clone_has(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "--list"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    tasks = set(re.findall(r"^  (\w+)", done.stdout, re.MULTILINE)) | {"--list"}
    commands = {command.__name__.rpartition(".")[2] for command in COMMANDS}
    text = "\n".join(step["run"] for step in steps(path) if "run" in step)
    assert set(re.findall(r"(?:tasks\.py|invoke) (\S+)", text)) <= tasks
    assert set(re.findall(r"inspection-digest (\S+)", text)) <= commands
    if path.stem == "check":
        for name in ("tasks.py check --format github", "tasks.py preview", "tasks.py test"):
            assert name in text
        assert "inspection-digest compare 'HEAD^1' content >> \"$GITHUB_STEP_SUMMARY\"" in text


@pytest.mark.parametrize(
    ("variable", "address"),
    [
        ("", "https://somebody.github.io/inspection-digest"),
        ("https://digest.example.org", "https://digest.example.org"),
    ],
)
def test_the_site_is_published_under_its_own_address(
    variable: str, address: str, tmp_path: Path
) -> None:
    """The script of the workflow as it stands, with a Python that only says what it was told."""
    python = tmp_path / "python3"
    python.write_text('#!/bin/sh\necho "$SITEURL $REPOSITORY_URL $*"\n')
    python.chmod(0o755)
    (step,) = (step for step in steps(GITHUB / "workflows/publish.yml") if "env" in step)
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        env={
            "PATH": f"{tmp_path}:/usr/bin:/bin",
            "SITE_ADDRESS": variable,
            "GITHUB_SERVER_URL": "https://github.com",
            "GITHUB_REPOSITORY": "Somebody/inspection-digest",
            "GITHUB_REPOSITORY_OWNER": "Somebody",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    repository = "https://github.com/Somebody/inspection-digest"
    assert done.stdout == f"{address} {repository} tasks.py build\n"
