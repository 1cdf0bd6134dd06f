"""Characters that change how a text looks without being seen. They are refused where found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

# Control characters, line ends that are none to an editor, bidirectional overrides and isolates,
# zero-width marks; and what neither UTF-8 nor XML has a place for. Right-to-left letters
# themselves are welcome.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u180e\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
# What programs write in place of a letter they cannot read, or of none. The text of a source may
# hold what else is hidden, as its document does; these no text may hold: in views one stands before
# links, in pages the other around insets.
SUBSTITUTE_SIGNS = "\x00\x1a"
SUBSTITUTES = re.compile(f"[{SUBSTITUTE_SIGNS}]")
_BETWEEN_LETTERS = re.compile(rf"(?<=\w){HIDDEN.pattern}+(?=\w)")


def hidden_in(
    lines: Sequence[str], among: re.Pattern[str] = HIDDEN
) -> Iterator[tuple[int, int, str]]:
    """The first hidden character of each line that has one: line and column from 1, and it."""
    for number, line in enumerate(lines, start=1):
        found = among.search(line)
        if found:
            yield number, found.start() + 1, found.group()


def name_of(char: str) -> str:
    """`zero width space (U+200B)`."""
    return f"{unicodedata.name(char, 'a control character').lower()} (U+{ord(char):04X})"


def message_on(char: str) -> str:
    return f"There is a character nobody can see here: {name_of(char)}."


def without_hidden(line: str) -> str | None:
    """The line without them; None where one stands between two letters, where a space may be
    meant."""
    return None if _BETWEEN_LETTERS.search(line) else HIDDEN.sub("", line)
