"""The page "Check a quote", and the files with which its script proves words as the site does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import quote as url_quote

from inspection_digest.composing import proof_words, urls, verdict_words, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import digest_title
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.sources import held_words
from inspection_digest.documents.text import SourceText
from inspection_digest.evidence import browser_tables, flow
from inspection_digest.evidence.flow import Flow
from inspection_digest.evidence.hyphens import BROKEN_AT_HYPHEN
from inspection_digest.evidence.proofs import Verdict
from inspection_digest.reading.fields import SLUG
from inspection_digest.reading.hidden import HIDDEN
from inspection_digest.reading.library import Digest, Source
from inspection_digest.views.check import (
    CheckedSource,
    Checker,
    CheckPage,
    CitingDigest,
    ReadingPieces,
    SourceRow,
)
from inspection_digest.views.chrome import Link

LONGEST = 5000  # characters pasted; a quotation is shorter, and a page of a report is about this


def check_page(edition: Edition) -> CheckPage:
    site = edition.site
    new = f"{site.repository}/new/{url_quote(site.branch)}" if site.repository else ""
    return CheckPage(
        chrome=chrome(
            edition,
            urls.CHECK,
            "Check a quote",
            "Paste words and see whether they stand in a source, letter by letter, and where.",
            files=(("theme/templates/check.html", 0), ("theme/static/js/check/", 0)),
        ),
        title="Check a quote",
        standfirst="Do these words stand in that document? Letter by letter, as every quotation on "
        "this site is checked before it is published.",
        longest=LONGEST,
        new_file=new,
        commands=(
            (
                "inspection-digest quote report.pdf --from quotes.txt",
                "checks each line of quotes.txt against a document of your own",
            ),
            (
                "python3 tasks.py check",
                "checks every quotation of every digest, after a change to the files",
            ),
        ),
        links=(
            Link("How a digest is changed", urls.link(urls.prose("contribute"))),
            Link("What the verdicts mean", urls.link(urls.prose("method"))),
            Link("Every quotation, and how it was checked", urls.link(urls.VERIFICATION)),
        ),
    )


def checker() -> Checker:
    """The tables and the words that the script shares with us."""
    return Checker(
        classes=browser_tables.character_classes(),
        evidence=browser_tables.tables(),
        words={
            "SAID": _by_verdict(verdict_words.SAID),
            "SHORT": _by_verdict(proof_words.SHORT),
            "HOW": _by_verdict(proof_words.HOW),
            "NOT_CHECKED": _by_verdict(proof_words.NOT_CHECKED),
            "NOT_IN_EXTRACTS": proof_words.NOT_IN_EXTRACTS,
            "PLACES": proof_words.PLACES,
            "SECOND_HAND": proof_words.SECOND_HAND,
            "STANDINGS": {verdict.value: verdict.standing.value for verdict in Verdict},
            "KINDS": verdict_words.KINDS,
            "LEFT_OUT": verdict_words.LEFT_OUT,
            "ADDED": verdict_words.ADDED,
            "STANDS_FOR": verdict_words.STANDS_FOR,
            "HIDDEN": HIDDEN.pattern,
            "SLUG": SLUG.pattern,
            "BROKEN_AT_HYPHEN": BROKEN_AT_HYPHEN.pattern,
        },
    )


def source_rows(edition: Edition) -> Iterator[SourceRow]:
    """Every source, by id."""
    for id_ in sorted(edition.library.sources):
        source = edition.library.sources[id_]
        yield SourceRow(
            source.id,
            source.record.title,
            source.record.publisher,
            wording.SOURCE_KINDS[source.record.kind],
            source.record.published.words if source.record.published else "",
            source.record.held if source.is_held else "",
        )


def checked_sources(
    edition: Edition, sources: Iterable[Source] | None = None
) -> Iterator[CheckedSource]:
    """What the script needs of each of these sources, held or not; of all, where none are named."""
    for source in edition.library.sources.values() if sources is None else sources:
        yield _checked(edition, source)


def _checked(edition: Edition, source: Source) -> CheckedSource:
    record = source.record
    text = edition.evidence.texts.get(source.id)
    paged = bool(text and text.paged)
    via = edition.library.sources.get(record.via or "")
    page, paragraph = ("{page}", "{paragraph}")
    return CheckedSource(
        id=source.id,
        title=record.title,
        publisher=record.publisher,
        kind=wording.SOURCE_KINDS[record.kind],
        published=str(record.published or ""),
        address=urls.source(source.id),
        anchor=urls.paragraph_anchor(page, paragraph, paged=paged),
        held=held_words(source),
        via=via.record.publisher if via else "",
        paged=paged,
        extracts=record.held == "extracts",
        damaged=tuple(sorted(text.damaged)) if text else (),
        pages=text.pages if text else None,
        readings=tuple(readings(text)) if text else (),
        digests=tuple(
            _citing(edition, digest, source)
            for digest in edition.library.by_source.get(source.id, ())
        ),
    )


def _citing(edition: Edition, digest: Digest, source: Source) -> CitingDigest:
    record = digest.record
    position = digest.document.key("quotes")
    line = position.line if record.quotes and edition.site.repository else 0
    edit = edition.edit_link(digest.path, line)
    return CitingDigest(
        id=digest.id,
        title=digest_title(edition, digest),
        path=digest.path,
        line=line,
        edit=edit.href if edit else "",
        alias=next(alias for alias, id_ in record.sources.items() if id_ == source.id),
        names=(*record.quotes, *record.replies),
        others=tuple(
            id_
            for id_ in dict.fromkeys(record.sources.values())
            if id_ != source.id and id_ in edition.evidence.texts
        ),
    )


def readings(text: SourceText) -> Iterator[ReadingPieces]:
    """The readings of `evidence.flow` in the order in which they are tried."""
    edges = flow.edges(text)
    body = flow.body(text, edges)
    yield _pieces(text, body)
    for reading in (flow.without_notes(text, edges), flow.with_level_calls(text, edges)):
        if reading is not None:
            yield _pieces(text, reading, body)
    by_page = flow.by_page(text)
    if by_page is not None:
        yield _pieces(text, by_page, apart=True)


def _pieces(
    text: SourceText, reading: Flow, body: Flow | None = None, *, apart: bool = False
) -> ReadingPieces:
    return ReadingPieces(
        tuple(
            (piece.page, _utf16(page, piece.start), _utf16(page, piece.end))
            for piece, page in ((each, text.pages[each.page - 1]) for each in reading.pieces)
        ),
        apart,
        tuple(_reset(body.text, reading.text)) if body and reading.reset else (),
    )


def _reset(text: str, other: str) -> Iterator[tuple[int, str]]:
    """The runs of characters of `other` that differ from those of `text`, of the same length."""
    start = 0
    differs = [one != two for one, two in zip(text, other, strict=True)]
    while True in differs[start:]:
        start = differs.index(True, start)
        end = differs.index(False, start) if False in differs[start:] else len(differs)
        yield _utf16(text, start), other[start:end]
        start = end


def _utf16(text: str, offset: int) -> int:
    """An offset in characters as an offset in UTF-16 units."""
    return offset if _is_narrow(text) else len(text[:offset].encode("utf-16-le")) // 2


@lru_cache(maxsize=64)  # a page is asked about for each of its readings
def _is_narrow(text: str) -> bool:
    """Whether every character is one unit of UTF-16."""
    return len(text.encode("utf-16-le")) == 2 * len(text)


def _by_verdict(words: dict[Verdict, str]) -> dict[str, str]:
    return {verdict.value: said for verdict, said in words.items()}
