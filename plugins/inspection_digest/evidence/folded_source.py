"""A long text folded as `fold` does, but only as much of it as is asked for.

To look for a quotation takes the folded characters alone, and those are quickly had. What stands
between the tokens, and where each character comes from, is asked only where one is found: the lines
around it are then folded, and they say the same as the whole text would (a property test).
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from inspection_digest.evidence.fold import Folded, fold, folded_lines

_KEPT = 8  # a quotation is asked about several times, and then no more


class Window(Struct, frozen=True):
    """Some lines of a text, folded: `start` is where they start in the whole text folded, `given`
    where they start in the text as given."""

    folded: Folded
    start: int = 0
    given: int = 0


class FoldedSource:
    """`given` is the text as given; `text` the tokens' folded characters, nothing between them."""

    def __init__(self, given: str) -> None:
        self.given = given
        # Where each line starts in `text`; one without a token starts where the next one does.
        self._lines = folded_lines(given)
        self.text = self._lines[0] if self._lines else self._all.folded.text
        self._asked: dict[tuple[int, int], Window] = {}  # by the stretch of `text`, the last few
        self._looked_at = 0  # characters folded

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
        first, last = window.folded.stretch(start - window.start, end - window.start)
        return window.given + first, window.given + last

    def near(self, start: int, end: int) -> Window:
        """The lines of a stretch of `text`, and the token before it and the one after it."""
        window = self._asked.get((start, end))
        if window is None:
            if len(self._asked) >= _KEPT:
                self._asked.clear()
            window = self._asked[start, end] = self._near(start, end)
        return window

    def _near(self, start: int, end: int) -> Window:
        if self._lines is None or self._looked_at > len(self.given):
            return self._all
        _, starts = self._lines
        first = bisect_right(starts, start) - 1
        last = bisect_right(starts, end - 1) - 1
        while first > 0 and starts[first] >= start:
            first -= 1
        while last + 2 < len(starts) and starts[last + 1] <= end:
            last += 1
        offset, stop = self._offsets[first], self._offsets[last + 1] - 1
        self._looked_at += stop - offset
        return Window(fold(self.given[offset:stop]), starts[first], offset)

    @cached_property
    def _all(self) -> Window:
        return Window(fold(self.given))

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each line starts in the text as given."""
        lengths = map(len, self.given.split("\n"))
        return list(accumulate(map((1).__add__, lengths), initial=0))
