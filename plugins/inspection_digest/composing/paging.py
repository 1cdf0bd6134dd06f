"""Lists that grow with the record, cut into pages that do not.

The first page keeps the list's address; the others stand below it, `contrasts/2/`. A list in order
of time that is longer than a page is cut by years first, `contrasts/2031/2/`: what is added to a
year moves on what stands in that year, and the pages of all others stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from inspection_digest.composing import urls
from inspection_digest.views.chrome import Link
from inspection_digest.views.paging import Paging

Item = TypeVar("Item")
View = TypeVar("View")


class Leaf(Struct, Generic[Item], frozen=True):
    """One page of a list. `number` from 1; `first`, `last`: the places of its first item and its
    last in all `of` them.

    `before` and `after` are the addresses of the pages beside it, None where there is none.
    `years`: those that `number` and `of` are counted in; "" where the list is not cut by years.
    """

    here: str
    number: int
    items: Sequence[Item]
    first: int
    last: int
    of: int
    before: str | None = None
    after: str | None = None
    years: str = ""

    def title(self, name: str) -> str:
        """`All contrasts`, `All contrasts, page 2`, `All contrasts, 2031, page 2`."""
        if self.before is None:
            return name
        years = f", {self.years}" if self.years else ""
        return f"{name}{years}{f', page {self.number:,}' if self.number > 1 else ''}"


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
    """Of what a digest has, those that stand on one page: from `start` to before `stop`."""

    digest: str
    start: int
    stop: int


def leaves(address: str, items: Sequence[Item], longest: int) -> tuple[Leaf[Item], ...]:
    """At least one, however short the list; `longest` is the most items of a page."""
    parts = [items[at : at + longest] for at in range(0, len(items), longest)] or [items]
    return _beside_each_other(_leaves(address, address, [(part, len(part)) for part in parts]))


Having = tuple[str, str, int]  # the id of a digest, its year, and how many things it has


def run_leaves(address: str, digests: Iterable[Having], longest: int) -> tuple[Leaf[Run], ...]:
    """The same of what digests have, the newest first, and what is of no known year last. They are
    not written out, as there may be ten of every digest. Years are cut from each other where what
    comes before fills a page."""
    by_year = sorted(digests, key=_year, reverse=True)  # which leaves those of a year as they are
    stretches: list[list[Having]] = []
    total = longest
    for _, year in groupby(by_year, key=_year):
        if total >= longest:
            stretches.append([])
            total = 0
        own = [digest for digest in year if digest[2]]
        stretches[-1] += own
        total += sum(number for *_, number in own)
    stretches = [stretch for stretch in stretches if stretch] or [[]]
    found: list[Leaf[Run]] = []
    for stretch in stretches:
        years, below = "", address
        if len(stretches) > 1:
            years, below = _years(stretch), f"{address}{stretch[0][1].lower().replace(' ', '-')}/"
        found += _leaves(below if found else address, below, _parts(stretch, longest), years)
    return _beside_each_other(found)


def _year(digest: Having) -> str:
    return digest[1] if digest[1].isdecimal() else ""


def _years(stretch: Sequence[Having]) -> str:
    """`2031`, `2029 to 2031`; with what stands for a year that is not known."""
    names = list(dict.fromkeys(year for _, year, _ in stretch))
    known = [name for name in names if name.isdecimal()]
    words = [f"{known[-1]} to {known[0]}"] if len(known) > 1 else known
    return ", ".join([*words, *(name for name in names if name not in known)])


def _parts(stretch: Iterable[Having], longest: int) -> list[tuple[tuple[Run, ...], int]]:
    """What stands on each page, and how many things that are."""
    parts: list[list[Run]] = [[]]
    lengths = [0]
    for digest, _, number in stretch:
        start = 0
        while start < number:
            if lengths[-1] == longest:
                parts.append([])
                lengths.append(0)
            stop = min(number, start + longest - lengths[-1])
            parts[-1].append(Run(digest, start, stop))
            lengths[-1] += stop - start
            start = stop
    return [(tuple(part), length) for part, length in zip(parts, lengths, strict=True)]


def _leaves(
    address: str, below: str, parts: Sequence[tuple[Sequence[Item], int]], years: str = ""
) -> list[Leaf[Item]]:
    """Those of one stretch: the first at its address, the others `below` one."""
    of, last = sum(length for _, length in parts), 0
    found = []
    for number, (part, length) in enumerate(parts, start=1):
        here = address if number == 1 else f"{below}{number}/"
        found.append(Leaf(here, number, part, last + 1, last + length, of, years=years))
        last += length
    return found


def _beside_each_other(pages: Sequence[Leaf[Item]]) -> tuple[Leaf[Item], ...]:
    around = [None, *(leaf.here for leaf in pages), None]
    return tuple(
        replace(leaf, before=around[at], after=around[at + 2]) for at, leaf in enumerate(pages)
    )


def starts(pages: Iterable[Leaf[Item]]) -> tuple[tuple[str, str], ...]:
    """Where which years begin: what they are called, and the address of a page."""
    return tuple((leaf.years, leaf.here) for leaf in pages if leaf.years and leaf.number == 1)


def paging(
    leaf: Leaf[Item], what: str, turns: tuple[str, str], begins: Sequence[tuple[str, str]] = ()
) -> Paging | None:
    """None where the list has but one page. `what` is counted, `turns` the words for both ways;
    `begins`: as in `starts`."""
    if leaf.before is None and leaf.after is None:
        return None
    counted = f"{what} {leaf.first:,} to {leaf.last:,} of {leaf.of:,}"
    if leaf.years:
        counted = f"{leaf.years}: {counted[0].lower()}{counted[1:]}"
    return Paging(
        counted=counted,
        starts=tuple(
            Link(years, urls.link(address), current=years == leaf.years)
            for years, address in begins
        ),
        previous=Link(turns[0], urls.link(leaf.before)) if leaf.before is not None else None,
        next=Link(turns[1], urls.link(leaf.after)) if leaf.after is not None else None,
    )
