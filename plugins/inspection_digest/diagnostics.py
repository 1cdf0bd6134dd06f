"""What we tell a contributor: a place, a code, what is wrong and what to do.

Nothing here prints and nothing raises: a mistake in content is noted, its siblings are still
read, and everything is reported at once. An exception means that *we* are wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from inspection_digest.messages.registry import ENTRIES


class Severity(StrEnum):
    """Errors stop a build; warnings are said and the site never shows the thing as proved."""

    ERROR = "error"
    WARNING = "warning"


class Position(Struct, frozen=True, order=True):
    """Where in a file: a path relative to the project with `/`, line and column from 1.

    `line` 0 means the whole file. `source_line` is that line's text, for the caret.
    """

    path: str
    line: int = 0
    column: int = 0
    source_line: str = ""


class Cure(Struct, frozen=True):
    """What to paste: lines `first` to `last` of the file, from 1, become `text`.

    `text` has no line feed at its end. An empty one means that the lines are to go.
    """

    first: int
    last: int
    text: str

    def applied(self, text: str) -> str:
        """The file's text with the cure pasted."""
        lines = text.split("\n")
        lines[self.first - 1 : self.last] = self.text.split("\n") if self.text else []
        return "\n".join(lines)


class Diagnostic(Struct, frozen=True):
    """One message: `code` is kebab-case, `message` says what, `hint` says what to do.

    `cure` is given only where the right text is known, never where it would be a guess at a fact.
    """

    position: Position
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR
    cure: Cure | None = None

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By place, then by code and message, so that the same content gives the same report."""
        at = self.position
        return (at.path, at.line, at.column, self.code, self.message)


class Diagnostics:
    """The collector that is handed down through reading, proving and analysis."""

    def __init__(self) -> None:
        self._items: list[Diagnostic] = []

    def error(
        self, position: Position, code: str, message: str, hint: str, cure: Cure | None = None
    ) -> None:
        self._note(Diagnostic(position, code, message, hint, Severity.ERROR, cure))

    def warning(
        self, position: Position, code: str, message: str, hint: str, cure: Cure | None = None
    ) -> None:
        self._note(Diagnostic(position, code, message, hint, Severity.WARNING, cure))

    def _note(self, item: Diagnostic) -> None:
        """Keeps a message. A code without an entry could not be looked up: our own mistake."""
        if item.code not in ENTRIES:
            raise KeyError(f"no entry in messages/ for {item.code}")
        self._items.append(item)

    def extend(self, items: Iterable[Diagnostic]) -> None:
        self._items.extend(items)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(self._items, key=Diagnostic.sort_key))

    def __len__(self) -> int:
        return len(self._items)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(item for item in self if item.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        return tuple(item for item in self if item.severity is Severity.WARNING)
