"""The places of a whole quotation: its fragments one after the other in one reading.

Rules for what may stand between two fragments:

- words left out with an ellipsis: at most about half a page, so that two passages far apart are not
  set as one; a fragment of one word proves nothing and is refused, and one of two or three words
  must stand in the same sentence as its neighbours;
- words of ours in square brackets: they stand for at most six printed words, and neither they nor
  the words they stand for may deny, count, grade or weigh;
- in extracts, nothing: what stands between two paragraphs is not known.

Of several ways to read a quotation, the one that leaves out least.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inspection_digest.evidence.fold import BARRIER, Folded
from inspection_digest.evidence.fragments import Joint, Quotation, refused, replaceable
from inspection_digest.evidence.locate import Match, find
from inspection_digest.evidence.prepared import Reading
from inspection_digest.evidence.words import is_negation, plain, words_of

_FEW_WORDS = 4  # a fragment of fewer must stand in its neighbour's sentence
_FAR = 40  # words: no sentence leaves out more
_FARTHEST = 150  # words: beyond it the fragments are two passages, not one
_MOST_STARTS = 200
_MOST_STEPS = 20
_SENTENCE_END = re.compile(r"[.!?][’”'\")\]]*\s+[^a-z\s]")
_NEIGHBOURS = 3  # words beside a bracket at the edge of a quotation that may not deny


@dataclass(frozen=True, slots=True)
class Chain:
    """Where each fragment of a quotation stands in one reading of a source."""

    reading: Reading
    quotation: Quotation
    matches: tuple[Match, ...]

    @property
    def span(self) -> int:
        return self.matches[-1].end - self.matches[0].start


def chains(quotation: Quotation, reading: Reading) -> list[Chain]:
    """The places of a quotation in one reading, the ones that leave out least, in order."""
    if not sound(quotation):
        return []
    source = reading.folded
    if len(quotation.fragments) == 1:
        found: list[tuple[Match, ...]] = [
            (match,) for match in find(quotation.fragments[0], source)
        ]
    else:
        found = list(_joined(quotation, reading))
    kept = [matches for matches in found if _edges_fair(quotation, reading, matches)]
    return _closest([Chain(reading, quotation, matches) for matches in kept])


def sound(quotation: Quotation) -> bool:
    """Whether a quotation's own form lets it prove anything: no refused edit, no lone word."""
    if any(joint and refused(joint) for joint in quotation.joints):
        return False
    if quotation.joints == (None, None):
        return True
    counts = [_count(fragment) for fragment in quotation.fragments]
    if quotation.elided and min(counts) < 2:
        return False
    return sum(counts) >= 2


def _closest(found: Sequence[Chain]) -> list[Chain]:
    shortest = min((chain.span for chain in found), default=0)
    return [chain for chain in found if chain.span == shortest]


def _joined(quotation: Quotation, reading: Reading) -> Iterator[tuple[Match, ...]]:
    """For each place of the first fragment, the nearest places of the others after it."""
    located = [list(find(fragment, reading.folded)) for fragment in quotation.fragments]
    if not all(located):
        return
    for first in located[0][:_MOST_STARTS]:
        rest = _follow(quotation, reading, located, 1, first)
        if rest is not None:
            yield (first, *rest)


def _follow(
    quotation: Quotation,
    reading: Reading,
    located: Sequence[Sequence[Match]],
    index: int,
    previous: Match,
) -> tuple[Match, ...] | None:
    if index == len(located):
        return ()
    after = (match for match in located[index] if match.start >= previous.end)
    for _, match in zip(range(_MOST_STEPS), after, strict=False):
        if not _may_stand_between(quotation, reading, index, previous, match):
            continue
        rest = _follow(quotation, reading, located, index + 1, match)
        if rest is not None:
            return (match, *rest)
    return None


def _may_stand_between(
    quotation: Quotation, reading: Reading, index: int, previous: Match, match: Match
) -> bool:
    joint = quotation.joints[index]
    left_out = between(reading, previous, match)
    if joint is None or BARRIER in left_out:
        return False
    if not joint.gap:
        return replaceable(joint, left_out)
    counts = [_count(quotation.fragments[side]) for side in (index - 1, index)]
    words = len(left_out.split())
    if min(counts) >= _FEW_WORDS:
        return words <= _FARTHEST
    return words <= _FAR and not _SENTENCE_END.search(left_out)


def between(reading: Reading, one: Match, other: Match) -> str:
    """What is printed between two fragments, as the source has it."""
    if one.end == other.start:
        return ""
    return reading.flow.text[
        reading.given(one.start, one.end)[1] : reading.folded.origin(other.start)
    ]


def _edges_fair(quotation: Quotation, reading: Reading, matches: tuple[Match, ...]) -> bool:
    """A bracket at the edge of a quotation must not stand in for a denial beside it."""
    text = reading.flow.text
    if _edits(quotation.joints[0]):
        start = reading.folded.origin(matches[0].start)
        if _denies(words_of(text[max(start - 80, 0) : start])[-_NEIGHBOURS:]):
            return False
    if _edits(quotation.joints[-1]):
        end = reading.given(matches[-1].start, matches[-1].end)[1]
        if _denies(words_of(text[end : end + 80])[:_NEIGHBOURS]):
            return False
    return True


def _edits(joint: Joint | None) -> bool:
    return joint is not None and joint.edit is not None


def _denies(words: Sequence[str]) -> bool:
    return any(is_negation(plain(word)) for word in words)


def _count(fragment: Folded) -> int:
    """The words of a fragment: tokens that have a letter or a digit."""
    return sum(1 for word in fragment.given.split() if plain(word))
