"""What several tests share: the site built from the real content, once for the whole run."""

from __future__ import annotations

import atexit
import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

PROJECT = Path(__file__).resolve().parent.parent

# Nothing kept by an earlier run is used, and nothing is left behind.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="inspection-digest-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)

# Python keeps what it compiles, as it does for a user. All of it is there before any test begins: a
# folder to which something is added is another one for a build.
os.environ["PYTHONDONTWRITEBYTECODE"] = ""
if "PYTEST_XDIST_WORKER" not in os.environ:
    compileall.compile_dir(PROJECT / "plugins", quiet=2)

# The same examples every time, and no example fails because the machine was busy. To look for new
# ones: python -m pytest --hypothesis-profile=default
settings.register_profile("project", deadline=None, derandomize=True, database=None)
settings.load_profile("project")


def build_site(output: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Builds the project's own site as a Pelican user would."""
    return subprocess.run(
        [sys.executable, "-m", "pelican", "-s", str(PROJECT / "pelican.conf.py")],
        env={**os.environ, "OUTPUT_PATH": str(output), **environment},
        cwd=output.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, freshly built."""
    output = tmp_path_factory.mktemp("site") / "output"
    done = build_site(output)
    assert done.returncode == 0, done.stderr
    return output
