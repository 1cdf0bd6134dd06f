"""A whole project with the toy railway for its content, to be changed and built by Pelican."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import PROJECT

from inspection_digest import unchanged

EXAMPLE = PROJECT / "tests" / "examples" / "site" / "content"
DIGEST = "content/digests/nowhere-railway/2031-05-14.yaml"


def copy_project(root: Path) -> None:
    """The plugin, the theme and the settings of this project, and the example's content; also what
    Python has compiled the plugin to, which takes it longer than a build of the example."""
    for name in ("plugins", "theme"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copytree(EXAMPLE, root / "content")
    shutil.copy(PROJECT / "pelican.conf.py", root)


def build_project(
    root: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Builds it as a Pelican user would, into its own folder."""
    return run_python(root, "-m", "pelican", "-s", "pelican.conf.py", *arguments, **environment)


def run_python(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs Python in its folder, with its plugin."""
    kept = {key: value for key, value in os.environ.items() if key != "OUTPUT_PATH"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env={**kept, "PYTHONPATH": str(root / "plugins"), "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def settle() -> None:
    """Or the next build would not rely on the stamps of what was just written."""
    time.sleep(1.3 * unchanged.RACY_NS / 1e9)


def files_in(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below it, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
