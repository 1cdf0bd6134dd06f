"""A word-by-word difference as changes a person can act on, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from inspection_digest.evidence.fold import fold
from inspection_digest.evidence.proofs import Change
from inspection_digest.evidence.words import (
    GRADE,
    NEGATION,
    NUMBER,
    WORD,
    kind_of,
    plain,
    words_of,
)

_ENDING = ".,;:!?"
_ORDER = (NEGATION, NUMBER, GRADE, WORD)


def changes_between(columns: Sequence[tuple[str | None, str | None]]) -> tuple[Change, ...]:
    """Columns of (quoted word, printed word), None for no word, as changes.

    Neighbouring differences are one change; negations come first, then numbers, then grades.
    """
    found: list[Change] = []
    for run in _runs(columns):
        quoted = " ".join(word for word, _ in run if word is not None)
        printed = " ".join(word for _, word in run if word is not None)
        found.append(Change(_kind(quoted, printed), *_tidy(quoted, printed)))
    return tuple(sorted(found, key=lambda change: _ORDER.index(change.kind)))


def _runs(
    columns: Iterable[tuple[str | None, str | None]],
) -> Iterable[list[tuple[str | None, str | None]]]:
    run: list[tuple[str | None, str | None]] = []
    for quoted, printed in columns:
        if quoted is not None and printed is not None and _same(quoted, printed):
            if run:
                yield run
            run = []
        else:
            run.append((quoted, printed))
    if run:
        yield run


def _tidy(quoted: str, printed: str) -> tuple[str, str]:
    """Both without the punctuation that both end in, as long as words are left."""
    ours, theirs = quoted.rstrip(_ENDING), printed.rstrip(_ENDING)
    shared = quoted[len(ours) :] == printed[len(theirs) :]
    return (ours, theirs) if shared and ours and theirs else (quoted, printed)


def _same(quoted: str, printed: str) -> bool:
    one, other = fold(quoted), fold(printed)
    return one.text == other.text and one.joins.strip("^~") == other.joins.strip("^~")


def _kind(quoted: str, printed: str) -> str:
    """The gravest kind among the words that differ."""
    ours, theirs = words_of(quoted), words_of(printed)
    differing = [word for word in ours if plain(word) not in {plain(each) for each in theirs}]
    differing += [word for word in theirs if plain(word) not in {plain(each) for each in ours}]
    kinds = {kind_of(word) for word in differing}
    return next((kind for kind in _ORDER if kind in kinds), WORD)
