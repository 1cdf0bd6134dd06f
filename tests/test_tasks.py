"""The two commands on a machine with nothing but Python."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

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


def _preview(folder: Path, wrong: str = "") -> subprocess.CompletedProcess[str]:
    """`invoke preview` in a small project of its own: the toy railway, and this environment."""
    for name in ("tasks.py", "pelican.conf.py"):
        shutil.copy(PROJECT / name, folder)
    for name in ("plugins", "theme"):
        (folder / name).symlink_to(PROJECT / name)
    (folder / ".venv").symlink_to(sys.prefix)
    content = PROJECT / "tests/examples/site/content"
    for name in ("before", "content"):
        shutil.copytree(content, folder / name)
    digest = folder / "content/digests/nowhere-railway/2031-05-14.yaml"
    digest.write_text(
        digest.read_text("utf-8").replace('"1.1": Outstanding', '"1.1": Good') + wrong
    )
    return subprocess.run(
        [sys.executable, "-m", "invoke", "preview", "--base", "before"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


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
