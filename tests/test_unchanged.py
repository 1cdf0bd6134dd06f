"""A site is as it was built while every file it was made from is; one process asks, or two."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from inspection_digest import unchanged
from inspection_digest.unchanged import Look, Outcome, recall, remember

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
    time.sleep(2 * unchanged.RACY_NS / 1e9)
    known = {
        str(file): unchanged.stamp_of(file.stat())
        for number in range(FILES)
        for file in [folder / f"{number}"]
    }
    remember(tmp_path / "kept", tmp_path / "output", "settings", known, SAID)
    return folder


def recalled(files: Path, settings: str = "settings") -> Outcome | Look:
    return recall(files.parent / "kept", files.parent / "output", settings)


def test_nothing_has_changed(files: Path) -> None:
    assert recalled(files) == SAID
    found = recalled(files, "other settings")
    assert isinstance(found, Look)
    assert found.same == {}


@pytest.mark.parametrize("number", range(FILES))
def test_whichever_file_changes_or_goes_is_noticed(number: int, files: Path) -> None:
    others = {str(files / f"{other}") for other in range(FILES) if other != number}
    file = files / f"{number}"
    file.write_text("two")
    found = recalled(files)
    assert isinstance(found, Look)
    assert found.same.keys() == others
    file.unlink()
    found = recalled(files)
    assert isinstance(found, Look)
    assert found.same.keys() == others
