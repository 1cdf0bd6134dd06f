"""The feed of answers: every correction, objection and withdrawal as an entry of its own.

They have no names, so an id is minted from the digest, the day and the place among those of that
day: adding one never moves another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, TypeVar

from inspection_digest.composing import urls
from inspection_digest.composing.answers import (
    about_link,
    contested_view,
    correction_view,
    subject_of,
)
from inspection_digest.composing.contrasts import digest_title
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.feed_entries import midnight, permanent_id
from inspection_digest.composing.notices import notice
from inspection_digest.composing.prose import to_plain
from inspection_digest.reading.library import Digest
from inspection_digest.reading.records import ContestedRecord, CorrectionRecord
from inspection_digest.views.feeds import FeedEntry

Item = TypeVar("Item", CorrectionRecord, ContestedRecord)


def answer_entries(edition: Edition) -> list[FeedEntry]:
    """All of them, the last one first."""
    found = [
        entry
        for digest in edition.everything.digests.values()
        for entry in _of_digest(edition, digest)
    ]
    return sorted(found, key=lambda entry: (entry.updated, entry.id), reverse=True)


def _of_digest(edition: Edition, digest: Digest) -> Iterator[FeedEntry]:
    record = digest.record
    for identity, item in _named("correction", digest, record.corrections):
        yield _correction(edition, digest, identity, item)
    for identity, objection in _named("contested", digest, record.contested):
        yield _objection(edition, digest, identity, objection)
    if record.withdrawn:
        day = midnight(record.withdrawn.date.first_day)
        name = digest_title(edition, digest)
        view = notice(edition, digest)
        yield FeedEntry(
            **_head(digest, f"withdrawn:{digest.id}", day, day),
            title=f"Withdrawn: {name}",
            summary=to_plain(record.withdrawn.because),
            withdrawn=view,
        )


def _correction(
    edition: Edition, digest: Digest, identity: str, item: CorrectionRecord
) -> FeedEntry:
    day = midnight(item.date.first_day)
    return FeedEntry(
        **_head(digest, identity, day, day),
        title=f"Correction: {digest_title(edition, digest)}",
        summary=to_plain(item.what),
        corrections=(correction_view(edition, digest, item),),
    )


def _objection(edition: Edition, digest: Digest, identity: str, item: ContestedRecord) -> FeedEntry:
    subject = subject_of(edition, digest, item.about)
    about = about_link(edition, digest, subject) if subject else None
    decided = midnight((item.decided or item.date).first_day)
    return FeedEntry(
        **_head(digest, identity, midnight(item.date.first_day), decided),
        title=f"Contested by {item.by}: {digest_title(edition, digest)}",
        summary=to_plain(item.what),
        contested=(contested_view(item, None, about),),
    )


def _named(kind: str, digest: Digest, items: Iterable[Item]) -> Iterator[tuple[str, Item]]:
    """(identity, item) of each, in the order they were typed."""
    seen: Counter[str] = Counter()
    for item in items:
        day = str(item.date)
        seen[day] += 1
        yield f"{kind}:{digest.id}/{day}/{seen[day]}", item


def _head(digest: Digest, identity: str, day: datetime, updated: datetime) -> dict[str, Any]:
    return {
        "id": permanent_id(identity),
        "link": urls.link(urls.digest(digest.id)),
        "published": day,
        "updated": updated,
        "facts": (),
        "contrasts": (),
        "more": "The digest it is about",
    }
