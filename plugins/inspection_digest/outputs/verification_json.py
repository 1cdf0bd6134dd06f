"""The verification record as JSON: anyone with the repository and no network gets the same."""

from __future__ import annotations

from inspection_digest.outputs.json_text import indented
from inspection_digest.views.verification import VerificationRecord


def verification_json(view: VerificationRecord) -> str:
    """One object a quotation, in the page's order; keys in order: the same bytes every time.

    `withdrawn` are the digests whose quotations are no longer on the site.
    """
    record = {
        "quotes": [
            {
                "digest": quote.digest_id,
                "document_sha256": quote.document_sha256 or None,
                "key": quote.key,
                "pages": quote.pages,
                "paragraphs": quote.paragraphs,
                "quote": quote.name,
                "source": quote.source_id,
                "text": quote.text,
                "text_sha256": quote.text_sha256 or None,
                "verdict": quote.verdict,
            }
            for quote in view.quotes
        ],
        "version": view.version,
        "withdrawn": view.withdrawn,
    }
    return indented(record)
