"""What is read from one YAML file: plain values, and where each was typed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from inspection_digest.diagnostics import Cure, Position

_BLOCK = re.compile(r"[|>][-+1-9]{0,2}(?:\s+#.*)?")

Loc = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"]


class Positions(Mapping[Loc, Position]):
    """The Position of each location, made when it is asked for, of offsets into a text."""

    def __init__(
        self, path: str, lines: Sequence[str], starts: Sequence[int], offsets: dict[Loc, int]
    ) -> None:
        self._path = path
        self._lines = lines
        self._starts = starts  # the offset of each line's first character
        self._offsets = offsets

    def __getitem__(self, loc: Loc) -> Position:
        offset = self._offsets[loc]
        line = bisect_right(self._starts, offset)
        column = offset - self._starts[line - 1] + 1
        return Position(self._path, line, column, self._lines[line - 1])

    def __contains__(self, loc: object) -> bool:
        return loc in self._offsets

    def __iter__(self) -> Iterator[Loc]:
        return iter(self._offsets)

    def __len__(self) -> int:
        return len(self._offsets)


@dataclass(frozen=True)
class Document:
    """One file's values and where each was typed.

    `text` is the file's, without the mark of byte order it may begin with. `marks` are what
    `yaml_plain` notes of it; `noted`, in their stead, the positions of keys and of values.
    Most documents are never asked where anything stands, so that is looked up when it is.
    """

    path: str
    value: dict[str, Value]
    text: str = field(repr=False)
    marks: tuple[int, ...] = field(repr=False, default=())
    noted: tuple[dict[Loc, Position], dict[Loc, Position]] | None = field(repr=False, default=None)

    def __reduce__(self) -> tuple[type[Document], tuple[object, ...]]:
        """Without what is looked up again."""
        return Document, (self.path, self.value, self.text, self.marks, self.noted)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The file's lines, as an editor counts them."""
        return lines_of(self.text)

    @property
    def keys(self) -> Mapping[Loc, Position]:
        """The position of the key at each location (`("quotes", "x", "text")`)."""
        return self._positions[0]

    @property
    def values(self) -> Mapping[Loc, Position]:
        """The position of the value at each location."""
        return self._positions[1]

    @cached_property
    def _positions(self) -> tuple[Mapping[Loc, Position], Mapping[Loc, Position]]:
        if self.noted is not None:
            return self.noted
        keys: dict[Loc, int] = {}
        values: dict[Loc, int] = {}
        _place(self.value, (), iter(self.marks), keys, values)
        lines = self.lines
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        return (
            Positions(self.path, lines, starts, keys),
            Positions(self.path, lines, starts, values),
        )

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


class Shape(Struct, frozen=True):
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


def lines_of(text: str) -> tuple[str, ...]:
    """As an editor counts them. YAML and Python know more line ends; those are refused."""
    return tuple(line.removesuffix("\r") for line in text.split("\n"))


def _place(
    value: Value, loc: Loc, marks: Iterator[int], keys: dict[Loc, int], values: dict[Loc, int]
) -> None:
    """Gives each location its marks, which are in the order in which things stand."""
    if isinstance(value, dict):
        for key, item in value.items():
            inner: Loc = (*loc, key)
            keys[inner] = next(marks)
            values[inner] = next(marks)
            if not isinstance(item, str):
                _place(item, inner, marks, keys, values)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            inner = (*loc, index)
            values[inner] = next(marks)
            if not isinstance(item, str):
                _place(item, inner, marks, keys, values)


def _nearest(found: Mapping[Loc, Position], loc: Loc, path: str) -> Position:
    for length in range(len(loc), 0, -1):
        if loc[:length] in found:
            return found[loc[:length]]
    return Position(path)
