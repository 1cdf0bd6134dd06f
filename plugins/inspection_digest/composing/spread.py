"""Which sets of reports are counted together: by framework, by round, by fact."""

from __future__ import annotations

from collections import defaultdict

from inspection_digest.analysis.peers import OVERALL, Distribution, Key, Stating, stated
from inspection_digest.reading.library import Digest, Framework, Library


def all_distributions(library: Library, id_: str) -> dict[Key, Distribution]:
    """Of all reports by a framework; by round too where they are of more than one."""
    framework, names = library.frameworks[id_], set()
    facts = facts_of(framework)
    stating: defaultdict[tuple[str | None, str], Stating] = defaultdict(Stating)
    for digest in library.by_framework.get(id_, ()):  # each is looked at once
        record = digest.record
        names.add(record.round)
        for fact in facts:
            word = stated(record, fact)
            stating[None, fact].add(digest.id, word)
            if record.round:
                stating[record.round, fact].add(digest.id, word)
    rounds = _several(names)
    return {
        (id_, name, fact): stating[name, fact].distribution(framework, fact, name)
        for fact in facts
        for name in (None, *rounds)
    }


def facts_of(framework: Framework) -> tuple[str, ...]:
    facts = tuple(framework.record.standards)
    return (OVERALL, *facts) if framework.record.overall.given else facts


def rounds_of(digests: tuple[Digest, ...]) -> list[str]:
    """The rounds, where the reports are not all of one."""
    return _several({digest.record.round for digest in digests})


def _several(names: set[str | None]) -> list[str]:
    return sorted(name for name in names if name) if len(names) > 1 else []
