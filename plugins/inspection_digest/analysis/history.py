"""A provider's reports in order: which came before and after each."""

from __future__ import annotations

from inspection_digest.reading.library import Digest, Library


def neighbours(digest: Digest, library: Library) -> tuple[Digest | None, Digest | None]:
    """The report before and the report after, of the same provider unless `previous` says so."""
    siblings = library.by_provider[digest.provider]
    place = siblings.index(digest)
    before = siblings[place - 1] if place else None
    after = siblings[place + 1] if place + 1 < len(siblings) else None
    if digest.record.previous:
        before = library.digests[digest.record.previous]
    followers = (other for other in library.digests.values() if other.record.previous == digest.id)
    return before, after or next(followers, None)
