"""Read the judgements of real reports and compare each with what a person read there.

    .venv/bin/python tests/corpus/grades.py [--reader pdfium] [--cache FOLDER]

The reports are in the folder that INSPECTION_CORPUS names, or in ../shared/corpus; where there is
neither, this says so and ends well. Ends with 1 if a grade differs from judgements.csv.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from inspection_digest.documents.limits import SourceUnreadable
from inspection_digest.documents.sources import read_source
from inspection_digest.documents.text import SourceText
from inspection_digest.drafting.judgements import Judgements, read_judgements
from inspection_digest.drafting.places import same_provider

_ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ROOT))

from tests.corpus.readers import readers  # noqa: E402

_COLUMNS = {
    "overall": "overall",
    "leaders": "leaders",
    "help_protection": "help-and-protection",
    "in_care_and_leavers": "in-care-and-care-leavers",
    "in_care": "in-care",
    "care_leavers": "care-leavers",
    "looked_after": "looked-after",
    "adoption": "adoption",
}
# Where the table is wrong, with what the report prints.
_CORRECTIONS = {
    # In the table on page 1 and in the heading on page 6.
    ("80460-derbyshire/2024-01-12.pdf", "care_leavers"): "good",
}
_OUTCOMES = ("right", "missing", "wrong", "invented")


@dataclass(frozen=True)
class Case:
    """A report, the row of the table about it, and what we read; None where we read nothing."""

    path: Path
    row: dict[str, str]
    found: Judgements | None
    said: str


def main() -> int:
    """Measure and print tables; 0 if every grade is right or there is nothing to measure."""
    options = _options()
    corpus = Path(os.environ.get("INSPECTION_CORPUS", _ROOT.parent / "shared" / "corpus"))
    tables = sorted(corpus.rglob("judgements.csv"))
    if not tables:
        _say(
            f"No judgements.csv in {corpus}: nothing measured. INSPECTION_CORPUS names the folder."
        )
        return 0
    jobs = [
        (table.parent / row["path"], row)
        for table in tables
        for row in csv.DictReader(table.read_text("utf-8").splitlines())
    ]
    work = partial(_read, reader=options.reader, cache=options.cache)
    # Each report is read in a process of its own already.
    with ThreadPoolExecutor(options.processes) as pool:
        cases = list(pool.map(work, *zip(*jobs, strict=True)))
    return _report(cases)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the reading of grades on real reports.")
    parser.add_argument("--reader", default="own", help="own, or another that reads the pages")
    parser.add_argument("--cache", type=Path, help="a folder to keep texts in, outside the project")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


def _read(path: Path, row: dict[str, str], *, reader: str, cache: Path | None) -> Case:
    try:
        source = read_source(path, cache=cache)
        if reader != "own":
            source = SourceText(tuple(readers()[reader](path)), paged=True)
    except SourceUnreadable as unreadable:
        return Case(path, row, None, unreadable.sentence)
    found = read_judgements(source)
    return Case(path, row, found, " ".join(found.notes) if found else "It holds no judgements.")


def _report(cases: Sequence[Case]) -> int:
    _say(f"{len(cases)} files; {sum(case.found is not None for case in cases)} with judgements.\n")
    _say(f"{'':<28}" + "".join(f"{outcome:>10}" for outcome in _OUTCOMES))
    halves = ("councils with an even number", "councils with an odd number")
    for at, half in enumerate(halves):
        _count(half, [case for case in cases if int(case.row["urn"]) % 2 == at])
    for column in _COLUMNS:
        _count(column, cases, (column,))
    total = _count("all", cases)
    _say("")
    for case in cases:
        for line in _differences(case):
            _say(f"{case.row['path']}: {line}")
    return 1 if total["wrong"] or total["invented"] or total["missing"] else 0


def _count(name: str, cases: Iterable[Case], columns: Iterable[str] = _COLUMNS) -> Counter[str]:
    counted = Counter(_outcome(case, column) for case in cases for column in columns)
    _say(f"{name:<28}" + "".join(f"{counted[outcome]:>10,}" for outcome in _OUTCOMES))
    return counted


def _outcome(case: Case, column: str) -> str:
    truth, read = _truth(case, column), _reading(case, column)
    if truth == read:
        return "right" if truth else "neither"
    return "invented" if not truth else "wrong" if read else "missing"


def _truth(case: Case, column: str) -> str:
    path = "/".join(case.path.parts[-2:])
    return _CORRECTIONS.get((path, column), case.row[column])


def _reading(case: Case, column: str) -> str:
    if case.found is None:
        return ""
    standard = _COLUMNS[column]
    grades = {"overall": case.found.overall, **case.found.ratings}
    return (grades.get(standard) or "").lower()


def _differences(case: Case) -> Iterable[str]:
    """What a person should look at, a line each."""
    row, found = case.row, case.found
    if case.said:
        yield case.said
    for column in _COLUMNS:
        if _outcome(case, column) in _OUTCOMES[1:]:
            yield f"{column}: {_reading(case, column) or 'nothing'} for {_truth(case, column)}"
        if _truth(case, column) != row[column]:
            yield f"{column}: the table has {row[column] or 'nothing'}; the report prints another"
    if found is None:
        return
    if row["framework"] not in found.framework:
        yield f"framework: {found.framework} for {row['framework'] or 'none'}"
    if found.provider is None or not same_provider(found.provider, row["provider"]):
        yield f"provider: {found.provider} for {row['provider']}"
    if found.inspected is None:
        yield "inspected: no dates read"
    if found.published and str(found.published) != row["published"]:
        yield f"published: {found.published} in the report, {row['published']} in the folder"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
