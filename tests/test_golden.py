"""Small sites, whole: what the toy railway's files become, byte for byte.

`site` is the plainest there is. In `answers` things were corrected, removed, contested, replied to
and withdrawn.

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
EXAMPLES = PROJECT / "tests" / "examples"
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"

DIGEST = "digests/nowhere-railway/2031-05-14"
WITHDRAWN = "digests/nowhere-railway/2031-05-02"
FILES = {
    "site": [
        "404.html",
        "check-a-quote/index.html",
        "data/sources.json",
        "data/sources/nowhere-2031-report.json",
        "data/verification.json",
        f"{DIGEST}/index.html",
        f"{DIGEST}/on-time-without-track/index.html",
        "feeds/contrasts.atom.xml",
        "feeds/contrasts.rss.xml",
        "frameworks/toy-railways-2030/index.html",
        "index.html",
        "providers/nowhere-railway/index.html",
        "robots.txt",
        "sitemap.xml",
        "sources/nowhere-2031-report/index.html",
    ],
    "answers": [
        "corrections/index.html",
        "data/digests.json",
        "data/grades.csv",
        "data/verification.json",
        "digests/index.html",
        f"{DIGEST}/index.html",
        f"{DIGEST}/good-paper/index.html",
        f"{DIGEST}/on-time-without-track/index.html",
        f"{WITHDRAWN}/index.html",
        f"{WITHDRAWN}/time-and-track/index.html",
        "feeds/contrasts.atom.xml",
        "feeds/corrections.atom.xml",
        "feeds/digests.rss.xml",
        "index.html",
        "providers/nowhere-railway/index.html",
        "sitemap.xml",
        "verification/index.html",
    ],
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {name: _built(name, tmp_path_factory.mktemp(name) / "output") for name in FILES}


@pytest.mark.parametrize(("name", "file"), [(name, file) for name in FILES for file in FILES[name]])
def test_a_file_is_what_it_was(sites: dict[str, Path], name: str, file: str) -> None:
    made, expected = (sites[name] / file).read_text("utf-8"), EXAMPLES / name / "golden" / file
    if UPDATE:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(made, encoding="utf-8", newline="\n")
    assert made == expected.read_text("utf-8")


def _built(name: str, output: Path) -> Path:
    content = EXAMPLES / name / "content"
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(content),
        "-s",
        str(PROJECT / "pelican.conf.py"),
    ]
    environment = {**os.environ, "OUTPUT_PATH": str(output)}
    done = subprocess.run(
        command, env=environment, cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return output
