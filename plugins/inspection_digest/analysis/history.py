"""A provider's reports in order: what moved, what never rose, what was weak again.

Within one framework grades are compared standard by standard. Between two frameworks they are
compared by what a standard measures, and only as far as the later framework says that they may
be: where it does not, the line breaks, and no move is made up.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct

from inspection_digest.reading.framework_records import Comparable, FrameworkRecord
from inspection_digest.reading.library import Digest, Framework, Library


class Grading(Struct, frozen=True):
    """A grade in one report: `standard` is its id there, "" for the overall grade.

    `step` is counted from 0 at the lowest grade.
    """

    digest: str
    standard: str
    grade: str
    step: int


class Move(Struct, frozen=True):
    """One measure in two reports running; `steps` up or down, 0 where it stayed."""

    measure: str
    before: Grading
    after: Grading

    @property
    def steps(self) -> int:
        return self.after.step - self.before.step


class Passage(Struct, frozen=True):
    """From one report to the next. `comparable`: what may be compared between the two.

    `same_framework` False is a change of framework, which a page must say. `overall` is None where
    either grade is not known or may not be compared. `moves` are the measures graded in both, in
    the later framework's order. `alone_before`, `alone_after`: standards graded in one of the
    reports that have no counterpart in the other's framework.
    """

    before: str
    after: str
    same_framework: bool
    comparable: Comparable
    overall: Move | None
    moves: tuple[Move, ...]
    alone_before: tuple[str, ...]
    alone_after: tuple[str, ...]


class Line(Struct, frozen=True):
    """One measure over reports that may be compared, oldest first; two grades at least."""

    measure: str
    gradings: tuple[Grading, ...]


class History(Struct, frozen=True):
    """A provider's reports, oldest first, and what can be said of them.

    `breaks`: the passages across which standards may not be compared. `never_rose`: measures below
    the top grade that were never graded higher than in the report before, over every report of an
    unbroken line. `weak_again`: moves from below the middle of the scale to below the middle.
    """

    provider: str
    digests: tuple[str, ...]
    passages: tuple[Passage, ...]
    never_rose: tuple[Line, ...]
    weak_again: tuple[Move, ...]

    @property
    def breaks(self) -> tuple[Passage, ...]:
        return tuple(item for item in self.passages if item.comparable != "all")

    @property
    def changes_of_framework(self) -> tuple[Passage, ...]:
        return tuple(item for item in self.passages if not item.same_framework)


def history(provider: str, library: Library, newest: int = 0) -> History:
    """What the reports of a provider, in order, say about each other: the `newest`, or all (0)."""
    digests = reports(provider, library)[-newest:]
    passages = tuple(passage(first, second, library) for first, second in pairwise(digests))
    moves = [move for item in passages for move in item.moves]
    return History(
        provider,
        tuple(digest.id for digest in digests),
        passages,
        tuple(_never_rose(passages, library)),
        tuple(move for move in moves if _weak(move.before, library) and _weak(move.after, library)),
    )


def reports(provider: str, library: Library) -> tuple[Digest, ...]:
    """A provider's reports, oldest first; before them those that the first names as `previous`."""
    found = list(library.by_provider.get(provider, ()))
    while found and (earlier := library.digests.get(found[0].record.previous or "")):
        if any(item.id == earlier.id for item in found):  # they name each other in a circle
            break
        found.insert(0, earlier)
    return tuple(found)


def passage(before: Digest, after: Digest, library: Library) -> Passage:
    """What moved between two reports, as far as their frameworks may be compared."""
    old, new = (library.frameworks[item.record.framework] for item in (before, after))
    comparable = comparability(old, new)
    places = _counterparts(old.record, new.record, same=old.id == new.id)
    moves = tuple(
        Move(measure, first, second)
        for measure, (number, other) in places.items()
        if (first := _grading(before, old, number)) and (second := _grading(after, new, other))
    )
    overall = None
    if comparable != "none":
        first, second = _grading(before, old, ""), _grading(after, new, "")
        overall = Move("overall", first, second) if first and second else None
    paired_before = {number for number, _ in places.values()}
    paired_after = {number for _, number in places.values()}
    return Passage(
        before.id,
        after.id,
        old.id == new.id,
        comparable,
        overall,
        moves if comparable == "all" else (),
        tuple(number for number in before.record.ratings if number not in paired_before),
        tuple(number for number in after.record.ratings if number not in paired_after),
    )


def comparability(before: Framework, after: Framework) -> Comparable:
    """What the later framework says may be compared with the earlier; `all` within one."""
    if before.id == after.id:
        return "all"
    follows = after.record.follows.get(before.id)
    return follows.comparable if follows else "none"


def neighbours(digest: Digest, library: Library) -> tuple[Digest | None, Digest | None]:
    """The report before and the report after, of the same provider unless `previous` says so."""
    before, after = library.beside[digest.id]
    if digest.record.previous:
        before = library.digests.get(digest.record.previous)
    return before, after or library.followers.get(digest.id)


def _counterparts(
    before: FrameworkRecord, after: FrameworkRecord, *, same: bool
) -> Mapping[str, tuple[str, str]]:
    """(id before, id after) of each measure in both, in the later framework's order.

    Within one framework a standard is its own counterpart, whether or not its measure is named.
    """
    if same:
        return {
            item.measure or number: (number, number) for number, item in after.standards.items()
        }
    ids = {item.measure: number for number, item in before.standards.items() if item.measure}
    return {
        item.measure: (ids[item.measure], number)
        for number, item in after.standards.items()
        if item.measure and item.measure in ids
    }


def _grading(digest: Digest, framework: Framework, standard: str) -> Grading | None:
    grade = digest.record.ratings.get(standard) if standard else digest.record.overall
    step = framework.grade_named(grade) if grade else None
    return None if grade is None or step is None else Grading(digest.id, standard, grade, step)


def _never_rose(passages: tuple[Passage, ...], library: Library) -> list[Line]:
    """Of each unbroken run of reports, the measures graded in every one of them."""
    found: list[Line] = []
    runs: list[list[Passage]] = [[]]
    for item in passages:
        if item.comparable == "all":
            runs[-1].append(item)
        else:
            runs.append([])
    for run in runs:
        for measure in dict.fromkeys(move.measure for item in run[:1] for move in item.moves):
            moves = [move for item in run for move in item.moves if move.measure == measure]
            if len(moves) == len(run) and all(move.steps <= 0 for move in moves):
                last = moves[-1].after
                if last.step < len(_scale(last, library)) - 1:
                    found.append(Line(measure, (moves[0].before, *(m.after for m in moves))))
    return found


def _weak(grading: Grading, library: Library) -> bool:
    """Below the middle of its scale: the lower two of four grades, the lower two of five."""
    return 2 * grading.step < len(_scale(grading, library)) - 1


def _scale(grading: Grading, library: Library) -> tuple[object, ...]:
    return library.frameworks[library.digests[grading.digest].record.framework].record.scale
