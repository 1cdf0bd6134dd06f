"""The page on the gap, and the strip on the front page that leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from inspection_digest.analysis.gaps_table import By
from inspection_digest.composing import urls, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.flow import NARROW, WIDE, flow
from inspection_digest.composing.gap_selections import (
    GROUPINGS,
    Group,
    Overall,
    figures_by,
    groups,
    overall_selections,
)
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.selections import Selection, figure, steps_words
from inspection_digest.views.chrome import Link
from inspection_digest.views.gap import (
    GapGroup,
    GapPage,
    GapPicture,
    GapStrip,
    GapTable,
    PairRow,
    Reason,
    StepRow,
)
from inspection_digest.views.grades import GradeView

DESCRIPTION = (
    "How often inspectors grade leadership above the weakest of the work it leads, by how much, "
    "and in which reports."
)
COMPARED = ("above", "level", "below")
TABLES: Mapping[By, tuple[str, str]] = {
    "inspectorate": ("Whoever inspects", "Inspectorate"),
    "framework": ("By framework: one scale and one set of standards at a time", "Framework"),
    "period": ("By round, or by the year of the report", "Round or year"),
    "owner": ("By who ran the service when it was inspected", "Run by"),
}
SIDES = {"wide": ("Leadership", "The weakest practice"), "narrow": ("Leadership", "Practice")}


def gap_page(edition: Edition) -> GapPage:
    overall = overall_selections(edition)
    title = finding(overall)
    return GapPage(
        chrome=chrome(
            edition,
            urls.GAP,
            "The gap",
            DESCRIPTION,
            kind="article",
            files=(("content/digests/", 0), ("theme/templates/gap.html", 0)),
            wrong=Wrong("figures", "the page on the gap", urls.GAP),
        ),
        title=title,
        standfirst=(
            "Inspectors grade the people in charge and the work done with people apart, on the "
            "same scale. The gap is the distance, in grades, from leadership down to the weakest "
            "of the practice standards."
        ),
        compared=figure(overall.compared, "reports can be compared"),
        of=figure(overall.everything, "reports in all"),
        pictures=tuple(_pictures(overall)),
        steps=tuple(_steps(overall)),
        tables=tuple(_table(edition, by) for by in GROUPINGS),
        reasons=tuple(
            Reason(figure(selection, "reports"), words) for words, selection in overall.reasons
        ),
        data=data_links(),
        frameworks=Link("Frameworks", urls.link(urls.FRAMEWORKS)),
        method=Link("How grades are read, and where each is from", urls.link(urls.prose("method"))),
    )


def _steps(overall: Overall) -> Iterator[StepRow]:
    """Every distance that occurs, the widest first; that none is below is said too."""
    compared = overall.group.compared
    for steps, exact, selection in overall.steps:
        yield StepRow(
            wording.capital(("" if exact else "at least ") + steps_words(steps)),
            "falls" if steps > 0 else "level" if steps == 0 else "rises",
            figure(selection, "reports", compared),
        )
    if compared and not overall.group.selections["below"].digests:
        yield StepRow("Below", "rises", figure(None, "reports"))


def gap_strip(edition: Edition) -> GapStrip | None:
    """None where no report can be compared."""
    found = figures_by(edition, "inspectorate")
    by = {item.key: sum(len(getattr(item, stand)) for stand in COMPARED) for item in found}
    compared = sum(by.values())
    if not compared:
        return None
    above, below = sum(len(item.above) for item in found), sum(len(item.below) for item in found)
    most = sorted((key for key, number in by.items() if number), key=lambda key: (-by[key], key))
    each = wording.in_a_row([f"{by[key]:,} by {key}" for key in most])
    whose = f" ({each})" if len(most) > 1 else ""
    return GapStrip(
        f"{above:,}",
        f"of {compared:,}",
        f"reports in which both can be compared{whose} grade leadership above the weakest of the "
        f"work it leads. {_below(below)} below.",
        Link("See the gap", urls.link(urls.GAP)),
    )


def finding(overall: Overall) -> str:
    """The page's heading: what the figures say, as a sentence."""
    above = len(overall.group.selections["above"].digests)
    below = len(overall.group.selections["below"].digests)
    compared = overall.group.compared
    if not compared:
        return "No report can be compared yet"
    under = "in none" if below == 0 else f"in {below:,}"
    return (
        f"In {above:,} of {compared:,} reports leadership is graded above the weakest of the "
        f"work, and {under} below it"
    )


