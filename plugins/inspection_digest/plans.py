"""How a site is to be changed in place: written down whole before it is begun, so that it can be
finished by somebody else.

A plan is a file in the stage. Every step of it can be done again: a file that is no longer in the
stage has been moved, one that is no longer in the site has been removed. The folder it lies in is
beside the site, where a change to the project could put one of its own. So a plan is believed only
if its sum is kept with the user's other kept files, and no path in it leads out of the site.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from inspection_digest import keeping

PLAN = ".plan"
SAME = ""  # instead of the sum of a file: the site has it with the same bytes


class UnusablePlanError(Exception):
    """There is no plan, it is not one of ours, or it can no longer be finished."""


class Plan(Struct, frozen=True):
    """`moves`: SHA-256 sums by path; `removals`: paths; `body`: what `state` will keep."""

    moves: dict[str, str]
    removals: tuple[str, ...]
    state: Path
    body: bytes


def compared(stage: Path, output: Path, paths: Iterable[str]) -> dict[str, str]:
    """The SHA-256 sum of each of these files of `stage`, by path; SAME where `output` has it too.

    So whoever makes files can compare them, and a plan for many need not wait for one process.
    """
    new, old = _Tree(stage), _Tree(output)
    found = {}
    for path in paths:
        data = new.bytes_of(path) or b""
        found[path] = comparison(data, same=old.holds(path, data))
    return found


def comparison(data: bytes, *, same: bool) -> str:
    """What `compared` says of a file with these bytes. `same`: whether those of the site are so."""
    return SAME if same else hashlib.sha256(data).hexdigest()


def compared_long(stage: Path, output: Path, path: str) -> str:
    """What `compared` says of one file, which may be longer than memory."""
    new, old = stage / path, output / path
    found = _sum_of(new)
    same_size = _Tree(output).has(path) and old.stat().st_size == new.stat().st_size
    return SAME if same_size and _sum_of(old) == found else found


def plan_of(  # noqa: PLR0913, PLR0917 - as `staging.amend`
    stage: Path,
    output: Path,
    removed: Collection[str],
    state: Path,
    body: bytes,
    known: Mapping[str, str],
) -> Plan:
    """What has to be done. Files that are in `output` with the same bytes are left out of it.

    `known`: what has been `compared` already. Raises ValueError for a path that leads out of
    `output`.
    """
    staged = sorted(files_in(stage))
    removals = tuple(sorted(set(removed) - set(staged)))
    for path in (*staged, *removals):
        _refuse_outside(path)
    sums = {**known, **compared(stage, output, (path for path in staged if path not in known))}
    moves = {path: sums[path] for path in staged if sums[path] != SAME}
    return Plan(moves, removals, state.absolute(), body)


def write_plan(plan: Plan, stage: Path, output: Path) -> None:
    """From here on the plan is carried out, by this process or by another."""
    told = {"moves": plan.moves, "removals": plan.removals, "state": os.fspath(plan.state)}
    whole = json.dumps(told).encode() + b"\n" + plan.body
    keeping.keep(stage / PLAN, whole)
    with (stage / PLAN).open("r+b") as file:
        os.fsync(file.fileno())
    keeping.keep(keeping.kept_for(output, PLAN), _sum(whole))


def read_plan(stage: Path, output: Path) -> Plan:
    """The plan in this stage, if all that it needs is there. Raises UnusablePlanError."""
    if stage.is_symlink():
        raise UnusablePlanError
    whole = keeping.lookup(stage / PLAN)
    if whole is None or keeping.lookup(keeping.kept_for(output, PLAN)) != _sum(whole):
        raise UnusablePlanError
    head, _, body = whole.partition(b"\n")
    try:
        told = json.loads(head)
        plan = Plan(dict(told["moves"]), tuple(told["removals"]), Path(told["state"]), body)
        for path in (*plan.moves, *plan.removals):
            _refuse_outside(path)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnusablePlanError from error
    new, old = _Tree(stage), _Tree(output)
    for path, sum_ in plan.moves.items():
        data = new.bytes_of(path)
        data = old.bytes_of(path) if data is None else data
        if data is None or hashlib.sha256(data).hexdigest() != sum_:
            raise UnusablePlanError
    return plan


def carry_out(plan: Plan, stage: Path, output: Path) -> None:
    """Does whatever of the plan is still to be done. Raises OSError."""
    plan.state.unlink(missing_ok=True)
    new, old = _Tree(stage), _Tree(output)
    for path in plan.moves:
        if new.has(path):
            old.make_way(path)
            os.replace(new.place(path), old.place(path))  # noqa: PTH105 - ten thousand times
    _remove(output, plan.removals)
    keeping.keep(plan.state, plan.body)
    forget(output)


def forget(output: Path) -> None:
    """From here on no plan for this site is believed."""
    with suppress(FileNotFoundError, NotADirectoryError):
        keeping.kept_for(output, PLAN).unlink()


class _Tree:
    """A folder and all below it, no symbolic link followed. Which folders are real is asked once,
    as nobody else changes it meanwhile."""

    def __init__(self, root: Path) -> None:
        self._root = os.fspath(root)
        self._real: set[str] = {""}

    def place(self, path: str) -> str:
        return f"{self._root}/{path}"

    def has(self, path: str) -> bool:
        """Whether there is a file, and not by way of a link."""
        return self._mode(path) == stat.S_IFREG and self._is_real(path.rpartition("/")[0])

    def bytes_of(self, path: str) -> bytes | None:
        """The bytes of a file; None if there is none."""
        if not self.has(path):
            return None
        try:
            return Path(self.place(path)).read_bytes()
        except OSError:
            return None

    def holds(self, path: str, data: bytes) -> bool:
        """Whether there is a file of these bytes. One of another size is not read."""
        try:
            size = os.lstat(self.place(path)).st_size
        except OSError:
            return False
        return size == len(data) and self.bytes_of(path) == data

    def make_way(self, path: str) -> None:
        """The folders above a new file, made; what stands where one of them or it has to be, gone.

        A symbolic link is such a thing too: nothing is ever written through it.
        """
        self._make(path.rpartition("/")[0])
        if self._mode(path) == stat.S_IFDIR:
            shutil.rmtree(self.place(path))
            self._real = {""}

    def _make(self, folder: str) -> None:
        if folder in self._real:
            return
        self._make(folder.rpartition("/")[0])
        mode = self._mode(folder)
        if mode != stat.S_IFDIR:
            if mode:
                Path(self.place(folder)).unlink()
            Path(self.place(folder)).mkdir()
        self._real.add(folder)

    def _is_real(self, folder: str) -> bool:
        if folder in self._real:
            return True
        real = self._is_real(folder.rpartition("/")[0]) and self._mode(folder) == stat.S_IFDIR
        if real:
            self._real.add(folder)
        return real

    def _mode(self, path: str) -> int:
        """What kind of thing there is; 0 for nothing."""
        try:
            return stat.S_IFMT(os.lstat(self.place(path)).st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return 0


def _remove(output: Path, removals: Iterable[str]) -> None:
    """Removes files, and the folders that are left empty by that."""
    for path in removals:
        *folders, target = _steps(output, path)
        if any(folder.is_symlink() for folder in folders):
            continue
        if target.is_symlink() or not target.is_dir():
            with suppress(FileNotFoundError, NotADirectoryError):  # gone already, with its folder
                target.unlink()
        for folder in reversed(folders):
            with suppress(OSError):  # not empty, or gone already
                folder.rmdir()


def _steps(root: Path, path: str) -> list[Path]:
    """Every folder from below `root` down to the file, and the file."""
    parts = path.split("/")
    return [root.joinpath(*parts[: depth + 1]) for depth in range(len(parts))]


def files_in(folder: Path | str, below: str = "") -> Iterator[str]:
    """Every file below it, by its path after `below`. No symbolic link to a folder is followed.

    Not `os.walk`, which asks of each of a hundred thousand folders once more what it is.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield f"{below}{entry.name}"
            elif not entry.is_symlink():
                yield from files_in(entry.path, f"{below}{entry.name}/")


def _refuse_outside(path: str) -> None:
    """Raises ValueError unless the path is one of a file below the folder it is relative to."""
    steps = path.split("/")  # of an absolute path, the first is empty
    windows = "\\" in path or path[1:2] == ":"  # there, it would be another path
    if windows or "\0" in path or not {"", ".", ".."}.isdisjoint(steps) or path == PLAN:
        raise ValueError(f"{path!r} is no path of a file in the site")


def _sum_of(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _sum(whole: bytes) -> bytes:
    return hashlib.sha256(whole).hexdigest().encode()
