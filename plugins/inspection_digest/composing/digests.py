"""The digest page, in the order a reader meets it, and the row that lists print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspection_digest.analysis.coverage import Mention, mentions
from inspection_digest.analysis.history import neighbours
from inspection_digest.composing import urls, wording
from inspection_digest.composing.answers import contested, corrections
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import cite, contrast_view, digest_title, when_words
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.grades import (
    cited_link,
    grades_view,
    leadership_view,
    overall_view,
)
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.peers import peers
from inspection_digest.composing.previews import description, digest_data
from inspection_digest.composing.prose import to_html
from inspection_digest.composing.quotes import all_replies, quote_view, second_hand
from inspection_digest.composing.sources import held_words
from inspection_digest.composing.standing import standing
from inspection_digest.evidence.quotations import QuoteKey
from inspection_digest.reading.library import Digest
from inspection_digest.views.chrome import Link
from inspection_digest.views.digests import (
    CitedFact,
    DigestPage,
    DigestRow,
    MentionView,
    QuoteGroup,
    RecommendationView,
    SilenceView,
    SourceRow,
)
from inspection_digest.views.standing import Peers


def digest_pages(
    edition: Edition, digests: Iterable[Digest] | None = None
) -> Iterator[tuple[str, DigestPage]]:
    """The pages of these digests, by address; of all, where none are named."""
    for digest in edition.newest_first if digests is None else digests:
        here = urls.digest(digest.id)
        yield here, digest_page(edition, digest, here)


def digest_page(edition: Edition, digest: Digest, here: str) -> DigestPage:
    record = digest.record
    provider = edition.library.providers[digest.provider].record
    framework = edition.library.frameworks[record.framework].record
    title = record.title or digest_title(edition, digest)
    name = digest_title(edition, digest)
    before, after = neighbours(digest, edition.library)
    replies, answered = all_replies(edition, digest)
    return DigestPage(
        chrome=chrome(
            edition,
            here,
            f"{title}: {name}" if record.title else name,
            description(edition, digest),
            kind="article",
            data=digest_data(edition, digest),
            feeds=((provider.name, f"providers/{digest.provider}"),),
            published=str(record.published or ""),
            files=((digest.path, 0),),
            wrong=_wrong(digest),
            ways=(edition.reply_link(digest.id, here),),
        ),
        provider=Link(provider.name, urls.link(urls.provider(digest.provider))),
        framework=Link(framework.title, urls.link(urls.framework(record.framework))),
        inspectorate=framework.inspectorate,
        title=title,
        facts=_facts(edition, digest),
        summary=to_html(record.summary) if record.summary else "",
        grades=grades_view(edition, digest),
        contrasts=tuple(contrast_view(edition, digest, key) for key in record.contrasts),
        others=_others(edition, digest),
        silence=_silence(edition, digest),
        recommendations=tuple(
            RecommendationView(
                item.to,
                to_html(item.summary),
                Link(
                    _kind(edition, digest, item.source),
                    urls.link(urls.source(record.sources[item.source])),
                ),
                f"page {item.page}" if item.page else "",
            )
            for item in record.recommendations
        ),
        replies=replies,
        answered=answered,
        corrections=corrections(edition, digest),
        contested=contested(edition, digest),
        sources=_sources(edition, digest),
        previous=_neighbour(edition, before),
        next=_neighbour(edition, after),
        edit=edition.edit_link(digest.path),
        wrong_grade=edition.wrong_link(_wrong(digest, "grade"), "A grade is wrong"),
        cite=cite(edition, title, here),
        identity=digest.id,
        standing=standing(edition, digest),
        contribute=Link("How to add to it", urls.link(urls.prose("contribute"))),
        cited=tuple(_cited(edition, digest)),
        overall_reason=to_html(record.overall_reason) if record.overall_reason else "",
        insets=insets(edition, digest),
    )


def insets(edition: Edition, digest: Digest) -> tuple[Peers, ...]:
    """What the page says of other records."""
    return (peers(edition, digest),)


def digest_row(edition: Edition, digest: Digest) -> DigestRow:
    return DigestRow(
        href=urls.link(urls.digest(digest.id)),
        provider=edition.library.providers[digest.provider].record.name,
        title=digest.record.title or digest_title(edition, digest),
        when=when_words(digest),
        overall=overall_view(edition, digest),
        lead=leadership_view(edition, digest),
        contrasts=len(digest.record.contrasts),
        quotes=len(digest.record.quotes),
    )


def _wrong(digest: Digest, kind: str = "other") -> Wrong:
    subject = f"{digest.id}, a grade" if kind == "grade" else digest.id
    page = urls.digest(digest.id)
    page = f"{page}#{urls.GRADES_ANCHOR}" if kind == "grade" else page
    return Wrong(kind, subject, page, digest.id)


def _facts(edition: Edition, digest: Digest) -> tuple[str, ...]:
    record = digest.record
    inspected = wording.period_words(record.inspected)
    period = record.inspected
    day = (period.to or period.from_) if period else record.published
    owner = edition.library.providers[digest.provider].owner_on(day)
    published = f"Published {record.published.words}" if record.published else ""
    if published and "published" in record.uncertain:
        published += " (not certain)"
    facts = (
        f"Inspected {inspected}" if inspected else "Date of inspection not known",
        published or "Date of publication not known",
        f"Run by {owner}" if owner else "",
    )
    return tuple(fact for fact in facts if fact)


def _others(edition: Edition, digest: Digest) -> tuple[QuoteGroup, ...]:
    """Quotes that no contrast shows, by standard in the framework's order; the rest last."""
    record = digest.record
    used = {name for item in record.contrasts.values() for name in (item.said, *item.found)}
    groups: dict[str, list[str]] = {}
    for name, quote in record.quotes.items():
        if name not in used:
            groups.setdefault(quote.standard or "", []).append(name)
    standards = edition.library.frameworks[record.framework].record.standards
    order = [number for number in (*standards, "") if number in groups]
    return tuple(
        QuoteGroup(
            wording.standard_words(number, standards[number].name)
            if number
            else "Not about one standard",
            tuple(
                quote_view(edition, digest, QuoteKey(digest.id, "quotes", name))
                for name in groups[number]
            ),
        )
        for number in order
    )