def data_links() -> tuple[Link, ...]:
    """The data behind the pages that show grades."""
    return (
        Link("All grades, CSV", urls.link("data/grades.csv")),
        Link("All digests, JSON", urls.link("data/digests.json")),
        Link("What each field means", urls.link("data/datapackage.json")),
    )


def _below(number: int) -> str:
    if number == 0:
        return "None grades it"
    return f"{number:,} grade{'s' if number == 1 else ''} it"


def _pictures(overall: Overall) -> Iterator[GapPicture]:
    least = {id_ for _, exact, item in overall.steps if not exact for id_ in item.digests}
    for scale, pairs in overall.pairs.items():
        grades = tuple(reversed(scale))
        counts = {pair: len(item.digests) for pair, item in pairs.items()}
        yield GapPicture(
            title="From the grade for leadership to the weakest grade for practice",
            described=_described(counts, grades),
            flows=tuple(flow(counts, grades, shape, SIDES[shape.name]) for shape in (WIDE, NARROW)),
            rows=tuple(_pair_rows(scale, pairs)),
            note="Where a practice grade is not known to us, the lowest one known is taken: the "
            "distance can only be wider."
            if any(least.intersection(item.digests) for item in pairs.values())
            else "",
        )


def _described(counts: Mapping[tuple[str, str], int], grades: tuple[str, ...]) -> str:
    parts = [
        f"{counts[a, b]:,} from {a} to {b}" for a in grades for b in grades if (a, b) in counts
    ]
    return (
        f"{wording.counted(sum(counts.values()), 'report')}, as bands from the grade for "
        f"leadership to the weakest practice grade: {wording.in_a_row(parts)}."
    )


def _pair_rows(
    scale: tuple[str, ...], pairs: Mapping[tuple[str, str], Selection]
) -> Iterator[PairRow]:
    """The best grade for leadership first, then the widest gap."""
    most = max(len(item.digests) for item in pairs.values())
    step = {grade: place for place, grade in enumerate(scale)}
    for lead, low in sorted(pairs, key=lambda pair: (-step[pair[0]], step[pair[1]])):
        steps = step[lead] - step[low]
        yield PairRow(
            lead=_grade(lead, scale),
            weakest=_grade(low, scale),
            kind="falls" if steps > 0 else "rises" if steps < 0 else "level",
            distance=steps_words(steps),
            figure=figure(pairs[lead, low], f"reports, {lead} and {low}", most),
        )


def _grade(word: str, scale: tuple[str, ...]) -> GradeView:
    return GradeView(word, scale.index(word), len(scale) - 1, known=True)


def _table(edition: Edition, by: By) -> GapTable:
    title, column = TABLES[by]
    found = groups(edition, by)
    most = max((len(g.selections[stand].digests) for g in found for stand in COMPARED), default=0)
    return GapTable(
        anchor=f"by-{by}",
        title=title,
        column=column,
        groups=tuple(_gap_group(group, by, most) for group in found if group.compared),
        silent=tuple(
            (group.name, figure(group.selections["not-compared"], f"reports: {group.name}"))
            for group in found
            if not group.compared
        ),
    )


def _gap_group(group: Group, by: By, most: int) -> GapGroup:
    """All bars of a table have one measure, so that few reports look like few."""
    above, level, below = (
        figure(group.selections[stand], f"{group.name}: {stand}", most) for stand in COMPARED
    )
    return GapGroup(
        group.name,
        urls.link(urls.framework(group.key)) if by == "framework" else "",
        above,
        level,
        below,
        figure(group.selections["not-compared"], f"{group.name}: not compared"),
    )
