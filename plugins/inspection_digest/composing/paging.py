"""Lists that grow with the record, cut into pages that do not.

The first page keeps the list's address; the others stand below it, `contrasts/2/`. What a page
holds moves on as the list grows: an address to keep is that of the thing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from inspection_digest.composing import urls
from inspection_digest.views.chrome import Link
from inspection_digest.views.paging import Paging

Item = TypeVar("Item")
View = TypeVar("View")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Item]):
    """One page of a list. `number` from 1; `first`: the place of its first item in all `of` them.

    `before` and `after` are the addresses of the pages beside it, None where there is none.
    """

    here: str
    number: int
    items: Sequence[Item]
    first: int
    of: int
    before: str | None
    after: str | None

    def title(self, name: str) -> str:
        """`All contrasts`, `All contrasts, page 2`."""
        return name if self.number == 1 else f"{name}, page {self.number:,}"


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Item, View]):
    """A page of a list that is not composed yet. `given`: all it is made from beside the record."""

    leaf: Leaf[Item]
    given: object
    view: Callable[[], View] = field(repr=False)


def composed(pages: Iterable[ListPage[Item, View]]) -> Iterator[tuple[str, View]]:
    """The view of each page, by its address."""
    for page in pages:
        yield page.leaf.here, page.view()


def leaves(address: str, items: Sequence[Item], longest: int) -> tuple[Leaf[Item], ...]:
    """At least one, however short the list; `longest` is the most items of a page."""
    parts = [items[at : at + longest] for at in range(0, len(items), longest)] or [items]
    places = [address, *(f"{address}{number}/" for number in range(2, len(parts) + 1))]
    around = [None, *places, None]
    return tuple(
        Leaf(
            here,
            number,
            part,
            (number - 1) * longest + 1,
            len(items),
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
    last = leaf.first + len(leaf.items) - 1
    current = max((at for at, item in enumerate(begins) if item[1] <= leaf.number), default=-1)
    return Paging(
        counted=f"{what} {leaf.first:,} to {last:,} of {leaf.of:,}",
        starts=tuple(
            Link(name, urls.link(address), current=at == current)
            for at, (name, _, address) in enumerate(begins)
        ),
        previous=Link(turns[0], urls.link(leaf.before)) if leaf.before is not None else None,
        next=Link(turns[1], urls.link(leaf.after)) if leaf.after is not None else None,
    )
