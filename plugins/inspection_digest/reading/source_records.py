"""Sources and providers as contributors write them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from inspection_digest.reading.fields import Date, Prose, Sha256, Slug, Url, Words
from inspection_digest.reading.records import Record

SourceKind = Literal["report", "release", "statement", "news", "reply", "post"]
Licence = Literal["ogl-3", "linked-only"]


class SourceRecord(Record):
    """What one document is and where it can be found."""

    kind: SourceKind
    """What the document is. `report`: an inspection report. `release`: a press release.
    `statement`: what an organisation says about itself or others. `news`: an article in a paper or
    magazine. `reply`: an answer to a report. `post`: an article on a blog."""
    title: Words
    """Its own title, as printed on its first page or at its head."""
    publisher: Words
    """Who published it: `HM Inspectorate of Probation`, or the host of the page if nobody is named.
    """
    url: Url | None = None
    """Where it is on the web: the address from the browser's address bar."""
    published: Date | None = None
    """When it was published, as far as known: `2019-03-29`, `2019-03` or `2019`."""
    retrieved: Date | None = None
    """When we fetched our copy: `2026-05-14`."""
    archived: Url | None = None
    """The address of a copy in a web archive, for the day the page is gone."""
    licence: Licence = "linked-only"
    """May its text be kept here? `ogl-3`: yes, the document says that it is under the Open
    Government Licence v3.0. `linked-only`: no, or not known; then we only link to it."""
    sha256: Sha256 | None = None
    """A sum that shows our copy was not changed. `python3 tasks.py source add` writes it; never
    type it."""
    pages: Annotated[int, Field(ge=1, le=5000)] | None = None
    """How many pages the PDF has. Leave it out for a web page."""
    damaged: tuple[Annotated[int, Field(ge=1, le=5000)], ...] = ()
    """Pages of our copy whose text cannot be read, such as scans: `[3, 4]`. Quotes from them are
    shown as not checked."""
    held: Literal["whole", "extracts"] = "whole"
    """What `text.txt` beside this file holds. `whole`: the whole document. `extracts`: passages
    from it, a paragraph each."""
    via: Slug | None = None
    """Only where we have not seen the document itself: the source that quotes it, by the name of
    its folder in content/sources/."""
    note: Prose | None = None
    """What a reader should know about our copy. Markdown: `*slanted*`, `[words](https://address)`.
    """


class OwnerRecord(Record):
    """Who ran a provider, and when."""

    name: Words
    """The company or body that ran it, by name."""
    from_: Annotated[Date | None, Field(alias="from")] = None
    """Since when, as far as known: `2015`, `2015-02` or `2015-02-01`."""
    to: Date | None = None
    """Until when, as far as known. Leave it out if it still does."""
    url: Url | None = None
    """The address of a page that says so."""


class ProviderRecord(Record):
    """An organisation that is inspected. The name before the colon is the name of its folder."""

    name: Words
    """The name a reader knows it by: `South Yorkshire CRC`."""
    former: tuple[Words, ...] = ()
    """Earlier names and other spellings, so that it is found by them: `[SYCRC, SY Probation]`."""
    kind: Words
    """What it is, in a few words: `Community rehabilitation company`. Use the words that stand at
    others of its kind."""
    owners: tuple[OwnerRecord, ...] = ()
    """Who ran it, and when: a list, each entry starting with a dash."""
    successor: Slug | None = None
    """The provider that took its place: its name in this file, before the colon."""
