"""What is on the shelf: the facts of every digest, and the sums of all else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from inspection_digest.analysis.peers import Distribution
from inspection_digest.diagnostics import Diagnostic
from inspection_digest.reading.library import Framework, Provider
from inspection_digest.shelf.facts import Facts, sum_of
from inspection_digest.shelf.watch import Cell

ABSENT = b""
Group = Mapping[str, tuple[Facts, ...]]


@dataclass(frozen=True)
class Index:
    """`facts` by digest, oldest report first, the withdrawn among them; all else by its own id.

    `sources`: the sum of each record with its text. `via`: of those that are held through another,
    that other. `warnings`: what is said of each file of a content folder that has no errors.
    """

    facts: Mapping[str, Facts]
    sources: Mapping[str, bytes]
    via: Mapping[str, str]
    frameworks: Mapping[str, Framework]
    framework_sums: Mapping[str, bytes]
    providers: Mapping[str, Provider]
    warnings: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)

    @cached_property
    def current(self) -> Mapping[str, Facts]:
        """Without the digests that are withdrawn."""
        return {id_: item for id_, item in self.facts.items() if not item.is_withdrawn}

    @cached_property
    def withdrawn(self) -> tuple[Facts, ...]:
        return tuple(item for item in self.facts.values() if item.is_withdrawn)

    @cached_property
    def by_provider(self) -> Group:
        return _grouped(self.current.values(), lambda item: (item.provider,))

    @cached_property
    def every_by_provider(self) -> Group:
        """The withdrawn among them."""
        return _grouped(self.facts.values(), lambda item: (item.provider,))

    @cached_property
    def by_framework(self) -> Group:
        return _grouped(self.current.values(), lambda item: (item.framework,))

    @cached_property
    def by_source(self) -> Group:
        return _grouped(self.current.values(), lambda item: item.sources)

    @cached_property
    def followers(self) -> Mapping[str, Facts]:
        """As `Library.followers`."""
        return {
            item.previous: item for item in reversed(tuple(self.current.values())) if item.previous
        }


def _grouped(items: Iterable[Facts], keys: Callable[[Facts], Iterable[str]]) -> Group:
    found: dict[str, list[Facts]] = {}
    for item in items:
        for key in keys(item):
            found.setdefault(key, []).append(item)
    return {key: tuple(members) for key, members in found.items()}


class Sums:
    """The sum of each cell, as the index has it now. An unknown cell is `ABSENT`."""

    def __init__(
        self,
        index: Index,
        templates: Mapping[str, bytes],
        distribution: Callable[[str], Distribution | None],
    ) -> None:
        self._index, self._templates, self._distribution = index, templates, distribution
        self._found: dict[Cell, bytes] = {}

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
    # Kinds of which the sum is in the index as it is.
    KEPT = frozenset({"facts", "said", "words", "source", "framework", "template"})
    WHOLE = (("every digest", ""), ("all frameworks", ""), ("all providers", ""))

    def facts_as_before(self, known: Iterable[tuple[Cell, bytes]]) -> bool:
        """Whether no fact has changed at all since these sums were noted."""
        sums = {cell: sum_ for cell, sum_ in known if cell in self.WHOLE}
        return len(sums) == len(self.WHOLE) and all(self[cell] == sums[cell] for cell in self.WHOLE)

    def __getitem__(self, cell: Cell) -> bytes:
        if cell[0] in self.KEPT:
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
                return sum_of(_typed(item) for item in index.providers.values())
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
