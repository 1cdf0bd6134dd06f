"""The entries of feeds: a digest, a contrast, or the notice that stands in the place of one.

An id is a name-based UUID (RFC 9562, version 5) of the digest's identity under a namespace fixed
here for ever, so no title, date, address or domain can move it. A correction, an objection or a
withdrawal moves `updated`, and the entry says what it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from inspection_digest.composing import urls, wording
from inspection_digest.composing.answers import (
    about_link,
    contested,
    contested_view,
    correction_subject,
    correction_view,
    corrections,
    newest,
    subject_of,
)
from inspection_digest.composing.contrasts import contrast_view, describe, digest_title
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.grades import overall_view
from inspection_digest.composing.notices import notice
from inspection_digest.composing.previews import summary
from inspection_digest.composing.quotes import all_replies
from inspection_digest.reading.additions import UNKNOWN
from inspection_digest.reading.library import Digest
from inspection_digest.reading.records import (
    ContestedRecord,
    CorrectionRecord,
    ReplyRecord,
)
from inspection_digest.reading.subjects import Subject
from inspection_digest.views.answers import ContestedView, CorrectionView
from inspection_digest.views.feeds import FeedEntry

NAMESPACE = UUID("6f1f2a2e-6a0c-5d0b-9b8e-0a4f5d1c7e21")


def permanent_id(identity: str) -> str:
    """`urn:uuid:...` of `digest:<provider>/<when>`, `contrast:<digest>/<name>`, `feed:<name>`"""
    return f"urn:uuid:{uuid5(NAMESPACE, identity)}"


def digest_entry(edition: Edition, digest: Digest) -> FeedEntry:
    """The same in every feed, of either form."""
    return edition.once(("entry", digest.id), lambda: _digest(edition, digest))


def _digest(edition: Edition, digest: Digest) -> FeedEntry:
    record = digest.record
    name = digest_title(edition, digest)
    identity = permanent_id(f"digest:{digest.id}")
    if digest.is_withdrawn:
        return _withdrawn(edition, digest, identity, name, urls.link(urls.digest(digest.id)))
    return FeedEntry(
        id=identity,
        title=f"{name}: {record.title}" if record.title else name,
        link=urls.link(urls.digest(digest.id)),
        published=_published(digest),
        updated=_updated(
            digest, record.corrections, record.contested, record.replies, *digest.contrasts_added
        ),
        summary=summary(edition, digest),
        facts=_facts(edition, digest),
        contrasts=tuple(contrast_view(edition, digest, key) for key in record.contrasts),
        more="The whole digest",
        corrections=corrections(edition, digest),
        contested=contested(edition, digest),
        replies=all_replies(edition, digest)[0],
    )


def contrast_entry(edition: Edition, digest: Digest, name: str) -> FeedEntry:
    """Of one that was removed or withdrawn, the notice."""
    identity = permanent_id(f"contrast:{digest.id}/{name}")
    link = urls.link(urls.contrast(digest.id, name))
    if digest.is_withdrawn:
        title = f"a contrast of {digest_title(edition, digest)}"
        return _withdrawn(edition, digest, identity, title, link, name)
    if name in digest.record.contrasts:
        return _contrast(edition, digest, name, identity, link)
    return _removed(edition, digest, name, identity, link)


def _published(digest: Digest, contrast: str = "") -> datetime:
    """When it, or one of its contrasts, was put on the site."""
    return midnight(digest.contrasts_added[contrast] if contrast else digest.added)


def midnight(day: date) -> datetime:
    """Of a day, as feeds ask for a time."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


START = midnight(UNKNOWN)


