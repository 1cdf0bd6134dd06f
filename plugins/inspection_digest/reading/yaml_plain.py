"""The plain part of YAML that nearly every file of ours is written in, read in one pass.

Block mappings and lists, scalars on one line (plain, or between quotation marks without escapes),
`>-` and `|` blocks, `[a, b]` and `{a: b}` on one line, comments on lines of their own. Whatever is
not certainly that - a mistake above all - is nothing here, and `yaml_text` reads it with libyaml:
so every message is its own, and what is read here is what it would have read (a property test).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from inspection_digest.reading.hidden import HIDDEN
from inspection_digest.reading.yaml_document import Value
from inspection_digest.reading.yaml_guard import MAX_CHARACTERS, MAX_DEPTH, MAX_NODES

# A letter or digit, and then nothing that means anything to YAML: it can be nothing but a key.
_KEY = r"[A-Za-z0-9][\w.,/()’'–-]{0,80}+(?:\ [\w.,/()’'–-]{1,80}+){0,10}+"
# An indent, perhaps the dash of an entry, perhaps a key; then a block and all that may be its
# lines, or the rest of the line.
_ENTRY = re.compile(
    rf"""
    (?:[ ]*+(?:\#.*+)?\n)*+
    ([ ]*+)(-[ ]++)?
    (?:({_KEY}|"[^"\\\n]{{1,80}}+"|'[^'\n]{{1,80}}+'):(?=[ \n]))?
    [ ]*+
    (?:([|>]-?)[ ]*+\n((?:\1[ ]++[^ \n].*+\n|[ ]*+\n)*+)|(.*+)\n)
    """,
    re.VERBOSE,
)
_AFTER = re.compile(r"(?:[ ]*+(?:#.*+)?\n)*+")
_END = r"[ ]*+(?:(?<=[ ])\#.*+)?"  # a comment after a value
_QUOTED = re.compile(rf"""(?:'((?:[^']|'')*+)'|"([^"\\]*+)"){_END}""")
_NOT_PLAIN = frozenset("-?:,[]{}#&*!|>'\"%@`")
_WORD = r"""[A-Za-z0-9][\w.()/’–-]*+(?: [\w.()/’–-]++)*+|"[^"\\]{1,80}+"|'[^']{1,80}+'"""
_FLOW = {
    "[": (re.compile(rf"[ ]*+({_WORD})[ ]*+([,\]])"), "]"),
    "{": (re.compile(rf"[ ]*+({_WORD}):[ ]++({_WORD})[ ]*+([,}}])"), "}"),
}
_FLOW_END = re.compile(_END)
_BREAKS = re.compile(r"\n(\n*)")

_Container = dict[str, Value] | list[Value]


@dataclass(frozen=True, slots=True)
class Plain:
    """What a text holds, and where: of each pair the offsets of its key and of its value, of each
    entry of a list that of its value, in the order in which they stand."""

    value: dict[str, Value]
    marks: tuple[int, ...]


class _NotPlainError(Exception):
    """Something that is not read here."""


def read_plain(text: str) -> Plain | None:
    """The text's values; None where it is not certain that nothing is to be said of it."""
    if len(text) > MAX_CHARACTERS or "\t" in text or "\r" in text or not text.endswith("\n"):
        return None
    if not text.replace("\n", "").isprintable() and HIDDEN.search(text):
        return None
    reader = _Reader(text)
    try:
        reader.read()
    except _NotPlainError:
        return None
    few = len(reader.marks) < MAX_NODES  # a mark for each node but the root
    return Plain(reader.root, tuple(reader.marks)) if few else None


class _Reader:
    """The containers that are open where the reader is, and the marks of all that it passed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: dict[str, Value] = {}
        self.marks: list[int] = []
        self.top: _Container = self.root  # the innermost, whose keys or dashes stand in `column`
        self.column = -1
        self.outer: list[tuple[_Container, int]] = []
        self.waiting: str | None = None  # the key whose value stands on the lines below

    def read(self) -> None:
        at = 0
        while entry := _ENTRY.match(self.text, at):
            at = entry.end()
            self._entry(entry)
        if self.waiting is not None or not self.root or not _AFTER.fullmatch(self.text, at):
            raise _NotPlainError

    def _entry(self, entry: re.Match[str]) -> None:
        indent, dash, key, header, block, rest = entry.groups()
        column, listed = len(indent), dash is not None
        if self.waiting is not None:
            self._open(column, entry.end(1), listed=listed)
        elif self.column < 0 and not listed:
            self.column = column  # of the first key
        elif column != self.column or listed is isinstance(self.top, dict):
            self._close(column, listed=listed)
        name = None
        if key is not None:
            if listed:
                self.marks.append(entry.end(2))
                self._push({}, column + len(dash))
            name = self._named(key)
            self.marks.append(entry.start(3))
            if rest == "":
                self.waiting = name
                return
        elif not listed:
            raise _NotPlainError
        self.marks.append(entry.start(6 if block is None else 4))
        self._put(name, self._value(rest) if block is None else _block(header, block, self.column))

    def _named(self, key: str) -> str:
        name = key if key[0] not in "\"'" else " ".join(key[1:-1].split())
        if not name or name in self.top or name == "<<":
            raise _NotPlainError
        return name

    def _put(self, name: str | None, value: Value) -> None:
        """A value into the innermost container, under its name if that is a mapping."""
        if name is None:
            cast("list[Value]", self.top).append(value)
        else:
            cast("dict[str, Value]", self.top)[name] = value

    def _open(self, column: int, at: int, *, listed: bool) -> None:
        """The value of the key above begins: a list may stand in the column of its key."""
        if column < self.column or (column == self.column and not listed):
            raise _NotPlainError
        name, self.waiting = self.waiting, None
        self.marks.append(at)
        self._push([] if listed else {}, column, name)

    def _push(self, inner: _Container, column: int, name: str | None = None) -> None:
        self._put(name, inner)
        self.outer.append((self.top, self.column))
        if len(self.outer) > MAX_DEPTH - 3:  # with `[a]` in it, and one to spare
            raise _NotPlainError
        self.top, self.column = inner, column

    def _close(self, column: int, *, listed: bool) -> None:
        """Back to the container that has its keys, or its dashes, in this column."""
        while column < self.column or (column == self.column and not listed):
            if column == self.column and isinstance(self.top, dict):
                return
            if not self.outer:
                raise _NotPlainError
            self.top, self.column = self.outer.pop()
        if column != self.column or not isinstance(self.top, list):
            raise _NotPlainError

    def _value(self, rest: str) -> Value:
        if not rest:
            raise _NotPlainError
        return self._flow(rest, rest[0]) if rest[0] in _FLOW else _scalar(rest, rest[0])

    def _flow(self, rest: str, opening: str) -> Value:
        """`[a, b]` or `{a: b}`; its own mark stands already."""
        pattern, closing = _FLOW[opening]
        offset = self.marks[-1]
        found: dict[str, Value] = {}
        items: list[Value] = []
        at, mark = 1, ","
        while mark != closing:
            match = pattern.match(rest, at)
            if match is None:
                raise _NotPlainError
            at, mark = match.end(), match[match.lastindex or 0]
            self.marks.append(offset + match.start(1))
            word = _word(match[1])
            if opening == "[":
                items.append(word)
                continue
            name = " ".join(word.split())
            if name in found or name == "<<" or len(name) > 900:  # YAML looks no further for `:`
                raise _NotPlainError
            self.marks.append(offset + match.start(2))
            found[name] = _word(match[2])
        if not _FLOW_END.fullmatch(rest, at):
            raise _NotPlainError
        return found if opening == "{" else items


def _word(written: str) -> str:
    word = written[1:-1] if written[0] in "\"'" else written
    if not word.strip():
        raise _NotPlainError
    return word


def _scalar(rest: str, first: str) -> str:
    if first in "'\"":
        quoted = _QUOTED.fullmatch(rest)
        if quoted is None:
            raise _NotPlainError
        value = quoted[2] if first == '"' else quoted[1].replace("''", "'")
    else:
        value = rest.partition(" #")[0].rstrip(" ")
        if first in _NOT_PLAIN or ": " in value or value[-1:] == ":":
            raise _NotPlainError
    if not value.strip():
        raise _NotPlainError
    return value


def _block(header: str, block: str, column: int) -> str:
    """The text of a block; what follows it, less indented, must be blank."""
    width = len(block) - len(block.lstrip(" "))
    lines, margin = block.count("\n"), " " * width
    body = f"\n{block[:-1]}".replace(f"\n{margin}", "\n")
    if width <= column or body[1:2] in {"", "\n"}:
        raise _NotPlainError
    even = len(block) - len(body) == lines * width and body[-1] != "\n"
    if not even or "\n " in body or "\n\n" in body:
        body = _uneven(block, width, folded=header[0] == ">")
    elif header[0] == ">":
        body = body[1:].replace("\n", " ")
    else:
        body = body[1:]
    if not body.strip():
        raise _NotPlainError
    return body if header[1:] else f"{body}\n"


def _uneven(block: str, width: int, *, folded: bool) -> str:
    """The text of a block with blank lines in it, or (not `folded`) lines that stand further in."""
    lines = block.split("\n")
    cut = [line[width:] for line in lines]
    for line, inside in zip(lines, cut, strict=True):
        spaces = line[:width].strip(" ") != ""  # something stands less far in: a comment, it may be
        if spaces or (inside[:1] == " " and (folded or inside.isspace())):
            raise _NotPlainError
    text = "\n".join(cut).rstrip("\n")
    return _BREAKS.sub(lambda breaks: breaks[1] or " ", text) if folded else text
