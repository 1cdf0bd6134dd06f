"""What was found of files before a build holds for all of which nobody was told since."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.small_project import settle

from inspection_digest import asked_ahead, unchanged
from inspection_digest.unchanged import Build, Outcome

PATHS = ("a", "a/one", "a/two", "ab", "b", "b/c", "b/c/one")  # those without a letter more: folders


def stamps(root: Path) -> dict[str, int]:
    return {path: unchanged.stamp_of((root / path).stat()) for path in PATHS}


def whole(root: Path) -> dict[str, int]:
    return {str(root): unchanged.stamp_of(root.stat())}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder, remembered in `kept` as what the folder `output` was built from."""
    root = tmp_path / "content"
    (tmp_path / "output").mkdir()
    for path in ("a/one", "a/two", "ab", "b/c/one"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("words")
    settle()
    known = [("", whole(root)), (str(root), stamps(root))]
    build = Build(tmp_path / "output", "settings")
    unchanged.remember(tmp_path / "kept", build, known, Outcome("", ""))
    return root


def found(content: Path, *told: str, ahead: bool = False) -> set[str] | None:
    """The paths that have to be asked for when these have changed since; None: all have to be."""
    kept, before = content.parent / "kept", stamps(content)
    asked_ahead.ask(kept, content.parent / "output")
    if ahead:
        asked_ahead.compare(kept, str(content), before)
    (content / "a/one").write_text("other words")
    asked_ahead.touched([str(content / path) for path in told])
    taken = asked_ahead.taken(kept)
    assert asked_ahead.taken(kept) is None  # once
    return taken.look.doubtful(str(content), before) if taken else None


@pytest.mark.parametrize("ahead", [False, True])
@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("a/one", {"a", "a/one"}),  # and the folder that it is in
        ("ab", {"ab"}),  # nobody was told of the file that did change: the next to ask finds it
        ("b", {"b", "b/c", "b/c/one"}),  # and all below it
        ("b/new/deeper", {"b"}),
        ("new", set()),  # in the folder of all, which stands by itself
    ],
)
def test_what_was_told_is_asked_for_again_and_no_more(
    content: Path, told: str, asked: set[str], *, ahead: bool
) -> None:
    assert found(content, told, ahead=ahead) == asked
    later = unchanged.recall(content.parent / "kept", content.parent / "output")
    assert later.outcome is None
    assert "a/one" not in later.look.same[str(content)]


def test_the_folder_of_all_is_asked_for_again(content: Path) -> None:
    kept = content.parent / "kept"
    asked_ahead.ask(kept, content.parent / "output")
    asked_ahead.touched([str(content / "new")])
    taken = asked_ahead.taken(kept)
    assert taken
    assert taken.look.doubtful("", whole(content)) == {str(content)}
    assert taken.outcome is None


@pytest.mark.parametrize("up", ["", ".."])
def test_where_the_folder_of_all_is_another_all_is_asked_for(content: Path, up: str) -> None:
    assert found(content, str((content / up).resolve())) is None


def test_of_what_stands_elsewhere_nothing_is_known(content: Path) -> None:
    assert found(content, "a/one", "/somewhere/else") is None


def test_where_nobody_knows_what_has_changed_all_is_asked_for(content: Path) -> None:
    kept = content.parent / "kept"
    asked_ahead.ask(kept, content.parent / "output")
    asked_ahead.touched(None)
    assert asked_ahead.taken(kept) is None
