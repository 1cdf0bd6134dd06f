"""A contrast as a page prints it, alone or in a list."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Chrome, Link
from inspection_digest.views.paging import Paging
from inspection_digest.views.quotes import NO_ANSWERS, Answers, QuoteView


class ContrastBrief(Struct, frozen=True, kw_only=True):
    """A contrast as a list prints it: what was said, and the first of the `passages` found.

    `relation` is the record's word; `seam` what stands between the two (`contradicted by`). `href`
    is the contrast's own page; `digest` the digest it is part of; `when` the date of the report in
    words. `marks` say in a few words each what was answered to it or to a quotation in it. Of the
    quotations nothing is asked but what is printed of them: not what one can do with them.
    """

    href: str
    title: str
    relation: str
    seam: str
    said: QuoteView
    found: tuple[QuoteView, ...]
    passages: int
    digest: Link
    provider: str
    when: str
    marks: tuple[str, ...] = ()


class ContrastView(ContrastBrief, frozen=True, kw_only=True):
    """A contrast whole: all that was found, and the quotations with all that is known of them.

    `because` is HTML in our own words. `answers` are the corrections, objections and replies that
    are about it.
    """

    anchor: str
    because: str
    edit: Link | None
    wrong: Link | None = None
    answers: Answers = NO_ANSWERS


class ContrastPage(Struct, frozen=True, kw_only=True):
    """The page someone lands on from a share: one contrast, and the way to the whole digest."""

    chrome: Chrome
    contrast: ContrastView
    overall: str
    previous: Link | None
    next: Link | None
    cite: str


class ContrastsPage(Struct, frozen=True, kw_only=True):
    """Contrasts, newest report first. `relations` counts each: (words, how many).

    `paging` is None where they all stand on one page.
    """

    chrome: Chrome
    title: str
    contrasts: tuple[ContrastBrief, ...]
    relations: tuple[tuple[str, int], ...]
    parent: Link | None = None
    paging: Paging | None = None
