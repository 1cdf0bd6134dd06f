"""A new site takes the old one's place in one step, or not at all."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspection_digest import keeping, plans, staging

Tree = dict[str, bytes]

OLD: Tree = {
    "index.html": b"old index",
    "same.html": b"same",
    "gone/deep/index.html": b"gone",
    "folder/becomes/a-file": b"old",
    "file": b"becomes a folder",
    "left/alone.html": b"left alone",
    "left/gone.html": b"gone",
}
NEW: Tree = {
    "index.html": b"new index",
    "same.html": b"same",
    "folder": b"was a folder",
    "file/in/a/folder": b"was a file",
    "left/alone.html": b"left alone",
    "added/index.html": b"added",
}
MADE_AGAIN = {path: data for path, data in NEW.items() if path != "left/alone.html"}
REMOVED = OLD.keys() - NEW.keys()


def _site(folder: Path, words: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(words)
    return folder


def _write(folder: Path, tree: Tree) -> Path:
    for path, data in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def _read(folder: Path) -> Tree:
    """Every file, and every empty folder as b"" under its name and a slash."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[f"{name}/"] = b""
    return found


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# -- a whole site --------------------------------------------------------------------------------


def test_a_first_site_is_put_in_place(tmp_path: Path) -> None:
    output = tmp_path / "output"
    stage = staging.open_stage(output)
    (stage / "index.html").write_text("new")
    staging.close_stage(stage, output)
    assert (output / "index.html").read_text() == "new"
    assert _names(tmp_path) == ["output"]


def test_a_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    output = _site(tmp_path / "output", "old")
    (output / "gone.html").write_text("gone")
    stage = staging.open_stage(output)
    (stage / "index.html").write_text("new")
    staging.close_stage(stage, output)
    assert _read(output) == {"index.html": b"new"}
    assert _names(tmp_path) == ["output"]


def test_without_an_exchange_of_the_system_the_result_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "_exchange", lambda *_: False)
    output = _site(tmp_path / "output", "old")
    stage = staging.open_stage(output)
    (stage / "index.html").write_text("new")
    staging.close_stage(stage, output)
    assert (output / "index.html").read_text() == "new"
    assert _names(tmp_path) == ["output"]


def test_a_build_that_is_dropped_leaves_the_old_site(tmp_path: Path) -> None:
    output = _site(tmp_path / "output", "old")
    staging.drop_stage(staging.open_stage(output))
    assert _names(tmp_path) == ["output"]
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


def test_a_site_that_was_put_aside_by_a_killed_swap_comes_back(tmp_path: Path) -> None:
    _site(tmp_path / ".output.999999999.old", "old")
    staging.recover(tmp_path / "output")
    assert _read(tmp_path) == {"output/index.html": b"old"}
    _site(tmp_path / ".output.999999999.old", "older")
    staging.recover(tmp_path / "output")
    assert _read(tmp_path) == {"output/index.html": b"old"}


def test_the_state_of_a_whole_site_is_kept_with_it(tmp_path: Path) -> None:
    output, state = _site(tmp_path / "output", "old"), tmp_path / "kept" / "state"
    keeping.keep(state, b"old state")
    stage = staging.open_stage(output)
    (stage / "index.html").write_text("new")
    staging.close_stage(stage, output, state, b"new state")
    assert _read(output) == {"index.html": b"new"}
    assert keeping.lookup(state) == b"new state"


# -- a site amended in place ---------------------------------------------------------------------


