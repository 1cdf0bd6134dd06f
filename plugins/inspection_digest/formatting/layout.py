"""A YAML file as it was typed: its entries, how each value is written, and whose each comment is.

A comment belongs to the key it stands above, or beside; one below the last key of a block stays
at the end of that block. So a key can be moved and its comments go with it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from inspection_digest.reading.yaml_spans import Loader

BLANK = " \t"
HEADER = re.compile(r"[|>][-+0-9]*")
EMPTY_LINES = re.compile(r"(?:\n[ \t]*)+$")


class LayoutUnknownError(Exception):
    """The file is sound YAML, but written in a way that is left alone here."""


class Leaf(Struct, frozen=True):
    """A value that holds no block: `typed` are its lines from where it starts.

    `style` is "" (plain), `'`, `"`, `|`, `>` or `[` for a list or keys in brackets. `column` is
    that of the block it stands in, from 0. `value` is the text it stands for, "" for brackets.
    """

    typed: tuple[str, ...]
    style: str
    value: str
    column: int


class Block(Struct, frozen=True):
    """Entries on lines of their own. `tail` are the comments below the last one."""

    listed: bool
    entries: tuple[Entry, ...]
    tail: tuple[str, ...] = ()


class Entry(Struct, frozen=True):
    """`lead` are the comments above, "" for an empty line; `remark` is the one beside it.

    `key` is as typed, with its quotation marks, and `name` the text it stands for; both are
    empty in a list.
    """

    lead: tuple[str, ...]
    key: str
    name: str
    held: Leaf | Block
    remark: str = ""


def read_layout(text: str) -> Block:
    """The layout of a file that `read_yaml` has read without a mistake."""
    root = yaml.compose(text, Loader=Loader)
    return _Layout(text, root).root()


def comments(text: str) -> list[str]:
    """Every comment of a file that can be read, in order, from its `#`."""
    found = _Layout(text, yaml.compose(text, Loader=Loader))
    return [comment for _, comment in found.comments.values()]


class _Layout:
    def __init__(self, text: str, root: Any) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.node = root
        taken = bytearray(len(text) + 1)  # what is a value or a key, and so no comment
        inside: set[int] = set()  # lines that belong to a value begun above them
        for node in _leaves(root):
            start, end = self._span(node)
            if isinstance(node, yaml.ScalarNode):
                first = self._line_end(node) if node.style in {"|", ">"} else start
                taken[first:end] = b"\1" * max(0, end - first)
            inside.update(range(node.start_mark.line + 1, self._line_of(end) + 1))
        self.comments = dict(self._comments(taken))
        self.own = [  # to be given out: lines with a comment and nothing else, or with nothing
            number
            for number, line in enumerate(self.lines)
            if number not in inside
            and (not line.strip(BLANK) or line.lstrip(BLANK).startswith("#"))
        ]
        self.alone = frozenset(self.own)

    def root(self) -> Block:
        return self._block(self.node, len(self.lines), -1)

    def _comments(self, taken: bytearray) -> Iterator[tuple[int, tuple[int, str]]]:
        for number, line in enumerate(self.lines):
            for found in re.finditer(r"(?:(?<=[ \t])|^)#", line):
                if not taken[self.starts[number] + found.start()]:
                    yield number, (found.start(), line[found.start() :].rstrip())
                    break

    def _block(self, node: Any, limit: int, outer: int) -> Block:
        """The block of a node that ends before line `limit`, within one at column `outer`."""
        listed = isinstance(node, yaml.SequenceNode)
        pairs = [(None, item) for item in node.value] if listed else node.value
        column = node.start_mark.column
        entries = []
        for index, (key, value) in enumerate(pairs):
            first = (key or value).start_mark.line
            following = pairs[index + 1] if index + 1 < len(pairs) else None
            end = (following[0] or following[1]).start_mark.line if following else limit
            entries.append(self._entry(self._above(first), key, value, end, column))
        return Block(listed, tuple(entries), self._below(limit, column, outer))

    def _entry(self, lead: tuple[str, ...], key: Any, value: Any, limit: int, column: int) -> Entry:
        typed = self.text[slice(*self._span(key))] if key else ""
        name = " ".join(str(key.value).split()) if key else ""
        if "\n" in typed:
            raise LayoutUnknownError(f"the name `{name}` runs over two lines")
        if _is_block(value):
            if not key and isinstance(value, yaml.SequenceNode):
                raise LayoutUnknownError("there is a list in a list")
            remark = self._beside(key.start_mark.line) if key else ""
            held = self._block(value, limit, column)
            if not key:  # what stands above the dash belongs to the first key after it
                first = held.entries[0]
                held = replace(
                    held, entries=(replace(first, lead=lead + first.lead), *held.entries[1:])
                )
                lead = ()
            return Entry(lead, typed, name, held, remark)
        return self._leaf(lead, typed, name, (key or value).start_mark.line, value, column)

    def _leaf(  # noqa: PLR0913, PLR0917 - an entry and the room it stands in
        self, lead: tuple[str, ...], key: str, name: str, line: int, value: Any, column: int
    ) -> Entry:
        start, end = self._span(value)
        style = "[" if isinstance(value, yaml.CollectionNode) else value.style or ""
        lines = tuple(self.text[start:end].split("\n"))
        lead += self._above(value.start_mark.line)  # between the key and a value on the next line
        if style in {"|", ">"}:
            lines = (str(HEADER.match(lines[0])[0]), *lines[1:])  # type: ignore[index]
            beside = self._beside(value.start_mark.line)
        else:
            lines = tuple(part.rstrip(" \t") for part in lines[:-1]) + lines[-1:]
            beside = self._beside(self._line_of(end), after=end)
        if self._line_of(end) != line:
            by_the_key = self._beside(line, before=start)
            lead += (by_the_key,) if by_the_key else ()
        said = str(value.value) if isinstance(value, yaml.ScalarNode) else ""
        return Entry(lead, key, name, Leaf(lines, style, said, column), beside)

    # -- whose a comment is -----------------------------------------------------------------------

    def _above(self, line: int) -> tuple[str, ...]:
        found = []
        while self.own and self.own[0] < line:
            found.append(self.lines[self.own.pop(0)].strip())
        return tuple(found)

    def _below(self, limit: int, column: int, outer: int) -> tuple[str, ...]:
        found: list[str] = []
        while True:
            after = next((n for n in self.own if n >= limit or self.lines[n].strip(BLANK)), limit)
            indent = self.comments[after][0] if after < limit and after in self.comments else -1
            if after >= limit or indent <= outer or (indent < column and outer >= 0):
                return tuple(found)
            found += self._above(after + 1)

    def _beside(self, line: int, after: int = 0, before: int | None = None) -> str:
        """The comment that follows something on its line, between two places in the text."""
        column, comment = self.comments.get(line, (0, ""))
        place = self.starts[line] + column
        if line in self.alone or place < after or (before is not None and place > before):
            return ""
        return comment

    # -- places -----------------------------------------------------------------------------------

    def _span(self, node: Any) -> tuple[int, int]:
        start, end = node.start_mark.index, node.end_mark.index
        if getattr(node, "style", None) not in {"|", ">"}:
            return start, end
        written = self.text[start:end]
        if "+" in written.partition("\n")[0]:
            raise LayoutUnknownError("a text keeps the empty lines after it (`>+` or `|+`)")
        return start, start + len(EMPTY_LINES.sub("", written))

    def _line_end(self, node: Any) -> int:
        line: int = node.start_mark.line
        return self.starts[line + 1]

    def _line_of(self, index: int) -> int:
        return bisect_right(self.starts, index) - 1


def _is_block(node: Any) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _leaves(node: Any) -> Iterator[Any]:
    """Keys, scalars, and lists or keys in brackets with what is in them."""
    if isinstance(node, yaml.ScalarNode):
        yield node
        return
    if not _is_block(node):
        yield node
    for item in node.value:
        for part in item if isinstance(item, tuple) else (item,):
            yield from _leaves(part)
