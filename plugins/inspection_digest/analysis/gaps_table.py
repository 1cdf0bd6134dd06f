"""How often leadership stands above practice: the figures of the page on the gap.

A report counts as above, level or below only where that is certain (`gap`); every other report is
counted too, as one that cannot be compared, with the reason. Every figure is the tuple of the
digests behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    library: Library, gap_of: Callable[[Digest], Gap | None] | None = None
) -> Mapping[By, tuple[GapFigures, ...]]:
    """For every way to group reports the figures of each group, in order of its key; for `all`, of
    all reports together. Each report is looked at once.

    `gap_of`: where the gap of a digest is known already.
    """
    gap_of = gap_of or partial(_gap, library)
    found: dict[By, dict[str, _Figures]] = {by: {} for by in GROUPS}
    for digest in library.digests.values():
        item = gap_of(digest)
        stand = (item.stand or "open") if item else _why_not(digest, library)
        for by, group in GROUPS.items():
            key = group(digest, library)
            found[by].setdefault(key, _Figures()).add(digest.id, item, stand)
    return {
        by: tuple(figures.of(key) for key, figures in sorted(groups.items()))
        for by, groups in found.items()
    }


class _Figures:
    """Gathers the reports of a group."""

    def __init__(self) -> None:
        self._stands: dict[str, list[str]] = {}
        self._exact: dict[int, list[str]] = {}
        self._at_least: dict[int, list[str]] = {}

    def add(self, digest: str, item: Gap | None, stand: str) -> None:
        self._stands.setdefault(stand, []).append(digest)
        if item and item.exact:
            self._exact.setdefault(item.steps, []).append(digest)
        elif item and item.stand:
            self._at_least.setdefault(item.steps, []).append(digest)

    def of(self, key: str) -> GapFigures:
        above, level, below, open_, lead, practice = (
            tuple(self._stands.get(name, ()))
            for name in ("above", "level", "below", "open", "no_leadership", "no_practice")
        )
        exact, at_least = _widest(self._exact), _widest(self._at_least)
        return GapFigures(key, above, level, below, exact, at_least, open_, lead, practice)


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
