"""Why a quotation fails: the nearest passage, and the true pieces it may be made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from inspection_digest.evidence.chain import between, in_order
from inspection_digest.evidence.changes import changes_between
from inspection_digest.evidence.fragments import fragments_of, readings
from inspection_digest.evidence.nearest import Passage, nearest_passage
from inspection_digest.evidence.prepared import PreparedSource, Reading, readable
from inspection_digest.evidence.proofs import Change, Nearest
from inspection_digest.evidence.splice import TruePiece, pieces_of
from inspection_digest.evidence.words import WORD

_CLOSE = 0.6  # of the quotation's words, in order: a copy gone wrong
_PLAINLY_CLOSE = 0.85  # the same, where the true words might stand where we cannot look
_WORTH_SHOWING = 0.4
_LEFT_OUT = 25  # words: two pieces no further apart are one passage with words dropped


def nearest_in(text: str, name: str, prepared: PreparedSource) -> tuple[Nearest | None, float]:
    """The nearest passage of a source and how much of the quotation it shares (0 to 1).

    Of a quotation in fragments, the fragment that is furthest from the source.
    """
    fragments = fragments_of(text)
    passages = [(each, nearest_passage(each, prepared.body)) for each in fragments]
    found = [(each, passage) for each, passage in passages if passage is not None]
    if not found:
        return None, 0.0
    if all(passage and not passage.changes for _, passage in passages):
        refused = _refused_joint(text, prepared.body)
        if refused is not None:
            return Nearest(name, _page(refused, prepared), refused.text, refused.changes), 1.0
    fragment, worst = min(found, key=lambda item: (not item[1].changes, item[1].shared))
    shared = min(passage.shared if passage else 0.0 for _, passage in passages)
    if worst.shared < _WORTH_SHOWING or (len(fragments) > 1 and not worst.changes):
        return None, shared
    changes = worst.changes or (Change(WORD, fragment, worst.text),)
    return Nearest(name, _page(worst, prepared), worst.text, changes), shared


def _refused_joint(text: str, reading: Reading) -> Passage | None:
    """Where all fragments stand in order: the first bracket or ellipsis that may not join them."""
    for quotation in reversed(readings(text)):
        matches = in_order(quotation, reading)
        if not matches or len(matches) != len(quotation.joints) - 1:
            continue
        start = reading.folded.origin(matches[0].start)
        end = reading.given(matches[-1].start, matches[-1].end)[1]
        for joint, (one, other) in zip(quotation.joints[1:], pairwise(matches), strict=False):
            printed = readable(between(reading, one, other))
            if joint is not None and len(printed.split()) <= _LEFT_OUT:
                ours = "..." if joint.edit is None else f"[{joint.edit}]"
                changes = changes_between([(ours, printed)])
                return Passage(start, end, 1.0, readable(reading.flow.text[start:end]), changes)
    return None


def close_to(shared: float, *, sure: bool) -> bool:
    """Whether a quotation shares so much with a passage that it is that passage, altered."""
    return shared >= (_CLOSE if sure else _PLAINLY_CLOSE)


def spliced_from(
    text: str, held: Mapping[str, PreparedSource], first: str, shared: float
) -> tuple[TruePiece, ...]:
    """The true pieces a quotation is made of; none if it is not, or is one passage with a slip.

    `shared`: how much of it the nearest passage shares.
    """
    fragments = fragments_of(text)
    pieces = pieces_of(fragments, held, first) if fragments else None
    if not pieces or len(pieces) < 2 or _one_passage(pieces):
        return ()
    slip = len(fragments) == 1 and shared >= _PLAINLY_CLOSE and _of_one_source(pieces)
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
