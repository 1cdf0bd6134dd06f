"""The passage a failed quotation comes closest to. It explains a failure and decides nothing.

Words vote for where they would have the quotation start; the best places are aligned word by word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from heapq import nsmallest

from msgspec import Struct

from inspection_digest.evidence.changes import changes_between
from inspection_digest.evidence.fold import BARRIER, compact
from inspection_digest.evidence.prepared import Reading, readable
from inspection_digest.evidence.proofs import Change
from inspection_digest.evidence.words import plain

_COMMON = 300  # a word that stands in more places than this votes only if all do
_MOST_VOTES = 2000  # of one word; where all are so common, the first places will do
_BUCKET = 8
_CANDIDATES = 3
_OPENING, _CLOSING = "\"'“‘([", ".,;:!?\"'”’)]"
_BRACKETED = re.compile(r"[)\]}]-?[A-Za-z]|[A-Za-z]-?[(\[{]")  # within a word: "(a)leaders"
_GOOD_ENOUGH = 0.75  # shared with the likeliest place: the others are not tried
_LONGEST = 120  # words of a quotation that are aligned


class Passage(Struct, frozen=True):
    """A stretch of a reading's text, how much of the quotation it shares (0 to 1), and how."""

    start: int
    end: int
    shared: float
    text: str
    changes: tuple[Change, ...]


def nearest_passage(quote: str, reading: Reading) -> Passage | None:
    """The passage that shares most words with `quote`, in its order; None if none shares any."""
    index = reading.words
    written = [word for word in quote.split() if plain(word)][:_LONGEST]
    shapes = [compact(word) for word in written]
    best: Passage | None = None
    for guess in _guesses([plain(word) for word in shapes], index.places):
        low = max(guess - len(shapes) // 2 - _BUCKET, 0)
        high = guess + len(shapes) + len(shapes) // 2 + _BUCKET
        passage = _align(written, shapes, reading, low, min(high, len(index.shapes)))
        if passage and BARRIER in reading.flow.text[passage.start : passage.end]:
            continue  # no passage: nobody knows what stands between two extracts
        if passage and (best is None or passage.shared > best.shared):
            best = passage
        if best and best.shared > _GOOD_ENOUGH:
            break
    return best


def _guesses(words: Sequence[str], places: dict[str, list[int]]) -> list[int]:
    """The likeliest places for the quotation to start at, by votes of its words."""
    held = [(offset, places[word]) for offset, word in enumerate(words) if word in places]
    rare = [item for item in held if len(item[1]) <= _COMMON] or held
    votes: Counter[int] = Counter()
    for offset, found in rare:
        weight = 1_000_000 // (20 + len(found))
        for place in found[:_MOST_VOTES]:
            bucket = (place - offset) // _BUCKET
            votes[bucket] += weight
            votes[bucket + 1] += weight
    best = nsmallest(_CANDIDATES, votes.items(), key=lambda item: (-item[1], item[0]))
    return [bucket * _BUCKET for bucket, _ in best]


def _align(
    written: Sequence[str], shapes: Sequence[str], reading: Reading, low: int, high: int
) -> Passage | None:
    index, text = reading.words, reading.flow.text
    held = index.shapes[low:high]
    pairs = _within_sentence(_pairs(shapes, held), shapes, held)
    paired = [low + printed for _, printed in pairs if printed is not None]
    if not paired:
        return None
    columns = [
        (
            None if asked is None else written[asked],
            None if printed is None else readable(text[slice(*index.spans[low + printed])]),
        )
        for asked, printed in pairs
    ]
    start, end = _trim(columns, index.spans[paired[0]][0], index.spans[paired[-1]][1])
    same = sum(1 for quoted, printed in columns if plain(quoted or "") == plain(printed or " "))
    changes = changes_between(columns)
    return Passage(start, end, same / len(shapes), readable(text[start:end]), changes)


def _within_sentence(
    pairs: list[tuple[int | None, int | None]], asked: Sequence[str], held: Sequence[str]
) -> list[tuple[int | None, int | None]]:
    """A word that differs at an edge of the quotation stands for none of another sentence."""
    (first, printed), (last, last_printed) = pairs[0], pairs[-1]
    if len(pairs) < 3:
        return pairs
    if first is not None and printed is not None and _ends(held[printed]):
        same = plain(asked[first]) == plain(held[printed])
        pairs = pairs if same else [(first, None), *pairs[1:]]
    if last is not None and last_printed and _ends(held[last_printed - 1]):
        same = plain(asked[last]) == plain(held[last_printed])
        pairs = pairs if same else [*pairs[:-1], (last, None)]
    return pairs


def _ends(shape: str) -> bool:
    return shape.rstrip("')").endswith((".", "!", "?"))


def _trim(columns: list[tuple[str | None, str | None]], start: int, end: int) -> tuple[int, int]:
    """Leaves off marks printed at the passage's edges beyond those that the quotation has; but no
    half of two brackets."""
    quoted, printed = columns[0]
    if quoted and printed and not _BRACKETED.search(printed):
        ours = _folded(quoted[: len(quoted) - len(quoted.lstrip(_OPENING))])
        theirs = printed[: len(printed) - len(printed.lstrip(_OPENING))]
        beyond = len(theirs) - len(ours) if _folded(theirs).endswith(ours) else 0
        start += beyond
        columns[0] = (quoted, printed[beyond:])
    quoted, printed = columns[-1]
    if quoted and printed and not _BRACKETED.search(printed):
        ours = _folded(quoted[len(quoted.rstrip(_CLOSING)) :])
        theirs = printed[len(printed.rstrip(_CLOSING)) :]
        beyond = len(theirs) - len(ours) if _folded(theirs).startswith(ours) else 0
        end -= beyond
        columns[-1] = (quoted, printed[: len(printed) - beyond])
    return start, end


def _folded(marks: str) -> str:
    return compact(marks) if marks else ""


def _pairs(asked: Sequence[str], held: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """The cheapest way to read `asked` somewhere in `held`: pairs of indices, None for no word.

    Words of `held` before and after cost nothing. Among equals, the one that stays together.
    """
    width = len(held)
    row = [0.0] * (width + 1)
    steps: list[list[str]] = []
    keys = [plain(word) for word in held]
    for word in asked:
        key = plain(word)
        costs = [row[0] + 1]
        moves = ["a"]
        for column in range(width):
            same = 0.0 if word == held[column] else 0.3 if key == keys[column] else 0.95
            options = (row[column] + same, row[column + 1] + 1, costs[column] + 0.8)
            cheapest = min(options)
            costs.append(cheapest)
            moves.append("pah"[options.index(cheapest)])
        row = costs
        steps.append(moves)
    column = min(range(width + 1), key=lambda at: (row[at], at))
    return _traced(steps, column)


def _traced(steps: Sequence[Sequence[str]], column: int) -> list[tuple[int | None, int | None]]:
    pairs: list[tuple[int | None, int | None]] = []
    line = len(steps)
    while line:
        move = steps[line - 1][column]
        if move == "h":
            column -= 1
            pairs.append((None, column))
        else:
            line -= 1
            if move == "p":
                column -= 1
            pairs.append((line, column if move == "p" else None))
    return pairs[::-1]
