"""The verification record, as a page and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from inspection_digest.composing import urls
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import digest_title, year_words
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.notices import withdrawals
from inspection_digest.composing.paging import leaves, paging, starts
from inspection_digest.composing.quotes import quote_alike
from inspection_digest.evidence.proofs import Verdict
from inspection_digest.evidence.quotations import QuoteKey, quotes_of
from inspection_digest.reading.library import Digest
from inspection_digest.reading.records import QuoteRecord
from inspection_digest.version import VERSION
from inspection_digest.views.chrome import Link
from inspection_digest.views.verification import (
    VerificationPage,
    VerificationRecord,
    VerifiedQuote,
)

LONGEST = 200  # quotations of a page: about as many kilobytes
MOST_WITHDRAWN = 100
NEWER_AND_OLDER = ("Quotations of newer reports", "Quotations of older reports")

Quoted = tuple[Digest, QuoteKey, QuoteRecord]


def verification_pages(edition: Edition) -> Iterator[tuple[str, VerificationPage]]:
    """The record, the newest report first, over as many pages as it needs."""
    items = list(_quotes(edition))
    counts = Counter(edition.evidence.proofs[key].verdict for _, key, _ in items)
    pages = leaves(urls.VERIFICATION, items, LONGEST)
    years = starts(pages, lambda item: year_words(item[0]))
    for leaf in pages:
        to = urls.relative_from(leaf.here)
        gone = withdrawals(edition, to) if leaf.number == 1 else ()
        yield (
            leaf.here,
            VerificationPage(
                chrome=chrome(
                    edition,
                    leaf.here,
                    leaf.title("Verification record"),
                    "Every quotation on this site, the text it was compared with, and the verdict.",
                    files=(("content/digests/", 0), ("theme/templates/verification.html", 0)),
                    wrong=Wrong("figures", "the verification record", leaf.here),
                ),
                title=leaf.title("Every quotation, and how it was checked"),
                version=VERSION,
                counts=tuple((verdict, counts[verdict]) for verdict in Verdict if counts[verdict])
                if leaf.number == 1
                else (),
                quotes=tuple(_verified(edition, *item, to) for item in leaf.items),
                data=Link("The record as JSON", to(urls.VERIFICATION_DATA)),
                method=Link("What the verdicts mean", to(urls.prose("method"))),
                withdrawn=gone[:MOST_WITHDRAWN],
                more_withdrawn=Link(f"All {len(gone):,} that are withdrawn", to(urls.CORRECTIONS))
                if len(gone) > MOST_WITHDRAWN
                else None,
                paging=paging(leaf, "Quotations", NEWER_AND_OLDER, years, to),
            ),
        )


def verification_record(edition: Edition) -> VerificationRecord:
    """The whole record, as data: no links lead from it, so none is made."""
    return VerificationRecord(
        VERSION,
        tuple(_verified(edition, *item, edition.absolute) for item in _quotes(edition)),
        tuple(item.id for item in withdrawals(edition, edition.absolute)),
    )


def _quotes(edition: Edition) -> Iterator[Quoted]:
    """Every quotation, replies among them, the newest report first."""
    for digest in edition.newest_first:
        for key, quote in quotes_of(digest):
            yield digest, key, quote


def _verified(
    edition: Edition, digest: Digest, key: QuoteKey, quote: QuoteRecord, to: urls.Linker
) -> VerifiedQuote:
    proof = edition.evidence.proofs[key]
    source = edition.library.sources[digest.record.sources[quote.source]]
    text = edition.evidence.texts.get(source.id)
    view = quote_alike(edition, digest, key)
    paged = bool(text and text.paged)
    paragraphs = {place.paragraph for run in proof.places for place in run}
    return VerifiedQuote(
        key=view.key,
        digest=Link(digest_title(edition, digest), to(urls.digest(digest.id))),
        digest_id=digest.id,
        name=key.name,
        quote=Link(key.name, to(view.href)),
        text=view.text,
        source=Link(view.source.label, to(view.source.href)),
        source_id=source.id,
        verdict=view.proof.verdict,
        sign=view.proof.sign,
        short=view.proof.short,
        sentence=view.proof.sentence,
        pages=proof.pages if paged else (),
        paragraphs=() if paged else tuple(sorted(paragraphs)),
        document_sha256=source.record.sha256 or "",
        text_sha256=source.text_sha256,
    )
