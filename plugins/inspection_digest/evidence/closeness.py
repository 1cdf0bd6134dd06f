"""Of a quotation that was found, how its characters differ from the printed ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from inspection_digest.evidence.chain import Chain, between
from inspection_digest.evidence.fold import LINE_END, Folded
from inspection_digest.evidence.locate import Match
from inspection_digest.evidence.prepared import readable
from inspection_digest.evidence.proofs import Gap, Place, Verdict
from inspection_digest.evidence.words import kinds_in, plain

_PLAIN_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_HEADING_WORDS = 12
_ENDS_SENTENCE = re.compile(r"[.!?:;,][’”'\")\]]*$")


def verdict_of(chain: Chain) -> Verdict:
    """The verdict of a quotation that holds."""
    if chain.quotation.edited:
        return Verdict.EDITED
    if chain.quotation.elided:
        return Verdict.ELIDED
    return _closeness(chain, chain.quotation.fragments[0], chain.matches[0])


def _closeness(chain: Chain, quote: Folded, match: Match) -> Verdict:
    reading = chain.reading
    start, end = reading.given(match.start, match.end)
    broken = LINE_END in reading.folded.joins_in(match.start, match.end)
    if broken or reading.flow.reset or reading.flow.whole(start, end) is None:
        return Verdict.LAYOUT
    same = _same(reading.flow.text[start:end], quote.trimmed())
    return Verdict.VERBATIM if same else Verdict.TYPOGRAPHIC


def _same(one: str, other: str) -> bool:
    """Whether two texts are the same but for plain spaces and the ends of lines."""
    one, other = one.replace("\n", " "), other.replace("\n", " ")
    return one == other or _PLAIN_SPACE.sub(" ", one) == _PLAIN_SPACE.sub(" ", other)


def gaps_of(chain: Chain, places: Sequence[Sequence[Place]]) -> tuple[Gap, ...]:
    """What a quotation leaves out or replaces between each two of its fragments."""
    found = []
    for (one, other), (before, after) in zip(
        pairwise(chain.matches), pairwise(places), strict=True
    ):
        raw = between(chain.reading, one, other)
        text = readable(raw)
        notes = list(kinds_in(text))
        if _has_heading(raw):
            notes.append("heading")
        if before[-1].page != after[0].page:
            notes.append("page")
        words = sum(1 for word in text.split() if plain(word))
        found.append(Gap(words, text, tuple(notes)))
    return tuple(found)


def _has_heading(raw: str) -> bool:
    """Whether a line of the gap reads as a heading: short, begun large, ended without a stop."""
    lines = [" ".join(line.split()) for line in raw.split("\n")]
    whole = [line for line in lines[1:-1] if line]
    for index, line in enumerate(whole):
        following = whole[index + 1] if index + 1 < len(whole) else lines[-1]
        before = whole[index - 1] if index else lines[0]
        if (
            len(line.split()) <= _HEADING_WORDS
            and (line[0].isupper() or line[0].isdigit())
            and not _ENDS_SENTENCE.search(line)
            and (not before or _ENDS_SENTENCE.search(before))
            and (not following or not following[0].islower())
        ):
            return True
    return False
