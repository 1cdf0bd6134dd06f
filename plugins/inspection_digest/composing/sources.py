"""A source's page: the whole text held, quoted passages marked, everything unquoted to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from inspection_digest.composing import urls, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import digest_title
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.prose import to_html
from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.proofs import Standing
from inspection_digest.evidence.quotations import QuoteKey, quotes_of
from inspection_digest.reading.library import Digest, Source
from inspection_digest.views.chrome import Link
from inspection_digest.views.sources import Paragraph, SourcePage, SourcePageText, Stretch

BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")

# Page, start, end, and the quotation that stands there.
Span = tuple[int, int, int, QuoteKey]


def source_pages(
    edition: Edition, sources: Iterable[Source] | None = None
) -> Iterator[tuple[str, SourcePage]]:
    """The pages of these sources, by address; of all, where none are named."""
    for source in edition.library.sources.values() if sources is None else sources:
        yield urls.source(source.id), source_page(edition, source)


def source_page(edition: Edition, source: Source) -> SourcePage:
    here = urls.source(source.id)
    record = source.record
    text = edition.evidence.texts.get(source.id)
    digests = edition.library.by_source.get(source.id, ())
    spans = list(_spans(edition, source, digests))
    via = edition.library.sources.get(record.via or "")
    kind = wording.SOURCE_KINDS[record.kind]
    return SourcePage(
        chrome=chrome(
            edition,
            here,
            f"{record.title}, {kind}",
            f"{wording.capital(kind)} of {record.publisher}: what we hold of it, and every "
            "passage that is quoted here.",
            files=((source.document.path, 0),),
            wrong=Wrong("source", f"source {source.id}", here),
        ),
        kind=wording.capital(kind),
        title=record.title,
        publisher=record.publisher,
        facts=_facts(source),
        original=Link(record.url, record.url) if record.url else None,
        archived=Link("Copy in a web archive", record.archived) if record.archived else None,
        via=Link(via.record.publisher, urls.link(urls.source(via.id))) if via else None,
        held=held_words(source),
        note=to_html(record.note) if record.note else "",
        quoted=_quoted(spans, text),
        pages=_pages(text, spans) if text else (),
        digests=tuple(
            Link(digest_title(edition, digest), urls.link(urls.digest(digest.id)))
            for digest in digests
        ),
        check=Link(
            "Check a quote against this text", f"{urls.link(urls.CHECK)}?source={source.id}"
        ),
    )


def held_words(source: Source) -> str:
    """What text of a source we hold, as a sentence."""
    if not source.is_held:
        known = "We link to it and" if source.record.url else "We have no address of it and we"
        return f"{known} hold no text of it."
    if source.record.held == "extracts":
        count = len([part for part in BLANK_LINES.split(source.text or "") if part.strip()])
        return f"We hold {wording.counted(count, 'passage')} of it, not the whole document."
    return "We hold its text, and it can be read here."


def _facts(source: Source) -> tuple[tuple[str, str], ...]:
    record = source.record
    facts = (
        ("Published", record.published.words if record.published else ""),
        ("Fetched", record.retrieved.words if record.retrieved else ""),
        ("Pages", str(record.pages) if record.pages else ""),
        ("Licence", wording.LICENCES[record.licence]),
        ("SHA-256 of the document", record.sha256 or ""),
        ("SHA-256 of the text held", source.text_sha256),
    )
    return tuple((term, words) for term, words in facts if words)


def _spans(edition: Edition, source: Source, digests: tuple[Digest, ...]) -> Iterator[Span]:
    for digest in digests:
        for key, quote in quotes_of(digest):
            proof = edition.evidence.proofs[key]
            if digest.record.sources[quote.source] != source.id:
                continue
            if proof.verdict.standing is Standing.HOLDS:
                for run in proof.places:
                    yield from ((place.page, place.start, place.end, key) for place in run)


def _quoted(spans: list[Span], text: SourceText | None) -> str:
    if text is None:
        return ""
    letters = sum(map(_letters, text.pages))
    inside = sum(
        _letters(page[start:end])
        for number, page in enumerate(text.pages, start=1)
        for start, end in together((start, end) for at, start, end, _ in spans if at == number)
    )
    share = round(100 * inside / letters) if letters else 0
    most = f"{share} per cent" if share else "less than 1 per cent"
    rest = " The rest is not quoted." if share < 100 else ""
    quotes = len({key for *_, key in spans})
    if quotes == 0:
        return "Nothing of it is quoted here."
    return (
        f"{wording.counted(quotes, 'quotation')} from it {'is' if quotes == 1 else 'are'} marked "
        f"below: {most} of the text held.{rest}"
    )


def _letters(text: str) -> int:
    """How many characters there are that are no spaces."""
    line = text.replace("\n", "")
    if line.isprintable():  # of all that is blank, a space alone is
        return len(line) - line.count(" ")
    return len("".join(text.split()))


def together(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same stretches, none of which lies over another."""
    reached = 0
    for start, end in sorted(spans):
        yield max(start, reached), max(end, reached)
        reached = max(end, reached)


def _pages(text: SourceText, spans: list[Span]) -> tuple[SourcePageText, ...]:
    started: set[QuoteKey] = set()
    return tuple(
        SourcePageText(
            label=f"Page {number}" if text.paged else "",
            anchor=urls.page_anchor(number),
            paragraphs=tuple(_paragraphs(page, number, text.paged, spans, started)),
            damaged=number in text.damaged,
        )
        for number, page in enumerate(text.pages, start=1)
    )


def _paragraphs(
    page: str,
    page_number: int,
    paged: bool,
    spans: list[Span],
    started: set[QuoteKey],
) -> Iterator[Paragraph]:
    here = [span for span in spans if span[0] == page_number]
    for number, (start, end) in enumerate(_paragraph_bounds(page), start=1):
        yield Paragraph(
            number,
            urls.paragraph_anchor(page_number, number, paged=paged),
            tuple(_stretches(page, start, end, here, started)),
        )


def _paragraph_bounds(page: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in [*BLANK_LINES.finditer(page), None]:
        end = match.start() if match else len(page)
        if page[start:end].strip():
            yield start, end
        start = match.end() if match else end


def _stretches(
    page: str,
    start: int,
    end: int,
    spans: list[Span],
    started: set[QuoteKey],
) -> Iterator[Stretch]:
    inside = [span for span in spans if span[1] < end and span[2] > start]
    if not inside:  # most paragraphs
        yield Stretch(page[start:end])
        return
    cuts = {start, end} | {min(max(cut, start), end) for span in inside for cut in span[1:3]}
    ordered = sorted(cuts)
    for left, right in pairwise(ordered):
        keys = list(dict.fromkeys(key for _, a, b, key in inside if a <= left and b >= right))
        first = [key for key in keys if key not in started]
        started.update(first)
        anchors = [
            urls.passage_anchor(key.digest, urls.anchor_in(key.group, key.name)) for key in first
        ]
        yield Stretch(
            page[left:right],
            tuple(Link(_in_words(key.name), urls.link(_quote_address(key))) for key in keys),
            anchors[0] if anchors else "",
            tuple(anchors[1:]),
        )


def _quote_address(key: QuoteKey) -> str:
    return f"{urls.digest(key.digest)}#{urls.anchor_in(key.group, key.name)}"


def _in_words(name: str) -> str:
    """A quote's name as a person reads it: `weak-case-supervision` is what it is about."""
    return wording.capital(name.replace("-", " "))
