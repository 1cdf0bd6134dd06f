"""What changes in the project while somebody works on it."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from watchfiles import Change, DefaultFilter, watch

FOLDERS = ("content", "theme", "plugins")
SETTINGS = "pelican.conf.py"
IMPORTED = ("plugins", SETTINGS)  # what a running Python has read already and would not read again

STEP = 10  # milliseconds between two looks at what the system has reported
QUIET = 0.015  # seconds without a change: it is over, be it one file or a whole checkout
LONGEST = 3.0  # seconds; somebody who never stops writing sees something now and then

Changes = frozenset[str]  # paths, as the system names them


class Watch:
    """Looks at a project from the moment it is made until it is stopped."""

    def __init__(self, project: Path) -> None:
        self._stopped = Event()
        self._threads: list[Thread] = []
        self._told: SimpleQueue[Changes] = SimpleQueue()
        folders = [project / name for name in FOLDERS if (project / name).is_dir()]
        self._follow(folders, DefaultFilter(), recursive=True)  # not what editors leave beside
        # The folder and not the file: an editor may put another file in its place.
        self._follow([project], _Settings(), recursive=False)

    def changes(self) -> Changes:
        """Waits for a change, and then until no more follow."""
        found = self._told.get()
        latest = time.monotonic() + LONGEST
        while time.monotonic() < latest:
            try:
                found |= self._told.get(timeout=QUIET)
            except Empty:
                break
        return found

    def stop(self) -> None:
        """Before Python ends, which a thread of watchfiles that is still looking might prevent."""
        self._stopped.set()
        for thread in self._threads:
            thread.join()

    def _follow(self, paths: Iterable[Path], wanted: DefaultFilter, recursive: bool) -> None:
        def follow(poll: bool | None = None) -> None:
            for found in watch(
                *paths,
                watch_filter=wanted,
                step=STEP,
                debounce=STEP,
                recursive=recursive,
                stop_event=self._stopped,
                raise_interrupt=False,
                force_polling=poll,
            ):
                self._told.put(frozenset(path for _, path in found))

        def follow_somehow() -> None:
            try:
                follow()
            except OSError:  # more folders than the system will watch for one person
                follow(poll=True)

        self._threads.append(Thread(target=follow_somehow, daemon=True))
        self._threads[-1].start()


def are_imported(project: Path, changes: Collection[str]) -> bool:
    """Whether a process that has imported the project's code has an old state of it."""
    places = [project / name for name in IMPORTED]
    places += [place.resolve() for place in places]  # macOS reports these
    return any(Path(path).is_relative_to(place) for path in changes for place in places)


class _Settings(DefaultFilter):
    """The one file of settings."""

    def __call__(self, change: Change, path: str) -> bool:
        return Path(path).name == SETTINGS and super().__call__(change, path)
