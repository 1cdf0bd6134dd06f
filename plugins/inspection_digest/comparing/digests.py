"""Digests, before and after: grades, facts, contrasts and quotations that are others now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inspection_digest.comparing.facts import fact_change, fact_changes, words
from inspection_digest.comparing.quotes import quote_changes
from inspection_digest.comparing.side import Side
from inspection_digest.composing import wording
from inspection_digest.composing.contrasts import when_words
from inspection_digest.reading.library import Digest
from inspection_digest.reading.records import ContrastRecord
from inspection_digest.views.comparison import ContrastChange, DigestChange, FactChange, How

# What has its own part of the summary.
_APART = ("overall", "ratings", "spread", "contrasts", "quotes", "replies")
# What a new digest need not be told in: its own page says it, and better.
_PROSE = ("title", "summary", "missing", "sources", "cited")
OVERALL = "Overall grade"


def digest_changes(before: Side, after: Side) -> Iterator[DigestChange]:
    """Every digest that is another now. First what was published and is no longer the same."""
    was, now = before.edition.library.digests, after.edition.library.digests
    unreadable = {item.position.path for item in after.errors}
    for id_ in sorted(now.keys() & was.keys()):
        change = _change("changed", before, was[id_], after, now[id_])
        if change.grades or change.facts or change.contrasts or change.quotes:
            yield change
    for id_ in sorted(was.keys() - now.keys()):
        title, withdrawn = _title(before, was[id_]), after.edition.everything.digests.get(id_)
        if was[id_].path in unreadable:
            yield DigestChange("unreadable", id_, title, was[id_].path)
        elif withdrawn:
            facts = fact_changes(was[id_].record, withdrawn.record, skip=_APART)
            yield DigestChange("withdrawn", id_, title, withdrawn.path, facts=facts)
        else:
            yield _change("removed", before, was[id_], after, None)
    for id_ in sorted(now.keys() - was.keys()):
        yield _change("added", before, None, after, now[id_])


def _change(
    how: How, before: Side, was: Digest | None, after: Side, now: Digest | None
) -> DigestChange:
    digest, side = (now, after) if now else (was, before)
    assert digest is not None  # noqa: S101 - a change is of something
    return DigestChange(
        how,
        digest.id,
        _title(side, digest),
        words(digest.path),
        tuple(_grades(side, was, now)) if now else (),
        fact_changes(
            was.record if was else None,
            now.record if now else None,
            skip=_APART if was and now else (*_APART, *_PROSE),
        )
        if now
        else (),
        tuple(_contrasts(was, now)),
        quote_changes(before, was, after, now) if now else (),
    )


def _title(side: Side, digest: Digest) -> str:
    provider = side.edition.library.providers.get(digest.provider)
    return f"{words(provider.record.name) if provider else digest.provider}, {when_words(digest)}"


def _grades(side: Side, was: Digest | None, now: Digest) -> Iterator[FactChange]:
    """The overall grade and each standard's, by the standard's own name."""
    old, new = _ratings(was), _ratings(now)
    framework = side.edition.library.frameworks.get(now.record.framework)
    standards = framework.record.standards if framework else {}
    for id_ in dict.fromkeys([*new, *old]):
        if old.get(id_) != new.get(id_):
            named = wording.standard_words(id_, standards[id_].name) if id_ in standards else id_
            yield fact_change(words(named), old.get(id_), new.get(id_))
    spread = was.record.spread if was else None
    if (spread or {}) != now.record.spread:
        yield fact_change("Grades without their standards", spread, now.record.spread)


def _ratings(digest: Digest | None) -> dict[str, str]:
    if digest is None:
        return {}
    overall = digest.record.overall
    return {**({OVERALL: overall} if overall else {}), **digest.record.ratings}


def _contrasts(was: Digest | None, now: Digest | None) -> Iterator[ContrastChange]:
    old = was.record.contrasts if was else {}
    new = now.record.contrasts if now else {}
    for name, contrast in new.items():
        if name not in old:
            yield _contrast("added", name, contrast, old)
        elif old[name] != contrast:
            yield _contrast("changed", name, contrast, old)
    for name, contrast in old.items():
        if name not in new:
            yield _contrast("removed", name, contrast, {})


def _contrast(
    how: How, name: str, contrast: ContrastRecord, old: Mapping[str, ContrastRecord]
) -> ContrastChange:
    title = words(contrast.title)
    earlier = words(old[name].title) if name in old else ""
    return ContrastChange(how, name, title, "" if earlier == title else earlier, contrast.relation)
