"""What a framework's file holds: an inspectorate's scale, its standards and its rules.

Another inspectorate is another file: a scale of any length, with or without points, an overall
grade or none, words that are no grade. What is not published is left out, never filled in.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from inspection_digest.reading.fields import Date, Prose, Slug, Url, Words
from inspection_digest.reading.records import Record, StandardId

Basis = Literal["published", "derived", "reconstructed"]
Comparable = Literal["all", "overall", "none"]
Points = Annotated[int, Field(ge=0, le=100)]


class GradeRecord(Record):
    name: Words
    """The grade as a reader knows it."""
    points: Points | None = None
    """Points towards the overall grade, where the inspectorate gives points."""
    also: tuple[Words, ...] = ()
    """Other forms the same grade takes in print."""


class GroupRecord(Record):
    name: Words
    """The group's name."""
    judged: Prose
    """What is judged in this group and how, in our own words."""


class StandardRecord(Record):
    name: Words
    """The standard's name."""
    group: Slug
    """The group it belongs to."""
    role: Literal["leadership", "practice"] | None = None
    """Whether it is the leadership standard, or one that judges work with people."""
    measure: Slug | None = None
    """What it measures, by the same word in every framework (`leadership`, `assessment`): numbers
    change their meaning, so standards of two frameworks are compared by this word only."""
    counts: bool = True
    """Whether it counts towards the overall grade."""
    terms: tuple[Words, ...] = ()
    """Words by which a text mentions it, for the plain search of what a release leaves out."""


class RuleRecord(Record):
    says: Prose
    """The rule, in our own words."""
    basis: Basis
    """`published` by the inspectorate, `derived` from stated facts, or `reconstructed`."""
    url: Url
    """The page that states it, or the fact it is derived from."""


class BandRecord(Record):
    from_: Annotated[int, Field(alias="from", ge=0, le=1000)]
    """The lowest total of points that gives the grade."""
    grade: Words
    """The overall grade."""


class LimitRecord(Record):
    standards: tuple[StandardId, ...] = ()
    """The standards it looks at; without this, all that count."""
    grade: Words
    """It looks for this grade or a lower one..."""
    number: Annotated[int, Field(ge=1, le=100)] = 1
    """... in so many of them, or more..."""
    at_most: Words
    """... and then the overall grade is this one at most."""


class OverallRecord(Record):
    given: bool = True
    """Whether the inspectorate gives an overall grade at all: `yes` or `no`."""
    bands: tuple[BandRecord, ...] = ()
    """Which total of points gives which overall grade, from the lowest."""
    limits: tuple[LimitRecord, ...] = ()
    """What keeps the overall grade down."""
    basis: Basis | None = None
    """How the bands and limits are known. Only a `published` rule is ever used for a sum."""
    url: Url | None = None
    """The page that states them."""


class FollowsRecord(Record):
    comparable: Comparable
    """What may be set side by side: `all` grades of standards that measure the same and the
    overall grade, the `overall` grade alone, or `none`."""
    says: Prose
    """What changed between the two, in our own words."""
    basis: Basis
    """How we know that they may, or may not, be set side by side."""
    url: Url
    """The page that shows it."""


class FrameworkRecord(Record):
    title: Words
    """The framework's name."""
    inspectorate: Words
    """Who inspects by it."""
    from_: Annotated[Date | None, Field(alias="from")] = None
    """When the first inspection by it was made."""
    to: Date | None = None
    """When the last was made."""
    scale: Annotated[tuple[GradeRecord, ...], Field(min_length=2)] = ()
    """The grades, from the lowest to the highest. Leave it out where nothing is graded."""
    not_graded: tuple[Words, ...] = ()
    """Words that stand in place of a grade and are none: `Not judged`."""
    groups: dict[Slug, GroupRecord] = Field(default_factory=dict)
    """The groups of standards."""
    standards: dict[StandardId, StandardRecord] = Field(default_factory=dict)
    """The standards in the order of the report, each by the number printed there; where no number
    is printed or known, by a name in small letters (`court-work`), which is not shown."""
    overall: OverallRecord = Field(default_factory=OverallRecord)
    """How the overall grade is made, as far as the inspectorate says."""
    follows: dict[Slug, FollowsRecord] = Field(default_factory=dict)
    """The frameworks it took the place of, each with what may be compared."""
    rules: dict[Slug, RuleRecord] = Field(default_factory=dict)
    """How the framework works, each rule with its source. The rule called `points` says where the
    points of the scale are from."""
    missing: Prose | None = None
    """What we do not know about it yet."""
