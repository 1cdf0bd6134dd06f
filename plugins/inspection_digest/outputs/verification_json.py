"""The verification record as JSON: anyone with the repository and no network gets the same."""

from __future__ import annotations

from inspection_digest.outputs.json_text import with_list
from inspection_digest.outputs.long_file import LongFile
from inspection_digest.views.verification import QuoteDatum, VerificationRecord


def verification_json(view: VerificationRecord) -> LongFile:
    """One object a quotation, in the page's order; keys in order: the same bytes every time.

    `withdrawn` are the digests whose quotations are no longer on the site.
    """
    after = {"version": view.version, "withdrawn": view.withdrawn}
    return with_list({}, "quotes", view.quotes, _object, after)


def _object(quote: QuoteDatum) -> dict[str, object]:
    return {
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
        "via": quote.via or None,
    }
