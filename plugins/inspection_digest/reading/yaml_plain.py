"""The plain part of YAML that nearly every file of ours is written in, read in one pass.

Block mappings and lists, scalars on one line (plain, or between quotation marks without escapes),
`>-` and `|` blocks, `[a, b]` and `{a: b}` on one line, comments on lines of their own. Whatever is
not certainly that - a mistake above all - is nothing here, and `yaml_any` reads it with libyaml:
so every message is its own, and what is read here is what it would have read (a property test).
"""

from __future__ import annotations

import re

from msgspec import Struct

from inspection_digest.reading.hidden import HIDDEN
from inspection_digest.reading.yaml_document import Value
from inspection_digest.reading.yaml_limits import MAX_DEPTH, OF_A_RECORD, Limits

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


class Plain(Struct, frozen=True):
    """What a text holds, and where: of each pair the offsets of its key and of its value, of each
    entry of a list that of its value, in the order in which they stand."""

    value: dict[str, Value]
    marks: tuple[int, ...]


class _NotPlainError(Exception):
    """Something that is not read here."""


def read_plain(text: str, limits: Limits = OF_A_RECORD) -> Plain | None:
    """The text's values; None where it is not certain that nothing is to be said of it."""
    if len(text) > limits.characters or "\t" in text or "\r" in text or not text.endswith("\n"):
        return None
    if not text.replace("\n", "").isprintable() and HIDDEN.search(text):
        return None
    reader = _Reader(text)
    try:
        reader.read()
    except _NotPlainError:
        return None
    few = len(reader.marks) < limits.nodes  # a mark for each node but the root
    return Plain(reader.root, tuple(reader.marks)) if few else None


class _Reader:
    """The containers that are open where the reader is, and the marks of all that it passed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: dict[str, Value] = {}
        self.marks: list[int] = []
        # The innermost container is one of the two; its keys or dashes stand in `column`.
        self.mapping: dict[str, Value] | None = self.root
        self.listing: list[Value] | None = None
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
        column = len(indent)
        in_place = column == self.column and (dash is None) is (self.listing is None)
        if not in_place or self.waiting is not None:
            self._turn(column, entry.end(1), listed=dash is not None)
        if dash is not None and key is not None:
            self.marks.append(entry.end(2))
            self._push({}, column + len(dash))
        if key is not None and self.mapping is not None:
            name = _unquoted(key) if key[0] in "\"'" else key
            if name in self.mapping:
                raise _NotPlainError
            self.marks.append(entry.start(3))
            if rest == "":
                self.waiting = name
                return
            self.marks.append(entry.start(4 if rest is None else 6))
            self.mapping[name] = self._value(rest) if rest else _block(header, block, self.column)
        elif dash is not None and self.listing is not None and rest != "":
            self.marks.append(entry.start(4 if rest is None else 6))
            self.listing.append(self._value(rest) if rest else _block(header, block, self.column))
        else:
            raise _NotPlainError

    def _turn(self, column: int, at: int, *, listed: bool) -> None:
        """From one container to another: into a new one, or back to one around it."""
        if self.waiting is not None:
            # The value of the key above begins: a list may stand in the column of its key.
            if column < self.column or (column == self.column and not listed):
                raise _NotPlainError
            name, self.waiting = self.waiting, None
            self.marks.append(at)
            self._push([] if listed else {}, column, name)
            return
        if self.column < 0 and not listed:
            self.column = column  # of the first key
        while column < self.column or (
            column == self.column and self.listing is not None and not listed
        ):
            if not self.outer:
                raise _NotPlainError
            top, self.column = self.outer.pop()
            self._enter(top, self.column)
        if column != self.column or listed is (self.listing is None):
            raise _NotPlainError

    def _push(self, inner: _Container, column: int, name: str = "") -> None:
        """Into a container: the value of `name`, or an entry of the list that is open."""
        if self.mapping is not None:
            self.mapping[name] = inner
            self.outer.append((self.mapping, self.column))
        elif self.listing is not None:
            self.listing.append(inner)
            self.outer.append((self.listing, self.column))
        if len(self.outer) > MAX_DEPTH - 3:  # with `[a]` in it, and one to spare
            raise _NotPlainError
        self._enter(inner, column)

    def _enter(self, top: _Container, column: int) -> None:
        self.mapping = top if isinstance(top, dict) else None
        self.listing = top if isinstance(top, list) else None
        self.column = column

    def _value(self, rest: str) -> Value:
        first = rest[0]
        if first in _FLOW:
            return self._flow(rest, first)
        if first in _NOT_PLAIN or first.isspace():
            return _quoted(rest)
        if " #" in rest or rest[-1] == " ":
            rest, _, note = rest.partition(" #")
            if note[:1].isalnum():  # a note begins with a space; this may be a part of the value
                raise _NotPlainError
            rest = rest.rstrip(" ")
        if ": " in rest or rest[-1] == ":":
            raise _NotPlainError
        return rest

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
            if opening == "[":
                items.append(_word(match[1]))
                continue
            name = _unquoted(match[1])
            if name in found or len(name) > 900:  # YAML looks no further for the colon
                raise _NotPlainError
            self.marks.append(offset + match.start(2))
            found[name] = _word(match[2])
        if not _FLOW_END.fullmatch(rest, at):
            raise _NotPlainError
        return found if opening == "{" else items


def _unquoted(key: str) -> str:
    """A key that may stand between quotation marks."""
    name = " ".join(_word(key).split())
    if name == "<<":
        raise _NotPlainError
    return name


def _word(written: str) -> str:
    word = written[1:-1] if written[0] in "\"'" else written
    if not word.strip():
        raise _NotPlainError
    return word


def _quoted(rest: str) -> str:
    quoted = _QUOTED.fullmatch(rest)
    if quoted is None:
        raise _NotPlainError
    value = quoted[1].replace("''", "'") if quoted[2] is None else quoted[2]
    if not value.strip():
        raise _NotPlainError
    return str(value)


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
