"""The other systems' programs: locked, and never fetched unless asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.tools import LOCKS, MissingError, program


@pytest.mark.parametrize("name", ["hugo", "eleventy"])
def test_what_is_not_there_is_named_and_nothing_is_installed(name: str, tmp_path: Path) -> None:
    with pytest.raises(MissingError):
        program(name, tmp_path, install=False)
    assert list(tmp_path.iterdir()) == []


def test_pelican_is_the_one_that_builds_our_site(tmp_path: Path) -> None:
    import pelican  # noqa: PLC0415

    assert program("pelican", tmp_path).version == pelican.__version__


def test_every_package_is_locked_by_its_hash_and_no_registry_is_named() -> None:
    packages = json.loads((LOCKS / "package-lock.json").read_text("utf-8"))["packages"]
    assert all("integrity" in package for path, package in packages.items() if path)
    assert not any("resolved" in package for package in packages.values())
    lines = (LOCKS / "hugo.txt").read_text("utf-8")
    assert "--hash=sha256:" in lines
    assert "://" not in lines
