"""What each digest has of something, worked out apart from what the others have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

Item = TypeVar("Item")


class ByDigest(Struct, Generic[Item], frozen=True):
    """`of` is asked for each of these ids, in their order, once or more. All that is looked at for
    a digest is looked at then."""

    ids: Iterable[str]
    of: Callable[[str], Iterable[Item]]

    def __iter__(self) -> Iterator[Item]:
        """All there is."""
        for id_ in self.ids:
            yield from self.of(id_)
