"""What is on the shelf: the facts of every digest, and the sums of all else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from inspection_digest.analysis.peers import Counted
from inspection_digest.diagnostics import Diagnostic
from inspection_digest.evidence.proofs import Verdict
from inspection_digest.reading.library import Framework, Provider
from inspection_digest.shelf.facts import Facts

Group = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Groups:
    """What is worked out from facts: the ids of digests by what these have in common, in their
    order, and counts. Of the groups `every_by_provider`, `answered` and `last_added` have the
    withdrawn among them."""

    facts: Mapping[str, Facts]

    @cached_property
    def withdrawn(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.facts.values() if item.is_withdrawn)

    @cached_property
    def answered(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.facts.values() if item.is_answered)

    @cached_property
    def last_added(self) -> tuple[str, ...]:
        """As `Library.last_added`."""
        facts = sorted(self.facts.values(), key=lambda item: item.last_added, reverse=True)
        return tuple(item.id for item in facts)

    @cached_property
    def by_provider(self) -> Group:
        return _grouped(self._current, lambda item: (item.provider,))

    @cached_property
    def every_by_provider(self) -> Group:
        return _grouped(self.facts.values(), lambda item: (item.provider,))

    @cached_property
    def by_framework(self) -> Group:
        return _grouped(self._current, lambda item: (item.framework,))

    @cached_property
    def by_source(self) -> Group:
        return _grouped(self._current, lambda item: item.sources)

    @cached_property
    def followers(self) -> Mapping[str, str]:
        """As `Library.followers`."""
        return {item.previous: item.id for item in reversed(self._current) if item.previous}

    @cached_property
    def verdicts(self) -> Mapping[Verdict, int]:
        """How many quotations there are of each."""
        names = Counter(chain.from_iterable(item.verdicts for item in self._current))
        return {Verdict(name): number for name, number in names.items()}

    @cached_property
    def _current(self) -> tuple[Facts, ...]:
        return tuple(item for item in self.facts.values() if not item.is_withdrawn)


@dataclass(frozen=True)
class Index:
    """`facts` by digest, oldest report first, the withdrawn among them; all else by its own id.

    `sources`: the sum of each record with its text. `via`: of those that are held through another,
    that other. `warnings`: what is said of each file of a content folder that has no errors.
    `counted`: how often each grade is given in these facts, as far as that is known.
    """

    facts: Mapping[str, Facts]
    sources: Mapping[str, bytes]
    via: Mapping[str, str]
    frameworks: Mapping[str, Framework]
    framework_sums: Mapping[str, bytes]
    providers: Mapping[str, Provider]
    warnings: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    counted: Counted = field(default_factory=dict)

    @cached_property
    def groups(self) -> Groups:
        return Groups(self.facts)

    @cached_property
    def current(self) -> Mapping[str, Facts]:
        """Without the digests that are withdrawn."""
        withdrawn = self.groups.withdrawn
        if not withdrawn:
            return self.facts
        return {id_: item for id_, item in self.facts.items() if not item.is_withdrawn}

    def with_counts_of(self, other: Index, *, same_listed: bool) -> Index:
        """With what was worked out from the facts of another, which has to have the same.
        `same_listed`: and lists the same of every digest."""
        found = replace(self, counted=other.counted)
        if same_listed:
            found.__dict__["groups"] = other.groups
        return found


def _grouped(items: Iterable[Facts], keys: Callable[[Facts], Iterable[str]]) -> Group:
    found: dict[str, list[str]] = {}
    for item in items:
        for key in keys(item):
            found.setdefault(key, []).append(item.id)
    return {key: tuple(members) for key, members in found.items()}
