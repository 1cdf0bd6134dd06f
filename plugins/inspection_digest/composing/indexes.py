"""Lists of all providers, all digests and all frameworks, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from inspection_digest.composing import urls, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import when_words
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.selections import slugs
from inspection_digest.reading.library import Digest
from inspection_digest.views.chrome import Link
from inspection_digest.views.indexes import IndexGroup, IndexItem, IndexPage

LONGEST = 1200  # items of a page
FILES = {
    urls.PROVIDERS: (("content/providers.yaml", 0),),
    urls.DIGESTS: (("content/digests/", 0),),
    urls.FRAMEWORKS: (("content/frameworks/", 0),),
}
WITHDRAWN = "Withdrawn"

Entry = tuple[str, IndexItem]  # (heading, item), in order


def index_pages(edition: Edition) -> Iterator[tuple[str, IndexPage]]:
    yield from _pages(
        edition,
        urls.PROVIDERS,
        "Every provider",
        "Who was inspected, by what they are and from A to Z.",
        _providers(edition),
    )
    yield from _pages(
        edition,
        urls.DIGESTS,
        "Every digest",
        "Each is our summary of one inspection report, by the year it was published.",
        _digests(edition),
    )
    yield from _pages(
        edition,
        urls.FRAMEWORKS,
        "Every framework",
        "A framework is an inspectorate’s scale and standards for a period. Grades are compared "
        "within one, and between two only as far as the inspectorate itself does.",
        _frameworks(edition),
    )


def _providers(edition: Edition) -> Iterator[Entry]:
    library = edition.library
    for provider in sorted(
        library.providers.values(), key=lambda item: (item.record.kind, item.record.name, item.id)
    ):
        digests = library.by_provider.get(provider.id, ())
        bodies = dict.fromkeys(
            library.frameworks[digest.record.framework].record.inspectorate for digest in digests
        )
        link = Link(provider.record.name, urls.link(urls.provider(provider.id)))
        words = wording.counted(len(digests), "report") if digests else "no report yet"
        item = IndexItem(link, f"{words}, {wording.in_a_row(list(bodies))}" if bodies else words)
        yield provider.record.kind, item


def _digests(edition: Edition) -> Iterator[Entry]:
    """Newest first; those of which no year is known last, by the round they are of; after all of
    them those that are withdrawn."""
    current = [(_year(digest), _item(edition, digest)) for digest in edition.newest_first]
    for year, item in sorted(current, key=itemgetter(0), reverse=True):
        yield year or "Date of publication not known", item
    for digest in edition.withdrawn:
        yield WITHDRAWN, _item(edition, digest)


def _item(edition: Edition, digest: Digest) -> IndexItem:
    name = edition.library.providers[digest.provider].record.name
    return IndexItem(Link(name, urls.link(urls.digest(digest.id))), when_words(digest))


def _year(digest: Digest) -> str:
    return str(digest.record.published.year) if digest.record.published else ""


def _frameworks(edition: Edition) -> Iterator[Entry]:
    for framework in sorted(
        edition.library.frameworks.values(),
        key=lambda item: (item.record.inspectorate, item.record.title, item.id),
    ):
        number = len(edition.library.by_framework.get(framework.id, ()))
        words = [wording.since_until(framework.record.from_, framework.record.to)]
        words.append(wording.counted(number, "digest"))
        yield (
            framework.record.inspectorate,
            IndexItem(
                Link(framework.record.title, urls.link(urls.framework(framework.id))),
                ", ".join(word for word in words if word),
            ),
        )


def _pages(
    edition: Edition, first: str, title: str, sentence: str, entries: Iterable[Entry]
) -> Iterator[tuple[str, IndexPage]]:
    items = list(entries)
    starts = range(0, max(len(items), 1), LONGEST)
    places = [first, *(f"{first}{number}/" for number in range(2, len(starts) + 1))]
    for number, (here, start) in enumerate(zip(places, starts, strict=True)):
        part = items[start : start + LONGEST]
        name = title + (f", page {number + 1}" if number else "")
        yield (
            here,
            IndexPage(
                chrome=chrome(
                    edition,
                    here,
                    name,
                    sentence,
                    files=FILES[first],
                    wrong=Wrong("figures", name, here),
                    ways=(edition.report_link(),),
                ),
                title=name,
                standfirst=sentence,
                groups=_groups(part),
                elsewhere=tuple(
                    Link(label, urls.link(address))
                    for label, address in (
                        ("All grades", urls.GRADES),
                        ("All providers", urls.PROVIDERS),
                        ("All digests", urls.DIGESTS),
                        ("All frameworks", urls.FRAMEWORKS),
                    )
                    if address != first
                ),
                parent=Link(title, urls.link(first)) if number else None,
                previous=Link("Before these", urls.link(places[number - 1])) if number else None,
                next=Link("After these", urls.link(places[number + 1]))
                if number + 1 < len(places)
                else None,
            ),
        )


def _groups(entries: Iterable[Entry]) -> tuple[IndexGroup, ...]:
    found: dict[str, list[IndexItem]] = {}
    for heading, item in entries:
        found.setdefault(heading, []).append(item)
    anchors = slugs(found)
    return tuple(
        IndexGroup(f"group-{anchors[heading]}", heading, f"{len(items):,}", tuple(items))
        for heading, items in found.items()
    )
