"""The verification record: every quotation, its verdict and its place, for anyone to repeat."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.answers import WithdrawnView
from inspection_digest.views.by_digest import ByDigest
from inspection_digest.views.chrome import Chrome, Link
from inspection_digest.views.paging import Paging


class VerifiedQuote(Struct, frozen=True, kw_only=True):
    """One row of the page. `text_sha256` is the sum of the text it was compared with, "" where none
    is held."""

    key: str
    digest: Link
    quote: Link
    text: str
    source: Link
    verdict: str
    sign: str
    short: str
    sentence: str
    text_sha256: str


class QuoteDatum(Struct, frozen=True, kw_only=True):
    """The same as data. `pages` are page numbers, `paragraphs` those of a source without pages.

    `document_sha256` is the sum of the document, "" where it is not known. `via`: the source that
    quotes it, where nobody here has seen the document itself, or "".
    """

    digest: str
    document_sha256: str
    key: str
    name: str
    pages: tuple[int, ...]
    paragraphs: tuple[int, ...]
    source: str
    text: str
    text_sha256: str
    verdict: str
    via: str


class VerificationPage(Struct, frozen=True, kw_only=True):
    """`counts` are (words, how many), by verdict. `version` is the program's. The quotations of
    digests that are `withdrawn` are not on the site, and so not in the record; `more_withdrawn`
    leads to all of these where they are too many to be named here. `paging` is None where the
    whole record stands on one page."""

    chrome: Chrome
    title: str
    version: str
    counts: tuple[tuple[str, int], ...]
    quotes: tuple[VerifiedQuote, ...]
    data: Link
    method: Link
    withdrawn: tuple[WithdrawnView, ...] = ()
    more_withdrawn: Link | None = None
    paging: Paging | None = None


class VerificationRecord(Struct, frozen=True):
    """The whole record as data.

    `withdrawn` are the ids of the digests that are withdrawn.
    """

    version: str
    quotes: ByDigest[QuoteDatum]
    withdrawn: tuple[str, ...]
