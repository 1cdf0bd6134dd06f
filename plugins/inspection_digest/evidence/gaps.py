"""What a quotation leaves out with dots, where a reader should know of it, as a message."""

from __future__ import annotations

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.evidence.proofs import Gap, Proof
from inspection_digest.evidence.quotations import QuoteKey
from inspection_digest.evidence.words import NEGATION, kind_of, words_of
from inspection_digest.reading.library import Digest

_ONLY = 2  # words: "not", "has not"
_SHOWN = 200
_NAMES = {
    "negation": "a negation",
    "number": "a number",
    "grade": "a grade",
    "heading": "a heading",
    "page": "the end of a page",
}


def note_gaps(digest: Digest, key: QuoteKey, proof: Proof, diagnostics: Diagnostics) -> None:
    """An error where dots stand for a negation and nothing else; a warning for what weighs."""
    for gap in proof.gaps:
        at = digest.document.words(key.group, key.name, "text")
        if only_denies(gap):
            diagnostics.error(
                at,
                "quote-without-its-not",
                f"The dots in `{key.name}` leave out “{gap.text}” and nothing else: without it the "
                "words say the opposite.",
                f"Put “{gap.text}” back in the place of the dots.",
            )
        elif gap.notes:
            holds = ", ".join(_NAMES[note] for note in gap.notes)
            diagnostics.warning(
                at,
                "quote-gap",
                f"The dots in `{key.name}` leave out “{_cut(gap.text)}” ({holds}). Without it the "
                "words may say something else.",
                "Quote those words too, or make two quotes; readers can open what is left out.",
            )


def only_denies(gap: Gap) -> bool:
    """Whether all that is left out is a word or two, and one of them a negation."""
    words = words_of(gap.text)
    return len(words) <= _ONLY and any(kind_of(word) == NEGATION for word in words)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
