"""The same content gives the same bytes: twice, elsewhere, in another zone, language and seed."""

from __future__ import annotations

import filecmp
from pathlib import Path

import pytest
from tests.conftest import build_site

ELSEWHERE = {
    "twice": {},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "another language": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "another hash seed": {"PYTHONHASHSEED": "4711"},
}


@pytest.mark.parametrize("environment", ELSEWHERE.values(), ids=ELSEWHERE)
def test_the_build_is_the_same_byte_for_byte(
    environment: dict[str, str], built_site: Path, tmp_path: Path
) -> None:
    output = tmp_path / "somewhere" / "else" / "output"
    output.parent.mkdir(parents=True)
    done = build_site(output, **environment)
    assert done.returncode == 0, done.stderr
    assert _files(output) == _files(built_site)
    differing = [
        name
        for name in _files(output)
        if not filecmp.cmp(output / name, built_site / name, shallow=False)
    ]
    assert differing == []


def _files(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
