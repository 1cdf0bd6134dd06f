"""Diagnostics as annotations on a pull request.

The form and its escapes are GitHub's workflow commands: `::error file=,line=,col=,title=::text`.
"""

from __future__ import annotations

from collections.abc import Iterable

from inspection_digest.diagnostics import Diagnostic
from inspection_digest.reporting.text import visible


def as_annotations(diagnostics: Iterable[Diagnostic]) -> str:
    """One line a message; empty when there is nothing to say."""
    return "".join(f"{_annotation(item)}\n" for item in diagnostics)


def _annotation(item: Diagnostic) -> str:
    at = item.position
    parts = [f"file={_property(visible(at.path))}", f"line={max(at.line, 1)}"]
    parts += [f"col={at.column}"] if at.column else []
    parts += [f"title={_property(item.code)}"]
    text = _data(f"{visible(item.message)} {visible(item.hint)}")
    return f"::{item.severity} {','.join(parts)}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
