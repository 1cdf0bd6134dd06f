"""A small site, whole: what the toy railway's files become, byte for byte.

After a change that is meant, `invoke golden` writes the expected files again; read their
difference before committing it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLE = PROJECT / "tests" / "examples" / "site" / "content"
GOLDEN = PROJECT / "tests" / "examples" / "site" / "golden"
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"

FILES = [
    "404.html",
    "check-a-quote/index.html",
    "data/sources.json",
    "data/sources/nowhere-2031-report.json",
    "data/verification.json",
    "digests/nowhere-railway/2031-05-14/index.html",
    "digests/nowhere-railway/2031-05-14/on-time-without-track/index.html",
    "feeds/contrasts.atom.xml",
    "feeds/contrasts.rss.xml",
    "frameworks/toy-railways-2030/index.html",
    "index.html",
    "providers/nowhere-railway/index.html",
    "robots.txt",
    "sitemap.xml",
    "sources/nowhere-2031-report/index.html",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("golden") / "output"
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(EXAMPLE),
        "-s",
        str(PROJECT / "pelican.conf.py"),
    ]
    environment = {**os.environ, "OUTPUT_PATH": str(output)}
    done = subprocess.run(
        command, env=environment, cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return output


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_what_it_was(site: Path, file: str) -> None:
    made, expected = (site / file).read_text("utf-8"), GOLDEN / file
    if UPDATE:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(made, encoding="utf-8", newline="\n")
    assert made == expected.read_text("utf-8")
