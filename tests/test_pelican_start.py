"""Where nothing has changed, that is said before Pelican is imported; all else is left to it."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest
from tests.small_project import DIGEST, build_project, copy_project, run_python

from inspection_digest import unchanged

SETTINGS = ("-s", "pelican.conf.py", "--fatal", "errors")


def start(
    root: Path, *arguments: str, **environment: str
) -> tuple[subprocess.CompletedProcess[str], bool]:
    """What came of it, and whether Pelican was imported."""
    words = "-X", "importtime", "-m", "inspection_digest", *arguments
    done = run_python(root, *words, **{"TIMINGS": "1", **environment})
    imported = any(line.endswith("| pelican") for line in done.stderr.splitlines())
    return done, imported


def built_anew(done: subprocess.CompletedProcess[str]) -> bool:
    return done.returncode == 0 and "making the pages" in done.stdout


@pytest.fixture
def built(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    copy_project(root)
    time.sleep(2 * unchanged.RACY_NS / 1e9)
    done, imported = start(root, *SETTINGS)
    assert built_anew(done)
    assert imported
    return root


def test_the_same_again(built: Path) -> None:
    done, imported = start(built, *SETTINGS)
    assert done.returncode == 0
    assert not imported
    assert done.stdout.startswith("Digests          1\nQuotes           2  2 verbatim\n")
    assert "making the pages" not in done.stdout


def test_a_changed_file_other_settings_and_another_place_are_built(built: Path) -> None:
    digest = built / DIGEST
    digest.write_text(digest.read_text("utf-8").replace("Trains on time", "Trains in time"))
    assert built_anew(start(built, *SETTINGS)[0])
    assert built_anew(start(built, *SETTINGS, SITEURL="https://other.example")[0])
    assert built_anew(
        start(built, *SETTINGS, "-o", "elsewhere", SITEURL="https://other.example")[0]
    )
    assert (built / "elsewhere/index.html").exists()


@pytest.mark.parametrize(
    ("more", "code", "said"),
    [("--print-settings", 0, "'SITEURL': "), ("--no-such-word", 2, "unrecognized arguments")],
)
def test_other_words_are_left_to_pelican(built: Path, more: str, code: int, said: str) -> None:
    done, imported = start(built, *SETTINGS, more)
    assert imported
    assert done.returncode == code
    assert said in done.stdout + done.stderr


def test_settings_that_cannot_be_read_are_left_to_pelican(built: Path) -> None:
    (built / "pelican.conf.py").write_text("SITENAME =")
    done, imported = start(built, *SETTINGS)
    assert imported
    assert done.returncode != 0
    assert "invalid syntax" in done.stderr + done.stdout


def test_after_a_build_by_pelican_itself_pelican_is_asked(tmp_path: Path) -> None:
    root = tmp_path / "project"
    copy_project(root)
    time.sleep(2 * unchanged.RACY_NS / 1e9)
    assert build_project(root).returncode == 0
    done, imported = start(root, *SETTINGS)
    assert imported
    assert done.stdout.startswith("Digests          1\n")
    assert "making the pages" not in done.stdout
