"""A long text folded as `fold` does, but only as much of it as is asked for.

To look for a quotation takes the folded characters alone, and those are quickly had. What stands
between the tokens, and where each character comes from, is asked only where one is found: the lines
around it are then folded, and they say the same as the whole text would (a property test).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from inspection_digest.evidence.fold import Folded, fold, levelled_lines


@dataclass(frozen=True, slots=True)
class Window:
    """Some lines of a text, folded: `start` is where they start in the whole text folded, `given`
    where they start in the text as given."""

    folded: Folded
    start: int = 0
    given: int = 0


@dataclass(frozen=True)
class FoldedSource:
    """`given` is the text as given."""

    given: str

    @cached_property
    def text(self) -> str:
        """The tokens' folded characters, nothing between them."""
        return self._whole.text if self._lines is None else "".join(self._lines)

    def joins_in(self, start: int, end: int) -> str:
        """What stands between the tokens of a stretch of `text`."""
        window = self.near(start, end)
        return window.folded.joins_in(start - window.start, end - window.start)

    def origin(self, index: int) -> int:
        """Where character `index` of `text` comes from in the text as given."""
        return self.origins(index, index + 1)[0]

    def origins(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text as given that became a stretch of `text`."""
        window = self.near(start, end)
        folded = window.folded
        first = folded.origin(start - window.start)
        return window.given + first, window.given + folded.origin_end(end - window.start)

    def near(self, start: int, end: int) -> Window:
        """The lines of a stretch of `text`, and the token before it and the one after it."""
        if self._lines is None or "_whole" in self.__dict__:
            return Window(self._whole)
        starts = self._starts
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1) - 1
        while first > 0 and starts[first] >= start:
            first -= 1
        while last + 1 < len(self._lines) and starts[last + 1] <= end:
            last += 1
        window = self._windows.get((first, last))
        if window is None:
            window = self._windows[first, last] = self._window(first, last)
        return window

    @cached_property
    def _lines(self) -> list[str] | None:
        """The folded characters of each line; None where not every character becomes one."""
        return levelled_lines(self.given)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts in `text`; lines without a token start where the next one does."""
        return list(accumulate(map(len, self._lines or ()), initial=0))

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each line starts in the text as given."""
        return [0, *accumulate(len(line) + 1 for line in self.given.split("\n"))]

    @cached_property
    def _windows(self) -> dict[tuple[int, int], Window]:
        return {}

    @cached_property
    def _whole(self) -> Folded:
        return fold(self.given)

    def _window(self, first: int, last: int) -> Window:
        offset, end = self._offsets[first], self._offsets[last + 1] - 1
        return Window(fold(self.given[offset:end]), self._starts[first], offset)
