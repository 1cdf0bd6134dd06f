"""Jobs done by several processes at once.

The processes are forked before Pelican starts its threads (a fork of a process with threads may
hang), so each has all that is known in memory without its being copied or sent. Where forking is
not safe, or not worth it, everything is done here in the same way, one job after the other.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, Generic, TypeVar

from inspection_digest.forking import may_fork

AHEAD = 8  # jobs of each process that wait for it: it is never without one
WORTH_IT = 4  # jobs: with fewer, starting processes takes longer than they save

Result = TypeVar("Result")


class Workers(Generic[Result]):
    """Begins at once with `jobs`, which can be done twice. `processes` work at once, at most."""

    def __init__(self, jobs: Sequence[Callable[[], Result]], processes: int) -> None:
        self._jobs = jobs
        self._left = iter(range(len(jobs)))
        self._begun: dict[Future[Result], int] = {}
        self._again: list[int] = []  # jobs of which nothing came, as a process has died
        self._pool: ProcessPoolExecutor | None = None
        if processes > 1 and len(jobs) >= WORTH_IT and may_fork():
            gc.freeze()  # what is in memory now is shared, as long as nobody touches it
            context = multiprocessing.get_context("fork")
            self._pool = ProcessPoolExecutor(processes, context, _adopt, (jobs,))
            self._begin(self._pool, AHEAD * processes)

    @property
    def are_others(self) -> bool:
        """Whether the jobs are done by other processes than this."""
        return self._pool is not None

    def finished(self) -> Iterator[Result]:
        """What came of each job when it is done.

        A job whose process died is done again here, and so is all that was still to be done; an
        exception is our own mistake, and is raised.
        """
        if self._pool is None:
            yield from (job() for job in self._jobs)
            return
        try:
            while self._begun:
                done, _ = wait(self._begun, return_when=FIRST_COMPLETED)
                for future in done:
                    index = self._begun.pop(future)
                    try:
                        result = future.result()
                    except BrokenProcessPool:
                        self._again.append(index)
                        continue
                    self._begin(self._pool, 1)
                    yield result
        finally:
            self.stop()
        left = [*self._again, *self._left]
        if left:
            again = f"{len(left)} of {len(self._jobs)} jobs are done again"
            sys.stderr.write(f"A process died (was memory short?); {again}, one after the other.\n")
        yield from (self._jobs[index]() for index in left)

    def _begin(self, pool: ProcessPoolExecutor, number: int) -> None:
        """Begins so many more."""
        for index in islice(self._left, number):
            try:
                self._begun[pool.submit(_do, index)] = index
            except BrokenProcessPool:
                self._again.append(index)

    def stop(self) -> None:
        """Nothing more is begun, and nobody writes anything any longer."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


_jobs: Sequence[Callable[[], object]] = ()  # of a worker: what it has inherited


def _adopt(jobs: Sequence[Callable[[], object]]) -> None:
    global _jobs  # noqa: PLW0603 - the one thing a worker is told, before it is given work
    _jobs = jobs
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever interrupts the build is heard by it


def _do(index: int) -> Any:
    return _jobs[index]()
