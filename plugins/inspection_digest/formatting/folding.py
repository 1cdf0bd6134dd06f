"""Long text as YAML's folded block (`>-`), where that says exactly the same words."""

from __future__ import annotations

import re

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.yaml_text import read_yaml

# One space between two words: a folded text may end its line there, and nowhere else.
BETWEEN_WORDS = re.compile(r"(?<=[^ \t]) (?=[^ \t])")


def folded(value: str, indent: int, width: int) -> list[str] | None:
    """The lines of a folded block whose text stands at column `indent`; None if it cannot be one.

    A line is broken at a single space only, so never at a hyphen and never inside a word, however
    long it is.
    """
    body = value.removesuffix("\n")
    header = ">-" if body == value else ">"
    lines = [header]
    for part in re.sub(r"\n+", lambda breaks: breaks.group() + "\n", body).split("\n"):
        lines += [" " * indent + line for line in _wrapped(part, width - indent)] or [""]
    return lines if _says(lines, value) else None


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in BETWEEN_WORDS.split(text) if text else []:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _says(lines: list[str], value: str) -> bool:
    """Whether our own reader finds exactly this text in the block."""
    diagnostics = Diagnostics()
    written = "\n".join(line and f" {line}" for line in lines)
    document = read_yaml(f"text:{written}\n", "", diagnostics)
    return document is not None and not len(diagnostics) and document.value == {"text": value}
