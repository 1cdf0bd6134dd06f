"""YAML text to plain text values with the position of each: the only place that imports yaml.

Every scalar stays the text that was typed (`no`, `012`, `1.10`, `12:30`): the record decides what
it is. What could surprise is refused before anything is built: anchors, aliases, tags, merge keys,
a second document, a key twice, depth or size without end (libyaml crashes on 100,000 nested
lists, so the events are counted before the tree is composed).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import yaml

from inspection_digest.diagnostics import Diagnostics, Position

Loc = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"]

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 12
MAX_NODES = 50_000

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar is text: nothing to resolve

# Characters that change how text looks without being seen: control characters, line ends that are
# none to an editor, bidirectional overrides and isolates, zero-width marks; and what neither UTF-8
# nor XML has a place for. Right-to-left letters themselves are welcome.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u180e\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)


@dataclass(frozen=True)
class Document:
    """One file's values and where each was typed.

    `keys` and `values` map a location (`("quotes", "x", "text")`) to its Position: of the key,
    and of the value after it.
    """

    path: str
    value: dict[str, Value]
    keys: dict[Loc, Position] = field(repr=False)
    values: dict[Loc, Position] = field(repr=False)

    def key(self, *loc: str | int) -> Position:
        """The position of a key, or of the nearest thing around it that was typed."""
        return _nearest(self.keys, loc, self.path)

    def at(self, *loc: str | int) -> Position:
        """The position of a value, or of the nearest thing around it that was typed."""
        return _nearest(self.values, loc, self.path)


class _RefusedError(Exception):
    """The file cannot be read on; a diagnostic has been noted."""


def read_yaml(text: str, path: str, diagnostics: Diagnostics) -> Document | None:
    """The file's values, or None with the reason among the diagnostics."""
    reader = _Reader(text, path, diagnostics)
    try:
        return reader.document()
    except _RefusedError:
        return None


