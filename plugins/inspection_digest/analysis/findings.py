"""What the arithmetic says against a digest, as messages to its contributor."""

from __future__ import annotations

from inspection_digest.analysis.scoring import Outcome, outcome, score
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.library import Digest, Framework, Library
from inspection_digest.reading.problems import listed


def note_contradictions(library: Library, diagnostics: Diagnostics) -> None:
    """An overall grade against a published rule, and a printed total against the grades."""
    for digest in library.digests.values():
        framework = library.frameworks.get(digest.record.framework)
        if framework and _sound(digest, framework):
            _check_overall(digest, framework, diagnostics)
            _check_points(digest, framework, diagnostics)


def _check_overall(digest: Digest, framework: Framework, diagnostics: Diagnostics) -> None:
    found = outcome(framework.record, digest.record)
    if found.agrees is False and not digest.record.overall_reason:
        diagnostics.error(
            digest.document.at("overall"),
            "overall-contradicts-rule",
            f"By the published rule these grades make {_made(found)}, not {found.stated}.",
            "Look the grades up again. If the report does say so, add `overall_reason:` with the "
            "reason it gives.",
        )
    elif digest.record.overall_reason and found.agrees is not False:
        diagnostics.warning(
            digest.document.at("overall_reason"),
            "reason-without-need",
            "There is a reason here for an overall grade that no published rule contradicts.",
            "Remove the line, or say it under `missing` if readers should know.",
        )


def _check_points(digest: Digest, framework: Framework, diagnostics: Diagnostics) -> None:
    found = score(framework.record, digest.record)
    if found is None or found.printed_fits:
        return
    possible = (
        f"{found.lowest}" if found.total is not None else f"{found.lowest} to {found.highest}"
    )
    diagnostics.warning(
        digest.document.at("points"),
        "points-do-not-add-up",
        f"The grades make {possible} points; the total printed here is {found.printed}.",
        "Look up the grades and the total again; one of them is not what the report says.",
    )


def _made(found: Outcome) -> str:
    return found.computed or f"one of {listed(list(found.possible))}"


def _sound(digest: Digest, framework: Framework) -> bool:
    """Whether words and bands are in order; what is not has been said already."""
    record, rule = digest.record, framework.record.overall
    scale = {grade.name for grade in framework.record.scale}
    stated = {*record.ratings.values(), *record.spread, record.overall} - {None}
    ruled = {band.grade for band in rule.bands} | {limit.grade for limit in rule.limits}
    ruled |= {limit.at_most for limit in rule.limits}
    bands = [band.from_ for band in rule.bands]
    return (
        stated <= scale | set(framework.record.not_graded)
        and ruled <= scale
        and bands == sorted(set(bands))
        and set(record.ratings) <= set(framework.record.standards)
    )
