"""Grades as pages print them. Nothing is filled in: what the record does not hold is not known."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from inspection_digest.composing import urls, wording
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.prose import to_html
from inspection_digest.reading.library import Digest, Framework
from inspection_digest.views.chrome import Link
from inspection_digest.views.grades import GradesView, GradeView, RatingView


def grades_view(edition: Edition, digest: Digest) -> GradesView:
    framework = edition.library.frameworks[digest.record.framework]
    ratings = tuple(
        RatingView(
            number=wording.printed_number(number),
            name=standard.name,
            group=framework.record.groups[standard.group].name,
            lead=standard.role == "leadership",
            practice=standard.role == "practice",
            grade=_grade(edition, digest, framework, number),
        )
        for number, standard in framework.record.standards.items()
    )
    known = len(digest.record.ratings)
    missing, whole = digest.record.missing, not framework.record.missing
    return GradesView(
        overall=overall_view(edition, digest),
        ratings=ratings,
        count=" ".join([*_count(known, len(ratings), is_whole=whole), *_spread(framework, digest)]),
        missing=to_html(missing) if missing else "",
    )


def overall_view(edition: Edition, digest: Digest) -> GradeView:
    framework = edition.library.frameworks[digest.record.framework]
    return _grade(edition, digest, framework, "overall")


def leadership_view(edition: Edition, digest: Digest) -> GradeView | None:
    """The grade of the leadership standard, where the framework has one and it is known."""
    framework = edition.library.frameworks[digest.record.framework]
    for number, standard in framework.record.standards.items():
        if standard.role == "leadership" and number in digest.record.ratings:
            return _grade(edition, digest, framework, number)
    return None


def plain_grade(framework: Framework, word: str) -> GradeView:
    """A grade by its word alone, as a step on the framework's scale."""
    step = framework.grade_named(word)
    return GradeView(word, step or 0, len(framework.record.scale) - 1, known=step is not None)


def _grade(edition: Edition, digest: Digest, framework: Framework, fact: str) -> GradeView:
    """`fact` is `overall` or a standard's number."""
    record = digest.record
    word = record.overall if fact == "overall" else record.ratings.get(fact)
    steps = max(len(framework.record.scale) - 1, 0)
    step = framework.grade_named(word) if word else None
    return GradeView(
        word or "not known",
        step or 0,
        steps,
        known=step is not None,
        uncertain=word is not None and fact in record.uncertain,
        cited=cited_link(edition, digest, fact) if word else None,
    )


def cited_link(edition: Edition, digest: Digest, fact: str) -> Link | None:
    """The page that states a fact: a source of ours by its kind, another page by its host."""
    place = digest.record.cited.get(fact)
    if place is None:
        return None
    if place not in digest.record.sources:
        return Link(urlsplit(place).hostname or place, place)
    source = edition.library.sources[digest.record.sources[place]]
    kind = wording.SOURCE_KINDS[source.record.kind]
    return Link(f"the {kind}", urls.link(urls.source(source.id)))


def _count(known: int, of: int, *, is_whole: bool) -> Iterator[str]:
    """`is_whole`: nothing is missing of the framework itself."""
    if of == 0:
        return
    if of == 1 and known and not is_whole:
        yield "One standard is known to us."
    elif of == 1:
        yield f"Its one standard is {'' if known else 'not '}known to us{'' if known else ' yet'}."
    elif known == of:
        yield f"All {wording.number_word(of)} standards are known."
    elif known == 0:
        yield f"None of the {wording.number_word(of)} standards is known to us yet."
    else:
        yield (
            f"{wording.capital(wording.number_word(known))} of {wording.number_word(of)} "
            f"standards {'is' if known == 1 else 'are'} known to us."
        )


def _spread(framework: Framework, digest: Digest) -> Iterator[str]:
    """How many standards were given each grade, where only that is known, and the points."""
    record = digest.record
    counts = [
        f"{grade.name} {wording.times(record.spread[grade.name])}"
        for grade in reversed(framework.record.scale)
        if grade.name in record.spread
    ]
    if counts:
        yield f"The standards were graded {wording.in_a_row(counts)}."
    if record.points is not None:
        most = sum(
            max((grade.points or 0) for grade in framework.record.scale)
            for standard in framework.record.standards.values()
            if standard.counts
        )
        yield f"The inspectorate gave it {wording.counted(record.points, 'point')} of {most}."
