"""The site in parts that can be made apart from each other, in any order and at the same time.

A part belongs to one digest or provider, or is a list of the whole record, or a page of one. Every
file but prose pages, sitemap and robots.txt is in exactly one part.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from inspection_digest.composing import (
    check,
    contrast_lists,
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
from inspection_digest.composing.paging import ListPage, composed
from inspection_digest.outputs import check_files, data_files
from inspection_digest.outputs.feeds import atom, rss
from inspection_digest.outputs.long_file import LongFile
from inspection_digest.outputs.verification_json import verification_json
from inspection_digest.part import Files, InsetsOfPages, Lists, LongFiles, Part, Views
from inspection_digest.reading.library import Digest, Provider, Source
from inspection_digest.views.answers import NoticePage
from inspection_digest.views.check import CheckPage
from inspection_digest.views.contrasts import ContrastPage, ContrastsPage
from inspection_digest.views.data import DataView
from inspection_digest.views.digests import DigestPage
from inspection_digest.views.gap import GapPage
from inspection_digest.views.indexes import IndexPage
from inspection_digest.views.listings import (
    FollowPage,
    FrameworkPage,
    HomePage,
    NotFoundPage,
    ProsePage,
    ProviderPage,
)
from inspection_digest.views.matrix import GradesPage
from inspection_digest.views.messages import MessagesPage
from inspection_digest.views.reports import ReportsPage
from inspection_digest.views.sources import SourcePage
from inspection_digest.views.verification import VerificationPage

WRITERS = {"atom": atom, "rss": rss}
PROVIDERS = "providers"

Parts = Iterator[Part]


def parts(edition: Edition) -> Parts:
    """Every part. The lists come first: the longest of them should not be begun last."""
    for section in SECTIONS.values():
        yield from section(edition)


def parts_named(section: str, edition: Edition, names: Collection[str]) -> Parts:
    """Those parts of a section that have these names, without a look at every other provider's."""
    if section == PROVIDERS:
        own = dict.fromkeys(map(_provider_in, names))
        chosen: Parts = (part for id_ in own for part in parts_of_provider(edition, id_))
    else:
        chosen = SECTIONS[section](edition)
    return (part for part in chosen if part.name in names)


# -- the sections of the site ---------------------------------------------------------------------


def _lists(edition: Edition) -> Parts:
    """The pages that are lists, figures or words of our own."""
    for name, (kind, compose) in LISTS.items():
        yield Part(name, {kind: compose}, of=(edition,))


LISTS: dict[str, tuple[type, Callable[[Edition], Views]]] = {
    "all grades": (GradesPage, matrix.matrix_pages),
    "the gap": (GapPage, lambda e: iter([(urls.GAP, gap.gap_page(e))])),
    "frameworks": (FrameworkPage, listings.framework_pages),
    "the lists of everything": (IndexPage, indexes.index_pages),
    "the list of feeds": (FollowPage, listings.follow_pages),
    "notices": (NoticePage, notices.notice_pages),
    "older corrections": (ProsePage, prose_pages.older_answers_pages),
    "the home page": (HomePage, lambda e: iter([(urls.HOME, listings.home_page(e))])),
    "the messages": (MessagesPage, lambda e: iter([(urls.MESSAGES, messages.messages_page(e))])),
    "the page that checks a quote": (
        CheckPage,
        lambda e: iter([(urls.CHECK, check.check_page(e))]),
    ),
    "the page of a wrong address": (
        NotFoundPage,
        lambda e: iter([("404.html", listings.not_found_page(e))]),
    ),
}


def _pages_of(
    name: str, kind: type, pages: Callable[[Edition], Iterable[ListPage[Any, Any]]]
) -> Callable[[Edition], Parts]:
    """Lists that grow with the record, each of their pages a part."""

    views = {kind: composed}

    def parts_of(edition: Edition) -> Parts:
        for page in pages(edition):
            yield Part(f"{name} {page.leaf.here}", views, of=([page],), given=page)

    return parts_of


def _data(edition: Edition) -> Parts:
    yield Part("the record as data", lists=_record, of=(edition,))
    for name, write in data_files.LISTS.items():
        yield Part(name, lists=_facts, of=(edition, name, write))
    yield Part(data_files.PACKAGE, files=_package, of=(edition,))
    yield Part(check_files.CHECKER, files=_checker)
    yield Part(check_files.SOURCES, long_files=_sources, of=(edition,))


def _feeds(edition: Edition) -> Parts:
    for name in feeds.SITE_FEEDS:
        yield Part(f"the feed {name}", files=_feed, of=(edition, name))


def _providers(edition: Edition) -> Parts:
    for id_ in edition.library.providers:
        yield from parts_of_provider(edition, id_)


