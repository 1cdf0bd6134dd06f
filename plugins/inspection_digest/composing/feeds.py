"""Feeds: all digests, all contrasts, each provider.

An id is a name-based UUID (RFC 9562, version 5) of the digest's identity under a namespace fixed
here for ever, so no title, date, address or domain can move it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from inspection_digest.composing import urls, wording
from inspection_digest.composing.contrasts import contrast_view, describe, digest_title
from inspection_digest.composing.digests import description
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.grades import overall_view
from inspection_digest.reading.dates import parse_date
from inspection_digest.reading.library import Digest
from inspection_digest.views.feeds import FeedEntry, FeedView

NAMESPACE = UUID("6f1f2a2e-6a0c-5d0b-9b8e-0a4f5d1c7e21")
MOST_ENTRIES = 50
START = datetime(1970, 1, 1, tzinfo=UTC)


def feeds(edition: Edition, form: str) -> Iterator[tuple[str, FeedView]]:
    """Every feed in one form (`atom` or `rss`), by address."""
    digests = list(edition.newest_first)
    yield _feed(
        edition,
        form,
        "contrasts",
        f"{edition.site.name}: all contrasts",
        "What was said, set beside what was found.",
        urls.CONTRASTS,
        [entry for digest in digests for entry in _contrast_entries(edition, digest)],
    )
    yield _feed(
        edition,
        form,
        "digests",
        f"{edition.site.name}: all digests",
        "Every inspection report we have digested.",
        urls.HOME,
        [_digest_entry(edition, digest) for digest in digests],
    )
    for provider in edition.library.providers.values():
        own = reversed(edition.library.by_provider.get(provider.id, ()))
        yield _feed(
            edition,
            form,
            f"providers/{provider.id}",
            f"{edition.site.name}: {provider.record.name}",
            f"Inspections of {provider.record.name}.",
            urls.provider(provider.id),
            [_digest_entry(edition, digest) for digest in own],
        )


def permanent_id(identity: str) -> str:
    """`urn:uuid:...` of `digest:<provider>/<when>`, `contrast:<digest>/<name>` or `feed:<name>`."""
    return f"urn:uuid:{uuid5(NAMESPACE, identity)}"


def _feed(  # noqa: PLR0913, PLR0917 - a feed's head
    edition: Edition,
    form: str,
    name: str,
    title: str,
    subtitle: str,
    home: str,
    entries: list[FeedEntry],
) -> tuple[str, FeedView]:
    kept = tuple(entries[:MOST_ENTRIES])
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


def _digest_entry(edition: Edition, digest: Digest) -> FeedEntry:
    to = edition.absolute
    record = digest.record
    name = digest_title(edition, digest)
    return FeedEntry(
        id=permanent_id(f"digest:{digest.id}"),
        title=f"{name}: {record.title}" if record.title else name,
        link=to(urls.digest(digest.id)),
        published=_published(digest),
        updated=_updated(digest),
        summary=description(edition, digest),
        facts=_facts(edition, digest),
        contrasts=tuple(contrast_view(edition, digest, key, to) for key in record.contrasts),
        more="The whole digest",
    )


def _contrast_entries(edition: Edition, digest: Digest) -> Iterator[FeedEntry]:
    to = edition.absolute
    for name, contrast in digest.record.contrasts.items():
        yield FeedEntry(
            id=permanent_id(f"contrast:{digest.id}/{name}"),
            title=f"{contrast.title} ({digest_title(edition, digest)})",
            link=to(urls.contrast(digest.id, name)),
            published=_published(digest),
            updated=_updated(digest),
            summary=describe(digest, name),
            facts=_facts(edition, digest),
            contrasts=(contrast_view(edition, digest, name, to),),
            more="This contrast on its own page",
        )


def _facts(edition: Edition, digest: Digest) -> tuple[str, ...]:
    overall = overall_view(edition, digest, edition.absolute)
    inspected = wording.period_words(digest.record.inspected)
    return (
        f"Overall: {overall.word}",
        *((f"Inspected {inspected}",) if inspected else ()),
    )


def _published(digest: Digest) -> datetime:
    """From the path, which never changes: a corrected date inside must not move the entry."""
    match = re.match(r"(\d{4})(?:-(\d{2})(?:-\d{2})?)?(?!\d)", digest.when)
    for known in (match.group(), f"{match[1]}-{match[2]}", match[1]) if match else ():
        try:
            return _midnight(parse_date(known).first_day)
        except ValueError:
            continue
    return START


def _updated(digest: Digest) -> datetime:
    """The last correction, or the publication."""
    days = [_midnight(item.date.first_day) for item in digest.record.corrections]
    return max([_published(digest), *days])


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
