"""The verification record as JSON: anyone with the repository and no network gets the same."""

from __future__ import annotations

from collections.abc import Iterator

from inspection_digest.outputs.json_text import with_list
from inspection_digest.views.verification import VerificationRecord


def verification_json(view: VerificationRecord) -> Iterator[str]:
    """One object a quotation, in the page's order; keys in order: the same bytes every time. In
    pieces, as it may be long.

    `withdrawn` are the digests whose quotations are no longer on the site.
    """
    quotes = (
        {
            "digest": quote.digest,
            "document_sha256": quote.document_sha256 or None,
            "key": quote.key,
            "pages": quote.pages,
            "paragraphs": quote.paragraphs,
            "quote": quote.name,
            "source": quote.source,
            "text": quote.text,
            "text_sha256": quote.text_sha256 or None,
            "verdict": quote.verdict,
        }
        for quote in view.quotes
    )
    yield from with_list(
        {}, "quotes", quotes, {"version": view.version, "withdrawn": view.withdrawn}
    )
