"""Feeds: all digests, all contrasts, each provider, and all that was corrected or contested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from inspection_digest.composing import urls
from inspection_digest.composing.answer_entries import answer_entries
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.feed_entries import (
    NAMESPACE,
    START,
    contrast_entries,
    digest_entry,
    permanent_id,
)
from inspection_digest.reading.library import Digest, Provider
from inspection_digest.views.feeds import FeedEntry, FeedView

__all__ = ["MOST_ENTRIES", "NAMESPACE", "START", "feeds", "permanent_id"]

MOST_ENTRIES = 30  # of these, with five contrasts each, a feed has under 400 kB


def feeds(edition: Edition, form: str) -> Iterator[tuple[str, FeedView]]:
    """Every feed in one form (`atom` or `rss`), by address."""
    yield from site_feeds(edition, form)
    yield from provider_feeds(edition, form, edition.library.providers.values())


def site_feeds(edition: Edition, form: str) -> Iterator[tuple[str, FeedView]]:
    """The feeds of the whole site.

    A digest that is withdrawn keeps its place and its ids: what subscribers have of it is replaced.
    """
    digests = list(edition.everything.digests.values())[::-1]
    yield _feed(
        edition,
        form,
        "contrasts",
        f"{edition.site.name}: all contrasts",
        "What was said, set beside what was found.",
        urls.CONTRASTS,
        (entry for digest in digests for entry in contrast_entries(edition, digest)),
    )
    yield _feed(
        edition,
        form,
        "digests",
        f"{edition.site.name}: all digests",
        "Every inspection report we have digested.",
        urls.HOME,
        (digest_entry(edition, digest) for digest in digests),
    )
    yield _feed(
        edition,
        form,
        "corrections",
        f"{edition.site.name}: corrections",
        "What was corrected, contested or withdrawn.",
        urls.CORRECTIONS,
        answer_entries(edition),
    )


def provider_feeds(
    edition: Edition, form: str, providers: Iterable[Provider]
) -> Iterator[tuple[str, FeedView]]:
    """The feed of each of these providers."""
    for provider in providers:
        own: tuple[Digest, ...] = edition.everything.by_provider.get(provider.id, ())
        yield _feed(
            edition,
            form,
            f"providers/{provider.id}",
            f"{edition.site.name}: {provider.record.name}",
            f"Inspections of {provider.record.name}.",
            urls.provider(provider.id),
            (digest_entry(edition, digest) for digest in own[::-1]),
        )


def _feed(  # noqa: PLR0913, PLR0917 - a feed's head
    edition: Edition,
    form: str,
    name: str,
    title: str,
    subtitle: str,
    home: str,
    entries: Iterable[FeedEntry],
) -> tuple[str, FeedView]:
    kept = tuple(islice(entries, MOST_ENTRIES))
    address = urls.feed(name, form)
    return address, FeedView(
        id=permanent_id(f"feed:{name}"),
        title=title,
        subtitle=subtitle,
        here=edition.absolute(address),
        home=edition.absolute(home),
        author=edition.site.name,
        updated=max((entry.updated for entry in kept), default=START),
        entries=kept,
    )
