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


SITE_FEEDS = ("contrasts", "digests", "corrections")


def feeds(edition: Edition, form: str) -> Iterator[tuple[str, FeedView]]:
    """Every feed in one form (`atom` or `rss`), by address."""
    yield from (site_feed(edition, form, name) for name in SITE_FEEDS)
    yield from provider_feeds(edition, form, edition.library.providers.values())


def site_feed(edition: Edition, form: str, name: str) -> tuple[str, FeedView]:
    """One of the feeds of the whole site.

    A digest that is withdrawn keeps its place and its ids: what subscribers have of it is replaced.
    """
    titles = {
        "contrasts": ("all contrasts", "What was said, set beside what was found.", urls.CONTRASTS),
        "digests": (
            "all digests",
            f"The newest {MOST_ENTRIES} of the inspection reports we have digested.",
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
        _site_entries(edition, name),
    )


def _site_entries(edition: Edition, name: str) -> Iterator[FeedEntry]:
    """What was put on the site last first."""
    digests = edition.everything.last_added
    match name:
        case "contrasts":
            yield from (entry for item in digests for entry in contrast_entries(edition, item))
        case "digests":
            yield from (digest_entry(edition, item) for item in digests)
        case _:
            yield from answer_entries(edition)


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
            sorted(
                (digest_entry(edition, digest) for digest in own[::-1]),
                key=lambda entry: entry.published,
                reverse=True,
            ),
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
        root=edition.absolute(urls.HOME),
        author=edition.site.name,
        updated=max((entry.updated for entry in kept), default=START),
        entries=kept,
    )
