"""The sum of everything that can be looked at, by which it is known whether it has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from inspection_digest.analysis.peers import Distribution
from inspection_digest.reading.library import Provider
from inspection_digest.shelf.facts import Facts, sum_of
from inspection_digest.shelf.index import Index
from inspection_digest.shelf.watch import Cell

ABSENT = b""

# Kinds that are worked out from the facts of digests, frameworks and providers alone.
OF_FACTS = frozenset(
    {
        "by provider",
        "every by provider",
        "by framework",
        "by source",
        "follower",
        "distribution",
        "all digests",
        "every digest",
        "withdrawn",
        "all frameworks",
        "all providers",
    }
)
# Kinds of which the sum is in the index as it is: those of one digest, and others.
OF_A_DIGEST = frozenset({"facts", "said", "words"})
KEPT = OF_A_DIGEST | {"source", "framework", "template"}


class Sums:
    """The sum of each cell, as the index has it now. An unknown cell is `ABSENT`.

    `before`: the index of the last build, from which its sums were.
    """

    def __init__(
        self,
        index: Index,
        templates: Mapping[str, bytes],
        distribution: Callable[[str], Distribution | None],
        before: Index | None = None,
    ) -> None:
        self._index, self._templates, self._distribution = index, templates, distribution
        self._before = before
        self._found: dict[Cell, bytes] = {}

    @cached_property
    def same_facts(self) -> bool:
        """Whether no fact of any digest, framework or provider has changed since the last build."""
        now, before = self._index, self._before
        return (
            before is not None
            and now.framework_sums == before.framework_sums
            and [item.facts for item in now.facts.values()]  # a sum that holds the digest's id too
            == [item.facts for item in before.facts.values()]
            and self._same_providers
        )

    @cached_property
    def _same_providers(self) -> bool:
        now, before = self._index, self._before
        if before is None:
            return False
        return now.providers is before.providers or _all_typed(now) == _all_typed(before)

    def differing(self, cells: Iterable[Cell], sums: Iterable[bytes]) -> set[int]:
        """The places of those of these cells that had this sum in the last build, and have another
        now. Most are of digests and sources that are the same, and are not asked for theirs."""
        digests, sources, same = self._digests, self._sources, self.same_facts
        found: set[int] = set()
        for place, (cell, sum_) in enumerate(zip(cells, sums, strict=True)):
            kind, name = cell
            if kind in OF_A_DIGEST:
                may_differ = name in digests
            elif kind == "source":
                may_differ = name in sources
            elif kind == "provider":
                may_differ = not self._same_providers
            else:
                may_differ = not (same and kind in OF_FACTS)
            if may_differ and self[cell] != sum_:
                found.add(place)
        return found

    @cached_property
    def _digests(self) -> set[str]:
        """Those that are new, gone, or not what they were."""
        now = self._index.facts
        before = self._before.facts if self._before else {}
        found = now.keys() ^ before.keys()
        return found | {id_ for id_, item in now.items() if before.get(id_) is not item}

    @cached_property
    def _sources(self) -> set[str]:
        """The same."""
        now = self._index.sources
        before = self._before.sources if self._before else {}
        return set() if now == before else {id_ for id_, _ in now.items() ^ before.items()}

    def __getitem__(self, cell: Cell) -> bytes:
        if cell[0] in KEPT:
            return self._sum(*cell)
        if cell not in self._found:
            self._found[cell] = self._sum(*cell)
        return self._found[cell]

    def _sum(self, kind: str, name: str) -> bytes:
        index = self._index
        match kind:
            case "facts" | "said" | "words":
                item = index.facts.get(name)
                return getattr(item, kind) if item else ABSENT
            case "template":
                return self._templates.get(name, ABSENT)
            case "source":
                return index.sources.get(name, ABSENT)
            case "framework":
                return index.framework_sums.get(name, ABSENT)
            case "provider":
                return _typed(index.providers.get(name))
            case "by provider":
                return _members(index.by_provider.get(name, ()))
            case "every by provider":
                return _members(index.every_by_provider.get(name, ()))
            case "by framework":
                return _members(index.by_framework.get(name, ()))
            case "by source":
                return _members(index.by_source.get(name, ()))
            case "follower":
                return _members([index.followers[name]] if name in index.followers else ())
            case "distribution":
                found = self._distribution(name)
                return sum_of([repr(found).encode()]) if found else ABSENT
            case _:
                return self._sum_of_all(kind)

    def _sum_of_all(self, kind: str) -> bytes:
        index = self._index
        match kind:
            case "all digests":
                return _members(index.current.values())
            case "every digest":
                return _members(index.facts.values())
            case "withdrawn":
                return _members(index.withdrawn)
            case "all sources":
                return sum_of(
                    part for id_, sum_ in index.sources.items() for part in (id_.encode(), sum_)
                )
            case "all frameworks":
                return sum_of(
                    part
                    for id_, sum_ in index.framework_sums.items()
                    for part in (id_.encode(), sum_)
                )
            case "all providers":
                return sum_of(_all_typed(index))
            case _:
                raise KeyError(kind)


def _members(items: Iterable[Facts]) -> bytes:
    return sum_of(item.facts for item in items)


def _typed(provider: Provider | None) -> bytes:
    """A provider as it was typed, and where: its page leads to the line."""
    if provider is None:
        return ABSENT
    place = provider.position
    return sum_of([repr((provider.id, provider.record, place.path, place.line)).encode()])


def _all_typed(index: Index) -> list[bytes]:
    return [_typed(item) for item in index.providers.values()]
