"""Texts already extracted, kept in a folder under the sum of the bytes they came from.

An entry is one file: a line with the SHA-256 sum of the rest, then the text as JSON. An entry that
was cut off or changed no longer fits its sum; it counts as absent and is written anew. The name
also depends on what made the text, so a new pdfminer.six or a change of ours reads afresh.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from inspection_digest.documents.text import SourceText

# Raised with every change of ours that can change the text read from the same bytes.
EXTRACTOR = 1


def lookup(folder: Path, data: bytes, kind: str) -> SourceText | None:
    """The text kept for these bytes, read as this kind of document; None if there is none."""
    try:
        entry = _path(folder, data, kind).read_bytes()
    except OSError:
        return None
    told, _, body = entry.partition(b"\n")
    if hashlib.sha256(body).hexdigest().encode() != told:
        return None
    held = json.loads(body)
    return SourceText(tuple(held["pages"]), paged=held["paged"], damaged=frozenset(held["damaged"]))


def keep(folder: Path, data: bytes, kind: str, text: SourceText) -> None:
    """Keep a text. Written aside and renamed, so that nobody ever reads half an entry.

    A folder that cannot be written to keeps nothing; that costs time and is no error.
    """
    held = {"pages": text.pages, "paged": text.paged, "damaged": sorted(text.damaged)}
    body = json.dumps(held, ensure_ascii=False).encode()
    path = _path(folder, data, kind)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            Path(aside).replace(path)
        except OSError:
            Path(aside).unlink()


def _path(folder: Path, data: bytes, kind: str) -> Path:
    sum_ = hashlib.sha256(data).hexdigest()
    return folder / sum_[:2] / f"{sum_}-{kind}-{_extractor(kind)}.json"


@cache
def _extractor(kind: str) -> str:
    """What a text depends on beside the bytes."""
    return f"{EXTRACTOR}-{version('pdfminer.six')}" if kind == "pdf" else str(EXTRACTOR)
