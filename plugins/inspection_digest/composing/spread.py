"""Which sets of reports are counted together: by framework, by round, by fact."""

from __future__ import annotations

from inspection_digest.analysis.peers import OVERALL, Distribution, distribution
from inspection_digest.reading.library import Digest, Framework, Library

Key = tuple[str, str | None, str]  # framework, round or None for all reports, fact


def all_distributions(library: Library, id_: str) -> dict[Key, Distribution]:
    """Of all reports by a framework; by round too where they are of more than one."""
    found: dict[Key, Distribution] = {}
    digests, framework = library.by_framework.get(id_, ()), library.frameworks[id_]
    rounds = rounds_of(digests)
    of_round: dict[str, list[Digest]] = {name: [] for name in rounds}
    for digest in digests:
        if digest.record.round in of_round:
            of_round[digest.record.round].append(digest)
    for fact in facts_of(framework):
        found[id_, None, fact] = distribution(digests, framework, fact)
        for name in rounds:
            found[id_, name, fact] = distribution(of_round[name], framework, fact, name)
    return found


def facts_of(framework: Framework) -> tuple[str, ...]:
    facts = tuple(framework.record.standards)
    return (OVERALL, *facts) if framework.record.overall.given else facts


def rounds_of(digests: tuple[Digest, ...]) -> list[str]:
    """The rounds, where the reports are not all of one."""
    names = {digest.record.round for digest in digests}
    return sorted(name for name in names if name) if len(names) > 1 else []
