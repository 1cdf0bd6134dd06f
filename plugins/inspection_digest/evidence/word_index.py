"""The words of a text, where they stand, and where each is found: an index to explain failures."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from inspection_digest.evidence.fold import compact
from inspection_digest.evidence.words import plain

# A word broken by a hyphen at the end of a line is one word.
_WORD = re.compile(r"[^\s\uffff]*\w[-‐‑\u00ad][^\S\n]*\n\s*[^\s\uffff]+|[^\s\uffff]+")


@dataclass(frozen=True)
class WordIndex:
    """The words of `text` that have a letter or a figure, made when they are first asked for."""

    text: str

    @cached_property
    def _words(self) -> list[tuple[int, int, str]]:
        found = (match.span() for match in _WORD.finditer(self.text))
        shaped = ((start, end, compact(self.text[start:end])) for start, end in found)
        return [word for word in shaped if plain(word[2])]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word starts and ends in the text."""
        return [(start, end) for start, end, _ in self._words]

    @cached_property
    def shapes(self) -> list[str]:
        """Each word as it is compared: folded, without hyphens and spaces."""
        return [re.sub(r"\s", "", shape) for _, _, shape in self._words]

    @cached_property
    def keys(self) -> list[str]:
        """Each word's letters and figures, in lower case."""
        return [plain(shape) for shape in self.shapes]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where in the list of words each key stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, key in enumerate(self.keys):
            found[key].append(place)
        return dict(found)
