"""The places of a whole quotation: its fragments one after the other in one reading.

What may stand between two fragments:

- words left out with an ellipsis, as `elision` allows;
- words of ours in square brackets: they stand for at most six printed words, and neither they nor
  the words they stand for may deny, count, grade or weigh;
- in extracts, nothing: what stands between two paragraphs is not known.

Of several ways to read a quotation at one place, the one that leaves out least.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from msgspec import Struct

from inspection_digest.evidence.elision import count_words, ends_sentence, may_leave_out
from inspection_digest.evidence.fold import BARRIER
from inspection_digest.evidence.fragments import (
    Joint,
    Quotation,
    refused,
    replaceable,
)
from inspection_digest.evidence.locate import Match, find
from inspection_digest.evidence.prepared import Reading
from inspection_digest.evidence.words import is_negation, kinds_in, plain, words_of

_MOST_PLACES = 5000  # of one word, say; nobody reads further
_MOST_STARTS = 200
_MOST_STEPS = 20
_NEIGHBOURS = 3  # words beside a bracket at the edge of a quotation that may not deny


class Chain(Struct, frozen=True):
    """Where each fragment of a quotation stands in one reading of a source."""

    reading: Reading
    quotation: Quotation
    matches: tuple[Match, ...]

    @property
    def start(self) -> int:
        return self.matches[0].start

    @property
    def end(self) -> int:
        return self.matches[-1].end

    @property
    def span(self) -> int:
        return self.end - self.start


def chains(quotation: Quotation, reading: Reading) -> list[Chain]:
    """The places of a quotation in one reading, in order."""
    if not sound(quotation):
        return []
    source = reading.folded
    if len(quotation.fragments) == 1:
        found: list[tuple[Match, ...]] = [
            (match,) for match in islice(find(quotation.fragments[0], source), _MOST_PLACES)
        ]
    else:
        found = list(_joined(quotation, reading))
    kept = [matches for matches in found if _edges_fair(quotation, reading, matches)]
    chained = [Chain(reading, quotation, matches) for matches in kept]
    return chained if len(chained) < 2 else _closest(chained)


def sound(quotation: Quotation) -> bool:
    """Whether a quotation's own form lets it prove anything: no refused edit, no lone word."""
    if any(joint and refused(joint) for joint in quotation.joints):
        return False
    if quotation.joints == (None, None):
        return True
    counts = [count_words(fragment.given) for fragment in quotation.fragments]
    if quotation.elided and min(counts) < 2:
        return False
    return sum(counts) >= 2


def _closest(found: Sequence[Chain]) -> list[Chain]:
    """The places of a quotation, in order: of those that overlap, the one that leaves out least.

    Where some leave out words of one sentence only, the others are no places of it.
    """
    near = [chain for chain in found if _within_sentences(chain)] or list(found)
    kept: list[Chain] = []
    for chain in sorted(near, key=lambda chain: (chain.span, chain.matches)):
        at = bisect_right(kept, chain.start, key=lambda other: other.start)
        clear_before = at == 0 or kept[at - 1].end <= chain.start
        if clear_before and (at == len(kept) or chain.end <= kept[at].start):
            kept.insert(at, chain)
    return kept


def _within_sentences(chain: Chain) -> bool:
    return not any(
        ends_sentence(between(chain.reading, one, other)) for one, other in pairwise(chain.matches)
    )


def _joined(quotation: Quotation, reading: Reading) -> Iterator[tuple[Match, ...]]:
    """For each place of the first fragment, the nearest places of the others after it."""
    located = _located(quotation, reading)
    if not all(located):
        return
    onward: dict[tuple[int, Match], tuple[Match, ...] | None] = {}
    for first in located[0][:_MOST_STARTS]:
        rest = _follow(quotation, reading, located, onward, (1, first))
        if rest is not None:
            yield (first, *rest)


def in_order(quotation: Quotation, reading: Reading) -> tuple[Match, ...]:
    """The fragments one after the other, whatever stands between, as close as they come.

    Only explains a failure.
    """
    located = _located(quotation, reading)
    rows: list[tuple[Match, ...]] = []
    for first in located[0][:_MOST_STARTS]:
        row = [first]
        for places in located[1:]:
            row.extend(_after(places, row[-1])[:1])
        if len(row) == len(located):
            rows.append(tuple(row))
    return min(rows, key=lambda row: row[-1].end - row[0].start, default=())


def _located(quotation: Quotation, reading: Reading) -> list[list[Match]]:
    """The places of each fragment."""
    return [
        list(islice(find(fragment, reading.folded), _MOST_PLACES))
        for fragment in quotation.fragments
    ]


def _after(places: Sequence[Match], previous: Match) -> Sequence[Match]:
    """The first few places that start after another ends."""
    start = bisect_left(places, Match(previous.end, 0))
    return places[start : start + _MOST_STEPS]


def _follow(
    quotation: Quotation,
    reading: Reading,
    located: Sequence[Sequence[Match]],
    onward: dict[tuple[int, Match], tuple[Match, ...] | None],
    after: tuple[int, Match],
) -> tuple[Match, ...] | None:
    """The rest of a chain from a fragment on, after a match; each pair is followed only once."""
    index, previous = after
    if index == len(located):
        return ()
    if after not in onward:
        onward[after] = None
        for match in _after(located[index], previous):
            if not may_stand_between(quotation, reading, index, previous, match):
                continue
            rest = _follow(quotation, reading, located, onward, (index + 1, match))
            if rest is not None:
                onward[after] = (match, *rest)
                break
    return onward[after]


def may_stand_between(
    quotation: Quotation, reading: Reading, index: int, previous: Match, match: Match
) -> bool:
    """Whether joint `index` of a quotation may stand for what is printed between two matches."""
    joint = quotation.joints[index]
    left_out = between(reading, previous, match)
    if joint is None or BARRIER in left_out:
        return False
    if not joint.gap:
        return replaceable(joint, left_out)
    if _edits(joint) and kinds_in(left_out):  # the bracket would seem to stand for that, too
        return False
    end = _end(reading, match)
    one, other = quotation.fragments[index - 1], quotation.fragments[index]
    return may_leave_out(one.given, left_out, other.given, reading.flow.text[end : end + 8])


def _end(reading: Reading, match: Match) -> int:
    return reading.given(match.start, match.end)[1]


def between(reading: Reading, one: Match, other: Match) -> str:
    """What is printed between two fragments, as the source has it."""
    if one.end == other.start:
        return ""
    return reading.flow.text[_end(reading, one) : reading.folded.origin(other.start)]


def _edges_fair(quotation: Quotation, reading: Reading, matches: tuple[Match, ...]) -> bool:
    """A bracket at the edge of a quotation must not stand in for a denial beside it."""
    text = reading.flow.text
    if _edits(quotation.joints[0]):
        start = reading.folded.origin(matches[0].start)
        if _denies(words_of(text[max(start - 80, 0) : start])[-_NEIGHBOURS:]):
            return False
    if _edits(quotation.joints[-1]):
        end = _end(reading, matches[-1])
        if _denies(words_of(text[end : end + 80])[:_NEIGHBOURS]):
            return False
    return True


def _edits(joint: Joint | None) -> bool:
    return joint is not None and joint.edit is not None


def _denies(words: Sequence[str]) -> bool:
    return any(is_negation(plain(word)) for word in words)
