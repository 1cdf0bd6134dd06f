"""Grades as pages print them. Nothing is filled in: what the record does not hold is not known."""

from __future__ import annotations

from inspection_digest.composing import urls, wording
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.prose import to_html
from inspection_digest.reading.library import Digest, Framework
from inspection_digest.views.chrome import Link
from inspection_digest.views.grades import GradesView, GradeView, RatingView


def grades_view(edition: Edition, digest: Digest, to: urls.Linker) -> GradesView:
    framework = edition.library.frameworks[digest.record.framework]
    ratings = tuple(
        RatingView(
            number=number,
            name=standard.name,
            group=framework.record.groups[standard.group].name,
            lead=standard.role == "leadership",
            practice=standard.role == "practice",
            grade=_grade(edition, digest, framework, number, to),
        )
        for number, standard in framework.record.standards.items()
    )
    known = sum(rating.grade.known for rating in ratings)
    missing = digest.record.missing
    return GradesView(
        overall=overall_view(edition, digest, to),
        ratings=ratings,
        count=_count(known, len(ratings)),
        missing=to_html(missing) if missing else "",
    )


def overall_view(edition: Edition, digest: Digest, to: urls.Linker) -> GradeView:
    framework = edition.library.frameworks[digest.record.framework]
    return _grade(edition, digest, framework, "overall", to)


def leadership_view(edition: Edition, digest: Digest, to: urls.Linker) -> GradeView | None:
    """The grade of the leadership standard, where the framework has one and it is known."""
    framework = edition.library.frameworks[digest.record.framework]
    for number, standard in framework.record.standards.items():
        if standard.role == "leadership" and number in digest.record.ratings:
            return _grade(edition, digest, framework, number, to)
    return None


def _grade(
    edition: Edition, digest: Digest, framework: Framework, fact: str, to: urls.Linker
) -> GradeView:
    """`fact` is `overall` or a standard's number."""
    record = digest.record
    word = record.overall if fact == "overall" else record.ratings.get(fact)
    steps = len(framework.record.scale) - 1
    step = framework.grade_named(word) if word else None
    if word is None or step is None:
        return GradeView("not known", 0, steps, known=False)
    return GradeView(
        word,
        step,
        steps,
        known=True,
        uncertain=fact in record.uncertain,
        cited=_cited(edition, digest, fact, to),
    )


def _cited(edition: Edition, digest: Digest, fact: str, to: urls.Linker) -> Link | None:
    alias = digest.record.cited.get(fact)
    if alias is None:
        return None
    source = edition.library.sources[digest.record.sources[alias]]
    kind = wording.SOURCE_KINDS[source.record.kind]
    return Link(f"the {kind}", to(urls.source(source.id)))


def _count(known: int, of: int) -> str:
    if known == of:
        return f"All {wording.number_word(of)} standards are known."
    if known == 0:
        return f"None of the {wording.number_word(of)} standards is known to us yet."
    return (
        f"{wording.capital(wording.number_word(known))} of {wording.number_word(of)} standards "
        f"{'is' if known == 1 else 'are'} known to us."
    )