def _amend(root: Path, known: bytes | None = None) -> None:
    """One update of the site in `root`, from OLD to NEW."""
    stage = _write(staging.open_stage(root / "output"), MADE_AGAIN)
    staging.amend(stage, root / "output", REMOVED, root / "state", b"new state", known)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with the old site and its state."""
    return _fresh(tmp_path)


def _fresh(root: Path) -> Path:
    _write(root / "output", OLD)
    keeping.keep(root / "state", b"old state")
    return root


def test_files_are_put_in_place_and_taken_away_and_the_state_is_kept(root: Path) -> None:
    _amend(root)
    assert _read(root / "output") == NEW
    assert keeping.lookup(root / "state") == b"new state"
    assert _names(root) == ["output", "state"]


def test_files_are_compared_by_their_bytes(root: Path) -> None:
    stage = _write(root / "stage", {"same.html": OLD["same.html"], "new.html": b"new", "e": b""})
    (root / "output/e").symlink_to(stage / "e")
    assert plans.compared(stage, root / "output", ["same.html", "new.html", "e"]) == {
        "same.html": plans.SAME,
        "new.html": hashlib.sha256(b"new").hexdigest(),
        "e": hashlib.sha256(b"").hexdigest(),
    }


def test_what_has_not_changed_is_not_touched(root: Path) -> None:
    untouched = ["same.html", "left/alone.html"]
    for path in untouched:
        os.utime(root / "output" / path, (1_000_000, 1_000_000))
    before = {path: (root / "output" / path).stat() for path in untouched}
    _amend(root)
    for path, was in before.items():
        now = (root / "output" / path).stat()
        assert (now.st_ino, now.st_mtime_ns) == (was.st_ino, was.st_mtime_ns), path


def test_a_path_that_leads_out_of_the_site_is_refused_before_anything_is_done(root: Path) -> None:
    stage = _write(staging.open_stage(root / "output"), MADE_AGAIN)
    for path in ("../state", "/etc/passwd", "a/../../b", "", ".", "a//b", "..\\b", "C:/b", "a\0"):
        with pytest.raises(ValueError, match="no path of a file in the site"):
            staging.amend(stage, root / "output", [path], root / "state", b"new state")
    assert _read(root / "output") == OLD
    assert keeping.lookup(root / "state") == b"old state"


def test_symbolic_links_in_the_site_are_replaced_or_removed_and_never_followed(
    tmp_path: Path,
) -> None:
    elsewhere = _write(tmp_path / "elsewhere", {"index.html": b"not ours", "kept.html": b"kept"})
    output = tmp_path / "output"
    output.mkdir()
    for name in ("folder", "gone", "left"):
        (output / name).symlink_to(elsewhere)
    (output / "page.html").symlink_to(elsewhere / "index.html")
    (output / "lost.html").symlink_to(elsewhere / "index.html")
    stage = _write(
        staging.open_stage(output), {"folder/index.html": b"ours", "page.html": b"not ours"}
    )
    removed = ["lost.html", "gone", "left/kept.html"]
    staging.amend(stage, output, removed, tmp_path / "state", b"state")
    assert _read(elsewhere) == {"index.html": b"not ours", "kept.html": b"kept"}
    assert (output / "folder/index.html").read_bytes() == b"ours"
    assert not (output / "folder").is_symlink()
    assert not (output / "page.html").is_symlink()
    assert _names(output) == ["folder", "left", "page.html"]


def test_of_two_builds_at_once_the_one_that_is_late_changes_nothing(root: Path) -> None:
    keeping.keep(root / "state", b"of somebody quicker")
    for other in (b"of somebody quicker", None):
        if other is None:
            (root / "state").unlink()
        with pytest.raises(staging.OvertakenError, match="output/ was built by another process"):
            _amend(root, known=b"old state")
        assert _read(root / "output") == OLD
        assert keeping.lookup(root / "state") == other


PATHS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Files in folders, of which none is a file and a folder at once."""
    tree: Tree = {}
    for path in draw(st.lists(PATHS, max_size=8)):
        if not any(f"{path}/".startswith(f"{p}/") or p.startswith(f"{path}/") for p in tree):
            tree[path] = draw(st.sampled_from([b"1", b"2", b""]))
    return tree


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=trees(), new=trees(), data=st.data())
def test_any_site_becomes_any_other(
    tmp_path_factory: pytest.TempPathFactory, old: Tree, new: Tree, data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("trees")
    output = root / "output"
    output.mkdir()
    _write(output, old)
    same = sorted(path for path in old.keys() & new.keys() if old[path] == new[path])
    before = {path: (output / path).stat() for path in same}
    spared = set(data.draw(st.lists(st.sampled_from(same)) if same else st.just([])))
    stage = _write(staging.open_stage(output), {path: new[path] for path in new.keys() - spared})
    by_others = data.draw(st.sets(st.sampled_from(sorted(new)))) if new else set()
    compared = plans.compared(stage, output, by_others - spared)
    removed = old.keys() - new.keys()
    staging.amend(stage, output, removed, root / "state", b"state", compared=compared)
    assert _read(output) == new
    assert keeping.lookup(root / "state") == b"state"
    for path, was in before.items():
        now = (output / path).stat()
        assert (now.st_ino, now.st_mtime_ns) == (was.st_ino, was.st_mtime_ns)


# -- a process that is killed ----------------------------------------------------------------------

STEPS = (
    "replace",
    "rename",
    "unlink",
    "rmdir",
    "mkdir",
    "fsync",
)  # of `os`: all we change files by


@contextmanager
def _before_each_step(do: Callable[[], None]) -> Iterator[None]:
    """Whatever changes a file calls `do` first."""
    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, _after(do, getattr(os, name)))
        yield


