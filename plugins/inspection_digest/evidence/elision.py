"""What an ellipsis may leave out. With gaps wide enough, common words would prove anything.

- A fragment of one word proves nothing; of two or three, it stands in its neighbour's sentence.
- Where a sentence ends in the gap, each fragment has four words at least, and no more than sixty
  are left out.
- Two pieces turned inside out - the end of one sentence, and then the start of another - are tied
  together by nothing. They need ten words each, as do fragments more than sixty words apart.
- Beyond about half a page they are two passages, and two quotations.
"""

from __future__ import annotations

import re

from inspection_digest.evidence.words import plain

# So many words at most may be left out between fragments of so many at least.
_WITHIN_SENTENCE = (40, 2)
_OVER_SENTENCES = (60, 4)
_LONG_FRAGMENTS = (150, 10)

_SENTENCE_END = re.compile(r"[.!?][’”'\")\]]*\s+(?:[^a-z\s]|$)")
_STARTS_AT_STOP = re.compile(r"\s*[’”'\")\]]*(?:[.!?]|$)")
_ENDS_AT_STOP = re.compile(r"[.!?][’”'\")\]]*\s*[‘“'\"(\[]*$")


def may_leave_out(one: str, left_out: str, other: str, after: str) -> bool:
    """Whether an ellipsis may stand for `left_out` between two fragments.

    `after`: the characters of the source that follow `other`.
    """
    words = len(left_out.split())
    fewest = min(count_words(one), count_words(other))
    allowed = [_LONG_FRAGMENTS]
    if not ends_sentence(left_out):
        allowed.append(_WITHIN_SENTENCE)
    elif not _inside_out(one.strip(), left_out, other.strip(), after):
        allowed.append(_OVER_SENTENCES)
    return any(words <= most and fewest >= least for most, least in allowed)


def ends_sentence(left_out: str) -> bool:
    """Whether a sentence ends in the words left out."""
    return bool(_SENTENCE_END.search(left_out))


def count_words(text: str) -> int:
    """The words of a text that have a letter or a figure."""
    return sum(1 for word in text.split() if plain(word))


def _inside_out(one: str, left_out: str, other: str, after: str) -> bool:
    """Whether `one` starts and `other` ends within a sentence, and a sentence ends between."""
    starts_within = one[:1].islower() or one[:1].isdigit()
    ends_within = not _ENDS_AT_STOP.search(other) and not _STARTS_AT_STOP.match(after)
    at_stops = (
        _ENDS_AT_STOP.search(one)
        or _STARTS_AT_STOP.match(left_out)
        or _ENDS_AT_STOP.search(left_out)
    )
    return starts_within and ends_within and bool(at_stops)
