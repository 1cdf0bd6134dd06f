"""A site is as it was built while every file it was made from is; one process asks, or two."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from tests.small_project import settle

from inspection_digest import unchanged
from inspection_digest.unchanged import Build, Look, Outcome, recall, remember

SAID = Outcome("counts", "warnings")
FILES = 5


@pytest.fixture(params=[1, 2], ids=["one process", "two processes"])
def files(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of files, remembered in `kept` as what the folder `output` was built from."""
    monkeypatch.setattr(unchanged, "WORTH_TWO", 1 if request.param == 2 else FILES + 1)
    monkeypatch.setattr(unchanged, "may_fork", lambda: True)
    folder = tmp_path / "files"
    folder.mkdir()
    (tmp_path / "output").mkdir()
    for number in range(FILES):
        (folder / f"{number}").write_text("one")
    settle()
    stamps = {f"{n}": unchanged.stamp_of((folder / f"{n}").stat()) for n in range(FILES)}
    whole = {str(folder / "0"): stamps.pop("0")}
    known = [("", whole), (str(folder), stamps)]
    remember(tmp_path / "kept", Build(tmp_path / "output", "settings"), known, SAID)
    return folder


def recalled(files: Path, settings: str = "settings") -> Outcome | Look:
    found = recall(files.parent / "kept", files.parent / "output")
    return found.with_settings(settings)


def same(found: Look) -> set[Path]:
    """The whole paths of what was found to be as it had been."""
    return {Path(folder, path) for folder, stamps in found.same.items() for path in stamps}


def test_nothing_has_changed(files: Path) -> None:
    assert recalled(files) == SAID
    found = recalled(files, "other settings")
    assert isinstance(found, Look)
    assert same(found) == set()


def test_what_another_state_of_the_program_has_kept_is_not_read(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "_itself", lambda: 1)
    build = Build(files.parent / "output", "settings")
    remember(files.parent / "kept", build, [("", {"a": 1})], SAID)
    monkeypatch.undo()
    found = recalled(files)
    assert isinstance(found, Look)
    assert same(found) == set()


@pytest.mark.parametrize("seconds", [-1_000_000_000, -1, 0, 1_000_000_000])
def test_a_file_of_any_old_date_is_settled_and_one_of_the_future_is_not(
    tmp_path: Path, seconds: int
) -> None:
    now = time.time_ns()
    file = tmp_path / "file"
    file.write_text("one")
    for at, is_settled in ((seconds, True), (now // 10**9 + 60, False)):
        os.utime(file, (at, at))
        stamp = unchanged.stamp_of(file.stat())
        assert (unchanged.settled(stamp, now) == stamp) is is_settled


def test_settings_differ_where_any_value_does() -> None:
    settings: list[dict[str, object]] = [
        {"A": 1},
        {"A": "1"},
        {"A": [1]},
        {"A": {"b": 1}},
        {"A": Path("a")},
        {"A": os.path.join},
        {"A": {"b": os.path.split}},
        {"A": [os]},
        {"A": [shutil]},
    ]
    assert len({unchanged.plain(some) for some in settings}) == len(settings)
    assert unchanged.plain({"A": 1, "TIMINGS": True}) == unchanged.plain({"TIMINGS": 0, "A": 1})


@pytest.mark.parametrize("number", range(FILES))
def test_whichever_file_changes_or_goes_is_noticed(number: int, files: Path) -> None:
    others = {files / f"{other}" for other in range(FILES) if other != number}
    file = files / f"{number}"
    file.write_text("two")
    found = recalled(files)
    assert isinstance(found, Look)
    assert same(found) == others
    file.unlink()
    found = recalled(files)
    assert isinstance(found, Look)
    assert same(found) == others


def test_where_the_folder_is_gone_all_is_looked_for_again(files: Path) -> None:
    shutil.rmtree(files)
    found = recalled(files)
    assert isinstance(found, Look)
    assert same(found) == set()


def test_a_path_is_asked_for_where_no_folder_can_be_held_open(
    files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "supports_dir_fd", set())
    assert recalled(files) == SAID
    (files / "3").write_text("two")
    assert isinstance(recalled(files), Look)


@pytest.mark.parametrize(("changed", "is_early"), [("1", True), ("4", False), ("", False)])
def test_where_it_is_known_early_that_something_has_changed_the_time_is_used(
    changed: str, is_early: bool, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "EARLY", 2)
    if changed:
        (files / changed).write_text("two")
    done: list[str] = []
    kept, output = files.parent / "kept", files.parent / "output"
    found = recall(kept, output, always=True, meanwhile=lambda: done.append("something"))
    two = unchanged.WORTH_TWO == 1
    assert done == (["something"] if is_early and two else [])
    assert same(found.look) == {files / f"{n}" for n in range(FILES) if f"{n}" != changed}
    assert (found.outcome is None) == bool(changed)
    assert found.same_beside_records
