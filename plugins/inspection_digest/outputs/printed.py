"""A page as it was printed: its base, and the blocks that stand in that."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from inspection_digest.views.chrome import Chrome


class PrintedPage(Struct, frozen=True):
    """What is printed of a view. `pieces`, one after the other, are the page.

    `base`: the template that stands around it, and prints `chrome`; "" where the page's own is all
    there is. `blocks`: those of the page's own, also any for which the base has no place.
    `insets`: those that are in the blocks, by the kind of each.
    """

    pieces: tuple[bytes, ...]
    base: str
    chrome: Chrome
    blocks: Mapping[str, bytes]
    insets: Mapping[str, bytes] = {}

    @property
    def data(self) -> bytes:
        """The page as it is published."""
        return b"".join(self.pieces)

    @property
    def text(self) -> str:
        return self.data.decode()
