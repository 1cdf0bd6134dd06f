"""What the grades of a report make: the ladder of standards, the sum, the gap."""

from __future__ import annotations

from collections.abc import Iterator

from inspection_digest.analysis.gap import Gap
from inspection_digest.analysis.scoring import Score, outcome, score, what_if
from inspection_digest.composing import urls, wording
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.grades import plain_grade
from inspection_digest.composing.peers import has_peers
from inspection_digest.composing.selections import gap_words, steps_words
from inspection_digest.reading.library import Digest, Framework
from inspection_digest.views.chrome import Link
from inspection_digest.views.standing import ComputedContrast, Ladder, Rung, Standing

FEWEST = 2  # standards known, for a ladder to say more than the list above it
MOST_CHANGES = 3

POINTS_KNOWN = {
    "published": "The inspectorate publishes the points.",
    "derived": "The points are our reading of facts the inspectorate states; we have not seen it "
    "publish them for these standards.",
    None: "How the points are known is not recorded.",
}


def standing(edition: Edition, digest: Digest) -> Standing:
    framework = edition.library.frameworks[digest.record.framework]
    points = score(framework.record, digest.record)
    if points is not None and points.basis == "reconstructed":
        points = None  # nothing reconstructed is shown as fact
    sums = tuple(_sums(framework, digest, points))
    gap = edition.gap(digest)
    return Standing(
        ladder=_ladder(framework, digest, points),
        sums=sums,
        rule=Link("What is known of the rule", urls.link(urls.framework(framework.id)))
        if sums
        else None,
        gap=_gap_sentence(framework, gap) if gap else "",
        computed=_computed(framework, gap) if gap and gap.steps > 0 else None,
        has_peers=has_peers(framework, digest),
        gap_page=Link("How often this is so", urls.link(urls.GAP)),
    )


def _ladder(framework: Framework, digest: Digest, points: Score | None) -> Ladder | None:
    record, standards = digest.record, framework.record.standards
    if len(record.ratings) < FEWEST:
        return None
    words = [grade.name for grade in reversed(framework.record.scale)]
    words += [word for word in framework.record.not_graded if word in record.ratings.values()]
    rungs = tuple(
        Rung(
            plain_grade(framework, word),
            tuple(
                (item.name, item.role == "leadership")
                for id_, item in standards.items()
                if record.ratings.get(id_) == word
            ),
            _rung_points(points, word),
            word == record.overall,
        )
        for word in words
    )
    return Ladder(
        rungs,
        tuple(item.name for id_, item in standards.items() if id_ not in record.ratings),
        _carry(framework, digest),
        points is not None,
    )


def _rung_points(points: Score | None, word: str) -> str:
    if points is None:
        return ""
    given = [item.points for item in points.contributions if item.grade == word]
    known = [number for number in given if number is not None]
    if not known:
        return ""
    if len(known) == 1:
        return wording.counted(known[0], "point")
    return f"{len(known)} × {known[0]} = {wording.counted(sum(known), 'point')}"


def _carry(framework: Framework, digest: Digest) -> str:
    """How many standards stand above the overall grade, at it and below it."""
    record = digest.record
    overall = framework.grade_named(record.overall) if record.overall else None
    if overall is None:
        return ""
    steps = [framework.grade_named(word) for word in record.ratings.values()]
    above, at, below = (
        sum(test(step) for step in steps if step is not None)
        for test in (overall.__lt__, overall.__eq__, overall.__gt__)
    )
    many = wording.capital(wording.number_word(at)) if at else "None"
    verb = "has" if at == 1 else "have"
    said = f"{many} of the standards known {verb} the overall grade itself"
    return (
        f"{said}; {wording.number_word(above) if above else 'none'} {_stands(above)} above it and "
        f"{wording.number_word(below) if below else 'none'} below."
    )


def _stands(number: int) -> str:
    return "stand" if number > 1 else "stands"


def _sums(framework: Framework, digest: Digest, points: Score | None) -> Iterator[str]:
    """The arithmetic in words, as far as it is known; nothing where nothing is."""
    found = outcome(framework.record, digest.record)
    graded = [item for item in points.contributions if item.points is not None] if points else []
    if points is None or (len(graded) < FEWEST and points.printed is None):
        return
    number = wording.number_word(len(points.contributions))
    if not points.unknown and points.total is not None:
        yield f"Together the {number} standards make {points.total} of {points.most} points."
    elif points.total is not None:
        yield f"All standards together make {points.total} of {points.most} points."
    else:
        unknown = wording.number_word(len(points.unknown))
        yield (
            f"The {wording.number_word(len(graded))} known make {points.known} points; with the "
            f"{unknown} that {'is' if len(points.unknown) == 1 else 'are'} not, all {number} lie "
            f"between {points.lowest} and {points.highest} of {points.most}."
        )
    yield POINTS_KNOWN.get(points.basis, POINTS_KNOWN[None])
    if not found.possible:
        yield (
            "Which total gives which overall grade is not published, as far as we have seen, so "
            "no overall grade is worked out here."
        )
    elif found.computed is not None and found.agrees is not None:
        agreement = "as the report says" if found.agrees else f"and the report says {found.stated}"
        yield f"By the published rule that makes {found.computed} overall, {agreement}."
    names = {id_: item.name for id_, item in framework.record.standards.items()}
    for change in what_if(framework.record, digest.record, MOST_CHANGES):
        yield (
            f"With {names[change.standard]} at {change.to_grade} and all else as it is, the rule "
            f"would give {change.overall_after}."
        )


def _gap_sentence(framework: Framework, gap: Gap) -> str:
    names = {id_: item.name for id_, item in framework.record.standards.items()}
    weakest = wording.in_a_row([names[id_] for id_ in gap.weakest]) if gap.weakest else ""
    least = gap.weakest_grade if gap.exact else f"{gap.weakest_grade} or lower"
    which = f"{weakest}, {gap.weakest_grade}" if weakest else least
    lead = f"{names[gap.standard]} ({gap.grade})"
    if gap.stand is None:
        said = (
            f"{lead} is not above the weakest practice grade known ({which}); whether it is above "
            "one that is not known to us cannot be said."
        )
    else:
        where = "level with" if gap.steps == 0 else gap_words(gap)
        known = "" if gap.exact or not weakest else " known to us"
        said = f"{lead} stands {where} the weakest practice standard{known} ({which})."
    if gap.above_mean:
        size, side = abs(float(gap.above_mean)), "above" if gap.above_mean > 0 else "below"
        said += f" It stands {size:.1f} grades {side} the mean of all practice standards."
    return f"{said} That is a distance between grades, not a verdict."


def _computed(framework: Framework, gap: Gap) -> ComputedContrast:
    names = {id_: item.name for id_, item in framework.record.standards.items()}
    weakest = wording.in_a_row([names[id_] for id_ in gap.weakest]) if gap.weakest else ""
    return ComputedContrast(
        lead=names[gap.standard],
        lead_grade=plain_grade(framework, gap.grade),
        seam=f"{'' if gap.exact else 'at least '}{steps_words(gap.steps)}",
        weakest=weakest or "A practice standard, we do not know which",
        weakest_grade=plain_grade(framework, gap.weakest_grade),
        sentence=_gap_sentence(framework, gap),
    )
