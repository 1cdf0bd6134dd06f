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
    contrast_entry,
    digest_entry,
    permanent_id,
)
from inspection_digest.composing.feed_order import MOST_ENTRIES, entries_of
from inspection_digest.reading.library import Provider
from inspection_digest.views.feeds import FeedEntry, FeedView

__all__ = ["MOST_ENTRIES", "NAMESPACE", "START", "feeds", "permanent_id"]

SITE_FEEDS = ("contrasts", "digests", "corrections")


def feeds(edition: Edition, form: str) -> Iterator[tuple[str, FeedView]]:
    """Every feed in one form (`atom` or `rss`), by address."""
    yield from (site_feed(edition, form, name) for name in SITE_FEEDS)
    yield from provider_feeds(edition, form, edition.library.providers.values())


def site_feed(edition: Edition, form: str, name: str) -> tuple[str, FeedView]:
    """One of the feeds of the whole site."""
    titles = {
        "contrasts": ("all contrasts", "What was said, set beside what was found.", urls.CONTRASTS),
        "digests": (
            "all digests",
            f"The {MOST_ENTRIES} inspection reports we have digested last.",
            urls.HOME,
        ),
        "corrections": (
            "corrections",
            "What was corrected, contested or withdrawn.",
            urls.CORRECTIONS,
        ),
    }
    title, subtitle, home = titles[name]
    return _feed(
        edition,
        form,
        name,
        f"{edition.site.name}: {title}",
        subtitle,
        home,
    )


def _entries(edition: Edition, name: str) -> tuple[FeedEntry, ...]:
    if name == "corrections":
        return tuple(islice(answer_entries(edition), MOST_ENTRIES))
    return tuple(
        contrast_entry(edition, digest, contrast) if contrast else digest_entry(edition, digest)
        for digest, contrast in entries_of(name, edition.everything)
    )


def provider_feeds(
    edition: Edition, form: str, providers: Iterable[Provider]
) -> Iterator[tuple[str, FeedView]]:
    """The feed of each of these providers."""
    for provider in providers:
        yield _feed(
            edition,
            form,
            f"providers/{provider.id}",
            f"{edition.site.name}: {provider.record.name}",
            f"Inspections of {provider.record.name}.",
            urls.provider(provider.id),
        )


def _feed(  # noqa: PLR0913, PLR0917 - a feed's head
    edition: Edition,
    form: str,
    name: str,
    title: str,
    subtitle: str,
    home: str,
) -> tuple[str, FeedView]:
    kept = _entries(edition, name)
    address = urls.feed(name, form)
    return address, FeedView(
        id=permanent_id(f"feed:{name}"),
        title=title,
        subtitle=subtitle,
        here=edition.absolute(address),
        home=edition.absolute(home),
        root=edition.absolute(urls.HOME),
        author=edition.site.name,
        updated=max((entry.updated for entry in kept), default=START),
        entries=kept,
    )
