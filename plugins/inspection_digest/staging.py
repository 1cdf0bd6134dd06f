"""A new site is built aside and takes the old one's place in one step, or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # renameat2(2), Linux 3.15 and later


def open_stage(output: Path) -> Path:
    """An empty folder beside `output` to build into. What a killed build left is removed."""
    for left in output.parent.glob(f".{output.name}.*.building"):
        if not _is_running(left.name.split(".")[-2]):
            shutil.rmtree(left)
    stage = output.parent / f".{output.name}.{os.getpid()}.building"
    if stage.exists():
        shutil.rmtree(stage)
    stage.mkdir(parents=True)
    return stage


def close_stage(stage: Path, output: Path) -> None:
    """Puts the staged site in the place of `output`; the old one is gone only after that."""
    if not output.exists():
        stage.rename(output)
        return
    if not _exchange(stage, output):
        old = stage.with_suffix(".old")
        output.rename(old)
        stage.rename(output)
        stage = old
    shutil.rmtree(stage)


def drop_stage(stage: Path) -> None:
    """Forgets a build that must not be published."""
    shutil.rmtree(stage, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Exchanges two folders in one step, where the system can; says whether it did."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    paths = os.fsencode(first), os.fsencode(second)
    return bool(rename(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE) == 0)


def _is_running(pid: str) -> bool:
    if not pid.isdigit() or int(pid) == os.getpid():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
