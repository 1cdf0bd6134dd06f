"""Contrasts: within a digest, on a page of their own, and in one list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from inspection_digest.composing import urls, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.grades import overall_view
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.paging import Leaf, ListPage, Run, paging, run_leaves, starts
from inspection_digest.composing.prose import to_html, to_plain
from inspection_digest.composing.quotes import answers_to, quote_view
from inspection_digest.evidence.quotations import QuoteKey
from inspection_digest.reading.library import Digest, Provider
from inspection_digest.views.chrome import Link
from inspection_digest.views.contrasts import ContrastPage, ContrastsPage, ContrastView
from inspection_digest.views.quotes import Answers

DESCRIPTION_LENGTH = 200
LONGEST = 50  # contrasts of a page: 150 kB of those of the benchmarks, with long quotations more
NEWEST_OF_PROVIDER = 40  # contrasts on its own page
NEWER_AND_OLDER = ("Newer contrasts", "Older contrasts")


def contrast_view(edition: Edition, digest: Digest, name: str) -> ContrastView:
    """The contrast `name` of `digest`, the same on every page."""
    return edition.once((digest.id, "contrasts", name), lambda: _view(edition, digest, name))


def _view(edition: Edition, digest: Digest, name: str) -> ContrastView:
    record = digest.record.contrasts[name]
    line = digest.document.key("contrasts", name).line
    said = quote_view(edition, digest, _key(digest, record.said))
    found = tuple(quote_view(edition, digest, _key(digest, name)) for name in record.found)
    answers = answers_to(edition, digest, "contrasts", name)
    return ContrastView(
        anchor=urls.contrast_anchor(name),
        href=urls.link(urls.contrast(digest.id, name)),
        title=record.title,
        relation=record.relation,
        seam=wording.SEAMS[record.relation],
        said=said,
        found=found,
        because=to_html(record.because),
        digest=Link(digest_title(edition, digest), urls.link(urls.digest(digest.id))),
        provider=edition.library.providers[digest.provider].record.name,
        when=when_words(digest),
        edit=edition.edit_link(digest.path, line, "Edit this contrast"),
        wrong=edition.wrong_link(_wrong(digest, name), "This contrast is wrong"),
        answers=answers,
        marks=_marks((answers, said.answers, *(quote.answers for quote in found))),
    )


def contrast_pages(
    edition: Edition, digests: Iterable[Digest] | None = None
) -> Iterator[tuple[str, ContrastPage]]:
    """Each contrast's own page, by address: of these digests, or of all."""
    for digest in edition.newest_first if digests is None else digests:
        names = list(digest.record.contrasts)
        for index, name in enumerate(names):
            here = urls.contrast(digest.id, name)
            view = contrast_view(edition, digest, name)
            yield (
                here,
                ContrastPage(
                    chrome=chrome(
                        edition,
                        here,
                        f"{view.title}: {view.provider}",
                        describe(digest, name),
                        kind="article",
                        data=contrast_data(edition, digest, name),
                        feeds=_feeds(digest, view.provider),
                        published=_day(digest),
                        files=((digest.path, digest.document.key("contrasts", name).line),),
                        wrong=_wrong(digest, name),
                        ways=(edition.reply_link(digest.id, here, name),),
                    ),
                    contrast=view,
                    overall=overall_view(edition, digest).word,
                    previous=_sibling(digest, names, index - 1),
                    next=_sibling(digest, names, index + 1),
                    cite=cite(edition, view.title, here),
                ),
            )


ContrastsPages = Iterator[ListPage[Run, ContrastsPage]]


@dataclass(frozen=True, slots=True)
class _List:
    """A list of contrasts. `titles`: in the head of the page and over the list. `parent`: label and
    address. `years`: where each begins. `relations`: how many there are of each, in words."""

    titles: tuple[str, str]
    parent: tuple[str, str] | None
    years: tuple[tuple[str, int, str], ...]
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
    years = starts(pages, lambda run: run.year)
    relations = _relations(digests)
    for leaf in pages:
        given = _List(titles, parent, years, relations if leaf.number == 1 else ())
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
        contrasts=tuple(view for run in leaf.items for view in _views(edition, run)),
        relations=given.relations,
        parent=Link(given.parent[0], urls.link(given.parent[1])) if given.parent else None,
        paging=paging(leaf, "Contrasts", NEWER_AND_OLDER, given.years),
    )


