"""Corrections and objections as data, in the order they were typed."""

from __future__ import annotations

from inspection_digest.composing.answers import correction_subject, subject_of
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.prose import to_plain
from inspection_digest.reading.library import Digest
from inspection_digest.reading.subjects import GROUPS, Subject
from inspection_digest.views.data import ContestedDatum, CorrectionDatum


def corrections(edition: Edition, digest: Digest) -> tuple[CorrectionDatum, ...]:
    return tuple(
        CorrectionDatum(
            date=str(item.date),
            what=to_plain(item.what),
            about=subject_words(correction_subject(edition, digest, item)),
            removed=bool(item.removed),
            noticed_by=item.noticed_by or "",
        )
        for item in digest.record.corrections
    )


def contested(edition: Edition, digest: Digest) -> tuple[ContestedDatum, ...]:
    return tuple(
        ContestedDatum(
            date=str(item.date),
            by=item.by,
            what=to_plain(item.what),
            about=subject_words(subject_of(edition, digest, item.about)),
            outcome=item.outcome,
            decided=str(item.decided or ""),
            because=to_plain(item.because) if item.because else "",
        )
        for item in digest.record.contested
    )


def subject_words(subject: Subject | None) -> str:
    """`contrasts/<name>`, `quotes/<name>`, a standard's id, a fact, or "" for the whole digest."""
    if subject is None:
        return ""
    return f"{subject.kind}/{subject.name}" if subject.kind in GROUPS else subject.name
