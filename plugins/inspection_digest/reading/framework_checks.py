"""Rules within a framework's file, and between it and the frameworks it follows."""

from __future__ import annotations

from itertools import pairwise

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.dates import certainly_after
from inspection_digest.reading.grade_checks import FACTS
from inspection_digest.reading.library import Framework, Library
from inspection_digest.reading.nearness import near, near_number, surely
from inspection_digest.reading.problems import listed
from inspection_digest.reading.rewriting import exchanged, rewritten
from inspection_digest.reading.unknown_names import MOST_STANDARDS, unknown_name
from inspection_digest.reading.yaml_document import Loc


def check_framework(framework: Framework, library: Library, diagnostics: Diagnostics) -> None:
    """Notes every mistake a framework can make by itself."""
    _check_scale(framework, diagnostics)
    _check_standards(framework, diagnostics)
    _check_overall(framework, diagnostics)
    _check_bands(framework, diagnostics)
    _check_limits(framework, diagnostics)
    _check_follows(framework, library, diagnostics)
    if certainly_after(framework.record.from_, framework.record.to):
        diagnostics.error(
            framework.document.at("to"),
            "dates-in-wrong-order",
            f"The framework ends ({framework.record.to}) before it begins "
            f"({framework.record.from_}).",
            "Exchange `from` and `to`, or mend the year.",
            exchanged(framework.document, ("from",), ("to",)),
        )


def _check_scale(framework: Framework, diagnostics: Diagnostics) -> None:
    record, at = framework.record, framework.document.at
    names = [grade.name for grade in record.scale]
    for index, name in enumerate(names):
        if name in names[:index]:
            diagnostics.error(
                at("scale", index, "name"),
                "grade-twice",
                f"The grade “{name}” stands twice on the scale.",
                "Keep one of them.",
            )
    for index, word in enumerate(record.not_graded):
        if word in names:
            diagnostics.error(
                at("not_graded", index),
                "grade-twice",
                f"“{word}” is a grade of the scale, and stands here as a word that is none.",
                "Keep one of them.",
            )


def _check_standards(framework: Framework, diagnostics: Diagnostics) -> None:
    record, at = framework.record, framework.document.at
    measures: dict[str, str] = {}
    for number, standard in record.standards.items():
        if number in FACTS:
            diagnostics.error(
                framework.document.key("standards", number),
                "standard-like-a-fact",
                f"`{number}` is what a digest calls a fact of its own: no standard can be called "
                "that.",
                f"Call it otherwise, `{number}-standard` for example.",
            )
        if standard.group not in record.groups:
            loc = ("standards", number, "group")
            document = framework.document
            unknown_name(document, loc, "group", standard.group, record.groups, diagnostics)
        if standard.measure:
            first = measures.setdefault(standard.measure, number)
            if first != number:
                diagnostics.error(
                    at("standards", number, "measure"),
                    "measure-twice",
                    f"“{first}” measures `{standard.measure}` already.",
                    "Give each standard a measure of its own, or leave it out.",
                )


def _check_overall(framework: Framework, diagnostics: Diagnostics) -> None:
    overall, at = framework.record.overall, framework.document.at
    if not (overall.bands or overall.limits):
        return
    if not overall.given:
        diagnostics.error(
            at("overall", "given"),
            "overall-not-given",
            "There is a rule for the overall grade, and no overall grade.",
            "Remove `given: no`, or the bands and limits.",
        )
    if not (overall.basis and overall.url):
        diagnostics.error(
            framework.document.key("overall"),
            "rule-without-source",
            "The rule for the overall grade does not say how it is known.",
            "Add `basis:` and `url:`, or leave the bands and limits out: what is not published "
            "is not used.",
        )


def _check_bands(framework: Framework, diagnostics: Diagnostics) -> None:
    record, at = framework.record, framework.document.at
    bands = record.overall.bands
    for index, band in enumerate(bands):
        _check_grade(framework, ("overall", "bands", index, "grade"), band.grade, diagnostics)
    steps = [(band.from_, framework.grade_named(band.grade)) for band in bands]
    for index, (lower, upper) in enumerate(pairwise(steps), start=1):
        rises = lower[1] is None or upper[1] is None or lower[1] < upper[1]
        if lower[0] >= upper[0] or not rises:
            diagnostics.error(
                at("overall", "bands", index, "from"),
                "band-order",
                f"The band from {upper[0]} does not stand above the one from {lower[0]}.",
                "Write the bands from the lowest total and grade to the highest.",
            )
    without = [grade.name for grade in record.scale if grade.points is None]
    if bands and without:
        diagnostics.error(
            at("overall", "bands"),
            "bands-without-points",
            f"There are bands of points, and no points for {listed(without)}.",
            "Add `points:` to each grade of the scale.",
        )


def _check_limits(framework: Framework, diagnostics: Diagnostics) -> None:
    standards = framework.record.standards
    for index, limit in enumerate(framework.record.overall.limits):
        here: Loc = ("overall", "limits", index)
        _check_grade(framework, (*here, "grade"), limit.grade, diagnostics)
        _check_grade(framework, (*here, "at_most"), limit.at_most, diagnostics)
        for place, number in enumerate(limit.standards):
            if number not in standards:
                loc = (*here, "standards", place)
                better = surely(number, standards)
                diagnostics.error(
                    framework.document.at(*loc),
                    "unknown-standard",
                    f"There is no standard “{number}” in this file.",
                    near_number(number, standards)
                    or f"There are {listed(list(standards), MOST_STANDARDS)}.",
                    rewritten(framework.document, {loc: better}) if better else None,
                )


def _check_follows(framework: Framework, library: Library, diagnostics: Diagnostics) -> None:
    names = [grade.name for grade in framework.record.scale]
    for id_, follows in framework.record.follows.items():
        other = library.frameworks.get(id_)
        if other is None or id_ == framework.id:
            if other is None and library.has("framework", id_):
                continue
            others = [name for name in library.frameworks if name != framework.id]
            place = (framework.document, ("follows", id_))
            unknown_name(*place, "framework", id_, others, diagnostics, about_key=True)
        elif follows.comparable != "none" and names != [g.name for g in other.record.scale]:
            diagnostics.error(
                framework.document.at("follows", id_, "comparable"),
                "scales-differ",
                f"The grades of `{id_}` are not the grades of this file, so they cannot be set "
                "side by side.",
                "Write `comparable: none`, or mend one of the two scales.",
            )


def _check_grade(framework: Framework, loc: Loc, grade: str, diagnostics: Diagnostics) -> None:
    names = [item.name for item in framework.record.scale]
    if grade not in names:
        better = surely(grade, names)
        diagnostics.error(
            framework.document.at(*loc),
            "unknown-grade",
            f"“{grade}” is not a grade of this scale.",
            near(grade, names) or f"The grades are {listed(names)}.",
            rewritten(framework.document, {loc: better}) if better else None,
        )
