"""Notes what is looked at while something is made: when none of it changes, neither does that.

Nobody has to say what a page depends on, and so nobody can forget to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

# What was looked at: a kind ("facts", "words", "source", ...) and a name of that kind.
Cell = tuple[str, str]


class Watch:
    """Notes go to the innermost of those who are looking; what it sees, the others see too."""

    def __init__(self) -> None:
        self._looking: list[set[Cell]] = []

    def note(self, kind: str, name: str) -> None:
        if self._looking:
            self._looking[-1].add((kind, name))

    def note_all(self, cells: Iterable[Cell]) -> None:
        """Again, what was looked at when something was made that is now used a second time."""
        if self._looking:
            self._looking[-1].update(cells)

    @contextmanager
    def unseen(self) -> Iterator[None]:
        """Nothing is noted while the block runs: its result is noted instead."""
        self._looking.append(set())
        try:
            yield
        finally:
            self._looking.pop()

    @contextmanager
    def looking(self) -> Iterator[set[Cell]]:
        """The set that fills while the block runs."""
        seen: set[Cell] = set()
        self._looking.append(seen)
        try:
            yield seen
        finally:
            self._looking.pop()
            self.note_all(seen)
