"""What an ellipsis may leave out. With gaps wide enough, common words would prove anything.

- A fragment of one word proves nothing; of two, it stands in its neighbour's sentence.
- Where a sentence ends in the gap, each fragment has three words at least, and no more than
  sixty are left out.
- Two pieces turned inside out - the end of one sentence, and then the start of another - are tied
  together by nothing. They need ten words each; six, where only one side of the gap is the edge of
  a sentence. Fragments more than sixty words apart need ten.
- Beyond about half a page they are two passages, and two quotations.
"""

from __future__ import annotations

import re

from inspection_digest.evidence.words import plain

# So many words at most may be left out between fragments of so many at least.
_WITHIN_SENTENCE = (40, 2)
_OVER_SENTENCES = (60, (3, 6, 10))  # by the sides of the gap at which pieces are inside out
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
    if not ends_sentence(left_out):
        allowed = _WITHIN_SENTENCE
    else:
        most, least = _OVER_SENTENCES
        allowed = (most, least[_sides_inside_out(one.strip(), left_out, other.strip(), after)])
    return any(words <= most and fewest >= least for most, least in (allowed, _LONG_FRAGMENTS))


def ends_sentence(left_out: str) -> bool:
    """Whether a sentence ends in the words left out."""
    return bool(_SENTENCE_END.search(left_out))


def count_words(text: str) -> int:
    """The words of a text that have a letter or a figure."""
    return sum(1 for word in text.split() if plain(word))


def _sides_inside_out(one: str, left_out: str, other: str, after: str) -> int:
    """At how many sides of the gap a sentence ends, where the outer ends are within sentences."""
    starts_within = one[:1].islower() or one[:1].isdigit()
    ends_within = not _ENDS_AT_STOP.search(other) and not _STARTS_AT_STOP.match(after)
    if not (starts_within and ends_within):
        return 0
    before = _ENDS_AT_STOP.search(one) or _STARTS_AT_STOP.match(left_out)
    return bool(before) + bool(_ENDS_AT_STOP.search(left_out))
