"""A quotation as a page prints it, with what was answered to it. A reply is a quotation too."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from inspection_digest.views.answers import ContestedView, CorrectionView
from inspection_digest.views.chrome import Link


class Segment(NamedTuple):
    """A stretch of a quotation.

    `kind`: `words` (from the source), `omission` (the mark of words left out; `omitted` are they,
    where we hold them, and `note` says what a reader should know) or `ours` (square brackets).
    The texts of all segments, joined, are the quotation letter for letter.
    """

    kind: str
    text: str
    omitted: str = ""
    note: str = ""


class ProofView(NamedTuple):
    """What is known of a quotation's proof, as a sentence.

    `sign`: `proved`, `second-hand` (proved against a copy, `as quoted by`) or `unproved`.
    `short` is two or three words for the caption; `sentence` the whole; `verdict` the code.
    """

    verdict: str
    sign: str
    short: str
    sentence: str


class ReplyView(Struct, frozen=True):
    """A reply is a quotation, at the same size as any. `to` leads to what it answers, or None."""

    by: str
    when: str
    quote: QuoteView
    to: Link | None = None


class Answers(Struct, frozen=True):
    """What was answered to one quotation or one contrast, shown beside it."""

    corrections: tuple[CorrectionView, ...] = ()
    contested: tuple[ContestedView, ...] = ()
    replies: tuple[ReplyView, ...] = ()


NO_ANSWERS = Answers()


class QuoteView(Struct, frozen=True, kw_only=True):
    """`text` is exactly what the digest quotes; `href` leads to the quote in its digest.

    `key` is the quotation's identity on the whole site, `<digest>#<anchor>`: every element that
    prints the words carries it as `data-quote`, so that they can be read back and proved again.
    `source_kind` is `press release`, `inspection report`, ...; `source` its page on this site;
    `publisher_line` names the document; `second_hand` is the page's `as quoted by ...` or "".
    `place` leads to the words in our copy of the source, `original` to the document itself.
    `answers` are the corrections, objections and replies that are about it.
    """

    anchor: str
    href: str
    text: str
    segments: tuple[Segment, ...]
    source_kind: str
    source: Link
    publisher_line: str
    second_hand: str
    speaker: str
    page: str
    standard: str
    proof: ProofView
    original: Link | None
    place: Link | None = None
    edit: Link | None = None
    wrong: Link | None = None
    key: str = ""
    answers: Answers = NO_ANSWERS
