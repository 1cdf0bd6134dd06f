"""Many sums in one piece of memory: each alone takes three times its own bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from inspection_digest.shelf.facts import SUM

ABSENT = b""  # the sum of what is not there
_NONE = bytes(SUM)  # what stands for it


class PackedSums(Sequence[bytes]):
    """Sums of `SUM` bytes each, or `ABSENT`."""

    def __init__(self, packed: bytes = b"") -> None:
        self._packed = packed

    @classmethod
    def of(cls, sums: Iterable[bytes]) -> PackedSums:
        """Raises ValueError where one is no sum."""
        each = [sum_ or _NONE for sum_ in sums]
        packed = b"".join(each)
        if len(packed) != len(each) * SUM:
            raise ValueError(f"{len(packed)} bytes are not {len(each)} sums")
        return cls(packed)

    @classmethod
    def joined(cls, some: Iterable[PackedSums]) -> PackedSums:
        """One after the other."""
        return cls(b"".join(sums._packed for sums in some))

    def __len__(self) -> int:
        return len(self._packed) // SUM

    @overload
    def __getitem__(self, at: int) -> bytes: ...
    @overload
    def __getitem__(self, at: slice) -> PackedSums: ...
    def __getitem__(self, at: int | slice) -> bytes | PackedSums:
        """A slice is of what stands one after the other."""
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            assert step == 1  # noqa: S101 - nobody needs another
            return PackedSums(self._packed[start * SUM : stop * SUM])
        if not 0 <= at < len(self):
            raise IndexError(at)
        found = self._packed[at * SUM : (at + 1) * SUM]
        return ABSENT if found == _NONE else found

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PackedSums) and self._packed == other._packed

    def __hash__(self) -> int:
        return hash(self._packed)

    def with_others(self, others: Iterable[tuple[int, bytes]], more: Iterable[bytes]) -> PackedSums:
        """With others at some places, and with more at the end. Raises ValueError as `of`."""
        packed = bytearray(self._packed)
        for at, sum_ in others:
            packed[at * SUM : (at + 1) * SUM] = PackedSums.of([sum_])._packed
        return PackedSums(bytes(packed + PackedSums.of(more)._packed))
