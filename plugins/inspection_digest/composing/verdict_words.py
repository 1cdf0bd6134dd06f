"""Every verdict, and each step of a difference, in words: for a terminal and for "Check a quote".

Sentences that say more of a quotation are in `proof_words`. All are plain text with `{names}`, so
that the page's script can be given them as they are.
"""

from __future__ import annotations

from inspection_digest.evidence.proofs import Change, Verdict

SAID = {
    Verdict.VERBATIM: "it stands there word for word and mark for mark",
    Verdict.TYPOGRAPHIC: "it stands there; only quotation marks, dashes or spaces differ",
    Verdict.LAYOUT: "it stands there, over a line-end hyphen, a footnote mark or a page break",
    Verdict.ELIDED: "its parts stand there in this order",
    Verdict.EDITED: "it stands there but for the words in square brackets",
    Verdict.AMBIGUOUS: "it stands there more than once",
    Verdict.UNREADABLE: "the page it may stand on cannot be read, so nothing is known",
    Verdict.UNHELD: "there is no text to look in, so nothing is known",
    Verdict.MISPLACED: "it stands there, but not on the page given",
    Verdict.ALTERED: "a passage comes close, but says something else",
    Verdict.ELSEWHERE: "it stands in another document",
    Verdict.SPLICED: "its parts stand there, but not together or not in this order",
    Verdict.ABSENT: "it does not stand there; see that it is the right document, and copy the "
    "words from it again",
}
KINDS = {"negation": "a negation", "number": "a number", "grade": "a grade"}
LEFT_OUT = "“{printed}” is left out"
ADDED = "“{quoted}” is added"
STANDS_FOR = "where the source has “{printed}”, this has “{quoted}”"


def change_words(change: Change) -> str:
    """`a number: where the source has “seven”, this has “six”`."""
    kind = f"{KINDS[change.kind]}: " if change.kind in KINDS else ""
    words = STANDS_FOR if change.quoted and change.printed else ADDED if change.quoted else LEFT_OUT
    return kind + words.format(quoted=change.quoted, printed=change.printed)
