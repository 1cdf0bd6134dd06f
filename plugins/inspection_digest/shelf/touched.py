"""Which digests and sources a change touches: what has to be read again, in jobs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from inspection_digest.reading.library import Library
from inspection_digest.shelf.batches import Job, Reader
from inspection_digest.shelf.index import Index
from inspection_digest.shelf.scan import DIGEST, FRAMEWORK, SOURCE, Layout

DIGESTS_OF_A_JOB = 25


class Asked(Struct, frozen=True):
    """The providers whose digests are to be read, and the sources whatever cites them."""

    providers: frozenset[str]
    sources: frozenset[str]


def to_be_read(changed: set[str], layout: Layout, library: Library, before: Index | None) -> Asked:
    """Whatever a rule could say something else of now."""
    if before is None:
        return Asked(frozenset(layout.by_provider), frozenset(layout.sources))
    providers = set(library.providers) ^ set(before.providers)
    moved: set[str] = set()
    texts: set[str] = set()
    frameworks: set[str] = set()
    for path in changed:
        if match := DIGEST.fullmatch(path):
            providers.add(match[1])
            moved.add(f"{match[1]}/{match[2]}")
        elif match := SOURCE.fullmatch(path):
            texts.add(match[1])
        elif match := FRAMEWORK.fullmatch(path):
            frameworks.add(match[1])
    for facts in before.facts.values():
        if (
            facts.framework in frameworks
            or not texts.isdisjoint(facts.sources)
            or facts.previous in moved
            or facts.replaced_by in moved
        ):
            providers.add(facts.provider)
    held_by = {id_ for id_, via in before.via.items() if via in texts}
    return Asked(frozenset(providers), frozenset((texts | held_by) & layout.sources.keys()))


def jobs(reader: Reader, asked: Asked, layout: Layout) -> Iterator[Job]:
    """Some providers at a time: of one, all digests, since some rules are between them."""
    job: list[str] = []
    for provider in sorted(asked.providers & layout.by_provider.keys()):
        job += layout.by_provider[provider]
        if len(job) >= DIGESTS_OF_A_JOB:
            yield partial(reader.digests, tuple(job))
            job = []
    if job:
        yield partial(reader.digests, tuple(job))
