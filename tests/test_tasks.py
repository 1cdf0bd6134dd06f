"""The two commands on a machine with nothing but Python."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


def test_without_the_venv_module_one_line_names_the_package(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "tasks.py", tmp_path)
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    shutil.copytree(PROJECT / "requirements", tmp_path / "requirements")
    (tmp_path / "ensurepip.py").write_text("raise ImportError('not on this Debian')\n")
    done = subprocess.run(
        [sys.executable, "tasks.py", "build"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "Python's venv module is missing: on Debian and Ubuntu, "
        f"`apt install python{version}-venv` (or python3-venv) adds it.\n"
    )
    assert not (tmp_path / ".venv").exists()


def test_the_list_of_commands_reads_like_a_table_of_contents() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "--list"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.split() for line in done.stdout.splitlines() if re.match(r"  \w", line)]
    names = "audit bench build check corpus fmt golden hooks links lint lock new preview schema"
    assert " ".join(line[0] for line in lines) == f"{names} serve test"
    assert all(len(line) > 1 for line in lines)  # each says what it does


def test_the_version_is_the_same_wherever_it_is_written() -> None:
    from inspection_digest.version import VERSION  # noqa: PLC0415

    assert f'version = "{VERSION}"' in (PROJECT / "pyproject.toml").read_text("utf-8")


def _project(folder: Path) -> Path:
    """A small project of its own: the toy railway, and this environment. Returns its digest."""
    for name in ("tasks.py", "pelican.conf.py", "pyproject.toml"):
        shutil.copy(PROJECT / name, folder)
    for name in ("plugins", "theme", "requirements"):
        (folder / name).symlink_to(PROJECT / name)
    (folder / ".venv").mkdir()
    for inner in Path(sys.prefix).iterdir():
        if not inner.name.startswith(".ready"):
            (folder / ".venv" / inner.name).symlink_to(inner)
    shutil.copytree(PROJECT / "tests/examples/site/content", folder / "content")
    return folder / "content/digests/nowhere-railway/2031-05-14.yaml"


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *words]
    kept = {**os.environ, "XDG_CACHE_HOME": str(folder / "kept")}
    return subprocess.run(
        command, cwd=folder, env=kept, capture_output=True, text=True, check=False
    )


def _preview(folder: Path, wrong: str = "") -> subprocess.CompletedProcess[str]:
    digest = _project(folder)
    shutil.copytree(folder / "content", folder / "before")
    digest.write_text(
        digest.read_text("utf-8").replace('"1.1": Outstanding', '"1.1": Good') + wrong
    )
    return _run(folder, "-m", "invoke", "preview", "--base", "before")


def test_a_preview_is_checked_built_and_laid_out_by_one_command(tmp_path: Path) -> None:
    done = _preview(tmp_path)
    assert done.returncode == 0, done.stderr
    first = (tmp_path / "preview/index.html").read_text("utf-8")
    assert "/digests/nowhere-railway/2031-05-14/" in first
    assert "https://preview.invalid/" in (tmp_path / "preview/site/index.html").read_text("utf-8")


def test_of_content_with_errors_there_is_no_preview_and_the_errors_are_said(tmp_path: Path) -> None:
    done = _preview(tmp_path, "colour: red\n")
    assert done.returncode == 1
    assert "[unknown-key]" in done.stdout
    assert done.stderr == "\nNo preview was built: mend what is named above first.\n"
    assert not (tmp_path / "preview").exists()


@pytest.mark.parametrize("wrong", ["", "colour: red\n"], ids=["right", "wrong"])
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_command_without_options_does_with_no_invoke_what_it_does_with_it(
    tmp_path: Path, command: str, wrong: str
) -> None:
    digest = _project(tmp_path)
    digest.write_text(digest.read_text("utf-8") + wrong)
    environment = tmp_path / ".venv"
    wanted = runpy.run_path(str(tmp_path / "tasks.py"))["_sum"](tmp_path / "requirements/site.txt")
    (environment / ".ready-site").write_text(wanted)
    with_it = _run(tmp_path, "-m", "invoke", command)
    (tmp_path / "invoke.py").write_text("raise ImportError('not wanted')\n")
    without = _run(tmp_path, "tasks.py", command)
    seconds = partial(re.sub, r"(?<=Seconds) +[\d.]+", "")
    assert seconds(without.stdout) == seconds(with_it.stdout)
    assert (without.returncode, without.stderr) == (with_it.returncode, with_it.stderr)
    assert without.returncode == bool(wrong)
