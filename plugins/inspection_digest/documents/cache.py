"""Texts already extracted, kept in a folder under the sum of the bytes they came from.

The name also depends on what made the text, so a new pdfminer.six or a change of ours reads
afresh; a damaged entry counts as absent and is written anew (`keeping`).
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path

from inspection_digest import keeping
from inspection_digest.documents.text import SourceText

# Raised with every change of ours that can change the text read from the same bytes.
EXTRACTOR = 2


def lookup(folder: Path, data: bytes, kind: str) -> SourceText | None:
    """The text kept for these bytes, read as this kind of document; None if there is none."""
    body = keeping.lookup(_path(folder, data, kind))
    if body is None:
        return None
    held = json.loads(body)
    return SourceText(tuple(held["pages"]), paged=held["paged"], damaged=frozenset(held["damaged"]))


def keep(folder: Path, data: bytes, kind: str, text: SourceText) -> None:
    """Keep a text for these bytes."""
    held = {"pages": text.pages, "paged": text.paged, "damaged": sorted(text.damaged)}
    keeping.keep(_path(folder, data, kind), json.dumps(held, ensure_ascii=False).encode())


def _path(folder: Path, data: bytes, kind: str) -> Path:
    sum_ = hashlib.sha256(data).hexdigest()
    return folder / sum_[:2] / f"{sum_}-{kind}-{_extractor(kind)}.json"


@cache
def _extractor(kind: str) -> str:
    """What a text depends on beside the bytes."""
    return f"{EXTRACTOR}-{version('pdfminer.six')}" if kind == "pdf" else str(EXTRACTOR)
