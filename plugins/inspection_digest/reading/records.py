"""The records contributors write: what a person typed, nothing computed. All are frozen.

The descriptions are for newcomers: they become the editor's hints (`schema/`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from inspection_digest.reading.fields import (
    Citation,
    Date,
    OneOrMany,
    Prose,
    Quotation,
    Sha256,
    Slug,
    Url,
    Words,
)

StandardId = (
    Words  # a number as printed ("1.1"), or a name of ours where none is known (court-work)
)
SourceKind = Literal["report", "release", "statement", "news", "reply", "post"]
Relation = Literal["contradicts", "qualifies", "omits", "repeats"]
Licence = Literal["ogl-3", "linked-only"]
Outcome = Literal["open", "upheld", "not upheld"]


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Period(Record):
    from_: Annotated[Date | None, Field(alias="from")] = None
    """The first day, month or year."""
    to: Date | None = None
    """The last day, month or year."""


# -- a digest -----------------------------------------------------------------------------------


class QuoteRecord(Record):
    source: Words
    """Which source the words are from: a name given under `sources:` in this file."""
    text: Quotation
    """The words, exactly as they stand there, without quotation marks around them. Put `...` for
    words left out, and [square brackets] around words of yours."""
    standard: StandardId | None = None
    """The standard the words are about, by its number in the framework."""
    page: Annotated[int, Field(ge=1, le=5000)] | None = None
    """The page of the PDF, counted from 1, where the source has pages."""
    speaker: Words | None = None
    """Who says it, where the source quotes a person: name and office."""
    prefix: Quotation | None = None
    """A few words that stand right before, where the same words stand in several places."""


class ContrastRecord(Record):
    title: Words
    """A sentence a person would say, naming both sides."""
    said: Slug
    """The name of one quote: what was said."""
    found: Annotated[tuple[Slug, ...], OneOrMany, Field(min_length=1)]
    """The names of the quotes that stand against it, or with it."""
    relation: Relation
    """What `found` does to `said`: contradicts, qualifies, omits (the source of `said` leaves it
    out) or repeats."""
    because: Prose
    """Markdown, in our own words, fair to both sides: why both can stand in one inspection, as
    far as the facts allow."""


class RecommendationRecord(Record):
    to: Words
    """Who is asked to act."""
    summary: Prose
    """What is asked, in our own words."""
    source: Words
    """The source that makes it."""
    page: Annotated[int, Field(ge=1, le=5000)] | None = None
    """The page of the PDF, counted from 1."""


class ReplyRecord(QuoteRecord):
    by: Words
    """Who replies: the provider, its owner or the inspectorate."""
    published: Date
    """When the reply was given."""
    to: Words | None = None
    """What it answers, where it answers one thing: the name of a quote or a contrast of this
    digest. The reply is then shown beside it."""


class CorrectionRecord(Record):
    date: Date
    """When it was corrected."""
    what: Prose
    """What was wrong and what it says now, in our own words."""
    about: Words | None = None
    """What was corrected, where it is one thing: the name of a quote, a reply or a contrast, a
    standard, or a fact such as `overall` or `published`. The note is then shown beside it."""
    removed: Literal["quote", "contrast"] | None = None
    """What `about` named, if the correction took it away: its address then leads to this note."""
    noticed_by: Words | None = None
    """Who noticed, if they wish to be named."""


class ContestedRecord(Record):
    date: Date
    """When we were told."""
    by: Words
    """Who objects, as they wish to be named: `Moor Line`, or `A member of staff`."""
    what: Prose
    """What they object to and why, in our own words: so that they would call it fair."""
    about: Words | None = None
    """What they object to, where it is one thing: written as under `corrections`. The note is then
    shown beside it."""
    outcome: Outcome = "open"
    """`open` until it is decided; then `upheld` (they were right) or `not upheld`."""
    decided: Date | None = None
    """When it was decided."""
    because: Prose | None = None
    """Why it was decided so, in our own words."""


class WithdrawnRecord(Record):
    date: Date
    """When it was withdrawn."""
    because: Prose
    """Why, in our own words. It is all that the page then says."""
    replaced_by: Words | None = None
    """The digest that stands in its place, if there is one, as `<provider>/<when>`."""


class DigestRecord(Record):
    framework: Slug
    """The inspectorate's scale and standards at the time: a file in content/frameworks/."""
    title: Words | None = None
    """A headline for the page; without one the provider and the month stand there."""
    summary: Prose | None = None
    """What does not add up, in two sentences of our own."""
    published: Date | None = None
    """When the report was published, as far as known."""
    inspected: Period | None = None
    """When the inspectors were there."""
    round: Slug | None = None
    """The round of inspections it belongs to, where the inspectorate goes round: `2018-19`."""
    overall: Words | None = None
    """The overall grade, spelt as in the framework. Leave it out if not known."""
    overall_reason: Prose | None = None
    """Why the overall grade is not the one that the published rule gives, as far as known."""
    ratings: dict[StandardId, Words] = Field(default_factory=dict)
    """The grade of each standard, by its number: `"1.1": Outstanding`. Leave out what is not
    known."""
    spread: dict[Words, Annotated[int, Field(ge=0, le=100)]] = Field(default_factory=dict)
    """How many standards were given a grade, where a source says so without saying which:
    `{Good: 5, Requires improvement: 5}`. No other standard was given a grade named here."""
    points: Annotated[int, Field(ge=0, le=1000)] | None = None
    """The total of points, where the inspectorate printed it."""
    missing: Prose | None = None
    """What we do not know yet and would like to, in our own words."""
    sources: dict[Slug, Slug] = Field(default_factory=dict)
    """A short name for each source, and the folder in content/sources/ that it stands for."""
    quotes: dict[Slug, QuoteRecord] = Field(default_factory=dict)
    """Words copied from the sources, each under a short name."""
    contrasts: dict[Slug, ContrastRecord] = Field(default_factory=dict)
    """What was said, set beside what was found."""
    recommendations: tuple[RecommendationRecord, ...] = ()
    """What the report asks for."""
    replies: dict[Slug, ReplyRecord] = Field(default_factory=dict)
    """What the provider or the inspectorate answered: proved and shown like any quote."""
    corrections: tuple[CorrectionRecord, ...] = ()
    """What was wrong in this digest and when it was put right."""
    contested: tuple[ContestedRecord, ...] = ()
    """What somebody objects to in this digest, and what came of it. An entry is never deleted."""
    withdrawn: WithdrawnRecord | None = None
    """The digest is no longer ours to stand by: when that was decided, and why. Its address stays;
    it is left out of every list and every figure."""
    previous: Words | None = None
    """The digest of the report before this one (`<provider>/<when>`), where it is not simply the
    one before in the same folder."""
    cited: dict[Words, Citation] = Field(default_factory=dict)
    """Where a single fact is from, where not from the report: a name given under `sources:`
    (`overall: release`), or the address of the page that states it."""
    uncertain: tuple[Words, ...] = ()
    """Facts that are inferred or not quite certain: `published`, `overall`, `"1.1"`, ..."""


