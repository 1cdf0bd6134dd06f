"""Corrections, objections and withdrawals in finished words, beside what each is about."""

from __future__ import annotations

from inspection_digest.composing import urls, wording
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.prose import to_html
from inspection_digest.reading.library import Digest
from inspection_digest.reading.records import ContestedRecord, CorrectionRecord
from inspection_digest.reading.subjects import FACTS, REMOVABLE, Kind, Subject, subjects
from inspection_digest.views.answers import ContestedView, CorrectionView, WithdrawnView
from inspection_digest.views.chrome import Link

OUTCOMES = {"open": "Not decided yet", "upheld": "Upheld", "not upheld": "Not upheld"}


def corrections(
    edition: Edition, digest: Digest, link: Link | None = None
) -> tuple[CorrectionView, ...]:
    """All corrections of a digest, newest first. `link` leads to the digest from elsewhere."""
    return tuple(correction_view(edition, digest, item, link) for item in newest(digest))


def corrections_of(
    edition: Edition, digest: Digest, subject: Subject
) -> tuple[CorrectionView, ...]:
    """The corrections of one thing, newest first, as they stand beside it."""
    return tuple(
        CorrectionView(item.date.words, to_html(item.what), item.noticed_by or "")
        for item in newest(digest)
        if correction_subject(edition, digest, item) == subject
    )


def correction_view(
    edition: Edition,
    digest: Digest,
    item: CorrectionRecord,
    link: Link | None = None,
) -> CorrectionView:
    subject = correction_subject(edition, digest, item)
    gone = subject is not None and not subject.here and bool(item.removed) and link is None
    return CorrectionView(
        item.date.words,
        to_html(item.what),
        item.noticed_by or "",
        link,
        about_link(edition, digest, subject) if subject else None,
        (anchor_of(subject),) if subject and gone else (),
    )


def contested(
    edition: Edition, digest: Digest, link: Link | None = None
) -> tuple[ContestedView, ...]:
    """All that is objected to in a digest, newest first."""
    return tuple(
        contested_view(item, link, about_link(edition, digest, subject) if subject else None)
        for item in _ordered(digest)
        for subject in [subject_of(edition, digest, item.about)]
    )


def contested_of(edition: Edition, digest: Digest, subject: Subject) -> tuple[ContestedView, ...]:
    """What is objected to in one thing, newest first, as it stands beside it."""
    return tuple(
        contested_view(item)
        for item in _ordered(digest)
        if item.about and subject_of(edition, digest, item.about) == subject
    )


def contested_view(
    item: ContestedRecord, link: Link | None = None, about: Link | None = None
) -> ContestedView:
    decided = f", {item.decided.words}" if item.decided else ""
    return ContestedView(
        item.date.words,
        item.by,
        to_html(item.what),
        item.outcome.replace(" ", "-"),
        f"{OUTCOMES[item.outcome]}{decided}",
        to_html(item.because) if item.because else "",
        link,
        about,
    )


def withdrawn_view(
    edition: Edition, digest: Digest, name: str, link: Link | None = None
) -> WithdrawnView:
    """The notice of a digest that is withdrawn; `name` is the digest's."""
    record = digest.record.withdrawn
    assert record is not None  # noqa: S101 - asked for withdrawn digests only
    instead = edition.library.digests.get(record.replaced_by or "")
    return WithdrawnView(
        digest.id,
        name,
        record.date.words,
        to_html(record.because),
        Link("The digest that stands in its place", urls.link(urls.digest(instead.id)))
        if instead
        else None,
        link,
    )


def newest(digest: Digest) -> list[CorrectionRecord]:
    return sorted(digest.record.corrections, key=lambda item: str(item.date), reverse=True)


def subject_of(edition: Edition, digest: Digest, name: str | None) -> Subject | None:
    """The one thing that a name means; the check has seen to it that it is one."""
    if not name:
        return None
    standards = edition.library.frameworks[digest.record.framework].record.standards
    return next(iter(subjects(digest.record, standards, name)), None)


def correction_subject(edition: Edition, digest: Digest, item: CorrectionRecord) -> Subject | None:
    if item.removed and item.about:
        return Subject(REMOVABLE[item.removed], item.about.rpartition("/")[2], here=False)
    return subject_of(edition, digest, item.about)


def about_link(edition: Edition, digest: Digest, subject: Subject) -> Link:
    """What something is about, in words that lead there."""
    page, name = urls.digest(digest.id), in_words(subject.name)
    match subject.kind:
        case "contrasts":
            shown = subject.here and not digest.is_withdrawn
            title = digest.record.contrasts[subject.name].title if shown else name
            words = f"About the contrast “{title}”"
            return Link(_gone(words, subject), urls.link(urls.contrast(digest.id, subject.name)))
        case "quotes" | "replies":
            kind = "reply" if subject.kind == "replies" else "quotation"
            words = _gone(f"About the {kind} “{name}”", subject)
            return Link(words, urls.link(f"{page}#{anchor_of(subject)}"))
        case "standard":
            standards = edition.library.frameworks[digest.record.framework].record.standards
            words = wording.standard_words(subject.name, standards[subject.name].name)
            return Link(f"About standard {words}", urls.link(f"{page}#{urls.GRADES_ANCHOR}"))
        case "fact":
            return Link(f"About {FACTS[subject.name]}", urls.link(page))


def anchor_of(subject: Subject) -> str:
    if subject.kind == "contrasts":
        return urls.contrast_anchor(subject.name)
    return urls.anchor_in(subject.kind, subject.name)


def key_of(group: str, name: str) -> Subject:
    """A quotation or a contrast that stands in its digest."""
    kinds: dict[str, Kind] = {"quotes": "quotes", "replies": "replies", "contrasts": "contrasts"}
    return Subject(kinds[group], name)


def in_words(name: str) -> str:
    """`weak-case-supervision` as a person reads it."""
    return name.replace("-", " ")


def _gone(words: str, subject: Subject) -> str:
    return words if subject.here else f"{words}, removed"


def _ordered(digest: Digest) -> list[ContestedRecord]:
    return sorted(digest.record.contested, key=lambda item: str(item.date), reverse=True)
