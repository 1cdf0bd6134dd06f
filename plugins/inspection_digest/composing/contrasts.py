"""Contrasts: within a digest, and on a page of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from inspection_digest.composing import urls, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.grades import overall_view
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.prose import to_html, to_plain
from inspection_digest.composing.quotes import answers_to, quote_view
from inspection_digest.evidence.quotations import QuoteKey
from inspection_digest.reading.library import Digest
from inspection_digest.views.chrome import Link
from inspection_digest.views.contrasts import (
    ContrastPage,
    ContrastView,
)
from inspection_digest.views.quotes import Answers

DESCRIPTION_LENGTH = 200


def contrast_view(edition: Edition, digest: Digest, name: str) -> ContrastView:
    """The contrast `name` of `digest`, the same on every page."""
    return edition.once((digest.id, "contrasts", name), lambda: _view(edition, digest, name))


def _view(edition: Edition, digest: Digest, name: str) -> ContrastView:
    record = digest.record.contrasts[name]
    line = digest.document.key("contrasts", name).line
    said = quote_view(edition, digest, key_of_quote(digest, record.said))
    found = tuple(quote_view(edition, digest, key_of_quote(digest, name)) for name in record.found)
    answers = answers_to(edition, digest, "contrasts", name)
    return ContrastView(
        **around(edition, digest, name),
        anchor=urls.contrast_anchor(name),
        said=said,
        found=found,
        because=to_html(record.because),
        edit=edition.edit_link(digest.path, line, "Edit this contrast"),
        wrong=edition.wrong_link(_wrong(digest, name), "This contrast is wrong"),
        answers=answers,
        marks=marks((answers, said.answers, *(quote.answers for quote in found))),
    )


def around(edition: Edition, digest: Digest, name: str) -> dict[str, Any]:
    """What stands around the quotations of a contrast, brief or whole."""
    record = digest.record.contrasts[name]
    return {
        "href": urls.link(urls.contrast(digest.id, name)),
        "title": record.title,
        "relation": record.relation,
        "seam": wording.SEAMS[record.relation],
        "passages": len(record.found),
        "digest": Link(digest_title(edition, digest), urls.link(urls.digest(digest.id))),
        "provider": edition.library.providers[digest.provider].record.name,
        "when": when_words(digest),
    }


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


def marks(answers: tuple[Answers, ...]) -> tuple[str, ...]:
    """`Contested`, `Corrected`, `Moor Line has replied`: each once."""
    corrected = ["Corrected" for item in answers for _ in item.corrections]
    contested = [
        f"Contested: {one.outcome[:1].lower()}{one.outcome[1:]}"
        for item in answers
        for one in item.contested
    ]
    replied = [f"{one.by} has replied" for item in answers for one in item.replies]
    return tuple(dict.fromkeys([*contested, *corrected, *replied]))


def key_of_quote(digest: Digest, quote: str) -> QuoteKey:
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
