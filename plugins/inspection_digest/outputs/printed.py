"""A page as it was printed: its base, and the blocks that stand in that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from inspection_digest.views.chrome import Chrome

Place = tuple[int, int]  # in a page: the letter with which something begins, and that after it


class PrintedPage(Struct, frozen=True):
    """What is printed of a view. `pieces`, one after the other, are the page.

    `base`: the name of the template that stands around it; "" where its own is all there is. Then
    every second piece is a block, the one that `order` has at that place, and all else is what the
    base makes of `chrome`. `blocks`: those of the page's template, also any the base has no place
    for.
    """

    pieces: tuple[str, ...]
    base: str
    chrome: Chrome
    order: tuple[str, ...] = ()
    blocks: Mapping[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self.pieces)

    def places(self) -> dict[str, Place | str]:
        """Where each block stands in the page; the block itself where it does not."""
        found: dict[str, Place | str] = dict(self.blocks)
        at = 0
        for number, piece in enumerate(self.pieces):
            if number % 2:
                found[self.order[number // 2]] = at, at + len(piece)
            at += len(piece)
        return found


def blocks_at(places: Mapping[str, Place | str], page: str) -> dict[str, str]:
    """The blocks of a page, taken out of it: what `PrintedPage.places` has said of it."""
    return {
        name: place if isinstance(place, str) else page[place[0] : place[1]]
        for name, place in places.items()
    }
