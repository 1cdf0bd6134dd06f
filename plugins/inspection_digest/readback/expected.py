"""What has to be found when the published files are read back: every quotation at its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inspection_digest.composing import urls
from inspection_digest.composing.feeds import MOST_ENTRIES
from inspection_digest.evidence.proofs import Claim, Standing
from inspection_digest.evidence.quotations import Evidence, QuoteKey, claims_of
from inspection_digest.reading.library import Digest, Library
from inspection_digest.reading.subjects import Subject, subjects


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a quotation claims, and what came of it when the site was made."""

    claim: Claim
    standing: Standing


@dataclass(frozen=True)
class Expected:
    """`quotations` by their key. `printed`: which keys each file has to print. `notices`: the
    digest that each file has to say is withdrawn."""

    quotations: Mapping[str, Quotation]
    printed: Mapping[str, frozenset[str]]
    notices: Mapping[str, str]


def expected(library: Library, evidence: Evidence) -> Expected:
    """All that is expected of an edition of the site."""
    current = library.current
    quotations = {
        published_key(key): Quotation(claim, evidence.proofs[key].verdict.standing)
        for digest in current.digests.values()
        for key, claim in claims_of(digest)
    }
    printed: dict[str, set[str]] = {}
    for path, key in _places(current):
        printed.setdefault(path, set()).add(key)
    return Expected(
        quotations,
        {path: frozenset(keys) for path, keys in printed.items()},
        dict(_notices(library)),
    )


def published_key(key: QuoteKey) -> str:
    """A quotation's identity as the published files carry it."""
    anchor = urls.anchor_in(key.group, key.name)
    return urls.quote_key(key.digest, anchor)


def _places(library: Library) -> Iterator[tuple[str, str]]:
    """A digest's page and the record print every quotation; the rest, both sides of a contrast and
    what was replied to them."""
    for digest in library.digests.values():
        page = urls.file_of(urls.digest(digest.id))
        for key, _ in claims_of(digest):
            yield page, published_key(key)
            yield urls.VERIFICATION_DATA, published_key(key)
    for path, digest, name in _contrasts(library):
        contrast = digest.record.contrasts[name]
        sides = (contrast.said, *contrast.found)
        for quote in sides:
            yield path, urls.quote_key(digest.id, urls.quote_anchor(quote))
        for reply in _replies(digest, name, sides):
            yield path, reply


def _replies(digest: Digest, contrast: str, quotes: tuple[str, ...]) -> Iterator[str]:
    """The keys of the replies to a contrast or to one of its quotes."""
    beside = {Subject("contrasts", contrast), *(Subject("quotes", name) for name in quotes)}
    for reply, item in digest.record.replies.items():
        if beside.intersection(subjects(digest.record, (), item.to or "")):
            yield urls.quote_key(digest.id, urls.reply_anchor(reply))


def _notices(library: Library) -> Iterator[tuple[str, str]]:
    """The addresses of a withdrawn digest say so. That they quote nothing is seen like any other
    quotation that is not ours."""
    for digest in library.withdrawn:
        yield urls.file_of(urls.digest(digest.id)), digest.id
        for name in digest.record.contrasts:
            yield urls.file_of(urls.contrast(digest.id, name)), digest.id


def _contrasts(library: Library) -> Iterator[tuple[str, Digest, str]]:
    """Where each contrast has to stand: its own page, and the feeds as far back as they go."""
    newest = tuple(library.digests.values())[::-1]
    contrasts = [(digest, name) for digest in newest for name in digest.record.contrasts]
    for digest, name in contrasts:
        yield urls.file_of(urls.contrast(digest.id, name)), digest, name
    feeds = {"digests": newest}
    feeds |= {f"providers/{id_}": own[::-1] for id_, own in library.by_provider.items()}
    for form in ("atom", "rss"):
        for digest, name in contrasts[:MOST_ENTRIES]:
            yield urls.feed("contrasts", form), digest, name
        for feed, digests in feeds.items():
            for digest in digests[:MOST_ENTRIES]:
                for name in digest.record.contrasts:
                    yield urls.feed(feed, form), digest, name
