"""A source's page: what the document is, and all the text we hold, quoted passages marked."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from inspection_digest.views.chrome import Chrome, Link


class Stretch(NamedTuple):
    """A run of the source's own text. `quotes` lead to the quotes that copy it; none: unquoted.

    `anchor` is set on the first stretch of each quoted passage; where several passages begin at
    the same letter, `also` holds the anchors of the others.
    """

    text: str
    quotes: tuple[Link, ...] = ()
    anchor: str = ""
    also: tuple[str, ...] = ()


class Paragraph(NamedTuple):
    """`number` counts from 1 in its page. `heading`: it stands alone like a heading."""

    number: int
    anchor: str
    stretches: tuple[Stretch, ...]


class SourcePageText(NamedTuple):
    """One page of the source: `label` is `Page 12`, or "" for a source without pages."""

    label: str
    anchor: str
    paragraphs: tuple[Paragraph, ...]
    damaged: bool


class SourcePage(Struct, frozen=True, kw_only=True):
    """`facts` are (term, words) pairs; `held` says what text we hold; `note` is HTML or "".

    `quoted` is a sentence: how many passages are quoted, how much is not. `check` leads to where
    words can be checked against this text.
    """

    chrome: Chrome
    kind: str
    title: str
    publisher: str
    facts: tuple[tuple[str, str], ...]
    original: Link | None
    archived: Link | None
    via: Link | None
    held: str
    note: str
    quoted: str
    pages: tuple[SourcePageText, ...]
    digests: tuple[Link, ...]
    check: Link
