"""The verification record, as a page and as data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from msgspec import Struct

from inspection_digest.composing import urls, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import digest_title, year_words
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.notices import withdrawals
from inspection_digest.composing.paging import Leaf, ListPage, Run, paging, run_leaves, starts
from inspection_digest.composing.proof_words import proof_view
from inspection_digest.evidence.proofs import Verdict
from inspection_digest.evidence.quotations import QuoteKey, keys_of, quote_of
from inspection_digest.reading.library import Digest
from inspection_digest.version import VERSION
from inspection_digest.views.by_digest import ByDigest
from inspection_digest.views.chrome import Link
from inspection_digest.views.verification import (
    QuoteDatum,
    VerificationPage,
    VerificationRecord,
    VerifiedQuote,
)

LONGEST = 200  # quotations of a page: about as many kilobytes
MOST_WITHDRAWN = 100
NEWER_AND_OLDER = ("Quotations of newer reports", "Quotations of older reports")

VerificationPages = Iterator[ListPage[Run, VerificationPage]]


class _Record(Struct, frozen=True):
    """`years`: where each begins. `counts`: how often each verdict was given."""

    years: tuple[tuple[str, str], ...]
    counts: tuple[tuple[Verdict, int], ...]


def verification_pages(edition: Edition) -> VerificationPages:
    """The record, the newest report first, over as many pages as it needs."""
    counts = edition.evidence.verdicts
    numbers = (
        (digest.id, year_words(digest), len(digest.record.quotes) + len(digest.record.replies))
        for digest in edition.newest_first
    )
    pages = run_leaves(urls.VERIFICATION, numbers, LONGEST)
    years = starts(pages)
    counted = tuple((verdict, counts[verdict]) for verdict in Verdict if counts[verdict])
    for leaf in pages:
        given = _Record(years, counted if leaf.before is None else ())
        yield ListPage(leaf, given, partial(_page, edition, leaf, given))


def verification_record(edition: Edition) -> VerificationRecord:
    """The whole record, as data."""
    return VerificationRecord(
        VERSION,
        ByDigest(tuple(edition.library.digests)[::-1], partial(_data, edition)),
        tuple(item.id for item in withdrawals(edition)),
    )


def _page(edition: Edition, leaf: Leaf[Run], given: _Record) -> VerificationPage:
    gone = withdrawals(edition) if leaf.before is None else ()
    return VerificationPage(
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
        counts=given.counts,
        quotes=tuple(_verified(edition, key) for run in leaf.items for key in _keys(edition, run)),
        data=Link("The record as JSON", urls.link(urls.VERIFICATION_DATA)),
        method=Link("What the verdicts mean", urls.link(urls.prose("method"))),
        withdrawn=gone[:MOST_WITHDRAWN],
        more_withdrawn=Link(f"All {len(gone):,} that are withdrawn", urls.link(urls.CORRECTIONS))
        if len(gone) > MOST_WITHDRAWN
        else None,
        paging=paging(leaf, "Quotations", NEWER_AND_OLDER, given.years),
    )


def _keys(edition: Edition, run: Run) -> Iterator[QuoteKey]:
    """Its quotations, replies among them."""
    return islice(keys_of(edition.library.digests[run.digest]), run.start, run.stop)


def _verified(edition: Edition, key: QuoteKey) -> VerifiedQuote:
    digest = edition.library.digests[key.digest]
    quote, proof = quote_of(digest, key), edition.evidence.proofs[key]
    source = edition.library.sources[digest.record.sources[quote.source]]
    via = edition.library.sources.get(source.record.via or "")
    view = proof_view(proof, source, via, paged=source.is_paged)
    anchor = urls.anchor_in(key.group, key.name)
    here = urls.digest(digest.id)
    return VerifiedQuote(
        key=urls.quote_key(digest.id, anchor),
        digest=Link(digest_title(edition, digest), urls.link(here)),
        quote=Link(key.name, urls.link(f"{here}#{anchor}")),
        text=quote.text,
        source=Link(wording.SOURCE_KINDS[source.record.kind], urls.link(urls.source(source.id))),
        verdict=view.verdict,
        sign=view.sign,
        short=view.short,
        sentence=view.sentence,
        text_sha256=source.text_sha256,
    )


def _data(edition: Edition, id_: str) -> Iterator[QuoteDatum]:
    digest = edition.library.digests[id_]
    return (_datum(edition, digest, key) for key in keys_of(digest))


def _datum(edition: Edition, digest: Digest, key: QuoteKey) -> QuoteDatum:
    quote, proof = quote_of(digest, key), edition.evidence.proofs[key]
    source = edition.library.sources[digest.record.sources[quote.source]]
    paged = source.is_paged
    paragraphs = {place.paragraph for run in proof.places for place in run}
    return QuoteDatum(
        digest=digest.id,
        document_sha256=source.record.sha256 or "",
        key=urls.quote_key(digest.id, urls.anchor_in(key.group, key.name)),
        name=key.name,
        pages=proof.pages if paged else (),
        paragraphs=() if paged else tuple(sorted(paragraphs)),
        source=source.id,
        text=quote.text,
        text_sha256=source.text_sha256,
        verdict=proof.verdict.value,
        via=source.record.via or "",
    )
