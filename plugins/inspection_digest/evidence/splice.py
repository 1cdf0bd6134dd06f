"""Whether a failed quotation is put together from true pieces.

A piece is at least four words that stand together in one source. If a few of them cover the whole
quotation, it is a splice: of two documents, or of two passages of one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from inspection_digest.evidence.fold import fold
from inspection_digest.evidence.locate import Match, find
from inspection_digest.evidence.prepared import PreparedSource, Reading
from inspection_digest.evidence.words import WORD, kind_of, plain

FEWEST_WORDS = 4
_MOST_PIECES = 4
_LINKING = 1  # words between two pieces that may be the quoter's own
_OPENING, _CLOSING = "\"'“‘(", ".,;:!?\"'”’)"


class TruePiece(Struct, frozen=True):
    """Words of a quotation that stand together in a source."""

    source: str
    reading: Reading
    match: Match
    words: int


def pieces_of(
    fragments: Sequence[str], held: Mapping[str, PreparedSource], first: str
) -> tuple[TruePiece, ...] | None:
    """The true pieces that cover the fragments, in order; None if they do not cover them.

    `first` is the source that is believed where two would do.
    """
    order = {first: held[first], **held}
    found: list[TruePiece] = []
    for fragment in fragments:
        own = _cover(fragment.split(), order)
        if own is None:
            return None
        found.extend(own)
    return tuple(found) if len(found) <= max(_MOST_PIECES, len(fragments)) else None


def _cover(words: Sequence[str], held: Mapping[str, PreparedSource]) -> list[TruePiece] | None:
    found: list[TruePiece] = []
    at, skipped = 0, 0
    while at < len(words):
        piece = _longest(words[at:], held, whole=not found)
        if piece is None:
            if not found or skipped >= _LINKING or kind_of(words[at]) != WORD:
                return None
            at, skipped = at + 1, skipped + 1
            continue
        found.append(piece)
        at, skipped = at + piece.words, 0
    return found if len(found) <= _MOST_PIECES else None


def _longest(
    words: Sequence[str], held: Mapping[str, PreparedSource], *, whole: bool
) -> TruePiece | None:
    """The longest run of words from the first that stands in some source."""
    fewest = min(FEWEST_WORDS, len(words)) if whole else FEWEST_WORDS
    best: TruePiece | None = None
    for name, prepared in held.items():
        reading = prepared.body
        low, high, match = fewest - 1, len(words), None
        while low < high:
            middle = (low + high + 1) // 2
            at = _stands(words[:middle], reading)
            if at is None:
                high = middle - 1
            else:
                low, match = middle, at
        if match is not None and low >= fewest and (best is None or low > best.words):
            best = TruePiece(name, reading, match, low)
    return best


def _stands(words: Sequence[str], reading: Reading) -> Match | None:
    """Where words stand together, the punctuation at their ends left open."""
    written = " ".join(words)
    for text in dict.fromkeys((written, written.lstrip(_OPENING).rstrip(_CLOSING))):
        if plain(text):
            match = next(find(fold(text), reading.folded), None)
            if match is not None:
                return match
    return None
