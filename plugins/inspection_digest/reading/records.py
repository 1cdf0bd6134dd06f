"""A digest as contributors write it: what a person typed, nothing computed. All are frozen.

The words under each key are for newcomers: they become the editor's hints (`key_notes`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from inspection_digest.reading.fields import (
    Citation,
    Date,
    OneOrMoreNames,
    Prose,
    Quotation,
    Rating,
    Slug,
    SourceName,
    Words,
)

StandardId = (
    Words  # a number as printed ("1.1"), or a name of ours where none is known (court-work)
)
Count = Annotated[int, Field(ge=0, le=100, description="How many standards were given this grade.")]
QUOTED = ("quotes", "replies")  # the fields of a digest that hold quotations
Relation = Literal["contradicts", "qualifies", "omits", "repeats"]
Outcome = Literal["open", "upheld", "not upheld"]


class Record(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,  # an edit has two kinds of record checked, not all
    )


class Period(Record):
    """From when to when, each as far as it is known: `{from: 2018-11, to: 2018-12}`."""

    from_: Annotated[Date | None, Field(alias="from")] = None
    """The first day, as far as known: `2018-11-05`, `2018-11` or `2018`."""
    to: Date | None = None
    """The last day, as far as known: `2018-12-14`, `2018-12` or `2018`."""


class QuoteRecord(Record):
    """Words copied from one source. The check proves that they stand there."""

    source: Words
    """Which source the words are from: one of the short names under `sources:` in this file, such
    as `release`."""
    standard: StandardId | None = None
    """The standard the words are about, if it is plain which: its number in the framework, in
    quotation marks (`"1.1"`), or its name there."""
    speaker: Words | None = None
    """Who says it, where the source quotes a person: name and office, as in
    `Dame Glenys Stacey, HM Chief Inspector of Probation`."""
    text: Quotation
    """The words, exactly as they stand there, without quotation marks around them. Put `...` for
    words left out, and [square brackets] around words of yours."""
    page: Annotated[int, Field(ge=1, le=5000)] | None = None
    """The page of the PDF, counted from 1 as the PDF reader does, where the source has pages."""
    prefix: Quotation | None = None
    """A few words that stand right before these, where the same words stand in several places."""


class ContrastRecord(Record):
    """What was said, set beside what was found. Each contrast gets a page of its own."""

    title: Words
    """A sentence a person would say, naming both sides: `Outstanding leadership, and risk of harm
    not assessed well enough`."""
    said: Slug
    """What was said: the name of one quote, as it stands under `quotes:`."""
    found: OneOrMoreNames
    """What was found: the names of the quotes that stand against it, or with it. One name, or
    several in brackets: `[first-quote, second-quote]`."""
    relation: Relation
    """What `found` does to `said`. `contradicts`: both cannot be the whole picture. `qualifies`:
    it sets a limit to it. `omits`: the source of `said` leaves it out. `repeats`: both say the
    same."""
    because: Prose
    """Why both can stand in one inspection, as far as the facts allow: in our own words, fair to
    both sides. Markdown: `*slanted*`, `[words](https://address)`."""
    added: Date | None = None
    """When this contrast was put on the site, if that was after its digest: `2019-07-01`. Feeds
    then show it as new of that day."""


class RecommendationRecord(Record):
    """One thing that the report asks for."""

    to: Words
    """Who is asked to act, as the report names them: `The Ministry of Justice`."""
    summary: Prose
    """What is asked of them, in our own words. Markdown: `*slanted*`, `[words](https://address)`.
    """
    source: Words
    """The source that asks for it: one of the short names under `sources:` in this file."""
    page: Annotated[int, Field(ge=1, le=5000)] | None = None
    """The page of the PDF, counted from 1 as the PDF reader does, where the source has pages."""


class ReplyRecord(QuoteRecord):
    """What the provider or the inspectorate answered: proved like a quote, shown at its size."""

    by: Words
    """Who replies: the provider, its owner or the inspectorate, by name."""
    published: Date
    """When the reply was given: `2019-04-02`, `2019-04` or `2019`."""
    to: Words | None = None
    """What it answers, where it answers one thing: the name of a quote or a contrast of this
    digest. The reply is then shown beside it."""


class CorrectionRecord(Record):
    """A mistake in this digest that was put right after it was published."""

    date: Date
    """When it was corrected: `2019-05-01`."""
    what: Prose
    """What was wrong and what it says now, in our own words. Markdown: `*slanted*`,
    `[words](https://address)`."""
    about: Words | None = None
    """What was corrected, where it is one thing: the name of a quote, a reply or a contrast, a
    standard, or a fact such as `overall` or `published`. The note is then shown beside it."""
    removed: Literal["quote", "contrast"] | None = None
    """What the correction took away, if it did. `quote`: the quote that `about` names. `contrast`:
    the contrast. Its address then leads to this note."""
    noticed_by: Words | None = None
    """Who noticed, if they wish to be named."""


class ContestedRecord(Record):
    """What somebody contests in this digest, and what came of it."""

    date: Date
    """When we were told of it: `2019-05-01`."""
    by: Words
    """Who contests it, as they wish to be named: `Moor Line`, or `A member of staff`."""
    what: Prose
    """What they say is wrong and why, in our own words: so that they would call it fair. Markdown:
    `*slanted*`, `[words](https://address)`."""
    about: Words | None = None
    """What they contest, where it is one thing: written as under `corrections`. The note is then
    shown beside it."""
    outcome: Outcome = "open"
    """`open`: not decided yet. `upheld`: they were right. `not upheld`: the digest stands."""
    decided: Date | None = None
    """When it was decided: `2019-05-20`."""
    because: Prose | None = None
    """Why it was decided so, in our own words. Markdown: `*slanted*`, `[words](https://address)`."""


class WithdrawnRecord(Record):
    """When and why this digest was withdrawn."""

    date: Date
    """When it was withdrawn: `2019-06-01`."""
    because: Prose
    """Why, in our own words. It is all that the page then says. Markdown: `*slanted*`,
    `[words](https://address)`."""
    replaced_by: Words | None = None
    """The digest that stands in its place, if there is one, as `<provider>/<when>`."""


class DigestRecord(Record):
    """What one inspection report says, and what was said about it: one report, one file."""

    framework: Slug
    """Which scale and standards the inspectors used: the name of a file in content/frameworks/,
    without `.yaml`, such as `hmip-crc-2018`."""
    title: Words | None = None
    """A headline for the page; without one the provider and the month stand there."""
    summary: Prose | None = None
    """What does not add up, in two sentences of our own. Markdown: `*slanted*`,
    `[words](https://address)`."""
    published: Date | None = None
    """When the report was published, as far as known: `2019-03-29`, `2019-03` or `2019`."""
    inspected: Period | None = None
    """When the inspectors were there, as far as known: `{from: 2018-11, to: 2018-12}`."""
    round: Slug | None = None
    """The round of inspections it belongs to, where the inspectorate goes round: `2018-19`."""
    added: Date | None = None
    """When this digest was put on the site: `2019-06-02`. Feeds show it as new of that day; without
    it, of the day of the report. A correction leaves it as it is."""
    overall: Words | None = None
    """The overall grade, spelt as in the framework: `Requires improvement`. Leave it out if not
    known."""
    overall_reason: Prose | None = None
    """Only where the overall grade is not the one that the published rule gives: why, as far as
    known. Markdown: `*slanted*`, `[words](https://address)`."""
    ratings: dict[StandardId, Rating] = Field(default_factory=dict)
    """The grade of each standard, by its number: `"1.1": Outstanding`. Leave out what is not
    known; the page then says so."""
    spread: dict[Words, Count] = Field(default_factory=dict)
    """How many standards were given a grade, where a source says so without saying which:
    `{Good: 5, Requires improvement: 5}`. No other standard was given a grade named here."""
    points: Annotated[int, Field(ge=0, le=1000)] | None = None
    """The total of points, where the inspectorate printed it. Do not add it up yourself."""
    missing: Prose | None = None
    """What is not known yet, and where it might be found. Markdown: `*slanted*`,
    `[words](https://address)`."""
    sources: dict[Slug, SourceName] = Field(default_factory=dict)
    """The documents this digest is drawn from, each under a short name of your choice:
    `release: hmip-2019-south-yorkshire-crc-release`."""
    cited: dict[Words, Citation] = Field(default_factory=dict)
    """Where a single fact is from, if not from the report itself: `overall: release` names one of
    the `sources`, `overall: https://address` the page that states it."""
    uncertain: tuple[Words, ...] = ()
    """Facts that are worked out or not quite certain, by their keys: `[published, "1.1"]`. The page
    says so beside each."""
    quotes: dict[Slug, QuoteRecord] = Field(default_factory=dict)
    """Words copied from the sources, each under a short name of your choice. The name becomes part
    of an address, so choose it with care: `outstanding-leadership-team`."""
    contrasts: dict[Slug, ContrastRecord] = Field(default_factory=dict)
    """What was said, set beside what was found, each under a short name of your choice:
    `leadership-and-risk-of-harm`."""
    recommendations: tuple[RecommendationRecord, ...] = ()
    """What the report asks for: a list, each entry starting with a dash."""
    replies: dict[Slug, ReplyRecord] = Field(default_factory=dict)
    """What the provider or the inspectorate answered, each under a short name of your choice."""
    corrections: tuple[CorrectionRecord, ...] = ()
    """What was wrong in this digest after it was published, and when it was put right: a list."""
    contested: tuple[ContestedRecord, ...] = ()
    """What somebody contests in this digest, and what came of it: a list. An entry is never
    deleted."""
    withdrawn: WithdrawnRecord | None = None
    """The digest is no longer ours to stand by: when that was decided, and why. Its address stays;
    it is left out of every list and every figure."""
    previous: Words | None = None
    """The digest of the report before this one, as `<provider>/<when>`, where it is not simply the
    one before in the same folder."""
