"""The reports behind each figure of the page on the gap, each selection with its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from inspection_digest.analysis.gaps_table import By, GapFigures, gap_figures
from inspection_digest.composing import urls, wording
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.selections import Selection, slugs, steps_words
from inspection_digest.reading.library import Library

PARENT = ("The gap", urls.GAP)
GROUPINGS: tuple[By, ...] = ("inspectorate", "framework", "period", "owner")
UNKNOWN = {"owner": "No owner recorded", "period": "No date known"}

# (stand, name in a row of links, title, sentence)
STANDS = (
    (
        "above",
        "Above",
        "Leadership stands above the weakest practice",
        "In these reports leadership is graded above the weakest of the practice standards.",
    ),
    (
        "level",
        "Level",
        "Leadership stands level with the weakest practice",
        "In these reports leadership has the same grade as the weakest of the practice standards.",
    ),
    (
        "below",
        "Below",
        "Leadership stands below the weakest practice",
        "In these reports every practice standard is graded above leadership.",
    ),
    (
        "not-compared",
        "Not compared",
        "Leadership and practice cannot be compared",
        "Of these reports we do not know enough grades to say where leadership stands.",
    ),
)
REASONS = (
    (
        "no_leadership",
        "leadership-not-known",
        "Leadership’s grade is not known",
        "we do not know the grade for leadership, or it is not a standard of its own",
    ),
    (
        "no_practice",
        "practice-not-known",
        "No grade for practice is known",
        "we know the grade for leadership, and none for the work with people",
    ),
    (
        "open",
        "not-certain",
        "It is not certain where leadership stands",
        "some grades for the work are known, and one that is not could be lower",
    ),
)


class Group(Struct, frozen=True):
    """The selections of one group of reports, by stand."""

    key: str
    name: str
    selections: Mapping[str, Selection]

    @property
    def compared(self) -> int:
        return sum(len(self.selections[stand].digests) for stand in ("above", "level", "below"))


class Overall(Struct, frozen=True):
    """The selections of all reports together. `steps`: (gap, known exactly, reports), widest first.

    `pairs`: by the names of a scale, then by (leadership's grade, weakest practice grade).
    """

    group: Group
    compared: Selection
    everything: Selection
    steps: tuple[tuple[int, bool, Selection], ...]
    reasons: tuple[tuple[str, Selection], ...]
    pairs: Mapping[tuple[str, ...], Mapping[tuple[str, str], Selection]]


def gap_selections(edition: Edition) -> Iterator[Selection]:
    """Every selection that a figure of the page leads to."""
    overall = overall_selections(edition)
    yield from overall.group.selections.values()
    yield from (overall.compared, overall.everything)
    yield from (item for _, _, item in overall.steps)
    yield from (item for _, item in overall.reasons)
    for pairs in overall.pairs.values():
        yield from pairs.values()
    for by in GROUPINGS:
        for group in groups(edition, by):
            yield from group.selections.values()


def figures_by(edition: Edition, by: By) -> tuple[GapFigures, ...]:
    """The figures of every group, in order of its key."""
    library, gap = edition.library, edition.gap
    return edition.once("the gaps", lambda: gap_figures(library, gap))[by]


def groups(edition: Edition, by: By) -> tuple[Group, ...]:
    """Every group, in order of its name; groups without a name last."""
    return edition.once(f"the gap by {by}", lambda: _groups(edition, by))


def _groups(edition: Edition, by: By) -> tuple[Group, ...]:
    figures = figures_by(edition, by)
    parts = slugs(item.key for item in figures)
    found = [
        _group(item, _name(edition.library, by, item.key), f"{by}-{parts[item.key]}-")
        for item in figures
    ]
    return tuple(sorted(found, key=lambda group: (not group.key, group.name)))


def overall_selections(edition: Edition) -> Overall:
    return edition.once("the gap of all reports", lambda: _overall(edition))


def _overall(edition: Edition) -> Overall:
    (figures,) = figures_by(edition, "all") or (GapFigures("", (), (), (), (), (), (), (), ()),)
    compared = (*figures.above, *figures.level, *figures.below)
    return Overall(
        group=_group(figures, "", ""),
        compared=_selection(
            "compared",
            "Compared",
            "Leadership can be set beside practice",
            "In these reports enough grades are known to say where leadership stands.",
            compared,
        ),
        everything=_selection(
            "all",
            "All",
            "All reports",
            "Every report there is a digest of, whether or not its grades can be compared.",
            tuple(edition.library.digests),
        ),
        steps=tuple(_steps(figures)),
        reasons=tuple(
            (words, _selection(slug, title, title, f"Of these reports {words}.", ids, "reasons"))
            for field, slug, title, words in REASONS
            if (ids := getattr(figures, field))
        ),
        pairs=_pairs(edition, compared),
    )


def _steps(figures: GapFigures) -> Iterator[tuple[int, bool, Selection]]:
    rows = [(steps, True, ids) for steps, ids in figures.steps]
    rows += [(steps, False, ids) for steps, ids in figures.at_least]
    for steps, exact, ids in sorted(rows, key=lambda row: (-row[0], row[1])):
        least = "" if exact else "at least "
        words = f"{least}{steps_words(steps)}"
        title = (
            "Leadership is level with the weakest practice"
            if steps == 0
            else f"Leadership is {words} the weakest practice"
        )
        note = "" if exact else " A practice grade is not known; it could be lower still."
        yield (
            steps,
            exact,
            _selection(
                words.replace(" ", "-") if steps else "level-exactly",
                wording.capital(words),
                title,
                f"The distance between the two grades, in these reports.{note}",
                ids,
                "steps",
            ),
        )


def _pairs(
    edition: Edition, compared: tuple[str, ...]
) -> dict[tuple[str, ...], dict[tuple[str, str], Selection]]:
    found: dict[tuple[str, ...], dict[tuple[str, str], list[str]]] = {}
    for id_ in compared:
        digest = edition.library.digests[id_]
        gap = edition.gap(digest)
        assert gap  # noqa: S101 - they are compared because they have one
        framework = edition.library.frameworks[digest.record.framework]
        scale = tuple(grade.name for grade in framework.record.scale)
        found.setdefault(scale, {}).setdefault((gap.grade, gap.weakest_grade), []).append(id_)
    parts = slugs(f"{lead} and {low}" for pairs in found.values() for lead, low in pairs)
    ordered = sorted(found.items(), key=lambda item: -sum(map(len, item[1].values())))
    return {
        scale: {
            pair: _selection(
                f"pair-{number}-{parts[' and '.join(pair)]}"
                if number > 1
                else f"pair-{parts[' and '.join(pair)]}",
                f"{pair[0]} and {pair[1]}",
                f"Leadership {pair[0]}, weakest practice {pair[1]}",
                "In these reports, these are the grade for leadership and the lowest grade known "
                "of a practice standard.",
                tuple(ids),
                f"pairs-{number}",
            )
            for pair, ids in pairs.items()
        }
        for number, (scale, pairs) in enumerate(ordered, start=1)
    }


def _group(figures: GapFigures, name: str, prefix: str) -> Group:
    ids = {
        "above": figures.above,
        "level": figures.level,
        "below": figures.below,
        "not-compared": figures.not_compared,
    }
    return Group(
        figures.key,
        name,
        {
            stand: _selection(
                f"{prefix}{stand}",
                short,
                f"{title}: {name}" if name else title,
                sentence,
                ids[stand],
                f"stands {prefix}",
            )
            for stand, short, title, sentence in STANDS
        },
    )


def _selection(  # noqa: PLR0913, PLR0917 - the fields of a selection, in their order
    slug: str, name: str, title: str, sentence: str, digests: tuple[str, ...], family: str = ""
) -> Selection:
    return Selection(
        f"{urls.GAP}{slug}/", name, title, sentence, digests, PARENT, f"{urls.GAP} {family or slug}"
    )


def _name(library: Library, by: By, key: str) -> str:
    if not key:
        return UNKNOWN[by]
    if by == "framework":
        return library.frameworks[key].record.title
    return wording.round_words(key) if by == "period" else key
