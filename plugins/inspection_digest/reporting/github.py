"""Diagnostics as annotations on a pull request.

The form and its escapes are GitHub's workflow commands: `::error file=,line=,col=,title=::text`.
"""

from __future__ import annotations

from collections.abc import Iterable

from inspection_digest.diagnostics import Diagnostic
from inspection_digest.reporting.text import to_do, visible

MOST_LINES = 8
MOST_CHARACTERS = 800


def as_annotations(diagnostics: Iterable[Diagnostic]) -> str:
    """One line a message; empty when there is nothing to say."""
    return "".join(f"{_annotation(item)}\n" for item in diagnostics)


def _annotation(item: Diagnostic) -> str:
    at = item.position
    parts = [f"file={_property(visible(at.path))}", f"line={max(at.line, 1)}"]
    parts += [f"col={at.column}"] if at.column else []
    parts += [f"title={_property(item.code)}"]
    text = _data(f"{visible(item.message)} {visible(item.hint)}{_cure(item)}")
    return f"::{item.severity} {','.join(parts)}::{text}"


def _cure(item: Diagnostic) -> str:
    """What to paste, below the sentences. An annotation is small: many lines stand in the log."""
    if not item.cure:
        return ""
    said = to_do(item.cure, item.position.line)
    if item.cure.text.count("\n") >= MOST_LINES or len(item.cure.text) > MOST_CHARACTERS:
        return "\nThe lines to write instead are in the check's log."
    text = "\n".join(map(visible, item.cure.text.split("\n")))
    return f"\n{said}\n{text}" if text else f"\n{said}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
