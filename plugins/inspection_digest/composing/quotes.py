"""Quotations, with what is known of their proof, as pages print them."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote as url_quote
from urllib.parse import urlsplit

from inspection_digest.composing import urls, wording
from inspection_digest.composing.answers import (
    about_link,
    contested_of,
    corrections_of,
    key_of,
    subject_of,
)
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.proof_words import proof_view
from inspection_digest.evidence.proofs import Proof, Standing
from inspection_digest.evidence.quotations import QuoteKey
from inspection_digest.reading.library import Digest, Source
from inspection_digest.reading.records import QuoteRecord
from inspection_digest.views.chrome import Link
from inspection_digest.views.quotes import NO_ANSWERS, Answers, QuoteView, ReplyView, Segment

# The marks of words left out, and words in square brackets. The same forms the prover reads.
MARKS = re.compile(r"(\[(?:\.\.\.|…)\]|\.\.\.|…|\[[^\[\]]*\])")
FRAGMENT_WORDS = 5
KEY_WORDS = {"quotes": "quote", "replies": "reply"}
_BRACKETED_WORD = re.compile(r"\w*\[[^\[\]]*\]\w*")

GAP_NOTES = {
    "negation": "a negation",
    "number": "a number",
    "grade": "a grade",
    "heading": "a heading",
    "page": "the end of a page",
}


def quote_view(edition: Edition, digest: Digest, key: QuoteKey) -> QuoteView:
    """The quotation `key` of `digest`, the same on every page."""
    return edition.once(key, lambda: _view(edition, digest, key, whole=True))


def quote_in_list(edition: Edition, digest: Digest, key: QuoteKey) -> QuoteView:
    """The same without what one can do with it, and what was answered to it."""
    return _view(edition, digest, key, whole=False)


def _view(edition: Edition, digest: Digest, key: QuoteKey, *, whole: bool) -> QuoteView:
    quote: QuoteRecord = getattr(digest.record, key.group)[key.name]
    source = edition.library.sources[digest.record.sources[quote.source]]
    proof = edition.evidence.proofs[key]
    via = edition.library.sources.get(source.record.via or "")
    anchor = urls.anchor_in(key.group, key.name)
    page = quote.page or (proof.pages[0] if source.is_paged and proof.pages else None)
    more: dict[str, Any] = {}
    if whole:
        line = digest.document.key(key.group, key.name).line
        more = {
            "place": _place(source, urls.passage_anchor(digest.id, anchor), proof),
            "edit": edition.edit_link(digest.path, line, "Edit"),
            "wrong": edition.wrong_link(_wrong(digest, key, anchor, quote.text, proof)),
            "answers": answers_to(edition, digest, key.group, key.name),
        }
    return QuoteView(
        key=urls.quote_key(digest.id, anchor),
        anchor=anchor,
        href=urls.link(f"{urls.digest(digest.id)}#{anchor}"),
        text=quote.text,
        segments=segments(quote.text, proof),
        source_kind=wording.SOURCE_KINDS[source.record.kind],
        source=Link(wording.SOURCE_KINDS[source.record.kind], urls.link(urls.source(source.id))),
        publisher_line=_document_line(source),
        second_hand=second_hand(via),
        speaker=quote.speaker or "",
        page=f"page {page}" if page else "",
        standard=_standard(edition, digest, quote),
        proof=proof_view(proof, source, via, paged=source.is_paged),
        original=_original(source, quote.text, page),
        **more,
    )


def _wrong(digest: Digest, key: QuoteKey, anchor: str, text: str, proof: Proof) -> Wrong:
    return Wrong(
        "quote",
        f"{digest.id}, {KEY_WORDS[key.group]} {key.name}",
        f"{urls.digest(digest.id)}#{anchor}",
        digest.id,
        f"{key.name}: {text}",
        proof.verdict.value,
    )


def answers_to(edition: Edition, digest: Digest, group: str, name: str) -> Answers:
    """What was answered to a quotation or a contrast, as it stands beside it."""
    record = digest.record
    if not (record.corrections or record.contested or record.replies):
        return NO_ANSWERS
    subject = key_of(group, name)
    return Answers(
        corrections_of(edition, digest, subject),
        contested_of(edition, digest, subject),
        tuple(
            reply_view(edition, digest, reply)
            for reply, item in record.replies.items()
            if item.to and subject_of(edition, digest, item.to) == subject
        ),
    )


def all_replies(
    edition: Edition, digest: Digest
) -> tuple[tuple[ReplyView, ...], tuple[tuple[str, Link], ...]]:
    """The replies to the whole digest, and the way to those shown beside what they answer."""
    apart, beside = [], []
    for name, reply in digest.record.replies.items():
        subject = subject_of(edition, digest, reply.to)
        view = reply_view(edition, digest, name)
        if subject and subject.here and view.to:
            beside.append((f"{view.by}, {view.when}", Link(view.to.label, view.quote.href)))
        else:
            apart.append(view)
    return tuple(apart), tuple(beside)


def reply_view(edition: Edition, digest: Digest, name: str) -> ReplyView:
    """A reply, and what it answers where it answers one thing."""
    reply = digest.record.replies[name]
    subject = subject_of(edition, digest, reply.to)
    return ReplyView(
        reply.by,
        reply.published.words,
        quote_view(edition, digest, QuoteKey(digest.id, "replies", name)),
        about_link(edition, digest, subject) if subject else None,
    )


def segments(text: str, proof: Proof) -> tuple[Segment, ...]:
    """The quotation cut at its marks of omission and at brackets of ours, letter for letter."""
    if not proof.gaps and proof.verdict.value != "edited":
        return (Segment("words", text),)
    gaps = iter(proof.gaps)
    found = []
    for part in MARKS.split(text):
        if not part:
            continue
        if not MARKS.fullmatch(part):
            found.append(Segment("words", part))
        elif part.strip("[].…"):
            found.append(Segment("ours", part))
        else:
            gap = next(gaps, None)
            notes = wording.in_a_row([GAP_NOTES[n] for n in gap.notes]) if gap and gap.notes else ""
            note = f"The words left out hold {notes}." if notes else ""
            found.append(Segment("omission", part, gap.text if gap else "", note))
    return tuple(found)


def second_hand(via: Source | None) -> str:
    """`as quoted by ...`, wherever we have seen a document only through another."""
    if via is None:
        return ""
    when = f", {via.record.published.words}" if via.record.published else ""
    return f"as quoted by {via.record.publisher}{when}"


def _document_line(source: Source) -> str:
    when = f", {source.record.published.words}" if source.record.published else ""
    kind = wording.SOURCE_KINDS[source.record.kind]
    return f"{source.record.publisher}, {kind}{when}"


def _standard(edition: Edition, digest: Digest, quote: QuoteRecord) -> str:
    if not quote.standard:
        return ""
    standards = edition.library.frameworks[digest.record.framework].record.standards
    return wording.standard_words(quote.standard, standards[quote.standard].name)


def _place(source: Source, anchor: str, proof: Proof) -> Link | None:
    if proof.verdict.standing is not Standing.HOLDS:
        return None
    return Link("see it in place", urls.link(f"{urls.source(source.id)}#{anchor}"))


def _original(source: Source, text: str, page: int | None) -> Link | None:
    """The document itself: at its page for a PDF, at the words for a web page."""
    url = source.record.url
    if not url:
        return None
    if urlsplit(url).path.lower().endswith(".pdf"):
        whole = not page or urlsplit(url).fragment
        return Link("the document", url if whole else f"{url}#page={page}")
    words = text_fragment(text)
    hash_ = "" if urlsplit(url).fragment else "#"
    return Link("the document", f"{url}{hash_}:~:text={words}" if words else url)


def text_fragment(text: str) -> str:
    """The first and last words of a quotation, as browsers find them on a web page.

    Of the first stretch that is whole: what stands before dots or a bracket of ours, or after. A
    word that a bracket is glued to (`[T]he`) is not one of the page's. "" where no word is left.
    """
    words: list[str] = []
    unglued = _BRACKETED_WORD.sub("…", text) if "[" in text else text  # most have none
    for part in MARKS.split(unglued):
        if part.split() and not MARKS.fullmatch(part):
            words = part.split()
            break
    if len(words) <= 2 * FRAGMENT_WORDS:
        return _fragment(words)
    return f"{_fragment(words[:FRAGMENT_WORDS])},{_fragment(words[-FRAGMENT_WORDS:])}"


def _fragment(words: list[str]) -> str:
    return url_quote(" ".join(words), safe="").replace("-", "%2D")
