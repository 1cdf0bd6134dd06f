"""The inset that says where a report's grades stand among those of others.

It is composed apart from the rest of the page, as it changes with every report that is added.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from inspection_digest.analysis.peers import OVERALL, stated
from inspection_digest.composing import urls, wording
from inspection_digest.composing.distributions import fact_name, peer_distribution, selection
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.selections import figure
from inspection_digest.reading.library import Digest, Framework
from inspection_digest.views.chrome import Link
from inspection_digest.views.standing import Peers, PeerView


def peers(edition: Edition, digest: Digest) -> Peers:
    with edition.watch.inset(Peers.__name__):
        return Peers(tuple(_peers(edition, digest)))


def has_peers(framework: Framework, digest: Digest) -> bool:
    """Whether there is a grade to be compared."""
    return any(_compared(framework, digest))


def _compared(framework: Framework, digest: Digest) -> Iterator[tuple[str, str]]:
    """The overall grade and that of leadership, where they are known: the fact, and the grade."""
    lead = [id_ for id_, item in framework.record.standards.items() if item.role == "leadership"]
    for fact in (OVERALL, *lead):
        word = stated(digest.record, fact)
        if word and framework.grade_named(word) is not None:
            yield fact, word


def _peers(edition: Edition, digest: Digest) -> Iterator[PeerView]:
    framework = edition.library.frameworks[digest.record.framework]
    for fact, word in _compared(framework, digest):
        item = peer_distribution(edition, digest, fact)
        name = fact_name(framework, fact)
        where = f"of the round {wording.round_words(item.round)}" if item.round else ""
        alike, others = len(item.of(word)), item.known > 1
        words = f"report{'' if alike == 1 else 's'}, {name}: {word}"
        same = figure(selection(edition, item, word), words)
        yield PeerView(
            fact=name,
            before="the only" if alike == 1 else "one of",
            same=(replace(same, number="one") if alike == 1 else same) if others else None,
            grade=word,
            of=f"{wording.counted(item.known, 'report')} {where}".strip() if others else where,
            group=Link(framework.record.title, urls.link(urls.framework(framework.id))),
        )
