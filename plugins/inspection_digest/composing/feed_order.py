"""What stands in a feed, and in which order: what was put on the site last first."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from operator import itemgetter

from inspection_digest.reading.library import Digest, Library

MOST_ENTRIES = 30  # of these, with five contrasts each, a feed has under 400 kB

Entry = tuple[Digest, str]  # a contrast of this digest, by its name, or "" for the digest itself


def entries_of(feed: str, everything: Library) -> tuple[Entry, ...]:
    """Of a feed of contrasts or of digests: `contrasts`, `digests`, `providers/<id>`. Others have
    none of these.

    What is withdrawn or removed keeps an entry: what subscribers have of it is replaced. Of one day
    the newest report is first, and contrasts of one report stand as they were typed.
    """
    match feed.split("/"):
        case ["contrasts"]:
            found = _in_order(everything.last_added, lambda digest: digest.contrasts_added)
        case ["digests"]:
            found = _in_order(everything.last_added, _itself)
        case ["providers", id_]:
            own = everything.by_provider.get(id_, ())
            last_first = sorted(own, key=lambda digest: digest.last_added, reverse=True)
            found = _in_order(last_first, _itself)
        case _:
            return ()
    return tuple(islice(found, MOST_ENTRIES))


def _itself(digest: Digest) -> Mapping[str, date]:
    return {"": digest.added}


def _in_order(
    digests: Iterable[Digest], days_of: Callable[[Digest], Mapping[str, date]]
) -> Iterator[Entry]:
    """No more digests are looked at than it takes: none of those that follow in `last_added` has
    anything that was added later than that."""
    waiting: list[tuple[tuple[date, str, str, int], Entry]] = []  # the next one is at the end
    for digest in digests:
        while waiting and waiting[-1][0][:3] >= digest.last_added:
            yield waiting.pop()[1]
        for place, (name, day) in enumerate(days_of(digest).items()):
            insort(waiting, ((day, *digest.sort_key, -place), (digest, name)), key=itemgetter(0))
    while waiting:
        yield waiting.pop()[1]
