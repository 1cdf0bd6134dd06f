"""From the grades of the standards to the overall grade: points, totals, and the published rule.

Every rule is the framework's: its points, which standards count, its bands and its limits. An
overall grade is worked out only by a rule that the inspectorate published; without one there are
points at most, and a total. What is not known stays a range: never a guess, never rounded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from msgspec import Struct

from inspection_digest.reading.framework_records import Basis, FrameworkRecord, LimitRecord
from inspection_digest.reading.records import DigestRecord


class Contribution(Struct, frozen=True):
    """What one standard adds. `grade` None: not known. `points` None: not known, or not a grade.

    `most` is what the highest grade would add.
    """

    standard: str
    grade: str | None
    points: int | None
    most: int


class Score(Struct, frozen=True):
    """Points by a framework's scale, of the standards that count, in its order.

    `known`: the sum of the points known. `lowest`, `highest`: between these the total lies,
    whatever the unknown grades are; the spread over the grades, where one is recorded, and the
    total that the inspectorate printed narrow it. `most`: every standard that was graded or may
    have been, at the highest grade. `printed`: the inspectorate's own total. `basis`: how the
    points are known (the framework's rule `points`), None where it does not say.
    """

    contributions: tuple[Contribution, ...]
    known: int
    lowest: int
    highest: int
    most: int
    unknown: tuple[str, ...]
    ungraded: tuple[str, ...]
    printed: int | None
    basis: Basis | None

    @property
    def total(self) -> int | None:
        """The total, where only one is possible."""
        return self.lowest if self.lowest == self.highest else None

    @property
    def printed_fits(self) -> bool:
        """Whether the printed total, if any, can come of the grades as they are recorded."""
        return self.printed is None or self.lowest <= self.printed <= self.highest


class Margin(Struct, frozen=True):
    """How far a total is from the bands beside its own: points more, points fewer; None: no band.

    `more` points would give `higher`; `fewer` points would leave `lower`.
    """

    grade: str
    more: int | None
    higher: str | None
    fewer: int | None
    lower: str | None


class Outcome(Struct, frozen=True):
    """What the published rule makes of the grades, and what the report says.

    `possible`: the overall grades the rule allows with what is known, lowest first; empty where
    no rule is published. `agrees`: whether the stated grade is among them; None where it cannot
    be said. `capped_by`: the limits that certainly hold the overall grade down.
    """

    stated: str | None
    possible: tuple[str, ...]
    capped_by: tuple[LimitRecord, ...]
    agrees: bool | None

    @property
    def computed(self) -> str | None:
        """The overall grade by the published rule, where only one is possible."""
        return self.possible[0] if len(self.possible) == 1 else None


class Change(Struct, frozen=True):
    """One standard at another grade, and the overall grade that the published rule then gives.

    `steps` is the change on the scale, up or down.
    """

    standard: str
    from_grade: str
    to_grade: str
    steps: int
    overall_before: str
    overall_after: str


def score(framework: FrameworkRecord, record: DigestRecord) -> Score | None:
    """The points of a report; None where the framework has no points for every grade."""
    points = {grade.name: grade.points for grade in framework.scale}
    worth = {name: value for name, value in points.items() if value is not None}
    counted = _counted(framework)
    if not worth or len(worth) < len(points) or not counted:
        return None
    most = max(worth.values())
    contributions = tuple(
        Contribution(number, grade, worth.get(grade or ""), most)
        for number, grade in ((number, record.ratings.get(number)) for number in counted)
    )
    unknown = tuple(item.standard for item in contributions if item.grade is None)
    known = sum(item.points or 0 for item in contributions)
    room = _room(framework, record, len(unknown), worth)
    lowest, highest = known + sum(min(free) for free in room), known + sum(map(max, room))
    if record.points is not None and lowest <= record.points <= highest:
        lowest = highest = record.points
    rule = framework.rules.get("points")
    return Score(
        contributions,
        known,
        lowest,
        highest,
        most * sum(item.points is not None or item.grade is None for item in contributions),
        unknown,
        tuple(item.standard for item in contributions if item.grade and item.points is None),
        record.points,
        rule.basis if rule else None,
    )


def margin(framework: FrameworkRecord, total: int) -> Margin | None:
    """Where a total stands among the published bands; None where there are none for it."""
    bands = framework.overall.bands
    if not _published(framework):
        return None
    place = sum(band.from_ <= total for band in bands) - 1
    if place < 0:
        return None
    above = bands[place + 1] if place + 1 < len(bands) else None
    return Margin(
        grade=bands[place].grade,
        more=above.from_ - total if above else None,
        higher=above.grade if above else None,
        fewer=total - bands[place].from_ + 1 if place else None,
        lower=bands[place - 1].grade if place else None,
    )


def outcome(framework: FrameworkRecord, record: DigestRecord) -> Outcome:
    """The overall grade by the published rule, set beside the one that the report states."""
    graded = framework.overall.given and _published(framework)
    names = _names(framework)
    if not graded or not names:
        return Outcome(record.overall, (), (), None)
    allowed = _from_bands(framework, record)
    certain, may = _limits(framework, record)
    caps = {names.index(limit.at_most) for limit in may}
    top = min((names.index(limit.at_most) for limit in certain), default=len(names) - 1)
    steps = {min(step, top, cap) for step in allowed for cap in (top, *caps)}
    possible = tuple(names[step] for step in sorted(steps))
    agrees = record.overall in possible if record.overall in names else None
    if len(possible) == len(names):
        agrees = None  # the rule says nothing about a report of which so little is known
    return Outcome(record.overall, possible, certain, agrees)


def what_if(
    framework: FrameworkRecord, record: DigestRecord, most: int | None = None
) -> tuple[Change, ...]:
    """Every single change of grade that would change the overall grade, the smallest first.

    Only by a published rule, only where it gives one grade now, and only where the report states
    that same grade: otherwise something else decided. `most`: after so many, no more are sought.
    """
    before = outcome(framework, record).computed
    if before is None or record.overall != before:
        return ()
    return tuple(islice(_changes(framework, record, before), most))


def _changes(framework: FrameworkRecord, record: DigestRecord, before: str) -> Iterator[Change]:
    names = _names(framework)
    limits = framework.overall.limits
    # Two standards that are named by the same limits are alike to the rule: it is asked once for
    # all that change from one grade to the same other one.
    known: dict[tuple[object, ...], str | None] = {}
    for steps in sorted(range(1 - len(names), len(names)), key=lambda steps: (abs(steps), -steps)):
        for number in _counted(framework):
            grade = record.ratings.get(number)
            place = names.index(grade) + steps if grade in names else -1
            if not steps or not 0 <= place < len(names) or grade is None:
                continue
            alike = (grade, names[place], *(number in limit.standards for limit in limits))
            if alike not in known:
                known[alike] = _with(framework, record, {number: names[place]})
            after = known[alike]
            if after is not None and after != before:
                yield Change(number, grade, names[place], steps, before, after)


def _with(
    framework: FrameworkRecord, record: DigestRecord, change: Mapping[str, str]
) -> str | None:
    """The overall grade that the rule would give with a change of ratings."""
    ratings = {**record.ratings, **change}
    changed = record.model_copy(update={"ratings": ratings, "spread": {}, "points": None})
    return outcome(framework, changed).computed


def _counted(framework: FrameworkRecord) -> tuple[str, ...]:
    return tuple(number for number, item in framework.standards.items() if item.counts)


def _names(framework: FrameworkRecord) -> list[str]:
    return [grade.name for grade in framework.scale]


def _published(framework: FrameworkRecord) -> bool:
    overall = framework.overall
    return overall.basis == "published" and bool(overall.bands or overall.limits)


def _room(
    framework: FrameworkRecord, record: DigestRecord, unknown: int, worth: dict[str, int]
) -> list[list[int]]:
    """For each standard of unknown grade, the points it can have, as far as the spread says.

    The spread counts every standard, so it is used only where every standard counts.
    """
    free = list(worth.values())
    if not record.spread or len(_counted(framework)) < len(framework.standards):
        return [free] * unknown
    known = Counter(record.ratings.values())
    settled = [
        [worth[grade]]
        for grade, number in record.spread.items()
        if grade in worth
        for _ in range(number - known[grade])
    ]
    others = [value for grade, value in worth.items() if grade not in record.spread] or free
    return [*settled[:unknown], *[others] * (unknown - len(settled))]


def _from_bands(framework: FrameworkRecord, record: DigestRecord) -> set[int]:
    """The steps of the overall grade that the bands allow; all of them where there are no bands.

    A standard that was not graded leaves the total without a band: no rule says what then.
    """
    names, points = _names(framework), score(framework, record)
    if not framework.overall.bands or points is None or points.ungraded:
        return set(range(len(names)))
    found = (margin(framework, total) for total in range(points.lowest, points.highest + 1))
    return {names.index(item.grade) for item in found if item}


def _limits(
    framework: FrameworkRecord, record: DigestRecord
) -> tuple[tuple[LimitRecord, ...], tuple[LimitRecord, ...]]:
    """The limits that certainly apply, and those that may, depending on grades not known."""
    names = _names(framework)
    certain, may = [], []
    for limit in framework.overall.limits:
        numbers: Iterable[str] = limit.standards or _counted(framework)
        grades = [record.ratings.get(number) for number in numbers]
        low = sum(g in names and names.index(g) <= names.index(limit.grade) for g in grades if g)
        if low >= limit.number:
            certain.append(limit)
        elif low + grades.count(None) >= limit.number:
            may.append(limit)
    return tuple(certain), tuple(may)
