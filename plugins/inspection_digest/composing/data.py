"""The site's facts as data, from the records. Nothing is filled in: unknown stays empty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from inspection_digest.composing import urls
from inspection_digest.composing.answer_data import contested, corrections, subject_words
from inspection_digest.composing.answers import subject_of
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.prose import to_plain
from inspection_digest.evidence.quotations import QuoteKey
from inspection_digest.reading.library import Digest
from inspection_digest.version import VERSION
from inspection_digest.views.by_digest import ByDigest
from inspection_digest.views.data import (
    ContrastDatum,
    DataView,
    DigestDatum,
    GradeDatum,
    QuoteDatum,
    ReplyDatum,
    WithdrawnDatum,
)

OVERALL = "overall"


def data_view(edition: Edition) -> DataView:
    """Grades and digests are made while they are written, and only if they are."""
    return DataView(
        version=VERSION,
        site_name=edition.site.name,
        site_address=edition.absolute(urls.HOME),
        grades=ByDigest(edition.library.digests, partial(_grades, edition)),
        digests=ByDigest(edition.everything.digests, partial(_digests, edition)),
    )


def _grades(edition: Edition, id_: str) -> Iterator[GradeDatum]:
    """The overall grade first, then the standards in the framework's order; known ones only."""
    digest = edition.library.digests[id_]
    record = digest.record
    framework = edition.library.frameworks[record.framework]
    provider = edition.library.providers[digest.provider]
    period = record.inspected
    day = (period.to or period.from_) if period else record.published
    known = [(OVERALL, "Overall", "", record.overall or "")]
    known += [
        (number, standard.name, standard.role or "", record.ratings.get(number, ""))
        for number, standard in framework.record.standards.items()
    ]
    for standard_id, name, role, grade in known:
        if not grade:
            continue
        step = framework.grade_named(grade)
        yield GradeDatum(
            digest=digest.id,
            provider=digest.provider,
            provider_name=provider.record.name,
            inspectorate=framework.record.inspectorate,
            framework=record.framework,
            round=record.round or "",
            owner=provider.owner_on(day),
            inspected_from=str(period.from_ or "") if period else "",
            inspected_to=str(period.to or "") if period else "",
            published=str(record.published or ""),
            standard=standard_id,
            standard_name=name,
            role=role,
            grade=grade,
            step=step,
            steps=None if step is None else len(framework.record.scale) - 1,
            certain=standard_id not in record.uncertain,
            cited=_cited(edition, digest, standard_id),
            address=edition.absolute(urls.digest(digest.id)),
        )


def _cited(edition: Edition, digest: Digest, fact: str) -> str:
    """The address of the page that states a fact: a web page, or a source's page of ours."""
    place = digest.record.cited.get(fact, "")
    if place in digest.record.sources:
        return edition.absolute(urls.source(digest.record.sources[place]))
    return place


def _digests(edition: Edition, id_: str) -> Iterator[DigestDatum]:
    digest = edition.everything.digests[id_]
    yield _withdrawn(edition, digest) if digest.is_withdrawn else _digest(edition, digest)


def _digest(edition: Edition, digest: Digest) -> DigestDatum:
    record = digest.record
    framework = edition.library.frameworks[record.framework].record
    period = record.inspected
    return DigestDatum(
        digest=digest.id,
        address=edition.absolute(urls.digest(digest.id)),
        title=record.title or "",
        provider=digest.provider,
        provider_name=edition.library.providers[digest.provider].record.name,
        inspectorate=framework.inspectorate,
        framework=record.framework,
        round=record.round or "",
        inspected_from=str(period.from_ or "") if period else "",
        inspected_to=str(period.to or "") if period else "",
        published=str(record.published or ""),
        added=str(record.added or ""),
        overall=record.overall or "",
        ratings=tuple(
            (number, record.ratings[number])
            for number in framework.standards
            if number in record.ratings
        ),
        spread=tuple(record.spread.items()),
        points=record.points,
        cited=tuple((fact, _cited(edition, digest, fact)) for fact in record.cited),
        uncertain=record.uncertain,
        missing=to_plain(record.missing) if record.missing else "",
        sources=tuple(record.sources.items()),
        quotes=tuple(_quote(edition, digest, name) for name in record.quotes),
        contrasts=tuple(
            ContrastDatum(
                name=name,
                title=item.title,
                relation=item.relation,
                said=item.said,
                found=item.found,
                because=to_plain(item.because),
                added=str(item.added or ""),
                address=edition.absolute(urls.contrast(digest.id, name)),
            )
            for name, item in record.contrasts.items()
        ),
        replies=tuple(_reply(edition, digest, name) for name in record.replies),
        corrections=corrections(edition, digest),
        contested=contested(edition, digest),
    )


def _withdrawn(edition: Edition, digest: Digest) -> DigestDatum:
    framework = edition.library.frameworks[digest.record.framework].record
    record = digest.record.withdrawn
    assert record is not None  # noqa: S101 - asked for withdrawn digests only
    return DigestDatum(
        digest=digest.id,
        address=edition.absolute(urls.digest(digest.id)),
        title="",
        provider=digest.provider,
        provider_name=edition.library.providers[digest.provider].record.name,
        inspectorate=framework.inspectorate,
        framework=digest.record.framework,
        round="",
        inspected_from="",
        inspected_to="",
        published=str(digest.record.published or ""),
        added=str(digest.record.added or ""),
        overall="",
        ratings=(),
        spread=(),
        points=None,
        cited=(),
        uncertain=(),
        missing="",
        sources=(),
        quotes=(),
        contrasts=(),
        status="withdrawn",
        withdrawn=WithdrawnDatum(
            date=str(record.date),
            because=to_plain(record.because),
            replaced_by=record.replaced_by or "",
        ),
        corrections=corrections(edition, digest),
        contested=contested(edition, digest),
    )


def _reply(edition: Edition, digest: Digest, name: str) -> ReplyDatum:
    reply = digest.record.replies[name]
    anchor = urls.reply_anchor(name)
    return ReplyDatum(
        key=urls.quote_key(digest.id, anchor),
        name=name,
        text=reply.text,
        by=reply.by,
        published=str(reply.published),
        to=subject_words(subject_of(edition, digest, reply.to)),
        source=digest.record.sources[reply.source],
        page=reply.page,
        verdict=edition.evidence.proofs[QuoteKey(digest.id, "replies", name)].verdict.value,
        address=edition.absolute(f"{urls.digest(digest.id)}#{anchor}"),
    )


def _quote(edition: Edition, digest: Digest, name: str) -> QuoteDatum:
    quote = digest.record.quotes[name]
    proof = edition.evidence.proofs[QuoteKey(digest.id, "quotes", name)]
    anchor = urls.quote_anchor(name)
    return QuoteDatum(
        key=urls.quote_key(digest.id, anchor),
        name=name,
        text=quote.text,
        source=digest.record.sources[quote.source],
        standard=quote.standard or "",
        speaker=quote.speaker or "",
        page=quote.page,
        verdict=proof.verdict.value,
        address=edition.absolute(urls.quote(digest.id, name)),
    )
