"""The verification record as JSON: anyone with the repository and no network gets the same."""

from __future__ import annotations

import json

from inspection_digest.views.verification import VerificationRecord


def verification_json(view: VerificationRecord) -> str:
    """One object a quotation, in the page's order; keys sorted: the same bytes every time.

    `withdrawn` are the digests whose quotations are no longer on the site.
    """
    record = {
        "version": view.version,
        "quotes": [
            {
                "key": quote.key,
                "digest": quote.digest_id,
                "quote": quote.name,
                "text": quote.text,
                "source": quote.source_id,
                "verdict": quote.verdict,
                "pages": list(quote.pages),
                "paragraphs": list(quote.paragraphs),
                "document_sha256": quote.document_sha256 or None,
                "text_sha256": quote.text_sha256 or None,
            }
            for quote in view.quotes
        ],
        "withdrawn": list(view.withdrawn),
    }
    return json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
