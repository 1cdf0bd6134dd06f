"""Contrasts in lists: brief, the newest report first, over as many pages as they need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from msgspec import Struct

from inspection_digest.composing import urls, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import around, key_of_quote, marks, year_words
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.paging import Leaf, ListPage, Run, paging, run_leaves, starts
from inspection_digest.composing.quotes import answers_to, quote_in_list
from inspection_digest.reading.library import Digest, Provider
from inspection_digest.views.chrome import Link
from inspection_digest.views.contrasts import ContrastBrief, ContrastsPage

LONGEST = 50  # contrasts of a page: 150 kB of those of the benchmarks, with long quotations more
NEWEST_OF_PROVIDER = 40  # contrasts on its own page
NEWER_AND_OLDER = ("Newer contrasts", "Older contrasts")


def contrast_brief(edition: Edition, digest: Digest, name: str) -> ContrastBrief:
    """The contrast as a list shows it: no more is composed than that."""
    record = digest.record.contrasts[name]
    said, *found = (key_of_quote(digest, quote) for quote in (record.said, *record.found))
    answers = [answers_to(edition, digest, key.group, key.name) for key in (said, *found)]
    return ContrastBrief(
        **around(edition, digest, name),
        said=quote_in_list(edition, digest, said),
        found=(quote_in_list(edition, digest, found[0]),),
        marks=marks((answers_to(edition, digest, "contrasts", name), *answers)),
    )


ContrastsPages = Iterator[ListPage[Run, ContrastsPage]]


class _List(Struct, frozen=True):
    """A list of contrasts. `titles`: in the head of the page and over the list. `parent`: label and
    address. `years`: where each begins. `relations`: how many there are of each, in words."""

    titles: tuple[str, str]
    parent: tuple[str, str] | None
    years: tuple[tuple[str, str], ...]
    relations: tuple[tuple[str, int], ...]


def contrasts_pages(edition: Edition) -> ContrastsPages:
    """All contrasts, the newest report first, over as many pages as they need."""
    titles = ("All contrasts", "Every contrast, newest first")
    yield from _lists(edition, edition.newest_first, urls.CONTRASTS, titles, None)


def provider_contrasts_pages(
    edition: Edition, providers: Iterable[Provider] | None = None
) -> ContrastsPages:
    """All contrasts of each of these providers (of all, where none are named) for whose contrasts
    there is no room on its own page."""
    for provider in edition.library.providers.values() if providers is None else providers:
        digests = edition.library.by_provider.get(provider.id, ())
        if sum(len(digest.record.contrasts) for digest in digests) > NEWEST_OF_PROVIDER:
            name = provider.record.name
            yield from _lists(
                edition,
                digests[::-1],
                urls.contrasts_of(provider.id),
                (f"All contrasts: {name}", f"Every contrast, newest first: {name}"),
                (name, urls.provider(provider.id)),
            )


def _lists(
    edition: Edition,
    digests: Sequence[Digest],
    address: str,
    titles: tuple[str, str],
    parent: tuple[str, str] | None,
) -> ContrastsPages:
    numbers = ((digest.id, year_words(digest), len(digest.record.contrasts)) for digest in digests)
    pages = run_leaves(address, numbers, LONGEST)
    years = starts(pages)
    relations = _relations(digests)
    for leaf in pages:
        given = _List(titles, parent, years, relations if leaf.before is None else ())
        yield ListPage(leaf, given, partial(_page, edition, leaf, given))


def _page(edition: Edition, leaf: Leaf[Run], given: _List) -> ContrastsPage:
    return ContrastsPage(
        chrome=chrome(
            edition,
            leaf.here,
            leaf.title(given.titles[0]),
            "What inspectorates' press releases said, set beside what their reports found.",
            files=(("content/digests/", 0), ("theme/templates/contrasts.html", 0)),
        ),
        title=leaf.title(given.titles[1]),
        contrasts=tuple(item for run in leaf.items for item in _briefs(edition, run)),
        relations=given.relations,
        parent=Link(given.parent[0], urls.link(given.parent[1])) if given.parent else None,
        paging=paging(leaf, "Contrasts", NEWER_AND_OLDER, given.years),
    )


def _briefs(edition: Edition, run: Run) -> Iterator[ContrastBrief]:
    digest = edition.library.digests[run.digest]
    names = islice(digest.record.contrasts, run.start, run.stop)
    return (contrast_brief(edition, digest, name) for name in names)


def _relations(digests: Iterable[Digest]) -> tuple[tuple[str, int], ...]:
    """How many there are of each relation, in words."""
    counts = Counter(relation for digest in digests for relation in digest.relations)
    return tuple(
        (words[0] if counts[relation] == 1 else words[1], counts[relation])
        for relation, words in wording.RELATION_COUNTS.items()
        if counts[relation]
    )
