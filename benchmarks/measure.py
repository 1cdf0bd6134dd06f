"""One command in a process of its own: how long, how much work, how much memory."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

MIB = 1024 * 1024
_EVERY = 0.05  # seconds between two looks at the memory


class RunError(RuntimeError):
    """A build that should have succeeded did not: its figures would mean nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """`wall`, `user`, `system`: seconds; the latter two of the command and all it started.

    `largest`: bytes, the most any one process of the tree had resident at its worst moment, as far
    as it was looked at: twenty times a second.
    `together`: bytes, the most all of them had at one moment; pages they share count in each.
    """

    wall: float
    user: float
    system: float
    largest: int
    together: int

    @property
    def processor(self) -> float:
        return self.user + self.system


# Python keeps the modules it has compiled, unless somebody forbids it.
USUAL = {"PYTHONDONTWRITEBYTECODE": ""}


def run(command: list[str], folder: Path, environment: dict[str, str]) -> Run:
    """Runs a command to its end. RunError, with what it printed, if it does not end well."""
    watch = _Watch()
    started = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - the commands are ours
        command,
        cwd=folder,
        env={**os.environ, **USUAL, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        watch.begin(process.pid)
        printed = process.stdout.read() if process.stdout else b""  # until the last of them closes
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    watch.end()
    if process.returncode:
        raise RunError(f"{' '.join(command)}\n{printed.decode('utf-8', 'replace')[-2000:]}")
    # Not `used.ru_maxrss`: that counts what this process had in memory when it started the other.
    together = max(watch.together, watch.largest)
    return Run(wall, used.ru_utime, used.ru_stime, watch.largest, together)


class _Watch:
    """Looks at the memory of a process and its children while they run."""

    def __init__(self) -> None:
        self.largest = self.together = 0
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self, pid: int) -> None:
        self._thread = threading.Thread(target=self._look, args=(pid,), daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._over.set()
        if self._thread:
            self._thread.join()

    def _look(self, pid: int) -> None:
        while not self._over.wait(_EVERY):
            sizes = [resident(each) for each in family(pid)]
            self.largest = max([self.largest, *(peak for _, peak in sizes)])
            self.together = max(self.together, sum(now for now, _ in sizes))


def family(pid: int) -> list[int]:
    """A process and all its descendants, as far as they still run."""
    found = [pid]
    for parent in found:  # grows while it is walked
        try:
            for task in Path(f"/proc/{parent}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:  # it has ended
            continue
    return found


def resident(pid: int) -> tuple[int, int]:
    """Bytes a process has resident now, and the most it ever had; nothing if it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0, 0
    sizes = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
    return int(sizes.get("VmRSS", 0)) * 1024, int(sizes.get("VmHWM", 0)) * 1024
