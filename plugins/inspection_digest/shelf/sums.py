"""The sum of everything that can be looked at, by which it is known whether it has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from operator import is_not

from inspection_digest.analysis.peers import Distribution
from inspection_digest.reading.library import Provider
from inspection_digest.shelf.facts import sum_of
from inspection_digest.shelf.index import Index
from inspection_digest.shelf.watch import Cell
from inspection_digest.unchanged import changed

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
# Kinds that are worked out from what is listed of digests, too.
OF_LISTED = frozenset({"all digests listed", "every digest listed", "answered", "last added"})
# Kinds of which the sum is in the index as it is: those of one digest, and others.
OF_A_DIGEST = frozenset({"facts", "listed", "said", "words"})
OF_THE_THEME = frozenset({"template", "base"})  # a page's own template, and what it extends
KEPT = OF_A_DIGEST | OF_THE_THEME | {"source", "framework"}


class Sums:
    """The sum of each cell, as the index has it now. An unknown cell is `ABSENT`.

    `templates`: the sums of those that are a page's own, and of those that are its base.
    `before`: the index of the last build, from which its sums were.
    """

    def __init__(
        self,
        index: Index,
        templates: Mapping[str, Mapping[str, bytes]],
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
            and list(now.facts) == list(before.facts)
            and all(now.facts[id_].facts == before.facts[id_].facts for id_ in self.digests)
            and self._same_providers
        )

    @cached_property
    def same_listed(self) -> bool:
        """Whether, beside that, nothing has changed that is listed of any digest."""
        if not self.same_facts:
            return False
        now, before = self._index.facts, self._before.facts if self._before else {}
        return all(now[id_].listed == before[id_].listed for id_ in self.digests)

    @property
    def same_notices(self) -> bool:
        """Whether no digest has changed that is or was withdrawn or answered."""
        now, before = self._index.facts, self._before.facts if self._before else {}
        each = (facts.get(id_) for id_ in self.digests for facts in (now, before))
        return not any(item and (item.is_withdrawn or item.is_answered) for item in each)

    @cached_property
    def _same_providers(self) -> bool:
        now, before = self._index, self._before
        if before is None:
            return False
        return now.providers is before.providers or _all_typed(now) == _all_typed(before)

    def differing(self, cells: Mapping[Cell, int], sums: Sequence[bytes]) -> dict[int, Cell]:
        """Those of these cells, by their places, that had this sum there in the last build, and
        have another now. Most are of digests and sources that are the same, and are not looked
        at."""
        same = OF_A_DIGEST | {"source"}  # but for those that follow
        doubtful = {(kind, id_) for kind in OF_A_DIGEST for id_ in self.digests}
        doubtful |= {("source", id_) for id_ in self.sources}
        doubtful &= cells.keys()
        if self._same_providers:
            same |= {"provider"}
        if self.same_facts:
            same |= OF_FACTS
        if self.same_listed:
            same |= OF_LISTED
        if not self.sources:
            same |= {"all sources"}
        doubtful.update(cell for cell in cells if cell[0] not in same)
        return {cells[cell]: cell for cell in doubtful if self[cell] != sums[cells[cell]]}

    @cached_property
    def digests(self) -> set[str]:
        """Those that are new, gone, or not what they were."""
        now, before = self._index.facts, self._before.facts if self._before else {}
        return {*changed(now, before, is_not), *(before.keys() - now.keys())}

    @cached_property
    def sources(self) -> set[str]:
        """The same."""
        now, before = self._index.sources, self._before.sources if self._before else {}
        return {*changed(now, before), *(before.keys() - now.keys())}

    def __getitem__(self, cell: Cell) -> bytes:
        if cell[0] in KEPT:
            return self._sum(*cell)
        if cell not in self._found:
            self._found[cell] = self._sum(*cell)
        return self._found[cell]

    def _sum(self, kind: str, name: str) -> bytes:
        index = self._index
        match kind:
            case "facts" | "listed" | "said" | "words":
                item = index.facts.get(name)
                return getattr(item, kind) if item else ABSENT
            case "template" | "base":
                return self._templates[kind].get(name, ABSENT)
            case "source":
                return index.sources.get(name, ABSENT)
            case "framework":
                return index.framework_sums.get(name, ABSENT)
            case "provider":
                return _typed(index.providers.get(name))
            case "by provider":
                return self._members(index.groups.by_provider.get(name, ()))
            case "every by provider":
                return self._members(index.groups.every_by_provider.get(name, ()))
            case "by framework":
                return self._members(index.groups.by_framework.get(name, ()))
            case "by source":
                return self._members(index.groups.by_source.get(name, ()))
            case "follower":
                follower = index.groups.followers.get(name)
                return self._members((follower,) if follower else ())
            case "distribution":
                found = self._distribution(name)
                return sum_of([repr(found).encode()]) if found else ABSENT
            case _:
                return self._sum_of_all(kind)

    def _members(self, ids: Iterable[str]) -> bytes:
        facts = self._index.facts
        return sum_of(facts[id_].facts for id_ in ids)

    def _listed(self, ids: Iterable[str]) -> bytes:
        facts = self._index.facts
        return sum_of(part for id_ in ids for part in (facts[id_].facts, facts[id_].listed))

    def _sum_of_all(self, kind: str) -> bytes:
        index = self._index
        match kind:
            case "all digests":
                return self._members(index.current)
            case "every digest":
                return self._members(index.facts)
            case "withdrawn":
                return self._members(index.groups.withdrawn)
            case "answered":
                return self._listed(index.groups.answered)
            case "last added":
                return sum_of(id_.encode() for id_ in index.groups.last_added)
            case "all digests listed":
                return self._listed(index.current)
            case "every digest listed":
                return self._listed(index.facts)
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


def _typed(provider: Provider | None) -> bytes:
    """A provider as it was typed, and where: its page leads to the line."""
    if provider is None:
        return ABSENT
    place = provider.position
    return sum_of([repr((provider.id, provider.record, place.path, place.line)).encode()])


def _all_typed(index: Index) -> list[bytes]:
    return [_typed(item) for item in index.providers.values()]
