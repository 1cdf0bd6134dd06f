"""Pages of which nothing but the base is printed anew: composed and proved they were before.

Of each page is kept what its base is made of, and where its blocks stand in the published file.
When a base has changed, they are taken out of that file and printed into the new one. What is read
back out of the page must then be what was read back and proved when the blocks were printed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from inspection_digest.outputs.page import Templates
from inspection_digest.outputs.printed import Place, PrintedPage, blocks_at
from inspection_digest.readback.extract import Said
from inspection_digest.shelf.facts import sum_of
from inspection_digest.shelf.store import Body, DamagedError, Store, body_of
from inspection_digest.views.chrome import Chrome

AT_ONCE = 200  # bodies that are put into the store


class Reprint(Struct, frozen=True):
    """What it takes to print the base of a published page anew.

    `base`: the template, printed of `chrome`. `places`: where the blocks are (`PrintedPage.places`)
    in the file whose SHA-256 sum is `sum`. `said`: the sum of what was read back out of it.
    """

    base: str
    chrome: Chrome
    places: Mapping[str, Place | str]
    sum: bytes = b""
    said: bytes = b""

    @classmethod
    def of(cls, page: PrintedPage) -> Reprint:
        """Of a page that is not yet written."""
        return cls(page.base, page.chrome, page.places())

    def published(self, data: bytes, said: Said) -> Reprint:
        """Of the page as it was written and read back."""
        return replace(self, sum=hashlib.sha256(data).digest(), said=_sum_of_said(said))

    def anew(self, data: bytes, templates: Templates) -> PrintedPage | None:
        """The page with its base printed anew; None if these are not the bytes that were written.

        `data`: the published file.
        """
        if hashlib.sha256(data).digest() != self.sum:
            return None
        return templates.around(self.base, self.chrome, blocks_at(self.places, data.decode()))


Reprints = Mapping[str, Reprint]  # of the pages of a part, by their paths


def body_of_reprints(reprints: Reprints) -> Body:
    """As they are kept: under a name that is the sum of them."""
    body = body_of(reprints)
    return sum_of([body]), body


class KeptReprints:
    """Those of all parts of a built site, by their names. What cannot be kept is not: then a page
    is composed and proved again."""

    def __init__(self, file: Path) -> None:
        self._store = Store(file)
        self._new: list[Body] = []

    def get(self, name: bytes) -> Reprints | None:
        """None where they are damaged, or not there."""
        with suppress(OSError, DamagedError):
            return cast("Reprints", self._store.get(name))
        return None

    def keep(self, body: Body) -> None:
        """Sooner or later: all are kept by the time that `settle` returns."""
        self._new.append(body)
        if len(self._new) >= AT_ONCE:
            self._put()

    def settle(self, unneeded: Collection[bytes]) -> None:
        """Forgets what nobody will ask for."""
        self._put()
        with suppress(OSError, DamagedError):
            self._store.drop(unneeded)

    def remove(self) -> None:
        with suppress(OSError):
            self._store.remove()

    def _put(self) -> None:
        with suppress(OSError, DamagedError):
            self._store.put(self._new)
        self._new = []


def _sum_of_said(said: Said) -> bytes:
    words = sum_of(word.encode() for found in said.quotations for word in found)
    return sum_of([words, *(name.encode() for name in sorted(said.withdrawn))])
