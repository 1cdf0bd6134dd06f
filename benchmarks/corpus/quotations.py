"""Quotations that stand in their documents, copied as people copy them.

Most letter by letter, some with straight marks, some with words left out or put in brackets. Those
that run over a broken word are proved by their layout: they need nothing done to them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from benchmarks.corpus.documents import Document, Sentence
from benchmarks.corpus.words import STRAIGHT

# How a quotation is copied, by its share of a thousand.
STRAIGHTENED, SHORTENED, BRACKETED = 200, 100, 50
_TO_BRACKET = re.compile(
    r"(?<=[a-z,;] )(?:the leadership team|frontline staff|senior managers|the board|team leaders)"
)
# What a checker warns of when it is left out, or will not have replaced.
_WEIGHTY = re.compile(
    r"\d|\b(?:not|never|rarely|without|despite|no|little|slow|overlooked|ten|good|most|first)\b"
    r"|n’t|\bun|but|although|however",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words as a digest has them, and their page where it is printed."""

    text: str
    page: int | None


def quotations(chance: Random, document: Document, number: int) -> list[Quoted]:
    """So many quotations from different sentences of a document."""
    chosen = chance.sample(document.sentences, number)
    return [_copied(chance, sentence) for sentence in chosen]


def _copied(chance: Random, sentence: Sentence) -> Quoted:
    kind, text = chance.randrange(1000), sentence.text
    if kind < STRAIGHTENED:
        text = text.translate(STRAIGHT)
    elif kind < STRAIGHTENED + SHORTENED:
        text = _shortened(chance, text)
    elif kind < STRAIGHTENED + SHORTENED + BRACKETED:
        text = _TO_BRACKET.sub("[they]", text, count=1)
    return Quoted(text, sentence.page)


def _shortened(chance: Random, text: str) -> str:
    """Some words of the middle left out, where nothing weighty is among them."""
    words = text.split(" ")
    if len(words) < 14:
        return text
    start = chance.randrange(5, len(words) - 8)
    end = start + chance.randrange(2, 4)
    if _WEIGHTY.search(" ".join(words[start:end])) or not _tied(words, start, end):
        return text
    return " ".join([*words[:start], "...", *words[end:]])


def _tied(words: list[str], start: int, end: int) -> bool:
    """Whether both cuts are between two plain words."""
    return all(words[at].isalpha() for at in (start - 1, start, end - 1, end))
