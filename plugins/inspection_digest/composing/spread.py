"""Which sets of reports are counted together: by framework, by round, by fact."""

from __future__ import annotations

from inspection_digest.analysis.peers import OVERALL, Distribution, Key, Stating, stated
from inspection_digest.reading.library import Digest, Framework, Library


def all_distributions(library: Library, id_: str) -> dict[Key, Distribution]:
    """Of all reports by a framework; by round too where they are of more than one."""
    digests, framework = library.by_framework.get(id_, ()), library.frameworks[id_]
    facts, rounds = facts_of(framework), rounds_of(digests)
    stating = {(name, fact): Stating() for name in (None, *rounds) for fact in facts}
    for digest in digests:  # one after the other: not all of them are at hand at once
        record = digest.record
        for fact in facts:
            word = stated(record, fact)
            stating[None, fact].add(digest.id, word)
            if record.round in rounds:
                stating[record.round, fact].add(digest.id, word)
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
    names = {digest.record.round for digest in digests}
    return sorted(name for name in names if name) if len(names) > 1 else []
