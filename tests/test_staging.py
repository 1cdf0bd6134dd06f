"""A new site takes the old one's place in one step, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from inspection_digest import staging


def _site(folder: Path, words: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(words)
    return folder


def test_a_first_site_is_put_in_place(tmp_path: Path) -> None:
    output = tmp_path / "output"
    stage = staging.open_stage(output)
    (stage / "index.html").write_text("new")
    staging.close_stage(stage, output)
    assert (output / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    output = _site(tmp_path / "output", "old")
    (output / "gone.html").write_text("gone")
    stage = staging.open_stage(output)
    (stage / "index.html").write_text("new")
    staging.close_stage(stage, output)
    assert [path.name for path in output.iterdir()] == ["index.html"]
    assert (output / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_without_an_exchange_of_the_system_the_result_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "_exchange", lambda *_: False)
    output = _site(tmp_path / "output", "old")
    stage = staging.open_stage(output)
    (stage / "index.html").write_text("new")
    staging.close_stage(stage, output)
    assert (output / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_build_that_is_dropped_leaves_the_old_site(tmp_path: Path) -> None:
    output = _site(tmp_path / "output", "old")
    staging.drop_stage(staging.open_stage(output))
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
    assert (output / "index.html").read_text() == "old"


def test_what_a_killed_build_left_is_removed_by_the_next(tmp_path: Path) -> None:
    dead = tmp_path / ".output.999999999.building"
    dead.mkdir()
    alive = tmp_path / f".output.{os.getppid()}.building"
    alive.mkdir()
    stage = staging.open_stage(tmp_path / "output")
    assert not dead.exists()
    assert alive.exists()
    assert stage.exists()