def _after(do: Callable[[], None], step: Callable[..., Any]) -> Callable[..., Any]:
    def both(*arguments: Any, **options: Any) -> Any:
        do()
        return step(*arguments, **options)

    return both


def _steps_of(work: Callable[[], None]) -> int:
    """How many steps the work has."""
    count = 0

    def step() -> None:
        nonlocal count
        count += 1

    with _before_each_step(step):
        work()
    return count


def _killed_at(step: int, work: Callable[[], None]) -> None:
    """Does the work in a process of its own, which is killed before this step of it."""
    pid = os.fork()
    if pid == 0:
        left = step

        def kill() -> None:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            with _before_each_step(kill):
                work()
        finally:
            os._exit(1)  # it was not killed, or it raised
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGKILL


def _state_as_of(root: Path) -> bytes | None:
    """The kept state, which must be that of the site wherever there is one."""
    state = keeping.lookup(root / "state")
    speaks_of = {b"old state": OLD, b"new state": NEW}
    if state is not None:
        assert _read(root / "output") == speaks_of[state]
    return state


def _steps_of_an_update(folders: pytest.TempPathFactory) -> int:
    _amend(_fresh(folders.mktemp("first")))  # which makes the folder of what is kept
    whole = _fresh(folders.mktemp("whole"))
    return _steps_of(lambda: _amend(whole))