def _views(edition: Edition, run: Run) -> Iterator[ContrastView]:
    digest = edition.library.digests[run.digest]
    names = islice(digest.record.contrasts, run.start, run.stop)
    return (contrast_view(edition, digest, name) for name in names)


def _relations(digests: Iterable[Digest]) -> tuple[tuple[str, int], ...]:
    """How many there are of each relation, in words."""
    counts = Counter(relation for digest in digests for relation in digest.relations)
    return tuple(
        (words[0] if counts[relation] == 1 else words[1], counts[relation])
        for relation, words in wording.RELATION_COUNTS.items()
        if counts[relation]
    )


def describe(digest: Digest, name: str) -> str:
    """Both sides in a line, for a preview of the link. Words are cut, never changed."""
    record = digest.record.contrasts[name]
    side = DESCRIPTION_LENGTH // 2
    said = wording.cut_to(" ".join(digest.record.quotes[record.said].text.split()), side)
    found = wording.cut_to(" ".join(digest.record.quotes[record.found[0]].text.split()), side)
    return f"Said: “{said}” Found: “{found}”"


def contrast_data(edition: Edition, digest: Digest, name: str) -> dict[str, object]:
    """The contrast as schema.org's Article that holds two Quotations."""
    record = digest.record.contrasts[name]
    return {
        "@type": "Article",
        "headline": record.title,
        "url": edition.absolute(urls.contrast(digest.id, name)),
        "isPartOf": edition.absolute(urls.digest(digest.id)),
        "about": edition.library.providers[digest.provider].record.name,
        "description": to_plain(record.because),
        "inLanguage": "en-GB",
        "hasPart": [
            {
                "@type": "Quotation",
                "text": digest.record.quotes[quote].text,
                "isPartOf": edition.library.sources[
                    digest.record.sources[digest.record.quotes[quote].source]
                ].record.title,
            }
            for quote in (record.said, *record.found)
        ],
    }


def digest_title(edition: Edition, digest: Digest) -> str:
    """Who and when: a digest's name in every list."""
    provider = edition.library.providers[digest.provider].record.name
    return f"{provider}, {when_words(digest)}"


def when_words(digest: Digest) -> str:
    """The report's date as known, or the round that its path names."""
    return (
        digest.record.published.words
        if digest.record.published
        else wording.round_words(digest.when)
    )


def year_words(digest: Digest) -> str:
    """The year under which a report stands in lists that are in order of time."""
    year = digest.sort_key[0][:4]
    return year if year.isdecimal() else "No year known"


def cite(edition: Edition, title: str, here: str) -> str:
    return f"{edition.site.name}, “{title}”, {edition.absolute(here)}"


def _wrong(digest: Digest, name: str) -> Wrong:
    item = digest.record.contrasts[name]
    quotes = ", ".join((item.said, *item.found))
    subject = f"{digest.id}, contrast {name}"
    page = urls.contrast(digest.id, name)
    return Wrong("contrast", subject, page, digest.id, quotes)


def _marks(answers: tuple[Answers, ...]) -> tuple[str, ...]:
    """`Contested`, `Corrected`, `Moor Line has replied`: each once."""
    corrected = ["Corrected" for item in answers for _ in item.corrections]
    contested = [
        f"Contested: {one.outcome[:1].lower()}{one.outcome[1:]}"
        for item in answers
        for one in item.contested
    ]
    replied = [f"{one.by} has replied" for item in answers for one in item.replies]
    return tuple(dict.fromkeys([*contested, *corrected, *replied]))


def _key(digest: Digest, quote: str) -> QuoteKey:
    return QuoteKey(digest.id, "quotes", quote)


def _sibling(digest: Digest, names: list[str], index: int) -> Link | None:
    if not 0 <= index < len(names):
        return None
    title = digest.record.contrasts[names[index]].title
    return Link(title, urls.link(urls.contrast(digest.id, names[index])))


def _feeds(digest: Digest, provider: str) -> tuple[tuple[str, str], ...]:
    return ((provider, f"providers/{digest.provider}"),)


def _day(digest: Digest) -> str:
    return str(digest.record.published) if digest.record.published else ""
