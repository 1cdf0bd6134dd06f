"""How far leadership stands above the work with people, in steps of the scale.

The gap is the grade for leadership less the lowest grade of a practice standard: which standard is
which is said by the framework (`role`). Where practice grades are missing, the lowest one known
still sets a least gap, since the one not known can only be lower; that it is the gap itself is
said only where nothing unknown could change it. Where a source says how many standards were given
each grade and not which, counting alone can be certain: four Inadequate do not fit into the three
standards that are not practice. Nothing is filled in.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from inspection_digest.reading.framework_records import FrameworkRecord
from inspection_digest.reading.records import DigestRecord

Stand = Literal["above", "level", "below"]


class Gap(Struct, frozen=True):
    """Leadership against practice in one report.

    `steps`: leadership's step less that of the weakest practice grade known. `exact`: no unknown
    grade could make it another; if False, the gap is `steps` or more. `weakest`: the practice
    standards at that lowest grade; empty where the grade is known by counting only and which
    standard has it is not. `above_mean`: leadership's step less the mean of all practice steps,
    exactly; None while a practice grade is not known. `known`, `unknown`, `ungraded`: the practice
    standards with a grade, without one, and with a word that is none. `uncertain`: the facts this
    rests on that the digest marks as not certain.
    """

    standard: str
    grade: str
    weakest: tuple[str, ...]
    weakest_grade: str
    steps: int
    exact: bool
    above_mean: Fraction | None
    known: tuple[str, ...]
    unknown: tuple[str, ...]
    ungraded: tuple[str, ...]
    uncertain: tuple[str, ...]

    @property
    def stand(self) -> Stand | None:
        """Where leadership stands, as far as it is certain; None where it is not."""
        if self.steps > 0:
            return "above"
        if not self.exact:
            return None
        return "level" if self.steps == 0 else "below"


class Roles(Struct, frozen=True):
    """What the gap asks of a framework: the step of each grade, and which standards judge what."""

    step: dict[str, int]
    leadership: tuple[str, ...]
    practice: tuple[str, ...]

    @classmethod
    def of(cls, framework: FrameworkRecord) -> Roles:
        step = {grade.name: place for place, grade in enumerate(framework.scale)}
        return cls(step, _with_role(framework, "leadership"), _with_role(framework, "practice"))


def gap(framework: FrameworkRecord, record: DigestRecord, roles: Roles | None = None) -> Gap | None:
    """None where leadership's grade is not known, or nothing is known of any practice standard.

    Of several leadership standards the first with a grade is taken. `roles`: those of the
    framework, for whoever asks of many digests.
    """
    roles = roles or Roles.of(framework)
    step, practice = roles.step, roles.practice
    lead = _graded(roles, record)
    steps = {number: step[g] for number in practice if (g := record.ratings.get(number)) in step}
    counted = _low_by_counting(framework, record, practice)
    lows = [low for low in (*steps.values(), counted) if low is not None]
    if lead is None or not lows:
        return None
    unknown = tuple(number for number in practice if number not in record.ratings)
    lowest, leads = min(lows), step[record.ratings[lead]]
    mean = Fraction(sum(steps.values()), len(steps)) if steps and not unknown else None
    return Gap(
        standard=lead,
        grade=record.ratings[lead],
        weakest=tuple(number for number, low in steps.items() if low == lowest),
        weakest_grade=framework.scale[lowest].name,
        steps=leads - lowest,
        exact=not unknown or lowest == 0,
        above_mean=None if mean is None else leads - mean,
        known=tuple(steps),
        unknown=unknown,
        ungraded=tuple(n for n in practice if n in record.ratings and n not in steps),
        uncertain=tuple(fact for fact in (lead, *steps, "spread") if fact in record.uncertain),
    )


def above_overall(framework: FrameworkRecord, record: DigestRecord) -> int | None:
    """Leadership's step less the overall grade's; None where either is not known."""
    roles = Roles.of(framework)
    lead, step = _graded(roles, record), roles.step
    if lead is None or record.overall not in step:
        return None
    return step[record.ratings[lead]] - step[record.overall]


def leadership(framework: FrameworkRecord, record: DigestRecord) -> str | None:
    """The first leadership standard that has a grade."""
    return _graded(Roles.of(framework), record)


def _graded(roles: Roles, record: DigestRecord) -> str | None:
    ratings = record.ratings
    return next((n for n in roles.leadership if ratings.get(n) in roles.step), None)


def _low_by_counting(
    framework: FrameworkRecord, record: DigestRecord, practice: tuple[str, ...]
) -> int | None:
    """The lowest step that some practice standard of unknown grade must have, or a lower one.

    More grades that low are left over than there are other standards to have them. What the spread
    does not count is taken for graded only where it says how often no grade was given.
    """
    if not record.spread:
        return None
    names = [grade.name for grade in framework.scale]
    open_ = [number for number in framework.standards if number not in record.ratings]
    elsewhere = sum(number not in practice for number in open_)
    known = Counter(record.ratings.values())
    left = {grade: number - known[grade] for grade, number in record.spread.items()}
    rest = len(open_) - sum(left.values())
    open_grades = {grade for grade in names if grade not in left}
    is_graded = bool(open_grades) and all(word in left for word in framework.not_graded)
    for low in range(len(names) - 1):
        low_or_less = names[: low + 1]
        count = sum(left.get(grade, 0) for grade in low_or_less)
        if is_graded and open_grades.issubset(low_or_less):
            count += rest
        if count > elsewhere:
            return low
    return None


def _with_role(framework: FrameworkRecord, role: str) -> tuple[str, ...]:
    return tuple(number for number, item in framework.standards.items() if item.role == role)
