"""Reports behind a figure: each selection has an address, and the figure leads to it.

A selection may be longer than a page can be: then it runs over several, each of which says which
part it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from inspection_digest.analysis.gap import Gap
from inspection_digest.composing import urls, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import when_words
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.grades import leadership_view, overall_view, plain_grade
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.reading.library import Digest
from inspection_digest.views.chrome import Link
from inspection_digest.views.reports import Figure, ReportRow, ReportsPage

LONGEST = 400  # rows of a page: under half a megabyte


@dataclass(frozen=True, slots=True)
class Selection:
    """Some reports and what they have in common. `parent` is (label, address).

    `name` is what a row of links beside its siblings calls it; `family` keeps siblings together.
    """

    address: str
    name: str
    title: str
    sentence: str
    digests: tuple[str, ...]
    parent: tuple[str, str]
    family: str


def figure(selection: Selection | None, words: str, of: int = 0) -> Figure:
    """A number that leads to its reports. `of`: what its bar is a share of; 0 for no bar."""
    number = len(selection.digests) if selection else 0
    return Figure(
        f"{number:,}",
        words,
        urls.link(selection.address) if selection and number else "",
        f"{100 * number / of:.4g}" if of and number else "",
    )


def report_pages(
    edition: Edition, selections: Iterable[Selection]
) -> Iterator[tuple[str, ReportsPage]]:
    """Every page of every selection that is not empty."""
    kept = [item for item in selections if item.digests]
    families: dict[str, list[Selection]] = {}
    for item in kept:
        families.setdefault(item.family, []).append(item)
    rows: dict[str, ReportRow] = {}
    for item in kept:
        for id_ in item.digests:
            if id_ not in rows:
                rows[id_] = report_row(edition, edition.library.digests[id_])
        yield from _pages(edition, item, families[item.family], rows)


def slugs(names: Iterable[str]) -> dict[str, str]:
    """A part of an address for each name, none twice. An empty name is `not-known`."""
    taken: dict[str, str] = {}
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        plain = re.sub(r"[^a-z0-9.]+", "-", name.lower().replace("’", "")).strip("-.")[:60]
        slug = plain.strip("-.") or "not-known"
        number = 2
        while slug in taken:
            slug, number = f"{plain}-{number}", number + 1
        taken[slug] = name
        found[name] = slug
    return found


def gap_words(gap: Gap) -> str:
    """`two grades above`, `at least one grade above`, `level`."""
    if gap.steps == 0 and gap.exact:
        return "level"
    if not gap.exact and gap.steps <= 0:
        return "not certain"
    least = "" if gap.exact else "at least "
    return f"{least}{steps_words(gap.steps)}"


def steps_words(steps: int) -> str:
    """`two grades above`, `one grade below`, `level`."""
    if steps == 0:
        return "level"
    number = wording.number_word(abs(steps))
    return f"{number} grade{'' if abs(steps) == 1 else 's'} {'above' if steps > 0 else 'below'}"


def _pages(
    edition: Edition,
    selection: Selection,
    family: list[Selection],
    rows: Mapping[str, ReportRow],
) -> Iterator[tuple[str, ReportsPage]]:
    ordered = sorted(
        (edition.library.digests[id_] for id_ in selection.digests),
        key=lambda digest: digest.sort_key,
        reverse=True,
    )
    parts = [ordered[at : at + LONGEST] for at in range(0, len(ordered), LONGEST)]
    places = [selection.address, *(f"{selection.address}{n}/" for n in range(2, len(parts) + 1))]
    for number, (here, part) in enumerate(zip(places, parts, strict=True)):
        first = number * LONGEST + 1
        title = selection.title + (f", page {number + 1}" if number else "")
        yield (
            here,
            ReportsPage(
                chrome=chrome(
                    edition,
                    here,
                    title,
                    selection.sentence,
                    files=(("content/digests/", 0),),
                    wrong=Wrong("figures", title, here),
                ),
                parent=Link(selection.parent[0], urls.link(selection.parent[1])),
                title=title,
                sentence=selection.sentence,
                counted=wording.counted(len(ordered), "report")
                if len(parts) == 1
                else f"Reports {first:,} to {first + len(part) - 1:,} of {len(ordered):,}",
                siblings=tuple(
                    Link(
                        f"{item.name}: {len(item.digests):,}",
                        urls.link(item.address),
                        item == selection,
                    )
                    for item in family
                )
                if len(family) > 1
                else (),
                rows=tuple(rows[digest.id] for digest in part),
                previous=Link("Newer reports", urls.link(places[number - 1])) if number else None,
                next=Link("Older reports", urls.link(places[number + 1]))
                if number + 1 < len(parts)
                else None,
            ),
        )


def report_row(edition: Edition, digest: Digest) -> ReportRow:
    """A report as every list shows it."""
    gap = edition.gap(digest)
    framework = edition.library.frameworks[digest.record.framework]
    lead = leadership_view(edition, digest)
    names = [framework.record.standards[number].name for number in gap.weakest] if gap else []
    return ReportRow(
        href=urls.link(urls.digest(digest.id)),
        provider=edition.library.providers[digest.provider].record.name,
        when=when_words(digest),
        overall=replace(overall_view(edition, digest), cited=None),
        lead=replace(lead, cited=None) if lead else None,
        weakest=plain_grade(framework, gap.weakest_grade) if gap else None,
        weakest_names=wording.in_a_row(names) if names else "",
        gap=gap_words(gap) if gap else "",
    )