def _contrast(edition: Edition, digest: Digest, name: str, identity: str, link: str) -> FeedEntry:
    record, item = digest.record, digest.record.contrasts[name]
    own = {Subject("quotes", one) for one in (item.said, *item.found)}
    own.add(Subject("contrasts", name))
    mended = [
        one for one in newest(digest) if _concerns(correction_subject(edition, digest, one), own)
    ]
    objected = [
        one for one in record.contested if _concerns(subject_of(edition, digest, one.about), own)
    ]
    replied = {
        key: one
        for key, one in record.replies.items()
        if one.to and subject_of(edition, digest, one.to) in own
    }
    return FeedEntry(
        id=identity,
        title=f"{item.title} ({digest_title(edition, digest)})",
        link=link,
        published=_published(digest, name),
        updated=_updated(digest, mended, objected, replied, name),
        summary=describe(digest, name),
        facts=_facts(edition, digest),
        contrasts=(contrast_view(edition, digest, name),),
        more="This contrast on its own page",
        corrections=_mended(edition, digest, mended),
        contested=_objected(edition, digest, objected),
    )


def _removed(edition: Edition, digest: Digest, name: str, identity: str, link: str) -> FeedEntry:
    gone = Subject("contrasts", name, here=False)
    mended = [one for one in newest(digest) if correction_subject(edition, digest, one) == gone]
    objected = [
        one for one in digest.record.contested if subject_of(edition, digest, one.about) == gone
    ]
    return FeedEntry(
        id=identity,
        title=f"Removed: a contrast of {digest_title(edition, digest)}",
        link=link,
        published=_published(digest, name),
        updated=_updated(digest, mended, objected, {}, name),
        summary="This contrast was removed.",
        facts=(),
        contrasts=(),
        more="What is said of it",
        corrections=_mended(edition, digest, mended),
        contested=_objected(edition, digest, objected),
    )


def _withdrawn(  # noqa: PLR0913, PLR0917 - an entry's head
    edition: Edition, digest: Digest, identity: str, name: str, link: str, contrast: str = ""
) -> FeedEntry:
    record = digest.record
    assert record.withdrawn is not None  # noqa: S101 - asked for withdrawn digests only
    others = _updated(digest, record.corrections, record.contested, {}, contrast)
    return FeedEntry(
        id=identity,
        title=f"Withdrawn: {name}",
        link=link,
        published=_published(digest, contrast),
        updated=max(others, midnight(record.withdrawn.date.first_day)),
        summary=f"This digest was withdrawn: {record.withdrawn.date.words}.",
        facts=(),
        contrasts=(),
        more="What is said of it",
        withdrawn=notice(edition, digest),
    )


def _concerns(subject: Subject | None, own: set[Subject]) -> bool:
    """Whether it is about one of these, or about the report as a whole: its grades, its dates."""
    return subject is None or subject.kind in {"standard", "fact"} or subject in own


def _mended(
    edition: Edition, digest: Digest, items: Iterable[CorrectionRecord]
) -> tuple[CorrectionView, ...]:
    return tuple(correction_view(edition, digest, one) for one in items)


def _objected(
    edition: Edition, digest: Digest, items: Iterable[ContestedRecord]
) -> tuple[ContestedView, ...]:
    subjects = ((one, subject_of(edition, digest, one.about)) for one in items)
    return tuple(
        contested_view(one, None, about_link(edition, digest, subject) if subject else None)
        for one, subject in subjects
    )


def _facts(edition: Edition, digest: Digest) -> tuple[str, ...]:
    overall = overall_view(edition, digest)
    inspected = wording.period_words(digest.record.inspected)
    return (
        f"Overall: {overall.word}",
        *((f"Inspected {inspected}",) if inspected else ()),
        *(() if digest.record.published else ("Date of publication not known",)),
    )


def _updated(
    digest: Digest,
    mended: Iterable[CorrectionRecord],
    objected: Iterable[ContestedRecord],
    replied: Mapping[str, ReplyRecord],
    *contrasts: str,
) -> datetime:
    """The day of the last thing said since, or the first. `contrasts`: those it shows, by name; or
    "", which is none."""
    days = [item.date for item in mended] + [item.published for item in replied.values()]
    days += [day for item in objected for day in (item.date, item.decided) if day]
    first = [_published(digest), *(_published(digest, name) for name in contrasts)]
    return max([*first, *(midnight(day.first_day) for day in days)])
