"""Diagnostics as text for a terminal: place, code, what, the line with a caret, what to do.

Where the right text is known it follows, as it is to stand in the file, to its first space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from inspection_digest.diagnostics import Cure, Diagnostic

WIDTH = 100
MORE = (
    "More about a code: `python3 tasks.py explain CODE`, or the site’s page “What the check says”."
)
_ONLY_SAYS_WHAT = re.compile(r"Write `[^`]*`\.")  # the line to write follows anyway
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """All messages, a blank line between them, then how many, and how to learn more of one."""
    items = list(diagnostics)
    if not items:
        return ""
    return "\n".join([*(_message(item) for item in items), _count(items), MORE, ""])


def _message(item: Diagnostic) -> str:
    at = item.position
    path = visible(at.path)
    place = path if not at.line else f"{path}:{at.line}:{at.column or 1}"
    lines = [f"{place}: {item.severity} [{item.code}]", f"  {visible(item.message)}"]
    if at.source_line.strip():
        shown, caret = _around(at.source_line, max(at.column, 1))
        lines += [f"    | {shown}", f"    | {' ' * caret}^"]
    if not (item.cure and item.cure.text and _ONLY_SAYS_WHAT.fullmatch(item.hint)):
        lines.append(f"  {visible(item.hint)}")
    if item.cure:
        lines += [f"  {to_do(item.cure, at.line)}"]
        lines += ["", *map(visible, item.cure.text.split("\n"))] if item.cure.text else []
    return "\n".join([*lines, ""])


def to_do(cure: Cure, line: int) -> str:
    """The sentence before what is to be pasted, for a message about `line`."""
    first, last = cure.first, cure.last
    these = "this line" if first == last == line else _lines(first, last)
    if not cure.text:
        return f"Remove {these}."
    several = "these lines" if "\n" in cure.text else "this line"
    return f"Write {several} instead{'' if these == 'this line' else f' of {these}'}:"


def _lines(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first} to {last}"


def visible(text: str) -> str:
    """The text with every control and bidirectional character spelt out: a terminal obeys them."""
    return "".join(_spelt(char) if unicodedata.category(char) in UNSEEN else char for char in text)


def _spelt(char: str) -> str:
    return " " if char in "\t\n" else f"<U+{ord(char):04X}>"


def _around(line: str, column: int) -> tuple[str, int]:
    """The line, cut to what fits around the column, and how far the caret stands from its left."""
    start = max(0, column - 1 - WIDTH // 2) if len(line) > WIDTH else 0
    cut = line[start : start + WIDTH]
    before = visible(cut[: column - 1 - start])
    lead = "…" if start else ""
    tail = "…" if len(line) > start + WIDTH else ""
    return f"{lead}{visible(cut)}{tail}", len(lead) + _columns(before)


def _columns(text: str) -> int:
    """How far a terminal's cursor moves: a Chinese letter takes two, an accent of its own none."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _count(items: list[Diagnostic]) -> str:
    counts = [(sum(item.severity == kind for item in items), kind) for kind in ("error", "warning")]
    return ", ".join(f"{n} {kind}{'' if n == 1 else 's'}" for n, kind in counts if n)
