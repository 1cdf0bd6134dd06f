"""Pages of prose, and under the page of corrections all that was answered to any digest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from inspection_digest.composing import urls
from inspection_digest.composing.answers import contested, corrections
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import digest_title
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.notices import withdrawals
from inspection_digest.composing.prose import clean_page
from inspection_digest.reading.library import Digest
from inspection_digest.views.answers import ContestedView, CorrectionView
from inspection_digest.views.chrome import Link
from inspection_digest.views.listings import ProsePage

View = TypeVar("View")
Dated = tuple[str, str, int]  # when, the digest's id, the place in its own list


def prose_page(  # noqa: PLR0913 - what Pelican knows of a Markdown page
    edition: Edition,
    *,
    address: str,
    title: str,
    summary: str,
    html: str,
    file: str,
    kind: str = "website",
) -> ProsePage:
    """A Markdown page of the site, its HTML sanitised. Corrections are listed under their page."""
    to = urls.relative_from(address)
    answers = address == urls.CORRECTIONS
    return ProsePage(
        chrome=chrome(
            edition,
            address,
            title,
            summary,
            kind=kind,
            feeds=(("Corrections", "corrections"),) if answers else (),
            files=((file, 0),),
            wrong=Wrong("prose", f"page {title}", address),
        ),
        title=title,
        content=clean_page(html),
        corrections=_newest(_all_corrections(edition, to)) if answers else (),
        contested=_newest(_all_contested(edition, to)) if answers else (),
        withdrawn=withdrawals(edition, to) if answers else (),
        feeds=tuple(
            Link(label, to(urls.feed("corrections", form)))
            for label, form in (("Atom", "atom"), ("RSS", "rss"))
        )
        if answers
        else (),
    )


def _all_corrections(edition: Edition, to: urls.Linker) -> Iterator[tuple[Dated, CorrectionView]]:
    for digest in edition.everything.digests.values():
        views = corrections(edition, digest, to, _link(edition, digest, to))
        yield from zip(_dates(digest, "corrections"), views, strict=True)


def _all_contested(edition: Edition, to: urls.Linker) -> Iterator[tuple[Dated, ContestedView]]:
    for digest in edition.everything.digests.values():
        views = contested(edition, digest, to, _link(edition, digest, to))
        yield from zip(_dates(digest, "contested"), views, strict=True)


def _dates(digest: Digest, group: str) -> list[Dated]:
    """In the order of the views: newest first."""
    days = sorted((str(item.date) for item in getattr(digest.record, group)), reverse=True)
    return [(day, digest.id, -place) for place, day in enumerate(days)]


def _newest(found: Iterator[tuple[Dated, View]]) -> tuple[View, ...]:
    ordered = sorted(found, key=lambda item: item[0], reverse=True)
    return tuple(view for _, view in ordered)


def _link(edition: Edition, digest: Digest, to: urls.Linker) -> Link:
    return Link(digest_title(edition, digest), to(urls.digest(digest.id)))
