"""Many documents at once, on all cores, with a word after each."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from inspection_digest.documents.limits import DEFAULT_LIMITS, Limits, SourceUnreadable
from inspection_digest.documents.sources import read_source
from inspection_digest.documents.text import SourceText

# Called after each document: how many are done, of how many, and which it was.
Progress = Callable[[int, int, Path], None]


def read_sources(
    paths: Sequence[Path],
    *,
    limits: Limits = DEFAULT_LIMITS,
    cache: Path | None = None,
    progress: Progress = lambda _done, _all, _path: None,
) -> dict[Path, SourceText | SourceUnreadable]:
    """Each path's text, or why it cannot be read, in the order of `paths`.

    Threads are enough to use all cores, as each document is read in a process of its own.
    """

    def read(path: Path) -> SourceText | SourceUnreadable:
        try:
            return read_source(path, limits=limits, cache=cache)
        except SourceUnreadable as unreadable:
            return unreadable

    wanted = list(dict.fromkeys(paths))
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        tasks = {pool.submit(read, path): path for path in wanted}
        found: dict[Path, SourceText | SourceUnreadable] = {}
        for task in as_completed(tasks):
            found[tasks[task]] = task.result()
            progress(len(found), len(wanted), tasks[task])
    return {path: found[path] for path in wanted}
