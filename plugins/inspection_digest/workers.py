"""Jobs done by several processes at once.

The processes are forked before Pelican starts its threads (a fork of a process with threads may
hang), so each has all that is known in memory without its being copied or sent. Where forking is
not safe, or not worth it, everything is done here in the same way, one job after the other.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Generic, TypeVar

from inspection_digest.forking import may_fork

WORTH_IT = 4  # jobs: with fewer, starting processes takes longer than they save

Result = TypeVar("Result")


class Workers(Generic[Result]):
    """Begins at once with `jobs`, which can be done twice. `processes` work at once, at most."""

    def __init__(self, jobs: Sequence[Callable[[], Result]], processes: int) -> None:
        self._jobs = jobs
        self._begun: dict[Future[Result], int] = {}
        self._pool: ProcessPoolExecutor | None = None
        if processes > 1 and len(jobs) >= WORTH_IT and may_fork():
            gc.freeze()  # what is in memory now is shared, as long as nobody touches it
            context = multiprocessing.get_context("fork")
            self._pool = ProcessPoolExecutor(processes, context, _adopt, (jobs,))
            self._begun = {self._pool.submit(_do, index): index for index in range(len(jobs))}

    def finished(self) -> Iterator[Result]:
        """What came of each job when it is done.

        A job whose process died is done again here, and so is all that was still to be done; an
        exception is our own mistake, and is raised.
        """
        if self._pool is None:
            yield from (job() for job in self._jobs)
            return
        left: list[int] = []
        with self._pool:
            for future in as_completed(tuple(self._begun)):
                index = self._begun.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    left.append(index)
        if left:
            again = f"{len(left)} of {len(self._jobs)} jobs are done again"
            sys.stderr.write(f"A process died (was memory short?); {again}, one after the other.\n")
        yield from (self._jobs[index]() for index in left)

    def stop(self) -> None:
        """Nothing more is begun, and nobody writes anything any longer."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


_jobs: Sequence[Callable[[], object]] = ()  # of a worker: what it has inherited


def _adopt(jobs: Sequence[Callable[[], object]]) -> None:
    global _jobs  # noqa: PLW0603 - the one thing a worker is told, before it is given work
    _jobs = jobs


def _do(index: int) -> Any:
    return _jobs[index]()
