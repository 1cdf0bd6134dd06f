"""What the script of "Check a quote" is given: its shared tables, the list of sources, each text.

No object in them has both a `key` and a `text`: they print no quotation, only sources.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import asdict

from inspection_digest.views.check import (
    CheckedSource,
    Checker,
    ReadingPieces,
    SourceRow,
)

CHECKER = "data/checker.js"
SOURCES = "data/sources.json"


def source_file(source_id: str) -> str:
    return f"data/sources/{source_id}.json"


def checker_js(view: Checker) -> str:
    """A module of constants, in ASCII: unlike JSON, a script can simply import it."""
    constants = {"CLASSES": view.classes, "EVIDENCE": view.evidence, "WORDS": view.words}
    lines = ["// Made when the site is built; see composing/check.py. Not to be edited."]
    for name, value in constants.items():
        lines.append(f"export const {name} = {json.dumps(_plain(value))};")
    return "\n".join(lines) + "\n"


def sources_json(rows: Iterable[SourceRow]) -> Iterator[str]:
    """One list a source, in the order of ids: what repeats is in lists of its own. In pieces."""
    publishers: dict[str, int] = {}
    kinds: dict[str, int] = {}
    sources = [
        _compact(
            [
                row.id,
                row.title,
                publishers.setdefault(row.publisher, len(publishers)),
                kinds.setdefault(row.kind, len(kinds)),
                row.published,
                row.held,
            ]
        )
        for row in rows
    ]
    head = _compact({"publishers": list(publishers), "kinds": list(kinds)})
    yield f'{head[:-1]},"sources":['
    for at, source in enumerate(sources):
        yield f",{source}" if at else source
    yield "]}\n"


def source_json(view: CheckedSource) -> str:
    """A source's pages exactly as held, the ways to read them, the digests that cite it."""
    readings = [_reading(reading) for reading in view.readings]
    return f"{_compact({**asdict(view), 'readings': readings})}\n"


def _reading(reading: ReadingPieces) -> dict[str, object]:
    return {"pieces": reading.pieces, "apart": reading.apart, "set": reading.reset}


def _compact(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _plain(value: object) -> object:
    """Mappings of any kind as dicts."""
    if hasattr(value, "items"):
        return {key: _plain(inner) for key, inner in value.items()}
    return value
