"""Any YAML text, by libyaml, with a message on each mistake.

What could surprise is refused before anything is built (`yaml_guard`), and merge keys and a key
twice when it is.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from inspection_digest.diagnostics import Cure, Diagnostics, Position
from inspection_digest.reading.hidden import HIDDEN, hidden_in, message_on, without_hidden
from inspection_digest.reading.scalars import in_quotation_marks
from inspection_digest.reading.span import last_line
from inspection_digest.reading.yaml_document import (
    Document,
    Loc,
    Shape,
    Value,
    cure_between,
    lines_of,
)
from inspection_digest.reading.yaml_guard import first_surprise
from inspection_digest.reading.yaml_limits import limits_of
from inspection_digest.reading.yaml_repairs import Repair, repairs, syntax_hint, with_hash_quoted
from inspection_digest.reading.yaml_spans import Loader, span_of

_Pair = tuple[Any, Any]  # the nodes of a key and its value
_CUT = re.compile(r"[ \t]+(#\w\S*)")
_Needless = tuple[Position, str, str, str, _Pair | None]


class _RefusedError(Exception):
    """The file cannot be read on; a diagnostic has been noted."""


def read_any(
    text: str, path: str, diagnostics: Diagnostics, shape: Shape | None = None
) -> Document | None:
    """As `yaml_text.read_yaml`, through libyaml alone: what is read faster is held against it."""
    try:
        return _Reader(text, path, diagnostics, shape).document()
    except _RefusedError:
        return None


class _Reader:
    def __init__(self, text: str, path: str, diagnostics: Diagnostics, shape: Shape | None) -> None:
        self.text = text
        self.path = path
        self.diagnostics = diagnostics
        self.shape = shape
        self.lines = lines_of(text)
        self.keys: dict[Loc, Position] = {}
        self.values: dict[Loc, Position] = {}
        self.needless: list[_Needless] = []

    def document(self) -> Document:
        self._refuse_hidden_characters()
        try:
            self._refuse_surprises()
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
        value = self._mapping(root, ())
        for item in self.needless:
            self.diagnostics.error(*item[:4], self._without(item[4], value) if item[4] else None)
        return Document(self.path, value, self.text, noted=(self.keys, self.values))

    # -- before the tree is built ---------------------------------------------------------------

    def _refuse_hidden_characters(self) -> None:
        limits = limits_of(self.path)
        if len(self.text) > limits.characters:
            raise self._refuse(
                Position(self.path),
                "too-large",
                f"This file has {len(self.text):,} characters; "
                f"the most we read is {limits.characters:,}.",
                limits.hint,
            )
        if not HIDDEN.search("\n".join(self.lines)):
            return
        for line, column, char in hidden_in(self.lines):
            better = without_hidden(self.lines[line - 1])
            cure = None if better is None else Cure(line, line, better)
            self._note_hidden(self._position(line, column), char, cure)
        raise _RefusedError

    def _note_hidden(self, position: Position, char: str, cure: Cure | None = None) -> None:
        self.diagnostics.error(
            position,
            "hidden-character",
            message_on(char),
            "Delete it and type the letters around it again.",
            cure,
        )

    def _refuse_surprises(self) -> None:
        found = first_surprise(self.text, limits_of(self.path))
        if found is None:
            return
        line, column = found.line, found.column
        repair = self._repair(line, found.kind) if found.kind else None
        cure = cure_between(self.lines, repair.lines) if repair else None
        raise self._refuse(
            self._position(line, column), found.code, found.message, found.hint, cure
        )

    def _syntax(self, error: yaml.YAMLError) -> _RefusedError:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it is not YAML"
        if problem == "found unexpected end of stream":  # where the quotation mark was opened
            mark = getattr(error, "context_mark", None) or mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        written = len(self.lines) - (self.lines[-1] == "")
        line = min(line, max(written, 1))  # not the nothing after the last line
        message = "The file cannot be read from here on."
        repair = self._repair(line)
        if repair is None:
            position, hint = self._position(line, column), syntax_hint(self._line(line), problem)
            return self._refuse(position, "not-yaml", message, hint)
        cure = cure_between(self.lines, repair.lines)
        if not cure.first <= line <= cure.last:  # the mistake stands above where it was noticed
            line = cure.first
            column = len(self._line(line)) - len(self._line(line).lstrip()) + 1
            message = "Because of this line the file cannot be read."
        return self._refuse(self._position(line, column), "not-yaml", message, repair.hint, cure)

    def _repair(self, line: int, refused: str = "") -> Repair | None:
        """The way to write the file that leaves least wrong with it; None if none helps.

        Where it cannot be read even then, for another slip below, the one that is read further.
        """
        if self.shape is None:
            return None
        best: tuple[int, Repair] | None = None
        further: Repair | None = None
        for repair in repairs(self.lines, line, self.shape.keys, refused):
            noted = Diagnostics()
            document = read_any("\n".join(repair.lines), self.path, noted)
            if document is None:
                later = all(item.position.line > line for item in noted)
                further = further or (repair if later and not repair.bold else None)
                continue
            left = len(noted) + self.shape.faults(document)
            if left and repair.bold:
                continue
            if best is None or left < best[0]:
                best = left, repair
            if not left:
                break
        return best[1] if best else further

    # -- the tree -------------------------------------------------------------------------------

    def _value(self, node: yaml.Node, loc: Loc) -> Value:
        self.values[loc] = self._mark(node.start_mark)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self._entry(item, (*loc, index)) for index, item in enumerate(node.value)]
        self._note_cut(node)
        return self._text(node)

    def _note_cut(self, node: Any) -> None:
        """A `#` and a word right after a value: whoever typed it did not mean a note."""
        at, end = node.start_mark, node.end_mark
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        cut = _CUT.match(line, end.column) if not node.style else None
        if cut is None:
            return
        better = f"{line[: at.column]}{in_quotation_marks(line[at.column :].rstrip())}"
        self.diagnostics.error(
            self._position(end.line + 1, cut.start(1) + 1),
            "value-cut-off",
            f"From `{cut[1]}` on this is a note to people, and no part of the value.",
            "Put quotation marks around the whole value; or a space after the `#` of a note.",
            Cure(end.line + 1, end.line + 1, better) if at.line == end.line else None,
        )

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
                said = f"`{key}` stands twice; the first is on line {self.keys[*loc, key].line}."
                if _plain(value_node) == result[key]:
                    hint, pair = "Both say the same: remove one of them.", (key_node, value_node)
                else:
                    hint, pair = "Keep one of them, or give the second another name.", None
                self.needless.append((position, "duplicate-key", said, hint, pair))
                continue
            self.keys[(*loc, key)] = position
            if _is_empty(value_node):
                self.values[(*loc, key)] = position
                self._note_empty(key, (*loc, key), key_node, value_node)
                continue
            result[key] = self._value(value_node, (*loc, key))
        return result

    def _note_empty(self, key: str, loc: Loc, key_node: Any, value_node: Any) -> None:
        position, said = self._mark(key_node.start_mark), f"`{key}` has no value."
        better = with_hash_quoted(position.source_line)
        if better:
            hint = "What follows `#` is a note to people; put quotation marks around the value."
            cure = Cure(position.line, position.line, better)
            self.diagnostics.error(position, "empty-value", said, hint, cure)
            return
        needed = self.shape is None or self.shape.needs(loc)
        hint = "." if needed else ", or remove the line: what is absent is shown as not known."
        pair = None if needed else (key_node, value_node)
        hint = f"Write one after `{key}:`{hint}"
        self.needless.append((position, "empty-value", said, hint, pair))

    def _without(self, pair: _Pair, value: Value) -> Cure | None:
        """The lines of a key and its value gone, if all the rest then reads as it does now."""
        first, last = pair[0].start_mark.line, last_line(self.lines, span_of(pair[1]))
        lines = [*self.lines[:first], *self.lines[last + 1 :]]
        noted = Diagnostics()
        read = read_any("\n".join(lines), self.path, noted)
        sound = read is not None and read.value == value and len(noted) < len(self.needless)
        return Cure(first + 1, last + 1, "") if sound else None

    # -- places ---------------------------------------------------------------------------------

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _position(self, line: int, column: int) -> Position:
        return Position(self.path, line, column, self._line(line))

    def _mark(self, mark: Any) -> Position:
        return self._position(mark.line + 1, mark.column + 1)

    def _refuse(
        self, position: Position, code: str, message: str, hint: str, cure: Cure | None = None
    ) -> _RefusedError:
        self.diagnostics.error(position, code, message, hint, cure)
        return _RefusedError()


def _plain(node: Any) -> Value:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return str(node.value)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not str(node.value).strip()