def _silence(edition: Edition, digest: Digest) -> SilenceView | None:
    """What the release never mentions; None where the digest names no release."""
    releases = [
        edition.library.sources[id_]
        for id_ in digest.record.sources.values()
        if edition.library.sources[id_].record.kind == "release"
    ]
    if not releases:
        return None
    held = [source for source in releases if source.text and source.record.held == "whole"]
    if len(held) < len(releases):
        return SilenceView(False, "We do not hold the text of the release.", (), ())
    framework = edition.library.frameworks[digest.record.framework].record
    found = mentions(framework, "\n".join(source.text or "" for source in held))
    views = [_mention(item, framework.standards[item.number].name) for item in found]
    silent = tuple(view for view in views if not view.hits)
    mentioned = tuple(view for view in views if view.hits)
    return SilenceView(True, _silence_words(len(silent), len(views)), silent, mentioned)


def _silence_words(silent: int, of: int) -> str:
    total = f"{wording.number_word(of)} standards"
    if silent == 0:
        return f"The press release mentions every one of the {total}, by name or by another word."
    verb = "is" if silent == 1 else "are"
    return (
        f"Of {total}, {wording.number_word(silent)} {verb} not mentioned in the press release, "
        "by name or by any of the words we searched for."
    )


def _mention(item: Mention, name: str) -> MentionView:
    number = wording.printed_number(item.number)
    return MentionView(number, name, wording.in_a_row(list(item.terms), "or"), item.hits)


def _cited(edition: Edition, digest: Digest) -> Iterator[CitedFact]:
    """The page that states each fact, in the order: dates, overall grade, standards, and what is
    said of all standards together."""
    standards = edition.library.frameworks[digest.record.framework].record.standards
    names = {"published": "Date of publication", "inspected": "Dates of inspection"}
    names |= {"overall": "Overall grade"} | {id_: item.name for id_, item in standards.items()}
    names |= {"spread": "How often each grade was given", "points": "Points"}
    for fact, name in names.items():
        link = cited_link(edition, digest, fact)
        if link:
            yield CitedFact(name, link, fact in digest.record.uncertain)


def _sources(edition: Edition, digest: Digest) -> tuple[SourceRow, ...]:
    rows = []
    for id_ in dict.fromkeys(digest.record.sources.values()):
        source = edition.library.sources[id_]
        via = edition.library.sources.get(source.record.via or "")
        rows.append(
            SourceRow(
                kind=wording.capital(wording.SOURCE_KINDS[source.record.kind]),
                title=source.record.title,
                publisher=source.record.publisher,
                when=source.record.published.words if source.record.published else "",
                href=urls.link(urls.source(id_)),
                original=Link("the document", source.record.url) if source.record.url else None,
                held=held_words(source),
                second_hand=second_hand(via),
            )
        )
    return tuple(rows)


def _kind(edition: Edition, digest: Digest, alias: str) -> str:
    source = edition.library.sources[digest.record.sources[alias]]
    return wording.SOURCE_KINDS[source.record.kind]


def _neighbour(edition: Edition, digest: Digest | None) -> Link | None:
    return (
        Link(digest_title(edition, digest), urls.link(urls.digest(digest.id))) if digest else None
    )