class _Reader:
    def __init__(self, text: str, path: str, diagnostics: Diagnostics) -> None:
        self.text = text.removeprefix("\ufeff")
        self.path = path
        self.diagnostics = diagnostics
        # As an editor counts them. YAML and Python know more line ends; those are refused.
        self.lines = [line.removesuffix("\r") for line in self.text.split("\n")]
        self.keys: dict[Loc, Position] = {}
        self.values: dict[Loc, Position] = {}

    def document(self) -> Document:
        self._refuse_hidden_characters()
        try:
            self._scan_events()
            root = yaml.compose(self.text, Loader=Loader)
        except yaml.YAMLError as error:
            raise self._syntax(error) from None
        if not isinstance(root, yaml.MappingNode):
            raise self._refuse(
                self._position(1, 1),
                "not-a-record",
                "This file does not hold a record: it should be lines of `key: value`.",
                "Start from content/EXAMPLE.yaml or from a file beside this one.",
            )
        return Document(self.path, self._mapping(root, ()), self.keys, self.values)

    # -- before the tree is built ---------------------------------------------------------------

    def _refuse_hidden_characters(self) -> None:
        if len(self.text) > MAX_CHARACTERS:
            raise self._refuse(
                Position(self.path),
                "too-large",
                f"This file has {len(self.text):,} characters; the most we read is "
                f"{MAX_CHARACTERS:,}.",
                "A digest is a few pages: keep the source's text in content/sources/.",
            )
        if not HIDDEN.search("\n".join(self.lines)):
            return
        for number, line in enumerate(self.lines, start=1):
            found = HIDDEN.search(line)
            if found:
                self._note_hidden(self._position(number, found.start() + 1), found.group())
        raise _RefusedError

    def _note_hidden(self, position: Position, char: str) -> None:
        name = unicodedata.name(char, "a control character").lower()
        self.diagnostics.error(
            position,
            "hidden-character",
            f"There is a character nobody can see here: {name} (U+{ord(char):04X}).",
            "Delete it and type the letters around it again.",
        )

    def _scan_events(self) -> None:
        depth = nodes = documents = 0
        for event in yaml.parse(self.text, Loader=Loader):
            mark = event.start_mark
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refuse_at(
                        mark,
                        "second-document",
                        "A line `---` starts a second document here; one file holds one record.",
                        "Remove the line, or move what follows into a file of its own.",
                    )
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise self._refuse_at(
                    mark,
                    "anchor",
                    "`&name` and `*name` (YAML anchors and aliases) are not read here.",
                    "Write the value out, or put quotation marks around it if it is text.",
                )
            if isinstance(event, yaml.NodeEvent):
                nodes += 1
                tag = getattr(event, "tag", None)
                if tag:
                    raise self._refuse_at(
                        mark,
                        "tag",
                        f"`{tag}` (a YAML tag) is not read here: every value is text.",
                        "Remove the word that starts with `!`, or put quotation marks around.",
                    )
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH or nodes > MAX_NODES:
                raise self._refuse_at(
                    mark,
                    "too-deep",
                    "This file nests or repeats more than any record of ours.",
                    "Compare it with content/EXAMPLE.yaml.",
                )

    def _syntax(self, error: yaml.YAMLError) -> _RefusedError:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it is not YAML"
        if problem == "found unexpected end of stream":  # where the quotation mark was opened
            mark = getattr(error, "context_mark", None) or mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        written = len(self.lines) - (self.lines[-1] == "")
        line = min(line, max(written, 1))  # not the nothing after the last line
        return self._refuse(
            self._position(line, column),
            "not-yaml",
            f"The file cannot be read from here on: {problem}.",
            _syntax_hint(self._line(line), problem),
        )

    # -- the tree -------------------------------------------------------------------------------

    def _value(self, node: yaml.Node, loc: Loc) -> Value:
        self.values[loc] = self._mark(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self._entry(item, (*loc, index)) for index, item in enumerate(node.value)]
        return self._text(node)

    def _entry(self, node: yaml.Node, loc: Loc) -> Value:
        if _is_empty(node):
            self.diagnostics.error(
                self._mark(node.start_mark),
                "empty-value",
                "An entry of this list has no value.",
                "Write one, or remove the entry.",
            )
        return self._value(node, loc)

    def _text(self, node: yaml.Node) -> str:
        """As typed. An escape (`"\\u202E"`) may spell what must not be typed."""
        text = str(node.value)
        found = HIDDEN.search(text)
        if found:
            self._note_hidden(self._mark(node.start_mark), found.group())
        return text

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for key_node, value_node in node.value:
            position = self._mark(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode) or key_node.value == "<<":
                self.diagnostics.error(
                    position,
                    "key-not-text",
                    "A key has to be a word; lists, braces and `<<` cannot be keys.",
                    "Put a plain word before the colon.",
                )
                continue
            key = " ".join(self._text(key_node).split())
            if key in result:
                first = self.keys[(*loc, key)].line
                self.diagnostics.error(
                    position,
                    "duplicate-key",
                    f"`{key}` stands twice; the first is on line {first}.",
                    "Keep one of them, or give the second another name.",
                )
                continue
            self.keys[(*loc, key)] = position
            if _is_empty(value_node):
                self.values[(*loc, key)] = position
                self.diagnostics.error(
                    position,
                    "empty-value",
                    f"`{key}` has no value.",
                    f"Write one after `{key}:`, or remove the line: what is absent is "
                    "shown as not known.",
                )
                continue
            result[key] = self._value(value_node, (*loc, key))
        return result

    # -- places ---------------------------------------------------------------------------------

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _position(self, line: int, column: int) -> Position:
        return Position(self.path, line, column, self._line(line))

    def _mark(self, mark: Any) -> Position:
        return self._position(mark.line + 1, mark.column + 1)

    def _refuse_at(self, mark: Any, code: str, message: str, hint: str) -> _RefusedError:
        return self._refuse(self._mark(mark), code, message, hint)

    def _refuse(self, position: Position, code: str, message: str, hint: str) -> _RefusedError:
        self.diagnostics.error(position, code, message, hint)
        return _RefusedError()


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not str(node.value).strip()


def _syntax_hint(line: str, problem: str) -> str:
    if "\t" in line:
        return "There is a tab on this line: indent with spaces."
    if "mapping values" in problem or ": " in line.partition(":")[2]:
        return "A value with a colon in it needs quotation marks around it, or `>-` and a new line."
    if "found unexpected end of stream" in problem or "scalar" in problem:
        return "A quotation mark is opened and not closed; for long text use `>-` and a new line."
    return "Look at the indentation of this line and the one above it."


def _nearest(found: dict[Loc, Position], loc: Loc, path: str) -> Position:
    for length in range(len(loc), 0, -1):
        if loc[:length] in found:
            return found[loc[:length]]
    return Position(path)
