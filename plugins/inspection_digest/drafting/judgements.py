"""The judgements in a report on a council's children's services, read from its text alone.

The table on the first page is one reading; the headings inside are another. Where a report gives
two grades to one thing, neither is taken: a wrong grade is worse than a missing one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct

from inspection_digest.documents.text import SourceText
from inspection_digest.drafting import cover
from inspection_digest.drafting.cells import Row
from inspection_digest.drafting.grades import NOT_JUDGED
from inspection_digest.drafting.labels import ILACS, ILACS_SPLIT, OVERALL, SIF, STANDARDS
from inspection_digest.drafting.places import place_name
from inspection_digest.drafting.rows import rows
from inspection_digest.drafting.spans import Span, read_day, read_span
from inspection_digest.reading.dates import PartialDate

_COVER_PAGES = 4
"""The table stands on the first page; a letter or a cover may come before it."""

_DISTINCT = {
    SIF: frozenset({"looked-after", "adoption", "leaders"}),
    ILACS: frozenset({"in-care-and-care-leavers", "in-care", "leaders"}),
}
"""What only one form of report names so."""


class Judgements(Struct, frozen=True):
    """What a report states; None where it does not.

    `provider`: the name of the place alone. `ratings`: every standard of the framework, in its
    order. `notes`: what could not be settled, a sentence each.
    """

    framework: str
    provider: str | None
    inspected: Span | None
    published: PartialDate | None
    overall: str | None
    ratings: Mapping[str, str | None]
    notes: tuple[str, ...] = ()


def read_judgements(source: SourceText) -> Judgements | None:
    """The judgements of a rated inspection; None where the text holds none that we can read."""
    front = _front_page(source)
    if front is None:
        return None
    number, form = front
    table = rows(source.pages[number], form, cover=True)
    inside = [
        row
        for page in source.pages[number + 1 :]
        for row in rows(page, form, cover=False)
        if row.sure and row.standard != OVERALL
    ]
    if not all(row.sure for row in table) and not _borne_out(table, inside):
        table = tuple(row for row in table if row.sure)
    overall = [row.grade for row in table if row.standard == OVERALL]
    if form == SIF:
        overall += _overall_in_words(source, number)
    framework = _framework(form, table) or _framework(form, inside) or form
    found = [*table, *inside]
    return _settled(source, number, framework, found, overall) if found or overall else None


def _front_page(source: SourceText) -> tuple[int, str] | None:
    """The page with the table of judgements (from 0) and the form of the report."""
    for number, page in enumerate(source.pages[:_COVER_PAGES]):
        if cover.no_rated_inspection(page):
            continue
        for form in (SIF, ILACS):
            found = {row.standard for row in rows(page, form, cover=True)}
            if len(found - {OVERALL}) >= 2 and found & _DISTINCT[form]:
                return number, form
    return None


def _borne_out(table: Iterable[Row], inside: Iterable[Row]) -> bool:
    """Whether the headings inside say the same as the table, of two standards at the least."""
    headings = {(row.standard, row.grade) for row in inside}
    named = {standard for standard, _ in headings}
    common = [row for row in table if row.standard in named]
    return len(common) >= 2 and all((row.standard, row.grade) in headings for row in common)


def _framework(form: str, found: Iterable[Row]) -> str | None:
    """The framework, where these rows tell; care leavers have a grade of their own since 2023."""
    named = {row.standard for row in found}
    if form == ILACS and named & {"in-care", "care-leavers"}:
        return ILACS_SPLIT
    return form if named & _DISTINCT[form] - {"leaders"} else None


def _overall_in_words(source: SourceText, number: int) -> list[str]:
    """The overall grade as sentences give it on the first page and in the summary after it."""
    return [
        grade
        for page in source.pages[number : number + 3]
        for grade in cover.overall_sentences(page)
    ]


def _settled(
    source: SourceText, number: int, framework: str, found: Iterable[Row], overall: list[str]
) -> Judgements:
    readings: dict[str, list[str]] = {}
    for row in found:
        readings.setdefault(row.standard, []).append(row.grade)
    notes: list[str] = []
    ratings = {
        standard: _one(readings.get(standard, []), standard, notes)
        for standard in STANDARDS[framework]
    }
    first = source.pages[: number + 1]
    printed = _first(cover.printed_provider, first)
    dates = _first(cover.inspection_dates, first)
    published = _first(cover.publication_date, first)
    return Judgements(
        framework=framework,
        provider=place_name(printed) if printed else None,
        inspected=read_span(dates) if dates else None,
        published=read_day(published) if published else None,
        overall=_one(overall, OVERALL, notes),
        ratings=MappingProxyType(ratings),
        notes=tuple(notes),
    )


def _first(read: Callable[[str], str | None], pages: Iterable[str]) -> str | None:
    """What the first of the pages states that states it at all."""
    return next(filter(None, map(read, pages)), None)


def _one(grades: list[str], what: str, notes: list[str]) -> str | None:
    different = sorted(set(grades))
    if len(different) > 1:
        named = " and ".join(grade or "not judged" for grade in different)
        notes.append(f"The report gives {what} in two ways, {named}: neither is taken.")
        return None
    return different[0] if different and different[0] != NOT_JUDGED else None