def _killed_half_way(folders: pytest.TempPathFactory) -> Path:
    """A site of which some files are new, some are old and some are gone already."""
    root = _fresh(folders.mktemp("killed"))
    _killed_at(_steps_of_an_update(folders) // 2, lambda: _amend(root))
    assert _read(root / "output") not in (OLD, NEW)
    assert keeping.lookup(root / "state") is None
    return root


def test_killed_at_any_step_of_an_update_the_next_build_finds_the_old_site_or_the_new_one(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    total = _steps_of_an_update(tmp_path_factory)
    ends = []
    for step in range(total):
        root = _fresh(tmp_path_factory.mktemp("killed"))
        _killed_at(step, lambda root=root: _amend(root))  # type: ignore[misc] # a default is typed
        _state_as_of(root)
        staging.recover(root / "output")
        ends.append(_state_as_of(root))
        assert {"output", "state"} >= {name for name in _names(root) if not name.endswith(".new")}
    first_new = ends.index(b"new state")
    assert set(ends[:first_new]) == {b"old state"}
    assert set(ends[first_new:]) == {b"new state"}
    assert 0 < first_new < total


def test_killed_again_at_any_step_of_the_recovery_it_is_recovered_all_the_same(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    output = _killed_half_way(tmp_path_factory) / "output"
    for step in range(_steps_of(lambda: staging.recover(output))):
        root = _killed_half_way(tmp_path_factory)
        _killed_at(step, lambda root=root: staging.recover(root / "output"))  # type: ignore[misc]
        _state_as_of(root)
        staging.recover(root / "output")
        assert _state_as_of(root) == b"new state"


def _swap(root: Path) -> None:
    stage = _write(staging.open_stage(root / "output"), NEW)
    staging.close_stage(stage, root / "output", root / "state", b"new state")


@pytest.mark.parametrize("exchange", [True, False])
def test_killed_at_any_step_of_a_swap_there_is_a_whole_site_and_no_wrong_state(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(staging, "_exchange", lambda *_: False)
    whole = _fresh(tmp_path_factory.mktemp("whole"))
    for step in range(_steps_of(lambda: _swap(whole))):
        root = _fresh(tmp_path_factory.mktemp("killed"))
        _killed_at(step, lambda root=root: _swap(root))  # type: ignore[misc]
        staging.recover(root / "output")
        assert _read(root / "output") in (OLD, NEW)
        _state_as_of(root)
        assert {"output", "state"} >= {name for name in _names(root) if not name.endswith(".new")}


# -- plans that are not to be followed -------------------------------------------------------------


@pytest.fixture
def half_done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose update was killed half-way; its stage is in `.output.<n>.building`."""
    return _killed_half_way(tmp_path_factory)


def _stage(root: Path) -> Path:
    (stage,) = root.glob(".output.*.building")
    return stage


def test_a_stage_removed_by_hand_leaves_no_state_so_that_all_is_built_afresh(
    half_done: Path,
) -> None:
    for path in sorted(_stage(half_done).rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    _stage(half_done).rmdir()
    staging.recover(half_done / "output")
    assert keeping.lookup(half_done / "state") is None
    assert _names(half_done) == ["output"]


def test_a_plan_of_which_a_file_is_lost_or_damaged_is_given_up(half_done: Path) -> None:
    (path,) = (path for path in _stage(half_done).rglob("*") if path.name == "index.html")
    path.write_bytes(b"damaged")
    before = _read(half_done / "output")
    staging.recover(half_done / "output")
    assert _read(half_done / "output") == before
    assert _names(half_done) == ["output"]


def test_a_stage_of_a_running_process_is_left_alone(half_done: Path) -> None:
    alive = half_done / f".output.{os.getppid()}.building"
    _stage(half_done).rename(alive)
    before = _read(half_done)
    staging.recover(half_done / "output")
    assert _read(half_done) == before


def test_a_plan_that_came_with_the_project_is_not_believed(root: Path) -> None:
    """Its own sum is right; but nothing of it is kept with this user's files."""
    stage = _write(root / ".output.999999999.building", {"index.html": b"<script>"})
    plan = plans.plan_of(stage, root / "output", ["same.html"], root / "victim", b"written", {})
    plans.write_plan(plan, stage, root / "output")
    keeping.kept_for(root / "output", plans.PLAN).unlink()
    staging.recover(root / "output")
    assert _read(root / "output") == OLD
    assert keeping.lookup(root / "state") == b"old state"
    assert _names(root) == ["output", "state"]


@pytest.mark.parametrize("path", ["../state", "/etc/hostname", "x/../../state", "..\\state"])
@pytest.mark.parametrize("part", ["moves", "removals"])
def test_a_path_in_a_plan_never_leads_out_of_the_site(root: Path, path: str, part: str) -> None:
    stage = _write(root / ".output.999999999.building", {"index.html": b"new"})
    moves = {path: "0" * 64} if part == "moves" else {}
    removals = (path,) if part == "removals" else ()
    plan = plans.Plan(moves, removals, root / "other", b"")
    plans.write_plan(plan, stage, root / "output")
    staging.recover(root / "output")
    assert _read(root / "output") == OLD
    assert keeping.lookup(root / "state") == b"old state"
    assert _names(root) == ["output", "state"]


def test_a_symbolic_link_in_the_place_of_a_stage_is_removed_and_not_followed(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = _write(tmp_path_factory.mktemp("elsewhere"), {"a": b"1"})
    for suffix in ("building", "old"):
        (root / f".output.999999999.{suffix}").symlink_to(elsewhere)
    staging.open_stage(root / "output")
    assert _read(elsewhere) == {"a": b"1"}
    assert _read(root / "output") == OLD


def test_a_plan_is_nobodys_once_a_whole_site_was_put_in_place(half_done: Path) -> None:
    """A build that had begun before the killed one ended must not have its site changed later."""
    alive = half_done / f".output.{os.getppid()}.building"
    _stage(half_done).rename(alive)
    _swap(half_done)
    alive.rename(half_done / ".output.999999999.building")
    staging.recover(half_done / "output")
    assert _state_as_of(half_done) == b"new state"
    assert _names(half_done) == ["output", "state"]


def test_a_build_that_is_dropped_leaves_an_update_that_has_begun(half_done: Path) -> None:
    staging.drop_stage(_stage(half_done))
    staging.recover(half_done / "output")
    assert _state_as_of(half_done) == b"new state"


def _place(name: str, tmp_path: Path) -> str:
    """What is said of a site in that folder; "" where it may be put there."""
    project = tmp_path / "project"
    made = {
        "content/digests/a.yaml": "",
        "file": "",
        "own/mine.txt": "",
        "checkout/.git/HEAD": "",
        f"checkout/{staging.MARK}": "",
        f"site/{staging.MARK}": "",
    }
    for path, text in made.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text)
    (project / "empty").mkdir()
    (project / "link").symlink_to(project / "site")
    output = Path(os.path.normpath(project / name))
    try:
        staging.check_place(output, [project / "content"])
    except staging.NoPlaceError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("site", ""),
        ("empty", ""),
        ("new", ""),
        ("new/deep", ""),
        ("file", "file is a file: move it away, or name another folder."),
        ("link", "link/ is a link: name the folder it leads to."),
        ("content", "A site in content/ would replace content/: name another folder."),
        (".", "A site in project/ would replace content/: name another folder."),
        ("..", "A site in {}/ would replace content/: name another folder."),
        ("content/digests", "digests/ is in content/: name a folder outside."),
        (
            "checkout",
            "checkout/ is a Git checkout, which would be lost: name another folder.",
        ),
        (
            "own",
            (
                "own/ has files in it that are of no site built here: name another folder, or "
                "empty this one."
            ),
        ),
    ],
)
def test_a_site_takes_the_place_of_a_site_and_of_nothing_else(
    name: str, said: str, tmp_path: Path
) -> None:
    assert _place(name, tmp_path) == said.format(tmp_path.name)
