"""A contributor's file, tidied: same values, same comments, or not at all."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.formatting.layout import LayoutUnknownError, comments, read_layout
from inspection_digest.formatting.writing import write_layout
from inspection_digest.reading.modelines import START, kind_of, modeline
from inspection_digest.reading.yaml_text import Value, read_yaml


class Formatted(Struct, frozen=True):
    """`text` is the tidied file; None if it is left alone, and then `reason` says why."""

    text: str | None
    reason: str = ""


def formatted(text: str, path: str, diagnostics: Diagnostics) -> Formatted:
    """The file at `path` (relative to the project) as the house writes it.

    A file that cannot be read is left alone, with its mistakes among the diagnostics. What is
    written is read again: unless it holds the same values and the same comments, it is thrown away.
    """
    kind = kind_of(path)
    if kind is None:
        return Formatted(None, "it is not a file that holds a record")
    found = Diagnostics()
    before = read_yaml(text, path, found)
    diagnostics.extend(found)
    if before is None or not before.value or len(found):
        return Formatted(None, "it cannot be read")
    source = text.removeprefix("\ufeff")
    try:
        lines = write_layout(read_layout(source), kind)
    except LayoutUnknownError as unknown:
        return Formatted(None, str(unknown))
    kept = [line for line in lines if not line.startswith(START)]
    while kept and not kept[0]:
        kept.pop(0)
    written = "\n".join([modeline(path), *kept]) + "\n"
    if not _same(source, written, before.value, path):
        return Formatted(None, "tidying it would have changed a word or a comment of it")
    return Formatted(written)


def _same(source: str, written: str, values: dict[str, Value], path: str) -> bool:
    found = Diagnostics()
    after = read_yaml(written, path, found)
    return (
        after is not None
        and not len(found)
        and after.value == values
        and _comments(source) == _comments(written)
    )


def _comments(text: str) -> Counter[str]:
    """Every comment and how often, but for modelines, which are ours to write."""
    return Counter(comment for comment in comments(text) if not comment.startswith(START))
