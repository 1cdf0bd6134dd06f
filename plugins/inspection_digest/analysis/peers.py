"""Where a grade sits among its peers: the reports of the same round by the same framework.

Every count is the reports behind it, so that each figure can be opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from inspection_digest.reading.library import Digest, Framework, Library
from inspection_digest.reading.records import DigestRecord

OVERALL = "overall"

Key = tuple[str, str | None, str]  # framework, round or None for all reports, fact


class GradeCount(Struct, frozen=True):
    """A word and the ids of the reports that give it. `graded` False: a word that is no grade."""

    grade: str
    digests: tuple[str, ...]
    graded: bool = True


class Distribution(Struct, frozen=True):
    """One fact (`overall` or a standard's id) over a set of reports.

    `counts` are from the highest grade to the lowest, none left out, then the words that are no
    grade and do occur. `unknown`: the reports whose grade is not known to us.
    """

    framework: str
    round: str | None
    fact: str
    counts: tuple[GradeCount, ...]
    unknown: tuple[str, ...]

    @property
    def known(self) -> int:
        """How many reports are known to have a grade."""
        return sum(len(item.digests) for item in self.counts if item.graded)

    def of(self, grade: str) -> tuple[str, ...]:
        """The reports that give a grade."""
        return next((item.digests for item in self.counts if item.grade == grade), ())


Counted = Mapping[str, Mapping[Key, Distribution]]  # by framework


class Peers(Struct, frozen=True):
    """A report's grade among its peers, itself among them."""

    digest: str
    grade: str
    higher: tuple[str, ...]
    same: tuple[str, ...]
    lower: tuple[str, ...]
    distribution: Distribution


class Stating:
    """Gathers reports of one framework by the word that each gives for one fact."""

    def __init__(self) -> None:
        self._behind: dict[str | None, list[str]] = {}

    def add(self, digest: str, word: str | None) -> None:
        self._behind.setdefault(word, []).append(digest)

    def distribution(self, framework: Framework, fact: str, round_: str | None) -> Distribution:
        behind = self._behind
        scale = [grade.name for grade in reversed(framework.record.scale)]
        others = [word for word in framework.record.not_graded if word in behind]
        return Distribution(
            framework.id,
            round_,
            fact,
            (
                *(GradeCount(grade, tuple(behind.get(grade, ()))) for grade in scale),
                *(GradeCount(word, tuple(behind[word]), graded=False) for word in others),
            ),
            tuple(behind.get(None, ())),
        )


def distribution(
    digests: Iterable[Digest], framework: Framework, fact: str, round_: str | None = None
) -> Distribution:
    """How often each grade was given. All of the digests must be by that framework."""
    found = Stating()
    for digest in digests:
        found.add(digest.id, stated(digest.record, fact))
    return found.distribution(framework, fact, round_)


def peers(digest: Digest, library: Library, fact: str = OVERALL) -> Peers | None:
    """Where a report's grade sits in its round; None where it has no grade for that fact.

    A report without a round is set among all reports by its framework.
    """
    framework = library.frameworks[digest.record.framework]
    grade = stated(digest.record, fact)
    step = framework.grade_named(grade) if grade else None
    if grade is None or step is None:
        return None
    round_ = digest.record.round
    group = [
        other
        for other in library.by_framework[framework.id]
        if round_ is None or other.record.round == round_
    ]
    steps = {
        other.id: framework.grade_named(word)
        for other in group
        if (word := stated(other.record, fact))
    }
    return Peers(
        digest.id,
        grade,
        tuple(id_ for id_, other in steps.items() if other is not None and other > step),
        tuple(id_ for id_, other in steps.items() if other == step),
        tuple(id_ for id_, other in steps.items() if other is not None and other < step),
        distribution(group, framework, fact, round_),
    )


def round_totals(library: Library, fact: str = OVERALL) -> Mapping[tuple[str, str], Distribution]:
    """By (framework, round): how often each grade was given. Reports without a round are not in."""
    groups: dict[tuple[str, str], list[Digest]] = {}
    for digest in library.digests.values():
        if digest.record.round:
            groups.setdefault((digest.record.framework, digest.record.round), []).append(digest)
    return {
        key: distribution(digests, library.frameworks[key[0]], fact, key[1])
        for key, digests in sorted(groups.items())
    }


def stated(record: DigestRecord, fact: str) -> str | None:
    """The word a report gives for `overall` or for a standard."""
    return record.overall if fact == OVERALL else record.ratings.get(fact)
