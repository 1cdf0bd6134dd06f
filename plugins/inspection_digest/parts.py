"""The site in parts that can be made apart from each other, in any order and at the same time.

A part belongs to some providers, with all that is made from their reports, or is one list of the
whole record. Every file but prose pages, sitemap and robots.txt is in exactly one part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from inspection_digest.composing import (
    check,
    contrasts,
    data,
    digests,
    distributions,
    feeds,
    gap,
    gap_selections,
    indexes,
    listings,
    matrix,
    messages,
    notices,
    prose_pages,
    selections,
    sources,
    urls,
    verification,
)
from inspection_digest.composing.edition import Edition
from inspection_digest.outputs import check_files, data_files
from inspection_digest.outputs.feeds import atom, rss
from inspection_digest.outputs.page import Templates
from inspection_digest.outputs.verification_json import verification_json
from inspection_digest.reading.library import Provider, Source

DIGESTS_OF_A_PART = 25  # so many at least: few enough to share out evenly, many enough to pay

WRITERS = {"atom": atom, "rss": rss}

Files = Iterator[tuple[str, str]]  # path, text
Views = Iterator[tuple[str, Any]]  # address, view of the page there


@dataclass(frozen=True, slots=True)
class Part:
    """`name` says, in a message, what was being made.

    `views` yields the views of its pages, `files` what is no page. Each can be asked once or more.
    """

    name: str
    views: Callable[[], Views] = lambda: iter(())
    files: Callable[[], Files] = lambda: iter(())

    def make(self, templates: Templates) -> Files:
        """All its files, as they are published."""
        for address, view in self.views():
            yield urls.file_of(address), templates.page(view)
        yield from self.files()


def parts(edition: Edition) -> Iterator[Part]:
    """Every part. The lists come first: the longest of them should not be begun last."""
    for name, compose in LISTS.items():
        yield Part(name, partial(compose, edition))
    yield Part("the feeds", files=partial(_feeds, edition))
    yield Part("the data", files=partial(_data, edition))
    owned = _sources_by_provider(edition)
    for providers in _batches(edition):
        names = [provider.record.name for provider in (providers[0], providers[-1])]
        cited = [source for provider in providers for source in owned.get(provider.id, ())]
        yield Part(
            " to ".join(dict.fromkeys(names)),
            partial(_pages_of, edition, providers, cited),
            partial(_files_of, edition, providers, cited),
        )
    uncited = owned.get("", [])
    yield Part(
        "sources that no digest cites",
        partial(_pages_of, edition, (), uncited),
        partial(_files_of, edition, (), uncited),
    )


# The pages that are lists, figures or words of our own, by what they are called in a message.
LISTS: dict[str, Callable[[Edition], Views]] = {
    "the list of contrasts": contrasts.contrasts_pages,
    "the verification record": verification.verification_pages,
    "all grades": matrix.matrix_pages,
    "the gap": lambda e: iter([(urls.GAP, gap.gap_page(e))]),
    "the lists behind the gap": lambda e: selections.report_pages(
        e, gap_selections.gap_selections(e)
    ),
    "the lists of grades": lambda e: selections.report_pages(
        e, distributions.distribution_selections(e)
    ),
    "the lists of providers with many reports": lambda e: selections.report_pages(
        e, listings.provider_selections(e)
    ),
    "frameworks": listings.framework_pages,
    "the lists of everything": indexes.index_pages,
    "the list of feeds": listings.follow_pages,
    "notices": notices.notice_pages,
    "older corrections": prose_pages.older_answers_pages,
    "pages of our own": lambda e: iter(
        [
            (urls.HOME, listings.home_page(e)),
            (urls.MESSAGES, messages.messages_page(e)),
            (urls.CHECK, check.check_page(e)),
            ("404.html", listings.not_found_page(e)),
        ]
    ),
}


def _feeds(edition: Edition) -> Files:
    for form, write in WRITERS.items():
        for address, feed in feeds.site_feeds(edition, form):
            yield address, write(feed)


def _data(edition: Edition) -> Files:
    yield urls.VERIFICATION_DATA, verification_json(verification.verification_record(edition))
    facts = data.data_view(edition)
    yield data_files.GRADES, data_files.grades_csv(facts)
    yield data_files.DIGESTS, data_files.digests_json(facts)
    yield data_files.PACKAGE, data_files.datapackage(facts)
    yield check_files.CHECKER, check_files.checker_js(check.checker())
    yield check_files.SOURCES, check_files.sources_json(check.source_rows(edition))


def _pages_of(edition: Edition, providers: Sequence[Provider], cited: Sequence[Source]) -> Views:
    """The digests and contrasts of some providers, the sources they cite first, their own pages."""
    own = [
        digest
        for provider in providers
        for digest in edition.library.by_provider.get(provider.id, ())
    ]
    yield from digests.digest_pages(edition, own)
    yield from contrasts.contrast_pages(edition, own)
    yield from sources.source_pages(edition, cited)
    yield from listings.provider_pages(edition, providers)
    yield from contrasts.provider_contrasts_pages(edition, providers)


def _files_of(edition: Edition, providers: Sequence[Provider], cited: Sequence[Source]) -> Files:
    """The feeds of some providers, and the texts of sources for the page that checks quotes."""
    for form, write in WRITERS.items():
        for address, feed in feeds.provider_feeds(edition, form, providers):
            yield address, write(feed)
    for source in check.checked_sources(edition, cited):
        yield check_files.source_file(source.id), check_files.source_json(source)


def _sources_by_provider(edition: Edition) -> dict[str, list[Source]]:
    """Each source under the provider whose report cites it first; "" for those that none cites."""
    found: dict[str, list[Source]] = {}
    for source in edition.library.sources.values():
        citing = edition.library.by_source.get(source.id, ())
        found.setdefault(citing[0].provider if citing else "", []).append(source)
    return found


def _batches(edition: Edition) -> Iterator[tuple[Provider, ...]]:
    batch: list[Provider] = []
    digests_ = 0
    for provider in edition.library.providers.values():
        batch.append(provider)
        digests_ += len(edition.library.by_provider.get(provider.id, ()))
        if digests_ >= DIGESTS_OF_A_PART:
            yield tuple(batch)
            batch, digests_ = [], 0
    if batch:
        yield tuple(batch)
