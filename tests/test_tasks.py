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
    names = "bench build check corpus golden lint lock schema serve test"
    assert " ".join(line[0] for line in lines) == names
    assert all(len(line) > 1 for line in lines)  # each says what it does


def test_the_version_is_the_same_wherever_it_is_written() -> None:
    from inspection_digest.version import VERSION  # noqa: PLC0415

    assert f'version = "{VERSION}"' in (PROJECT / "pyproject.toml").read_text("utf-8")
