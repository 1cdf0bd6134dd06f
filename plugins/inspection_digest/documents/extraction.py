"""Many documents at once, on all cores, with a word after each."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeVar

from inspection_digest.documents.limits import SourceUnreadable

Name = TypeVar("Name")
Read = TypeVar("Read")

# Called after each document: how many are done, of how many, and which it was.
Progress = Callable[[int, int, Name], None]


def read_all(
    names: Sequence[Name],
    read: Callable[[Name], Read],
    progress: Progress[Name] = lambda _done, _all, _name: None,
) -> dict[Name, Read | SourceUnreadable]:
    """What `read` makes of each name, or why it cannot be read, in the order of `names`.

    Threads are enough to use all cores, as each document is read in a process of its own.
    """

    def tried(name: Name) -> Read | SourceUnreadable:
        try:
            return read(name)
        except SourceUnreadable as unreadable:
            return unreadable

    wanted = list(dict.fromkeys(names))
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        tasks = {pool.submit(tried, name): name for name in wanted}
        found: dict[Name, Read | SourceUnreadable] = {}
        for task in as_completed(tasks):
            found[tasks[task]] = task.result()
            progress(len(found), len(wanted), tasks[task])
    return {name: found[name] for name in wanted}
