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
        self._insets: dict[str, set[Cell]] = {}
        self._apart = 0  # how many are looking where insets are looked at apart; 0 for nowhere

    def note(self, kind: str, name: str) -> None:
        if self._looking:
            self._looking[-1].add((kind, name))

    def note_all(self, cells: Iterable[Cell]) -> None:
        """Again, what was looked at when something was made that is now used a second time."""
        if self._looking:
            self._looking[-1].update(cells)

    @contextmanager
    def inset(self, name: str) -> Iterator[None]:
        """What is looked at while the block runs is noted for an inset: with all else, unless
        whoever looks has asked for `insets` apart."""
        with self.unseen() as seen:
            yield
        if len(self._looking) == self._apart:
            self._insets.setdefault(name, set()).update(seen)
        else:
            self.note_all(seen)

    @contextmanager
    def insets(self) -> Iterator[dict[str, set[Cell]]]:
        """What is looked at for each inset while the block runs: whoever looks does not see it."""
        before = self._insets, self._apart
        self._insets, self._apart = {}, len(self._looking)
        try:
            yield self._insets
        finally:
            self._insets, self._apart = before

    @contextmanager
    def unseen(self) -> Iterator[set[Cell]]:
        """Nothing is noted while the block runs, as something else is instead. The set that fills
        is that of those who want to know."""
        seen: set[Cell] = set()
        self._looking.append(seen)
        try:
            yield seen
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
