"""Pages whose content was taken away, and the lists that say so.

A digest that is withdrawn keeps its address and those of its contrasts and quotations: each tells
that it is withdrawn, when and why, and prints none of its words. So does the address of a contrast
that a correction removed.
"""

from __future__ import annotations

from collections.abc import Iterator

from inspection_digest.composing import urls
from inspection_digest.composing.answers import (
    contested,
    contested_of,
    correction_subject,
    correction_view,
    corrections,
    in_words,
    newest,
    withdrawn_view,
)
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import cite, digest_title
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.reading.library import Digest
from inspection_digest.reading.subjects import removed
from inspection_digest.views.answers import NoticePage, WithdrawnView
from inspection_digest.views.chrome import Link


def notice_pages(edition: Edition) -> Iterator[tuple[str, NoticePage]]:
    """Every address whose content was taken away, with the notice that stands there."""
    for digest in edition.withdrawn:
        here = urls.digest(digest.id)
        yield here, _withdrawn_page(edition, digest, here, _stood(digest))
        for name in _contrasts(digest):
            here = urls.contrast(digest.id, name)
            yield here, _withdrawn_page(edition, digest, here, ())
    for digest in edition.newest_first:
        for group, name in removed(digest.record):
            if group == "contrasts":
                here = urls.contrast(digest.id, name)
                yield here, _removed_page(edition, digest, name, here)


def notice_addresses(edition: Edition) -> set[str]:
    """Where they stand."""
    gone = {urls.digest(digest.id) for digest in edition.withdrawn}
    gone |= {
        urls.contrast(item.id, name) for item in edition.withdrawn for name in _contrasts(item)
    }
    for digest in edition.newest_first:
        if digest.record.corrections:
            taken = (name for group, name in removed(digest.record) if group == "contrasts")
            gone |= {urls.contrast(digest.id, name) for name in taken}
    return gone


def withdrawals(edition: Edition, provider: str = "") -> tuple[WithdrawnView, ...]:
    """The digests that are withdrawn, of one provider or all; the newest withdrawal first."""
    found = [item for item in edition.withdrawn if not provider or item.provider == provider]
    ordered = sorted(found, key=withdrawn_on, reverse=True)
    return tuple(notice(edition, digest) for digest in ordered)


def notice(edition: Edition, digest: Digest) -> WithdrawnView:
    """The notice of a withdrawn digest, with the way to its page."""
    name = digest_title(edition, digest)
    return withdrawn_view(edition, digest, name, Link(name, urls.link(urls.digest(digest.id))))


def withdrawn_on(digest: Digest) -> tuple[str, str]:
    record = digest.record.withdrawn
    return (str(record.date) if record else "", digest.id)


def _withdrawn_page(
    edition: Edition, digest: Digest, here: str, stood: tuple[tuple[str, str], ...]
) -> NoticePage:
    name = digest_title(edition, digest)
    own = here == urls.digest(digest.id)
    line = digest.document.key("withdrawn").line
    provider = edition.library.providers[digest.provider].record.name
    return NoticePage(
        chrome=chrome(
            edition,
            here,
            f"Withdrawn: {name}",
            f"This digest is withdrawn: {name}. The page says when and why.",
            feeds=((provider, f"providers/{digest.provider}"),),
            index=False,
            files=((digest.path, line),),
            wrong=Wrong("other", f"{digest.id}, withdrawn", here, digest.id),
            ways=(edition.reply_link(digest.id, here),),
        ),
        kicker=Link(provider, urls.link(urls.provider(digest.provider))),
        title=name,
        withdrawn=withdrawn_view(
            edition,
            digest,
            name,
            None
            if own
            else Link(f"All that is said of it: {name}", urls.link(urls.digest(digest.id))),
        ),
        correction=None,
        stood=stood,
        corrections=corrections(edition, digest) if own else (),
        contested=contested(edition, digest) if own else (),
        onward=Link("What we do when something is wrong", urls.link(urls.CORRECTIONS)),
        cite=cite(edition, f"Withdrawn: {name}", here),
    )


def _removed_page(edition: Edition, digest: Digest, name: str, here: str) -> NoticePage:
    title = f"A contrast that was removed: {in_words(name)}"
    record = next(
        item
        for item in newest(digest)
        if item.removed == "contrast" and (item.about or "").rpartition("/")[2] == name
    )
    subject = correction_subject(edition, digest, record)
    line = digest.document.key("corrections").line
    whole = digest_title(edition, digest)
    home = Link(whole, urls.link(urls.digest(digest.id)))
    return NoticePage(
        chrome=chrome(
            edition,
            here,
            title,
            f"This contrast was removed from the digest: {whole}. The page says when and why.",
            index=False,
            files=((digest.path, line),),
            wrong=Wrong("contrast", f"{digest.id}, contrast {name}, removed", here, digest.id),
            ways=(edition.reply_link(digest.id, here),),
        ),
        kicker=home,
        title=title,
        withdrawn=None,
        correction=correction_view(edition, digest, record, home),
        stood=(),
        corrections=(),
        contested=contested_of(edition, digest, subject) if subject else (),
        onward=Link(f"The whole digest: {whole}", urls.link(urls.digest(digest.id))),
        cite=cite(edition, title, here),
    )


def _stood(digest: Digest) -> tuple[tuple[str, str], ...]:
    """(anchor, name) of all that had an address on the digest's page. None of its words."""
    record = digest.record
    found = [(urls.contrast_anchor(name), "Contrast", name) for name in record.contrasts]
    found += [(urls.quote_anchor(name), "Quotation", name) for name in record.quotes]
    found += [(urls.reply_anchor(name), "Reply", name) for name in record.replies]
    return tuple((anchor, f"{kind}: {in_words(name)}") for anchor, kind, name in found)


def _contrasts(digest: Digest) -> tuple[str, ...]:
    gone = [name for group, name in removed(digest.record) if group == "contrasts"]
    return tuple(dict.fromkeys((*digest.record.contrasts, *gone)))
