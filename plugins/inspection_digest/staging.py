"""A new site is built aside and takes the old one's place in one step, or not at all.

`close_stage` puts a whole site in the place of the old one. `amend` moves the files that were made
again into the site that is there: first a plan is written, and once it is, whoever opens the next
stage finishes what a killed process has left. Beside the site a state may be kept, which says what
the site was made from. It is there only while the site is what it says: it goes before the first
file is touched and is written after the last, so that a caller who finds none builds afresh.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from inspection_digest import keeping, plans

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # renameat2(2), Linux 3.15 and later


MARK = "data/verification.json"  # every site has it


class NoPlaceError(Exception):
    """A site cannot be put there; the text of the error says why, and what to do."""


class OvertakenError(Exception):
    """Another build has put something else in place since this one began."""


def check_place(output: Path, apart: Iterable[Path], mark: str = MARK) -> None:
    """That nothing but an old site is replaced by one in `output`. `apart`: folders that no site
    may take the place of, or stand in. `mark`: a file of every site. Raises NoPlaceError."""
    name, here = f"{output.name}/", output.resolve()
    if output.is_symlink():
        raise NoPlaceError(f"{name} is a link: name the folder it leads to.")
    if output.exists() and not output.is_dir():
        raise NoPlaceError(f"{output.name} is a file: move it away, or name another folder.")
    for folder in apart:
        there = folder.resolve()
        if here == there or here in there.parents:
            raise NoPlaceError(
                f"A site in {name} would replace {folder.name}/: name another folder."
            )
        if there in here.parents:
            raise NoPlaceError(f"{name} is in {folder.name}/: name a folder outside.")
    if (output / ".git").exists():
        raise NoPlaceError(f"{name} is a Git checkout, which would be lost: name another folder.")
    if output.exists() and any(output.iterdir()) and not (output / mark).is_file():
        raise NoPlaceError(
            f"{name} has files in it that are of no site built here: name another folder, or empty "
            "this one."
        )


def open_stage(output: Path) -> Path:
    """An empty folder beside `output` to build into. What a killed build left is seen to first."""
    recover(output)
    stage = output.parent / f".{output.name}.{os.getpid()}.building"
    stage.mkdir(parents=True)
    return stage


def recover(output: Path) -> None:
    """Finishes the update that a killed process had begun; what was never begun is removed."""
    for old in output.parent.glob(f".{output.name}.*.old"):
        if not _is_running(old):  # killed between the two renames of a swap, or after them
            _remove(old) if output.exists() else old.rename(output)
    for left in output.parent.glob(f".{output.name}.*.building"):
        if not _is_running(left):
            # A plan that cannot be finished leaves no state, so the next build is a whole one.
            with suppress(plans.UnusablePlanError, OSError):
                plans.carry_out(plans.read_plan(left, output), left, output)
            _remove(left)


def close_stage(stage: Path, output: Path, state: Path | None = None, body: bytes = b"") -> None:
    """Puts the staged site in the place of `output`; the old one is gone only after that.

    `state`: the file in which `body` is then kept. It does not outlive the site it speaks of.
    """
    plans.forget(output)  # whatever plan there is, it is not for the new site
    if state is not None:
        with suppress(NotADirectoryError):  # nothing can be kept there
            state.unlink(missing_ok=True)
    old = _swap(stage, output)
    if state is not None:
        keeping.keep(state, body)
    if old is not None:
        shutil.rmtree(old)


def amend(  # noqa: PLR0913, PLR0917 - the change and the state, each in two parts
    stage: Path,
    output: Path,
    removed: Collection[str],
    state: Path,
    body: bytes,
    known: bytes | None = None,
    compared: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Moves every file of `stage` into `output`, takes `removed` away, and keeps `body` in `state`.

    `removed` are paths in `output`, parted by `/`; one that is also in the stage is not removed.
    Files that would be replaced by the same bytes are not touched; folders left empty go. A file or
    folder that stands where a new one has to be goes too. `known` is the state that the caller
    began with: where another is kept by now, OvertakenError is raised and nothing is touched.
    `compared`: what `plans.compared` has found of files since then, by those who made them.
    Raises ValueError for a path that leads out of `output`.
    """
    plan = plans.plan_of(stage, output, removed, state, body, compared)
    overtaken = OvertakenError(f"{output.name}/ was built by another process at the same time.")
    if known is not None and keeping.lookup(state) != known:
        raise overtaken
    plans.write_plan(plan, stage, output)
    try:
        state.unlink(missing_ok=known is None)
    except FileNotFoundError:  # of two that take it away at the same time, one does
        (stage / plans.PLAN).unlink()
        raise overtaken from None
    plans.carry_out(plan, stage, output)
    shutil.rmtree(stage)


def drop_stage(stage: Path) -> None:
    """Forgets a build that must not be published. An update once begun is left to `recover`."""
    if not (stage / plans.PLAN).exists():
        shutil.rmtree(stage, ignore_errors=True)


def _swap(stage: Path, output: Path) -> Path | None:
    """Returns the folder that the old site is in now, if there was one."""
    if not output.exists():
        stage.rename(output)
        return None
    if _exchange(stage, output):
        return stage
    old = stage.with_suffix(".old")
    output.rename(old)
    stage.rename(output)
    return old


def _exchange(first: Path, second: Path) -> bool:
    """Exchanges two folders in one step, where the system can; says whether it did."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = os.fsencode(first), os.fsencode(second)
    return bool(rename(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0)


def _remove(left: Path) -> None:
    if left.is_symlink() or left.is_file():
        left.unlink()
    else:
        shutil.rmtree(left)


def _is_running(left: Path) -> bool:
    """Whether another process that is still running made this folder: its number is in the name."""
    pid = left.name.split(".")[-2]
    if not pid.isdigit() or int(pid) == os.getpid():
        return False
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
