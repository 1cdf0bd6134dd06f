"""Reports behind a figure: each selection has an address, and the figure leads to it.

A selection may be longer than a page can be: then it runs over several, each of which says which
part it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from inspection_digest.analysis.gap import Gap
from inspection_digest.composing import urls, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import when_words
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.grades import leadership_view, overall_view, plain_grade
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.paging import Leaf, ListPage, leaves
from inspection_digest.reading.library import Digest
from inspection_digest.views.chrome import Link
from inspection_digest.views.reports import Figure, ReportRow, ReportsPage

LONGEST = 400  # rows of a page: under half a megabyte


class Selection(Struct, frozen=True):
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


class _Reports(Struct, frozen=True):
    """`selection`: without its digests, of which each page has some. `siblings`: what each is
    called and its address, itself among them."""

    selection: Selection
    siblings: tuple[tuple[str, str], ...]


def figure(selection: Selection | None, words: str, of: int = 0) -> Figure:
    """A number that leads to its reports. `of`: what its bar is a share of; 0 for no bar."""
    number = len(selection.digests) if selection else 0
    return Figure(
        f"{number:,}",
        words,
        urls.link(selection.address) if selection and number else "",
        f"{100 * number / of:.4g}" if of and number else "",
    )


def reports_pages(
    edition: Edition, selections: Iterable[Selection]
) -> Iterator[ListPage[str, ReportsPage]]:
    """Every page of every selection that is not empty, the newest report first.

    In the order of the first report on each: most reports are in several, and so stand on pages
    that are made one after the other.
    """
    kept = [item for item in selections if item.digests]
    families: dict[str, list[Selection]] = {}
    for item in kept:
        families.setdefault(item.family, []).append(item)
    siblings = {name: _siblings(family) for name, family in families.items()}
    place = {id_: number for number, id_ in enumerate(edition.library.digests)}
    found: list[tuple[Leaf[str], _Reports]] = []
    for item in kept:
        ordered = sorted(item.digests, key=place.__getitem__, reverse=True)
        given = _Reports(replace(item, digests=()), siblings[item.family])
        found += [(leaf, given) for leaf in leaves(item.address, ordered, LONGEST)]
    for leaf, given in sorted(found, key=lambda page: place[page[0].items[0]], reverse=True):
        yield ListPage(leaf, given, partial(_page, edition, leaf, given))


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


def _siblings(family: Iterable[Selection]) -> tuple[tuple[str, str], ...]:
    return tuple((f"{item.name}: {len(item.digests):,}", item.address) for item in family)


def _page(edition: Edition, leaf: Leaf[str], given: _Reports) -> ReportsPage:
    selection, title = given.selection, leaf.title(given.selection.title)
    return ReportsPage(
        chrome=chrome(
            edition,
            leaf.here,
            title,
            selection.sentence,
            files=(("content/digests/", 0),),
            wrong=Wrong("figures", title, leaf.here),
        ),
        parent=Link(selection.parent[0], urls.link(selection.parent[1])),
        title=title,
        sentence=selection.sentence,
        counted=wording.counted(leaf.of, "report")
        if leaf.before is None and leaf.after is None
        else f"Reports {leaf.first:,} to {leaf.last:,} of {leaf.of:,}",
        siblings=tuple(
            Link(words, urls.link(address), address == selection.address)
            for words, address in given.siblings
        )
        if len(given.siblings) > 1
        else (),
        rows=tuple(report_row(edition, edition.library.digests[id_]) for id_ in leaf.items),
        previous=Link("Newer reports", urls.link(leaf.before)) if leaf.before is not None else None,
        next=Link("Older reports", urls.link(leaf.after)) if leaf.after is not None else None,
    )


def report_row(edition: Edition, digest: Digest) -> ReportRow:
    """A report as every list shows it."""
    return edition.once(("row", digest.id), lambda: _report_row(edition, digest))


def _report_row(edition: Edition, digest: Digest) -> ReportRow:
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
