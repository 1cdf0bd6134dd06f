"""How often leadership stands above practice: the figures of the page on the gap.

A report counts as above, level or below only where that is certain (`gap`); every other report is
counted too, as one that cannot be compared, with the reason. Every figure is the tuple of the
digests behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Literal

from msgspec import Struct

from inspection_digest.analysis.gap import Gap, gap, leadership
from inspection_digest.reading.library import Digest, Library

By = Literal["all", "inspectorate", "framework", "period", "owner"]


class GapFigures(Struct, frozen=True):
    """One group of reports; `key` is "" for reports of which the group is not known.

    `above`, `level`, `below`: where leadership certainly stands. `steps`: (gap, reports) for gaps
    known exactly, the widest first. `at_least`: the same for reports above whose gap may be wider
    still. `open`: leadership and some practice grade are known, and it is not certain where
    leadership stands. `no_leadership`: its grade is not known, or there is no such standard.
    `no_practice`: leadership is known and nothing of practice. Each report is in one of above,
    level, below, open, no_leadership and no_practice.
    """

    key: str
    above: tuple[str, ...]
    level: tuple[str, ...]
    below: tuple[str, ...]
    steps: tuple[tuple[int, tuple[str, ...]], ...]
    at_least: tuple[tuple[int, tuple[str, ...]], ...]
    open: tuple[str, ...]
    no_leadership: tuple[str, ...]
    no_practice: tuple[str, ...]

    @property
    def compared(self) -> int:
        """How many reports can be compared."""
        return len(self.above) + len(self.level) + len(self.below)

    @property
    def not_compared(self) -> tuple[str, ...]:
        """The reports that cannot be compared, whatever the reason."""
        return (*self.open, *self.no_leadership, *self.no_practice)


def gap_figures(
    library: Library, by: By = "all", gap_of: Callable[[Digest], Gap | None] | None = None
) -> tuple[GapFigures, ...]:
    """The figures of every group, in order of its key; of all reports together for `all`.

    `gap_of`: where the gap of a digest is known already.
    """
    group = GROUPS[by]
    groups: dict[str, list[Digest]] = {}
    for digest in library.digests.values():
        groups.setdefault(group(digest, library), []).append(digest)
    find = gap_of or partial(_gap, library)
    return tuple(_figures(key, digests, library, find) for key, digests in sorted(groups.items()))


def _figures(
    key: str,
    digests: Iterable[Digest],
    library: Library,
    gap_of: Callable[[Digest], Gap | None],
) -> GapFigures:
    stands: dict[str, list[str]] = {}
    exact: dict[int, list[str]] = {}
    at_least: dict[int, list[str]] = {}
    for digest in digests:
        item = gap_of(digest)
        stand = (item.stand or "open") if item else _why_not(digest, library)
        stands.setdefault(stand, []).append(digest.id)
        if item and item.exact:
            exact.setdefault(item.steps, []).append(digest.id)
        elif item and item.stand:
            at_least.setdefault(item.steps, []).append(digest.id)
    above, level, below, open_, lead, practice = (
        tuple(stands.get(name, ()))
        for name in ("above", "level", "below", "open", "no_leadership", "no_practice")
    )
    return GapFigures(
        key, above, level, below, _widest(exact), _widest(at_least), open_, lead, practice
    )


def _widest(steps: dict[int, list[str]]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    return tuple((number, tuple(steps[number])) for number in sorted(steps, reverse=True))


def _gap(library: Library, digest: Digest) -> Gap | None:
    return gap(library.frameworks[digest.record.framework].record, digest.record)


def _why_not(digest: Digest, library: Library) -> str:
    framework = library.frameworks[digest.record.framework].record
    return "no_leadership" if leadership(framework, digest.record) is None else "no_practice"


def _period(digest: Digest, _: Library) -> str:
    """The round; without one the year of publication, or else of the inspection."""
    record = digest.record
    period = record.inspected
    day = record.published or ((period.to or period.from_) if period else None)
    return record.round or (str(day.year) if day else "")


def _owner(digest: Digest, library: Library) -> str:
    """Who ran the provider when it was inspected, or when the report came out."""
    period = digest.record.inspected
    day = (period.to or period.from_) if period else digest.record.published
    return library.providers[digest.provider].owner_on(day)


GROUPS: Mapping[By, Callable[[Digest, Library], str]] = {
    "all": lambda _, __: "",
    "inspectorate": lambda digest, library: (
        library.frameworks[digest.record.framework].record.inspectorate
    ),
    "framework": lambda digest, _: digest.record.framework,
    "period": _period,
    "owner": _owner,
}
