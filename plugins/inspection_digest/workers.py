"""Parts of the site made, written and read back by several processes at once.

The processes are forked before Pelican starts its threads (a fork of a process with threads may
hang), so each has the whole record in memory without its being copied or sent. Where forking is not
safe, or not worth it, everything is made here in the same way, one part after the other.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from inspection_digest.outputs.page import Templates
from inspection_digest.parts import Part
from inspection_digest.readback.prove_published import Broken, Readback

WORTH_IT = 16  # parts: with fewer, starting processes takes longer than they save


class AddressTakenError(Exception):
    """Two pages want one address; the text of the error is that address's file."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a part: the files written for it, and what is wrong with them."""

    part: str
    paths: tuple[str, ...]
    broken: tuple[Broken, ...]


class Workshop:
    """Makes parts into `stage`. `processes` is how many may work at once."""

    def __init__(
        self,
        parts: Sequence[Part],
        templates: Templates,
        stage: Path,
        readback: Readback,
        processes: int,
    ) -> None:
        self._parts = parts
        self._make = _Maker(templates, stage, readback)
        self._started: dict[Future[Written], Part] = {}
        self._pool: ProcessPoolExecutor | None = None
        if processes > 1 and len(parts) >= WORTH_IT and may_fork():
            gc.freeze()  # what is in memory now is shared, as long as nobody touches it
            context = multiprocessing.get_context("fork")
            self._pool = ProcessPoolExecutor(processes, context, _adopt, (self,))
            self._started = {
                self._pool.submit(_made, index): part for index, part in enumerate(parts)
            }

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self._parts)

    def finished(self) -> Iterator[Written]:
        """Each part when it is done.

        A part whose process died is made again here, and so is all that was still to be made; an
        exception is our own mistake, and is raised.
        """
        if self._pool is None:
            yield from map(self._make, self._parts)
            return
        left: list[Part] = []
        with self._pool:
            for future in as_completed(self._started):
                try:
                    yield future.result()
                except BrokenProcessPool:
                    left.append(self._started[future])
        if left:
            made = f"{len(left)} of {len(self._parts)} parts of the site are made again"
            sys.stderr.write(f"A process died (was memory short?); {made}, one after the other.\n")
        yield from map(self._make.again, left)

    def made(self, index: int) -> Written:
        """In a worker: one part, by its place."""
        return self._make(self._parts[index])

    def stop(self) -> None:
        """Nothing more is begun, and nobody writes to the stage any longer."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


class _Maker:
    """Writes the files of a part and reads them back from the disk."""

    def __init__(self, templates: Templates, stage: Path, readback: Readback) -> None:
        self._templates, self._stage, self._readback = templates, stage, readback

    def __call__(self, part: Part) -> Written:
        return self._written(part, "x")

    def again(self, part: Part) -> Written:
        """A part of which some files may have been written already."""
        return self._written(part, "w")

    def _written(self, part: Part, mode: str) -> Written:
        paths = tuple(write(self._stage, part.make(self._templates), mode))
        broken = tuple(read_back(self._stage, paths, self._readback))
        return Written(part.name, paths, broken)


def write(stage: Path, files: Iterable[tuple[str, str]], mode: str = "x") -> Iterator[str]:
    """Writes files below `stage`, and yields their paths. Raises AddressTakenError."""
    folders: set[str] = set()
    for path, text in files:
        folder = path.rpartition("/")[0]
        if folder not in folders:
            (stage / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        try:
            with (stage / path).open(mode, encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            raise AddressTakenError(path) from None
        yield path


def read_back(stage: Path, paths: Iterable[str], readback: Readback) -> Iterator[Broken]:
    """What is wrong with files that were written, by the bytes that are really there."""
    for path in paths:
        if path.endswith((".html", ".xml", ".json")):
            yield from readback.broken(path, (stage / path).read_text("utf-8"))


def may_fork() -> bool:
    """Whether this process can be forked: the system can, and no thread of ours would be lost."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


_workshop: Workshop | None = None  # of a worker: what it has inherited


def _adopt(workshop: Workshop) -> None:
    global _workshop  # noqa: PLW0603 - the one thing a worker is told, before it is given work
    _workshop = workshop


def _made(index: int) -> Written:
    assert _workshop is not None  # noqa: S101 - _adopt ran first
    return _workshop.made(index)
