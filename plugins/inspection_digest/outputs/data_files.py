"""`data/grades.csv`, `data/digests.json` and the `datapackage.json` that describes them.

The description follows Frictionless Data Package v1 (specs.frictionlessdata.io): one type a field,
an empty cell where a fact is not known.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from functools import partial

from msgspec.structs import asdict

from inspection_digest.outputs.data_fields import DIGEST_FIELDS, GRADE_FIELDS, Fields
from inspection_digest.outputs.json_text import indented, with_list
from inspection_digest.outputs.long_file import LongFile
from inspection_digest.views.data import DataView, DigestDatum, GradeDatum

GRADES = "data/grades.csv"
DIGESTS = "data/digests.json"
PACKAGE = "data/datapackage.json"

BY_NAME = ("ratings", "spread", "cited", "sources")  # objects in JSON, pairs in the view


def grades_csv(view: DataView) -> LongFile:
    """One row a known grade. RFC 4180, UTF-8, but with line feeds alone."""
    names = GradeDatum.__struct_fields__

    def rows(id_: str) -> str:
        return _csv([_cell(getattr(row, name)) for name in names] for row in view.grades.of(id_))

    pieces = ((id_, partial(rows, id_)) for id_ in view.grades.ids)
    return LongFile(_csv([names]), pieces, "", "", "")


def digests_json(view: DataView) -> LongFile:
    """`{"version", "digests": [...]}`, oldest report first, those withdrawn among them."""
    return with_list({"version": view.version}, "digests", view.digests, _digest)


def _digest(digest: DigestDatum) -> dict[str, object]:
    return {**asdict(digest), **{name: dict(getattr(digest, name)) for name in BY_NAME}}


def datapackage(view: DataView) -> str:
    """What the two files are, for a program that has never seen them."""
    return indented(
        {
            "name": "inspection-digest",
            "title": view.site_name,
            "homepage": view.site_address,
            "version": view.version,
            "licenses": [
                {
                    "name": "CC-BY-4.0",
                    "title": "Creative Commons Attribution 4.0 (our own words; facts are free)",
                    "path": "https://creativecommons.org/licenses/by/4.0/",
                },
                {
                    "name": "OGL-UK-3.0",
                    "title": "Open Government Licence v3.0 (quotations)",
                    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/"
                    "version/3/",
                },
            ],
            "resources": [
                {
                    "name": "grades",
                    "path": "grades.csv",
                    "profile": "tabular-data-resource",
                    "format": "csv",
                    "mediatype": "text/csv",
                    "encoding": "utf-8",
                    "schema": {
                        "fields": list(_described(GRADE_FIELDS)),
                        "primaryKey": ["digest", "standard"],
                    },
                },
                {
                    "name": "digests",
                    "path": "digests.json",
                    "description": "Every digest. Of one whose `status` is `withdrawn` nothing is "
                    "told but when and why; it is in no count and no grade of it is in grades.csv.",
                    "format": "json",
                    "mediatype": "application/json",
                    "encoding": "utf-8",
                    "fields": list(_described(DIGEST_FIELDS)),
                },
            ],
        }
    )


LISTS = {GRADES: grades_csv, DIGESTS: digests_json}


def _described(fields: Fields) -> Iterator[dict[str, str]]:
    for name, (kind, description) in fields.items():
        yield {"name": name, "type": kind, "description": description}


def _csv(rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _cell(value: object) -> object:
    """A cell no spreadsheet runs as a formula; a boolean in the words of the specification."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return "" if value is None else value
