"""Rules between a digest's facts and its framework: grades, standards, dates and citations."""

from __future__ import annotations

from collections import Counter

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.dates import certainly_after
from inspection_digest.reading.library import Digest, Framework
from inspection_digest.reading.nearness import near, surely
from inspection_digest.reading.problems import listed
from inspection_digest.reading.records import QUOTED
from inspection_digest.reading.unknown_names import instead, unknown_alias, unknown_standard
from inspection_digest.reading.yaml_document import Loc

FACTS = ("published", "inspected", "overall", "points", "spread")
LATE_YEARS = 2  # a report may come out so long after the last inspection by a framework


def check_grades(digest: Digest, framework: Framework, diagnostics: Diagnostics) -> None:
    """Notes what a digest says that its framework does not allow."""
    _check_words(digest, framework, diagnostics)
    _check_standards(digest, framework, diagnostics)
    _check_spread(digest, framework, diagnostics)
    _check_facts(digest, diagnostics)
    _check_begin(digest, framework, diagnostics)
    _check_end(digest, framework, diagnostics)


def _check_words(digest: Digest, framework: Framework, diagnostics: Diagnostics) -> None:
    record, at = digest.record, digest.document.at
    names = [grade.name for grade in framework.record.scale]
    also = {form.lower(): grade.name for grade in framework.record.scale for form in grade.also}
    words = [*names, *framework.record.not_graded]
    also |= {name.lower(): name for name in words}
    graded: list[tuple[Loc, str]] = [
        (("ratings", number), grade) for number, grade in record.ratings.items()
    ]
    graded += [(("spread", grade), grade) for grade in record.spread]
    if record.overall:
        graded.append((("overall",), record.overall))
    for loc, grade in graded:
        if grade not in words:
            meant = also.get(grade.lower())
            hint = f"Write `{meant}`." if meant else near(grade, words)
            better = meant or surely(grade, words)
            about_key = loc[0] == "spread"
            diagnostics.error(
                digest.document.key(*loc) if about_key else at(*loc),
                "unknown-grade",
                f"“{grade}” is not a grade of {framework.record.title}.",
                hint or (f"The grades are {listed(words)}." if words else "It has no grades."),
                instead(digest.document, loc, better, about_key=about_key),
            )
    if record.overall and not framework.record.overall.given:
        diagnostics.error(
            at("overall"),
            "overall-not-given",
            f"Inspections by `{framework.id}` are given no overall grade.",
            "Remove the line, or name the framework that was in force.",
        )


def _check_standards(digest: Digest, framework: Framework, diagnostics: Diagnostics) -> None:
    record, known = digest.record, framework.record.standards
    for number in record.ratings:
        if number not in known:
            unknown_standard(digest, ("ratings", number), number, framework, diagnostics)
    for group in QUOTED:
        for name, quote in getattr(record, group).items():
            if quote.standard and quote.standard not in known:
                loc: Loc = (group, name, "standard")
                unknown_standard(digest, loc, quote.standard, framework, diagnostics)


def _check_spread(digest: Digest, framework: Framework, diagnostics: Diagnostics) -> None:
    """The counts by grade must leave room for the grades that are known."""
    record = digest.record
    known = Counter(record.ratings.values())
    for grade, number in record.spread.items():
        if known[grade] > number:
            diagnostics.error(
                digest.document.at("spread", grade),
                "spread-does-not-fit",
                f"Under `ratings` more standards are {grade} ({known[grade]}) than here "
                f"({number}).",
                "Mend one of the two: `spread` counts every standard with that grade.",
            )
    total, of = sum(record.spread.values()), len(framework.record.standards)
    every = all(grade.name in record.spread for grade in framework.record.scale)
    if record.spread and every and total < of and not framework.record.not_graded:
        diagnostics.error(
            digest.document.at("spread"),
            "spread-does-not-fit",
            f"Every grade is counted here, and these are {total} of {of} standards.",
            "Count again, or leave out a grade of which it is not known how often it was given.",
        )
    if total > of:
        diagnostics.error(
            digest.document.at("spread"),
            "spread-does-not-fit",
            f"These are {total} standards, and `{framework.id}` has {of}.",
            "Count each standard once, and leave the overall grade out.",
        )


def _check_facts(digest: Digest, diagnostics: Diagnostics) -> None:
    """`cited` and `uncertain` speak of facts that stand in this digest."""
    record = digest.record
    known = [fact for fact in FACTS if getattr(record, fact) not in (None, {})]
    known += record.ratings
    named: list[tuple[Loc, str]] = [(("cited", fact), fact) for fact in record.cited]
    named += [(("uncertain", index), fact) for index, fact in enumerate(record.uncertain)]
    document = digest.document
    for loc, fact in named:
        if fact not in known:
            about_key = loc[0] == "cited"
            diagnostics.error(
                document.key(*loc) if about_key else document.at(*loc),
                "unknown-fact",
                f"`{fact}` is not a fact that this digest states.",
                near(fact, known) or f"The facts stated are {listed(known)}.",
                instead(document, loc, surely(fact, known), about_key=about_key),
            )
    for fact, source in record.cited.items():
        if source not in record.sources and not source.startswith(("https://", "http://")):
            unknown_alias(digest, ("cited", fact), source, diagnostics)


def _check_begin(digest: Digest, framework: Framework, diagnostics: Diagnostics) -> None:
    period, record = digest.record.inspected, digest.record
    over = (period.to or period.from_) if period else record.published
    if certainly_after(framework.record.from_, over):
        diagnostics.error(
            digest.document.at("inspected" if period else "published"),
            "before-framework",
            f"{framework.record.title} begins in {framework.record.from_}; this inspection was "
            f"over by {over}.",
            "Mend the date, or name the framework that was in force.",
        )


def _check_end(digest: Digest, framework: Framework, diagnostics: Diagnostics) -> None:
    """An inspection may not begin after the framework's end, nor its report come years later."""
    period, record, end = digest.record.inspected, digest.record, framework.record.to
    begun = (period.from_ or period.to) if period else None
    late = bool(
        end and record.published and record.published.first_day.year > end.year + LATE_YEARS
    )
    if not certainly_after(begun, end) and not late:
        return
    said = f"this inspection began in {begun}" if certainly_after(begun, end) else ""
    diagnostics.error(
        digest.document.at("inspected" if said else "published"),
        "after-framework",
        f"{framework.record.title} ends in {end}; "
        f"{said or f'this report is of {record.published}'}.",
        "Mend the date, or name the framework that was in force.",
    )
