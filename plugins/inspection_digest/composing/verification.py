"""The verification record, as a page and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from inspection_digest.composing import urls
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import digest_title
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.notices import withdrawals
from inspection_digest.composing.quotes import quote_view
from inspection_digest.evidence.proofs import Verdict
from inspection_digest.evidence.quotations import quotes_of
from inspection_digest.reading.library import Digest
from inspection_digest.version import VERSION
from inspection_digest.views.chrome import Link
from inspection_digest.views.verification import VerificationPage, VerifiedQuote


def verification_page(edition: Edition) -> VerificationPage:
    to = urls.relative_from(urls.VERIFICATION)
    quotes = tuple(verified_quotes(edition, to))
    counts = Counter(quote.verdict for quote in quotes)
    return VerificationPage(
        chrome=chrome(
            edition,
            urls.VERIFICATION,
            "Verification record",
            "Every quotation on this site, the text it was compared with, and the verdict.",
            files=(("content/digests/", 0), ("theme/templates/verification.html", 0)),
            wrong=Wrong("figures", "the verification record", urls.VERIFICATION),
        ),
        version=VERSION,
        counts=tuple((verdict, counts[verdict]) for verdict in Verdict if counts[verdict]),
        quotes=quotes,
        data=Link("The record as JSON", to(urls.VERIFICATION_DATA)),
        method=Link("What the verdicts mean", to(urls.prose("method"))),
        withdrawn=withdrawals(edition, to),
    )


def verified_quotes(edition: Edition, to: urls.Linker) -> Iterator[VerifiedQuote]:
    """Every quotation, replies among them, the newest report first."""
    for digest in edition.newest_first:
        yield from _of_digest(edition, digest, to)


def _of_digest(edition: Edition, digest: Digest, to: urls.Linker) -> Iterator[VerifiedQuote]:
    for key, quote in quotes_of(digest):
        proof = edition.evidence.proofs[key]
        source = edition.library.sources[digest.record.sources[quote.source]]
        text = edition.evidence.texts.get(source.id)
        view = quote_view(edition, digest, key, to)
        paged = bool(text and text.paged)
        paragraphs = {place.paragraph for run in proof.places for place in run}
        yield VerifiedQuote(
            key=view.key,
            digest=Link(digest_title(edition, digest), to(urls.digest(digest.id))),
            digest_id=digest.id,
            name=key.name,
            quote=Link(key.name, view.href),
            text=view.text,
            source=view.source,
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
