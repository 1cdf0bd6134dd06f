"""A quotation of whole sentences that stand in one source, in order, with others between them.

Each sentence is true. Only the dots are missing that say where some were left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from inspection_digest.evidence.chain import between, in_order
from inspection_digest.evidence.elision import count_words
from inspection_digest.evidence.fold import BARRIER, fold
from inspection_digest.evidence.fragments import MOST_FRAGMENTS, Quotation, fragments_of
from inspection_digest.evidence.locate import Match
from inspection_digest.evidence.prepared import PreparedSource
from inspection_digest.evidence.splice import FEWEST_WORDS, TruePiece

_ENDS_AT_STOP = re.compile(r"[.!?][’”'\")\]]*$")


def sentences_apart(
    text: str, name: str, prepared: PreparedSource
) -> tuple[tuple[TruePiece, ...], str]:
    """The stretches that stand together, and the text with dots between them; none, if it is one.

    Every stretch has words enough to stand for itself, and whole sentences stand between them.
    """
    nothing: tuple[tuple[TruePiece, ...], str] = (), ""
    fragments = fragments_of(text)
    asked = _sentences(fragments[0]) if len(fragments) == 1 else []
    if not 1 < len(asked) <= MOST_FRAGMENTS:
        return nothing
    reading = prepared.body
    quotation = Quotation(tuple(fold(each) for each in asked), (None,) * (len(asked) + 1))
    matches = in_order(quotation, reading)
    if not matches:
        return nothing
    runs: list[list[int]] = [[0]]
    for index, (one, other) in enumerate(pairwise(matches), 1):
        left_out = between(reading, one, other)
        if not count_words(left_out):
            runs[-1].append(index)
        elif BARRIER in left_out or not _ENDS_AT_STOP.search(left_out.rstrip()):
            return nothing
        else:
            runs.append([index])
    written = [" ".join(asked[index] for index in run) for run in runs]
    if len(runs) < 2 or min(map(count_words, written)) < FEWEST_WORDS:
        return nothing
    pieces = (
        TruePiece(name, reading, Match(matches[run[0]].start, matches[run[-1]].end), len(words))
        for run, words in zip(runs, map(str.split, written), strict=True)
    )
    return tuple(pieces), " ... ".join(written)


def _sentences(text: str) -> Sequence[str]:
    """The sentences of a text; one that begins small is no new one."""
    words = text.split()
    found = [words[:1]]
    for before, word in pairwise(words):
        if _ENDS_AT_STOP.search(before) and not word[0].islower():
            found.append([])
        found[-1].append(word)
    return [" ".join(each) for each in found]
