"""Known vulnerabilities are reported and stop nothing; not having looked is an error."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]
# What pip-audit 2 prints, cut to what is read of it.
PACKAGES = [
    {"name": "sound", "version": "1.0", "vulns": []},
    {
        "name": "holed",
        "version": "2.0",
        "vulns": [{"id": "PYSEC-2031-1", "fix_versions": ["2.1", "3.0"], "description": "..."}],
    },
]


@pytest.fixture
def audit(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", PROJECT / "tools" / "audit.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "_prepared", lambda: Path(sys.executable))
    return module


def answers(monkeypatch: pytest.MonkeyPatch, code: int, out: str, err: str = "") -> list[list[str]]:
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, code, out, err)

    monkeypatch.setattr(subprocess, "run", run)
    return asked


def test_what_is_known_is_listed_with_the_version_that_mends_it(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = answers(monkeypatch, 1, json.dumps({"dependencies": PACKAGES}))
    assert audit.main() == 0
    assert capsys.readouterr().out == (
        "# Known vulnerabilities\n\nOf 2 locked versions, 1 to look at:\n\n"
        "- `holed` 2.0: `PYSEC-2031-1`, mended in 2.1, 3.0\n\n"
        "`invoke lock` writes the locks again with newer versions.\n"
    )
    assert [Path(command[-1]).name for command in asked] == ["test.txt", "audit.txt"]
    assert all("--disable-pip" in command and "--require-hashes" in command for command in asked)


def test_nothing_known_is_said_too(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(monkeypatch, 0, json.dumps({"dependencies": PACKAGES[:1]}))
    assert audit.main() == 0
    assert capsys.readouterr().out == (
        "# Known vulnerabilities\n\nNone is known in the 1 locked versions.\n"
    )


@pytest.mark.parametrize(
    "out", ["", "{}", '{"dependencies": [{"name": "odd", "skip_reason": "not found"}]}']
)
def test_not_having_looked_is_an_error(
    audit: ModuleType,
    out: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers(monkeypatch, 1, out, "ConnectionError: no network")
    assert audit.main() == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "pip-audit" in said.err


def test_the_lock_of_the_tests_holds_all_that_the_site_needs() -> None:
    """So the site's own lock need not be looked at beside it."""

    def versions(name: str) -> set[str]:
        lines = (PROJECT / "requirements" / name).read_text("utf-8").splitlines()
        return {line.split(" ")[0] for line in lines if "==" in line and line[0] != " "}

    assert versions("site.txt") <= versions("test.txt")
