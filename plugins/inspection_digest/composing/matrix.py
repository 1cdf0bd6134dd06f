"""All grades: the newest report of each provider, framework by framework, in one table each.

One page while it can hold all of them; beyond that, a page for each framework, and several for a
framework of many providers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from inspection_digest.composing import urls, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import when_words
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.gap import data_links
from inspection_digest.composing.grades import overall_view, plain_grade
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.reading.library import Digest, Framework
from inspection_digest.reading.records import DigestRecord
from inspection_digest.views.chrome import Link
from inspection_digest.views.grades import GradeView
from inspection_digest.views.matrix import (
    GradesPage,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    MatrixTable,
)

MOST_ROWS = 160  # ten standards each: under half a megabyte
TITLE = "Every grade, provider by provider"
STANDFIRST = (
    "The newest report on each provider that we have a digest of, with the grade of every standard "
    "as far as it is known to us."
)
SHORT_ENOUGH = 5
FEW_WORDS = 3


def matrix_pages(edition: Edition) -> Iterator[tuple[str, GradesPage]]:
    """`grades/`, and `grades/<framework>/` where one page cannot hold all."""
    newest = _newest(edition)
    alone = sum(map(len, newest.values())) <= MOST_ROWS
    tables = [
        _table(edition, edition.library.frameworks[id_], digests if alone else (), len(digests))
        for id_, digests in newest.items()
    ]
    yield urls.GRADES, _page(edition, urls.GRADES, TITLE, tuple(tables))
    if not alone:
        for id_, digests in newest.items():
            yield from _framework_pages(edition, edition.library.frameworks[id_], digests)


def shorts(words: Iterable[str]) -> dict[str, str]:
    """A short form for each grade: a short word whole, a long one cut, several by their letters.

    Where two would be the same, both are written out.
    """
    found = {word: _short(word) for word in words}
    forms = list(found.values())
    return {word: word if forms.count(form) > 1 else form for word, form in found.items()}


def _short(word: str) -> str:
    parts = word.split()
    if len(parts) > 1:
        letters = parts if len(parts) <= FEW_WORDS else parts[:2]
        return "".join(part[0].upper() for part in letters)
    return word if len(word) <= SHORT_ENOUGH else f"{word[:4].rstrip('aeiou') or word[:4]}."


def _newest(edition: Edition) -> dict[str, list[Digest]]:
    """By framework: the newest report of each provider, A to Z. The latest framework stands first
    among those of its inspectorate."""
    found: dict[str, list[Digest]] = {}
    for digests in edition.library.by_provider.values():
        found.setdefault(digests[-1].record.framework, []).append(digests[-1])
    frameworks = edition.library.frameworks
    providers = edition.library.providers
    by_title = sorted(found, key=lambda id_: frameworks[id_].record.title)
    newest_first = sorted(by_title, key=lambda id_: str(frameworks[id_].record.from_), reverse=True)
    order = sorted(newest_first, key=lambda id_: frameworks[id_].record.inspectorate)
    return {
        id_: sorted(found[id_], key=lambda item: (providers[item.provider].record.name, item.id))
        for id_ in order
    }


def _framework_pages(
    edition: Edition, framework: Framework, digests: list[Digest]
) -> Iterator[tuple[str, GradesPage]]:
    first = f"{urls.GRADES}{framework.id}/"
    parts = [digests[at : at + MOST_ROWS] for at in range(0, len(digests), MOST_ROWS)]
    places = [first, *(f"{first}{number}/" for number in range(2, len(parts) + 1))]
    for number, (here, part) in enumerate(zip(places, parts, strict=True)):
        table = _table(edition, framework, part, len(digests))
        title = framework.record.title + (f", page {number + 1}" if number else "")
        page = _page(edition, here, title, (table,))
        yield (
            here,
            replace(
                page,
                parent=Link("All grades", urls.link(urls.GRADES)),
                previous=Link("Providers before these", urls.link(places[number - 1]))
                if number
                else None,
                next=Link("Providers after these", urls.link(places[number + 1]))
                if number + 1 < len(parts)
                else None,
            ),
        )


def _page(edition: Edition, here: str, title: str, tables: tuple[MatrixTable, ...]) -> GradesPage:
    grades = {cell.grade.word: cell for table in tables for row in table.rows for cell in row.cells}
    known = sorted(
        (cell for cell in grades.values() if cell.grade.known),
        key=lambda cell: (-cell.grade.filled, cell.grade.word),
    )
    overall = {row.cells[0].grade.word for table in tables for row in table.rows if row.cells}
    return GradesPage(
        chrome=chrome(
            edition,
            here,
            "All grades" if here == urls.GRADES else title,
            STANDFIRST,
            files=(("content/digests/", 0), ("theme/templates/grades.html", 0)),
            wrong=Wrong("figures", title, here),
        ),
        title=title,
        standfirst=STANDFIRST,
        key=tuple(
            (cell.short, _bare(cell.grade)) for cell in known if cell.short != cell.grade.word
        ),
        grades=tuple(cell.grade.word for cell in known if cell.grade.word in overall),
        tables=tables,
        indexes=(
            Link("All providers", urls.link(urls.PROVIDERS)),
            Link("All digests", urls.link(urls.DIGESTS)),
            Link("All frameworks", urls.link(urls.FRAMEWORKS)),
        ),
        data=data_links(),
    )


def _table(
    edition: Edition, framework: Framework, digests: Iterable[Digest], of: int
) -> MatrixTable:
    """`digests` empty: the table is on a page of its own, and this one leads to it."""
    record = framework.record
    short = shorts([*(grade.name for grade in record.scale), *record.not_graded])
    standards = tuple(
        MatrixColumn(wording.printed_number(id_), item.name, lead=item.role == "leadership")
        for id_, item in record.standards.items()
    )
    columns = (MatrixColumn("", "Overall"), *standards) if record.overall.given else standards
    rows = tuple(_row(edition, framework, digest, short) for digest in digests)
    return MatrixTable(
        anchor=framework.id,
        title=Link(record.title, urls.link(urls.framework(framework.id))),
        inspectorate=record.inspectorate,
        counted=wording.counted(of, "provider")
        if len(rows) in (0, of)
        else f"{len(rows):,} of {wording.counted(of, 'provider')}",
        columns=columns,
        rows=rows,
        more=None if rows else Link(f"See all {of:,}", urls.link(f"{urls.GRADES}{framework.id}/")),
    )


def _row(
    edition: Edition, framework: Framework, digest: Digest, short: dict[str, str]
) -> MatrixRow:
    record, gap = digest.record, edition.gap(digest)
    standards = framework.record.standards
    cells = []
    if framework.record.overall.given:
        overall = _bare(overall_view(edition, digest))
        cells.append(MatrixCell(overall, short.get(overall.word, "–"), "Overall"))
    for id_, standard in standards.items():
        word = record.ratings.get(id_, "")
        grade = plain_grade(framework, word) if word else GradeView("not known", 0, 0, known=False)
        cells.append(MatrixCell(grade, short.get(word, "–"), standard.name))
    return MatrixRow(
        provider=Link(
            edition.library.providers[digest.provider].record.name,
            urls.link(urls.provider(digest.provider)),
        ),
        report=Link(when_words(digest), urls.link(urls.digest(digest.id))),
        day=digest.sort_key[0],
        gap=str(gap.steps) if gap and gap.stand else "",
        cells=tuple(cells),
        missing=_missing(framework, record),
    )


def _missing(framework: Framework, record: DigestRecord) -> str:
    """Which grades are not known, in words: for a card, which leaves them out."""
    standards = framework.record.standards
    names = [item.name for id_, item in standards.items() if id_ not in record.ratings]
    said = []
    if framework.record.overall.given and not record.overall:
        said.append("The overall grade is not known to us yet.")
    if names and len(names) == len(standards):
        said.append("No standard is known to us yet.")
    elif names:
        said.append(f"Not known to us yet: {wording.in_a_row(names)}.")
    return " ".join(said)


def _bare(grade: GradeView) -> GradeView:
    return replace(grade, cited=None)
