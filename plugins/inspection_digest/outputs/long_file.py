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

    def text(self) -> str:
        """All of it."""
        return b"".join(self.around(make().encode() for _, make in self.pieces)).decode()

    def around(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The bytes of the file with these pieces."""
        yield self.start.encode()
        before, between, end = b"", self.between.encode(), self.end_of_none
        for piece in pieces:
            if piece:
                yield before
                yield piece
                before, end = between, self.end
        yield end.encode()
