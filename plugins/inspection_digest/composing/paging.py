"""Lists that grow with the record, cut into pages that do not.

The first page keeps the list's address; the others stand below it, `contrasts/2/`. What a page
holds moves on as the list grows: an address to keep is that of the thing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct

from inspection_digest.composing import urls
from inspection_digest.views.chrome import Link
from inspection_digest.views.paging import Paging

Item = TypeVar("Item")
View = TypeVar("View")


class Leaf(Struct, Generic[Item], frozen=True):
    """One page of a list. `number` from 1; `first`, `last`: the places of its first item and its
    last in all `of` them.

    `before` and `after` are the addresses of the pages beside it, None where there is none.
    """

    here: str
    number: int
    items: Sequence[Item]
    first: int
    last: int
    of: int
    before: str | None
    after: str | None

    def title(self, name: str) -> str:
        """`All contrasts`, `All contrasts, page 2`."""
        return name if self.number == 1 else f"{name}, page {self.number:,}"


class ListPage(Struct, Generic[Item, View], frozen=True):
    """A page of a list that is not composed yet. `given`: all it is made from beside the record."""

    leaf: Leaf[Item]
    given: object
    view: Callable[[], View]

    def __repr__(self) -> str:
        """What it is made from; how is the program's."""
        return f"ListPage({self.leaf}, {self.given})"


def composed(pages: Iterable[ListPage[Item, View]]) -> Iterator[tuple[str, View]]:
    """The view of each page, by its address."""
    for page in pages:
        yield page.leaf.here, page.view()


class Run(NamedTuple):
    """Those of what a digest has that stand on one page of a list: from `start` to before `stop`.
    `year`: under which they stand."""

    digest: str
    year: str
    start: int
    stop: int


def leaves(address: str, items: Sequence[Item], longest: int) -> tuple[Leaf[Item], ...]:
    """At least one, however short the list; `longest` is the most items of a page."""
    parts = [items[at : at + longest] for at in range(0, len(items), longest)] or [items]
    return _leaves(address, parts, map(len, parts))


def run_leaves(
    address: str, digests: Iterable[tuple[str, str, int]], longest: int
) -> tuple[Leaf[Run], ...]:
    """The same of what digests have: of each its id, its year, and how many things it has. They are
    not written out, as there may be ten of every digest."""
    parts: list[list[Run]] = [[]]
    lengths = [0]
    for digest, year, number in digests:
        start = 0
        while start < number:
            if lengths[-1] == longest:
                parts.append([])
                lengths.append(0)
            stop = min(number, start + longest - lengths[-1])
            parts[-1].append(Run(digest, year, start, stop))
            lengths[-1] += stop - start
            start = stop
    return _leaves(address, [tuple(part) for part in parts], lengths)


def _leaves(
    address: str, parts: Sequence[Sequence[Item]], lengths: Iterable[int]
) -> tuple[Leaf[Item], ...]:
    places = [address, *(f"{address}{number}/" for number in range(2, len(parts) + 1))]
    around = [None, *places, None]
    ends = [0, *accumulate(lengths)]
    return tuple(
        Leaf(
            here,
            number,
            part,
            ends[number - 1] + 1,
            ends[number],
            ends[-1],
            around[number - 1],
            around[number + 1],
        )
        for number, (here, part) in enumerate(zip(places, parts, strict=True), start=1)
    )


def starts(
    pages: Sequence[Leaf[Item]], heading: Callable[[Item], str]
) -> tuple[tuple[str, int, str], ...]:
    """(heading, number of the page, its address) of each run of items under one heading."""
    found: list[tuple[str, int, str]] = []
    for leaf in pages:
        for item in leaf.items:
            name = heading(item)
            if not found or found[-1][0] != name:
                found.append((name, leaf.number, leaf.here))
    return tuple(found)


def paging(
    leaf: Leaf[Item],
    what: str,
    turns: tuple[str, str],
    begins: Sequence[tuple[str, int, str]],
) -> Paging | None:
    """None where the list has but one page. `what` is counted, `turns` the words for both ways."""
    if leaf.before is None and leaf.after is None:
        return None
    current = max((at for at, item in enumerate(begins) if item[1] <= leaf.number), default=-1)
    return Paging(
        counted=f"{what} {leaf.first:,} to {leaf.last:,} of {leaf.of:,}",
        starts=tuple(
            Link(name, urls.link(address), current=at == current)
            for at, (name, _, address) in enumerate(begins)
        ),
        previous=Link(turns[0], urls.link(leaf.before)) if leaf.before is not None else None,
        next=Link(turns[1], urls.link(leaf.after)) if leaf.after is not None else None,
    )
