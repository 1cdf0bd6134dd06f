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
    """One step of the scale."""

    name: Words
    """The grade as a reader knows it: `Requires improvement`."""
    points: Points | None = None
    """Points towards the overall grade, where the inspectorate gives points."""
    also: tuple[Words, ...] = ()
    """Other forms the same grade takes in print: `[Requiring improvement]`."""


class GroupRecord(Record):
    """A group of standards, as the inspectorate's reports put them together."""

    name: Words
    """The group's name, as the reports print it."""
    judged: Prose
    """What is judged in this group and how, in our own words. Markdown: `*slanted*`,
    `[words](https://address)`."""


class StandardRecord(Record):
    """One thing that the inspectors grade."""

    name: Words
    """The standard's name, as the reports print it: `Leadership`."""
    group: Slug
    """The group it belongs to: one of the names under `groups:`."""
    role: Literal["leadership", "practice"] | None = None
    """What it judges, for the gap between the two. `leadership`: it is the standard for leaders.
    `practice`: it judges the work with people. Leave it out if it is neither."""
    measure: Slug | None = None
    """What it measures, by the same word in every framework (`leadership`, `assessment`): numbers
    change their meaning, so standards of two frameworks are compared by this word only."""
    counts: bool = True
    """Does it count towards the overall grade? `yes` (without this line too) or `no`."""
    terms: tuple[Words, ...] = ()
    """Words by which a text mentions it, for the plain search of what a release leaves out:
    `[staff, staffing, workloads]`."""


class RuleRecord(Record):
    """One rule of the framework, with the page that states it."""

    says: Prose
    """The rule, in our own words. Markdown: `*slanted*`, `[words](https://address)`."""
    basis: Basis
    """How the rule is known. `published`: the inspectorate says so. `derived`: it follows from
    facts it states. `reconstructed`: we worked it out from past grades."""
    url: Url
    """The address of the page that states it, or states the facts it follows from."""


class BandRecord(Record):
    """From so many points on, this overall grade."""

    from_: Annotated[int, Field(alias="from", ge=0, le=1000)]
    """The lowest total of points that gives the grade."""
    grade: Words
    """The overall grade that such a total gives, spelt as on the scale."""


class LimitRecord(Record):
    """So many standards at this grade or lower keep the overall grade down to `at_most`."""

    standards: tuple[StandardId, ...] = ()
    """The standards it looks at, by number: `["1.1", "2.1"]`. Without this line, all that count."""
    grade: Words
    """The grade it looks for: standards with this grade or a lower one are counted."""
    number: Annotated[int, Field(ge=1, le=100)] = 1
    """How many such standards it takes; 1 without this line."""
    at_most: Words
    """The highest overall grade that can then be given."""


class OverallRecord(Record):
    """How the overall grade comes about."""

    given: bool = True
    """Does the inspectorate give an overall grade at all? `yes` (without this line too) or `no`."""
    bands: tuple[BandRecord, ...] = ()
    """Which total of points gives which overall grade, from the lowest."""
    limits: tuple[LimitRecord, ...] = ()
    """What keeps the overall grade down, whatever the points: a list."""
    basis: Basis | None = None
    """How the bands and limits are known. `published`: the inspectorate says so. `derived`: it
    follows from facts it states. `reconstructed`: we worked it out from past grades. Only a
    `published` rule is ever used for a sum."""
    url: Url | None = None
    """The address of the page that states them."""


class FollowsRecord(Record):
    """What may be compared between this framework and the one it took the place of."""

    comparable: Comparable
    """What may be set side by side. `all`: grades of standards that measure the same, and the
    overall grade. `overall`: the overall grade alone. `none`: nothing."""
    says: Prose
    """What changed between the two, in our own words. Markdown: `*slanted*`,
    `[words](https://address)`."""
    basis: Basis
    """How we know that they may, or may not, be set side by side. `published`: the inspectorate
    says so. `derived`: it follows from facts it states. `reconstructed`: we worked it out from past
    grades."""
    url: Url
    """The address of the page that shows it."""


class FrameworkRecord(Record):
    """An inspectorate's scale, its standards and its rules, for as long as they were in force."""

    title: Words
    """The framework's name, for a reader: `Probation inspections: regions, from 2023`."""
    inspectorate: Words
    """Who inspects by it: `HM Inspectorate of Probation`."""
    from_: Annotated[Date | None, Field(alias="from")] = None
    """When the first inspection by it was made: `2018-04-01`, `2018-04` or `2018`."""
    to: Date | None = None
    """When the last was made. Leave it out while it is in force."""
    scale: Annotated[tuple[GradeRecord, ...], Field(min_length=2)] = ()
    """The grades, from the lowest to the highest. Leave it out where nothing is graded."""
    not_graded: tuple[Words, ...] = ()
    """Words that stand in place of a grade and are none: `[Not judged]`."""
    groups: dict[Slug, GroupRecord] = Field(default_factory=dict)
    """The groups of standards, each under a short name of your choice: `court-work`."""
    standards: dict[StandardId, StandardRecord] = Field(default_factory=dict)
    """The standards in the order of the report, each by the number printed there; where no number
    is printed or known, by a name in small letters (`court-work`), which is not shown."""
    overall: OverallRecord = Field(default_factory=OverallRecord)
    """How the overall grade is made, as far as the inspectorate says so in public."""
    follows: dict[Slug, FollowsRecord] = Field(default_factory=dict)
    """The frameworks it took the place of, by the names of their files, each with what may be
    compared."""
    rules: dict[Slug, RuleRecord] = Field(default_factory=dict)
    """How the framework works, each rule with its source. The rule called `points` says where the
    points of the scale are from."""
    missing: Prose | None = None
    """What we do not know about it yet, in our own words. Markdown: `*slanted*`,
    `[words](https://address)`."""