def parts_of_provider(edition: Edition, id_: str) -> Parts:
    """Its digests one by one, the sources they cite first, and its own pages. Each name ends with
    the provider's id, or with that of a digest, which begins with it."""
    of = (edition, id_)
    for digest in _own(edition, id_):
        own = (edition, digest.id)
        yield Part(
            f"the digest {digest.id}",
            PAGES_OF_A_DIGEST,
            of=own,
            beside=id_,
            insets=INSETS_OF_A_DIGEST,
        )
    yield Part(f"the sources of {id_}", SOURCES_OF_A_PROVIDER, _texts_of, of=of, beside=id_)
    yield Part(f"the provider {id_}", PAGES_OF_A_PROVIDER, _feeds_of, of=of, beside=id_)


def _provider_in(name: str) -> str:
    return name.rpartition(" ")[2].partition("/")[0]


def _uncited(edition: Edition) -> Parts:
    yield Part(
        "sources that no digest cites",
        {SourcePage: lambda e: sources.source_pages(e, e.uncited)},
        lambda e: _texts(e, e.uncited),
        of=(edition,),
    )


SECTIONS: dict[str, Callable[[Edition], Parts]] = {
    "contrasts": _pages_of("the list", ContrastsPage, contrast_lists.contrasts_pages),
    "verification": _pages_of("the record", VerificationPage, verification.verification_pages),
    "reports behind the gap": _pages_of(
        "the list",
        ReportsPage,
        lambda e: selections.reports_pages(e, gap_selections.gap_selections(e)),
    ),
    "reports of each grade": _pages_of(
        "the list",
        ReportsPage,
        lambda e: selections.reports_pages(e, distributions.distribution_selections(e)),
    ),
    "reports on providers that have many": _pages_of(
        "the list",
        ReportsPage,
        lambda e: selections.reports_pages(e, listings.provider_selections(e)),
    ),
    "lists": _lists,
    "data": _data,
    "feeds": _feeds,
    PROVIDERS: _providers,
    "uncited": _uncited,
}


# -- what is in them ------------------------------------------------------------------------------


def _feed(edition: Edition, name: str) -> Files:
    for form, write in WRITERS.items():
        address, feed = feeds.site_feed(edition, form, name)
        yield address, write(feed)


def _record(edition: Edition) -> Lists:
    yield urls.VERIFICATION_DATA, verification_json(verification.verification_record(edition))


def _facts(edition: Edition, name: str, write: Callable[[DataView], LongFile]) -> Lists:
    yield name, write(data.data_view(edition))


def _package(edition: Edition) -> Files:
    yield data_files.PACKAGE, data_files.datapackage(data.data_view(edition))


def _checker() -> Files:
    yield check_files.CHECKER, check_files.checker_js(check.checker())


def _sources(edition: Edition) -> LongFiles:
    yield check_files.SOURCES, check_files.sources_json(check.source_rows(edition))


PAGES_OF_A_DIGEST: dict[type, Callable[[Edition, str], Views]] = {
    DigestPage: lambda e, id_: digests.digest_pages(e, (e.library.digests[id_],)),
    ContrastPage: lambda e, id_: contrasts.contrast_pages(e, (e.library.digests[id_],)),
}
INSETS_OF_A_DIGEST: dict[type, Callable[[Edition, str], InsetsOfPages]] = {
    DigestPage: lambda e, id_: iter([(urls.digest(id_), digests.insets(e, e.library.digests[id_]))])
}
SOURCES_OF_A_PROVIDER: dict[type, Callable[[Edition, str], Views]] = {
    SourcePage: lambda e, id_: sources.source_pages(e, _cited_first(e, _own(e, id_))),
}
PAGES_OF_A_PROVIDER: dict[type, Callable[[Edition, str], Views]] = {
    ProviderPage: lambda e, id_: listings.provider_pages(e, _alone(e, id_)),
    ContrastsPage: lambda e, id_: composed(
        contrast_lists.provider_contrasts_pages(e, _alone(e, id_))
    ),
}


def _feeds_of(edition: Edition, provider: str) -> Files:
    for form, write in WRITERS.items():
        for address, feed in feeds.provider_feeds(edition, form, _alone(edition, provider)):
            yield address, write(feed)


def _texts_of(edition: Edition, provider: str) -> Files:
    yield from _texts(edition, _cited_first(edition, _own(edition, provider)))


def _own(edition: Edition, provider: str) -> tuple[Digest, ...]:
    return edition.library.by_provider.get(provider, ())


def _alone(edition: Edition, provider: str) -> tuple[Provider, ...]:
    return (edition.library.providers[provider],)


def _texts(edition: Edition, of: Iterable[Source]) -> Files:
    for source in check.checked_sources(edition, of):
        yield check_files.source_file(source.id), check_files.source_json(source)


def _cited_first(edition: Edition, own: tuple[Digest, ...]) -> list[Source]:
    """The sources of these digests that no report of another provider cites before."""
    library = edition.library
    cited = dict.fromkeys(id_ for digest in own for id_ in digest.record.sources.values())
    return [
        library.sources[id_]
        for id_ in cited
        if library.by_source[id_][0].provider == own[0].provider
    ]
