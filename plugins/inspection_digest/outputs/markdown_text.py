"""Text from anybody inside Markdown, so that it stays text.

GitHub's Markdown makes links, mentions and references out of plain words too, after escapes have
been undone: between the characters that would start one stands a word joiner (U+2060), which is
not seen.
"""

from __future__ import annotations

import re

_JOINER = "\u2060"
_MARKS = re.compile(r"([\\`*_\[\]<>&|~$#!{}])")
_STARTS = re.compile(
    r"@(?=\w)|#(?=\d)|\b(?:GH|gh)-(?=\d)|:(?=//|[\w+-]+:)|\bwww(?=\.)", re.IGNORECASE
)
_LINE_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])")


def escaped(text: str) -> str:
    """One line of text: no link, image, element, mention, table or emphasis comes out of it."""
    joined = _STARTS.sub(lambda found: f"{found.group()}{_JOINER}", " ".join(text.split()))
    return _LINE_START.sub(_start, _MARKS.sub(r"\\\1", joined))


def code(text: str) -> str:
    """Text as a code span, whatever backticks it holds (CommonMark 0.31, section 6.1)."""
    line = " ".join(text.split())
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{space}{line}{space}{fence}" if line else ""


def _start(found: re.Match[str]) -> str:
    number, mark, sign = found.groups()
    return f"{number}\\{mark}" if number else f"\\{sign}"
