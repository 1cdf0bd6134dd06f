"""A source made ready to be searched: its readings folded once, and kept.

`prepare` does the work when it is first asked for, so that a source none of whose quotations
fails never pays for what only explains a failure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from inspection_digest.documents.text import SourceText
from inspection_digest.evidence import flow
from inspection_digest.evidence.flow import Flow
from inspection_digest.evidence.fold import BARRIER
from inspection_digest.evidence.folded_source import FoldedSource
from inspection_digest.evidence.proofs import Place
from inspection_digest.evidence.word_index import WordIndex

_HYPHEN_BREAK = re.compile(r"([-‐‑])[^\S\n]*\n\s*")
_SOFT_HYPHEN = re.compile(r"[\u00ad\ufffe\u0002]\s*")
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff]")


@dataclass(frozen=True)
class Reading:
    """One reading of a source: its flow, and the same folded."""

    flow: Flow

    @cached_property
    def folded(self) -> FoldedSource:
        return FoldedSource(self.flow.text)

    @cached_property
    def words(self) -> WordIndex:
        return WordIndex(self.flow.text)

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the flow's text of a stretch of the folded text."""
        return self.folded.origins(start, end)


@dataclass(frozen=True)
class PreparedSource:
    """A source and its readings, each made when it is first needed."""

    source: SourceText

    @cached_property
    def _edges(self) -> flow.Edges:
        return flow.edges(self.source)

    @cached_property
    def body(self) -> Reading:
        return Reading(flow.body(self.source, self._edges))

    @cached_property
    def _others(self) -> tuple[Reading, ...]:
        found = (
            flow.without_notes(self.source, self._edges),
            flow.with_level_calls(self.source, self._edges),
            flow.by_page(self.source),
        )
        return tuple(Reading(each) for each in found if each is not None)

    def readings(self) -> Iterator[Reading]:
        """The readings in the order in which they are tried."""
        yield self.body
        yield from self._others

    @cached_property
    def _paragraphs(self) -> tuple[tuple[int, ...], ...]:
        return tuple(flow.paragraph_starts(page) for page in self.source.pages)

    @property
    def blank(self) -> bool:
        """Whether there are no words at all to search."""
        return not self.body.folded.text

    def places(self, reading: Reading, start: int, end: int) -> tuple[Place, ...]:
        """The places of a stretch of a reading's text, one for each page it touches."""
        found = []
        for page, first, last in reading.flow.back(start, end):
            text = self.source.pages[page - 1][first:last]
            start = first + len(text) - len(text.lstrip())  # without the space at its ends
            end = first + len(text.rstrip())
            if start < end:
                found.append(Place(page, start, end, self._paragraph(page, start)))
        return tuple(found)

    def _paragraph(self, page: int, start: int) -> int:
        return max(bisect_right(self._paragraphs[page - 1], start), 1)


def prepare(source: SourceText | PreparedSource) -> PreparedSource:
    """The source ready to be searched; given one that is, the same."""
    return source if isinstance(source, PreparedSource) else PreparedSource(source)


def readable(text: str) -> str:
    """A stretch of a source on one line, as a person would copy it; it still proves."""
    text = _SOFT_HYPHEN.sub("", _HYPHEN_BREAK.sub(r"\1", text))
    return " ".join(_INVISIBLE.sub("", text).replace(BARRIER, " ").split())
