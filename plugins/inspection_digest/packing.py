"""The form in which pieces of a state are kept: names, and what has them.

Of what there is most, the same field of all is kept together. That is read in half the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from inspection_digest.ledger import Entry
from inspection_digest.shelf.packed_sums import PackedSums

Packed = tuple[Sequence[Any], ...]  # columns of a piece, the names first


def packed(of: str, names: Sequence[Any], things: Sequence[Any]) -> Packed:
    """What is kept of a piece. `of`: what the things are."""
    if of == "parts":
        fields = [[getattr(entry, field) for entry in things] for field in Entry.__struct_fields__]
        return (names, *fields)
    if of == "cells":
        return [kind for kind, _ in names], [name for _, name in names], things
    return names, things


def unpacked(of: str, pieces: Iterable[Packed]) -> tuple[Iterable[Any], Sequence[Any]]:
    """All names and all things of these pieces."""
    columns = list(zip(*pieces, strict=True)) or [(), (), ()]
    if of == "cells":
        *cells, sums = columns
        return zip(*map(chain.from_iterable, cells), strict=True), PackedSums.joined(sums)
    names, *fields = [list(chain.from_iterable(column)) for column in columns]
    return names, list(map(Entry, *fields)) if of == "parts" else fields[0]
