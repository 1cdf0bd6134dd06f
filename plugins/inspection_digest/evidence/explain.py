"""Why a quotation fails: the nearest passage, and the true pieces it may be made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from inspection_digest.evidence.faults import fault
from inspection_digest.evidence.fragments import fragments_of
from inspection_digest.evidence.nearest import Passage, nearest_passage
from inspection_digest.evidence.omission import sentences_apart
from inspection_digest.evidence.prepared import PreparedSource
from inspection_digest.evidence.proofs import Change, Nearest
from inspection_digest.evidence.splice import TruePiece, pieces_of
from inspection_digest.evidence.words import WORD

_CLOSE = 0.6  # of the quotation's words, in order: a copy gone wrong
_PLAINLY_CLOSE = 0.85  # the same, where the true words might stand where we cannot look
_WORTH_SHOWING = 0.4
_LEFT_OUT = 25  # words: two pieces no further apart are one passage with words dropped


class Likeness(Struct, frozen=True):
    """The nearest passage, how much of the quotation it shares (0 to 1), and whether `all_there`:
    every fragment stands in it, in order, and only a bracket or an ellipsis is at fault."""

    nearest: Nearest | None
    shared: float
    all_there: bool = False


def likeness(text: str, name: str, prepared: PreparedSource) -> Likeness:
    """How close a quotation comes to a source; of one in fragments, the fragment furthest off."""
    fragments = fragments_of(text)
    passages = [(each, nearest_passage(each, prepared.body)) for each in fragments]
    found = [(each, passage) for each, passage in passages if passage is not None]
    if not found:
        return Likeness(None, 0.0)
    if all(passage and not passage.changes for _, passage in passages):
        wrong = fault(text, prepared.body)
        if wrong is not None:
            nearest = Nearest(name, _page(wrong, prepared), wrong.text, wrong.changes)
            return Likeness(nearest, 1.0, all_there=True)
    fragment, worst = min(found, key=lambda item: (not item[1].changes, item[1].shared))
    shared = min(passage.shared if passage else 0.0 for _, passage in passages)
    if worst.shared < _WORTH_SHOWING or (len(fragments) > 1 and not worst.changes):
        return Likeness(None, shared)
    changes = worst.changes or (Change(WORD, fragment, worst.text),)
    return Likeness(Nearest(name, _page(worst, prepared), worst.text, changes), shared)


def close_to(shared: float, *, sure: bool) -> bool:
    """Whether a quotation shares so much with a passage that it is that passage, altered."""
    return shared >= (_CLOSE if sure else _PLAINLY_CLOSE)


def spliced_from(
    text: str, held: Mapping[str, PreparedSource], first: str, like: Likeness
) -> tuple[TruePiece, ...]:
    """The true pieces a quotation is made of; none if it is not, or is one passage with a slip."""
    apart, _ = sentences_apart(text, first, held[first])
    if apart:
        return apart
    fragments = fragments_of(text)
    pieces = pieces_of(fragments, held, first) if fragments and not like.all_there else None
    if not pieces or len(pieces) < 2 or _one_passage(pieces):
        return ()
    slip = len(fragments) == 1 and like.shared >= _PLAINLY_CLOSE and _of_one_source(pieces)
    return () if slip else pieces


def _of_one_source(pieces: Sequence[TruePiece]) -> bool:
    return len({piece.source for piece in pieces}) == 1


def _one_passage(pieces: Sequence[TruePiece]) -> bool:
    """Whether pieces follow one another in one source with no more than a few words between."""
    return _of_one_source(pieces) and all(_follows(one, other) for one, other in pairwise(pieces))


def _follows(one: TruePiece, other: TruePiece) -> bool:
    reading = one.reading
    if other.match.start < one.match.end:
        return False
    left_out = reading.flow.text[
        reading.given(one.match.start, one.match.end)[1] : reading.folded.origin(other.match.start)
    ]
    return len(left_out.split()) <= _LEFT_OUT


def _page(passage: Passage, prepared: PreparedSource) -> int:
    return prepared.places(prepared.body, passage.start, passage.end)[0].page
