"""A file that says of every digest what it has, and may be longer than memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct


class LongFile(Struct, frozen=True):
    """`pieces`: what each digest has in it, by its id, made when it is asked for. Those that are
    not empty stand between `start` and `end`, parted by `between`. `end_of_none`: where none is.
    """

    start: str
    pieces: Iterable[tuple[str, Callable[[], str]]]
    between: str
    end: str
    end_of_none: str

    def __iter__(self) -> Iterator[str]:
        """The whole text."""
        yield self.start
        before, end = "", self.end_of_none
        for _, make in self.pieces:
            text = make()
            if text:
                yield f"{before}{text}"
                before, end = self.between, self.end
        yield end