# -- a source -----------------------------------------------------------------------------------


class SourceRecord(Record):
    kind: SourceKind
    """What the document is. `release` is a press release, `post` an article on a blog."""
    title: Words
    """Its own title, as printed."""
    publisher: Words
    """Who published it."""
    url: Url | None = None
    """Where it is on the web."""
    published: Date | None = None
    """When it was published."""
    retrieved: Date | None = None
    """When we fetched it."""
    archived: Url | None = None
    """A copy in a web archive."""
    licence: Licence = "linked-only"
    """`ogl-3` (Open Government Licence v3: its text may be held here) or `linked-only`."""
    sha256: Sha256 | None = None
    """The SHA-256 sum of the file as fetched; `inspection-digest source add` writes it."""
    pages: Annotated[int, Field(ge=1, le=5000)] | None = None
    """How many pages the PDF has."""
    damaged: tuple[Annotated[int, Field(ge=1, le=5000)], ...] = ()
    """Pages whose text cannot be trusted: quotations from them are shown as not checked."""
    held: Literal["whole", "extracts"] = "whole"
    """What text.txt holds: the whole document, or passages from it, a paragraph each."""
    via: Slug | None = None
    """The source in which we saw this one quoted, where we have not seen the document itself."""
    note: Prose | None = None
    """What a reader should know about our copy."""


# -- providers ----------------------------------------------------------------------------------


class OwnerRecord(Record):
    name: Words
    """Who ran it."""
    from_: Annotated[Date | None, Field(alias="from")] = None
    """Since when."""
    to: Date | None = None
    """Until when."""
    url: Url | None = None
    """The page that says so."""


class ProviderRecord(Record):
    name: Words
    """The name a reader knows."""
    former: tuple[Words, ...] = ()
    """Earlier names and other spellings."""
    kind: Words
    """What it is, in a few words: `Community rehabilitation company`."""
    owners: tuple[OwnerRecord, ...] = ()
    """Who ran it, and when."""
    successor: Slug | None = None
    """The provider that took its place."""
