"""What is read from one YAML file: plain values, and where each was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from inspection_digest.diagnostics import Cure, Position

_BLOCK = re.compile(r"[|>][-+1-9]{0,2}(?:\s+#.*)?")

Loc = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True)
class Document:
    """One file's values and where each was typed.

    `keys` and `values` map a location (`("quotes", "x", "text")`) to its Position: of the key,
    and of the value after it. `lines` are the file's, as an editor counts them.
    """

    path: str
    value: dict[str, Value]
    keys: dict[Loc, Position] = field(repr=False)
    values: dict[Loc, Position] = field(repr=False)
    lines: tuple[str, ...] = field(repr=False, default=())

    def key(self, *loc: str | int) -> Position:
        """The position of a key, or of the nearest thing around it that was typed."""
        return _nearest(self.keys, loc, self.path)

    def at(self, *loc: str | int) -> Position:
        """The position of a value, or of the nearest thing around it that was typed."""
        return _nearest(self.values, loc, self.path)

    def words(self, *loc: str | int) -> Position:
        """Where the words of a value begin: below `>-` or `|`, on the first line that has any."""
        at = self.at(*loc)
        if not _BLOCK.fullmatch(at.source_line[max(at.column - 1, 0) :].strip()):
            return at
        for number, line in enumerate(self.lines[at.line :], at.line + 1):
            if line.strip():
                return Position(at.path, number, len(line) - len(line.lstrip()) + 1, line)
        return at


@dataclass(frozen=True)
class Shape:
    """What a record asks of its file, for a cure that leaves nothing else wrong.

    `keys`: every key that may stand in it. `needs`: whether the key at a location may not be left
    out. `faults`: how many mistakes the record finds in a file's values.
    """

    keys: frozenset[str] = frozenset()
    needs: Callable[[Loc], bool] = lambda _: False
    faults: Callable[[Document], int] = lambda _: 0


def cure_between(old: Sequence[str], new: Sequence[str]) -> Cure:
    """The lines in which two versions of a file differ, as what to paste into the first."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    tail = 0
    while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if same == len(old) - tail:  # nothing is replaced: the line after is written again
        same, tail = (same, tail - 1) if tail else (same - 1, tail)
    return Cure(same + 1, len(old) - tail, "\n".join(new[same : len(new) - tail]))


def _nearest(found: dict[Loc, Position], loc: Loc, path: str) -> Position:
    for length in range(len(loc), 0, -1):
        if loc[:length] in found:
            return found[loc[:length]]
    return Position(path)
