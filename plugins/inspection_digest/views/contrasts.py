"""A contrast as a page prints it, alone or in a list."""

from __future__ import annotations

from dataclasses import dataclass

from inspection_digest.views.chrome import Chrome, Link
from inspection_digest.views.paging import Paging
from inspection_digest.views.quotes import NO_ANSWERS, Answers, QuoteView


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastView:
    """`relation` is the record's word; `seam` what stands between the two (`contradicted by`).

    `because` is HTML in our own words. `href` is the contrast's own page; `digest` the digest it
    is part of; `when` the date of the report in words. `answers` are the corrections, objections
    and replies that are about it; `marks` say in a few words each what there is of these, about it
    or about a quotation in it, for a list that does not show them.
    """

    anchor: str
    href: str
    title: str
    relation: str
    seam: str
    said: QuoteView
    found: tuple[QuoteView, ...]
    because: str
    digest: Link
    provider: str
    when: str
    edit: Link | None
    wrong: Link | None = None
    answers: Answers = NO_ANSWERS
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastBrief:
    """A contrast in a list: what was said, and the first of the `passages` found that face it.

    All else as in `ContrastView`. Of the quotations only what stands above and below them is asked
    for, not what one can do with them.
    """

    href: str
    title: str
    relation: str
    seam: str
    said: QuoteView
    found: QuoteView
    passages: int
    digest: Link
    provider: str
    when: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastPage:
    """The page someone lands on from a share: one contrast, and the way to the whole digest."""

    chrome: Chrome
    contrast: ContrastView
    overall: str
    previous: Link | None
    next: Link | None
    cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastsPage:
    """Contrasts, newest report first. `relations` counts each: (words, how many).

    `paging` is None where they all stand on one page.
    """

    chrome: Chrome
    title: str
    contrasts: tuple[ContrastBrief, ...]
    relations: tuple[tuple[str, int], ...]
    parent: Link | None = None
    paging: Paging | None = None
