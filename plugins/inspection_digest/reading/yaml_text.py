"""YAML text to plain text values with the position of each: the way in from a file.

Every scalar stays the text that was typed (`no`, `012`, `1.10`, `12:30`): the record decides what
it is. Nearly every file is plain (`yaml_plain`); whatever is not, or is wrong, is for `yaml_any`.
"""

from __future__ import annotations

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.merging import note_if_merging
from inspection_digest.reading.yaml_document import Document, Loc, Shape, Value
from inspection_digest.reading.yaml_limits import limits_of
from inspection_digest.reading.yaml_plain import read_plain

__all__ = ["Document", "Loc", "Shape", "Value", "read_yaml"]


def read_yaml(
    text: str, path: str, diagnostics: Diagnostics, shape: Shape | None = None
) -> Document | None:
    """The file's values, or None with the reason among the diagnostics.

    Give the `shape` of the record where a person is to be told what to write instead.
    """
    text = text.removeprefix("\ufeff")
    if note_if_merging(text, path, diagnostics):
        return None
    plain = read_plain(text, limits_of(path))
    if plain is not None:
        return Document(path, plain.value, text, plain.marks)
    # It imports a library that a plain file does not need.
    from inspection_digest.reading.yaml_any import read_any  # noqa: PLC0415

    return read_any(text, path, diagnostics, shape)
