"""Misspelt names: what may be meant, to be asked, and what must be meant, to be pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches


def near(word: str, known: Iterable[str]) -> str:
    """“Did you mean” with the nearest true word, or an empty string."""
    found = nearest(word, known)
    return f"Did you mean `{found}`?" if found else ""


def near_number(number: str, known: Iterable[str]) -> str:
    """The same for numbers such as `2.1`: only one of the same digits can be meant."""
    return near(number, [each for each in known if _digits(each) == _digits(number)])


def nearest(word: str, known: Iterable[str]) -> str:
    """The true word most like this one, or an empty string where none is."""
    lowered = {name.lower(): name for name in known}
    found = get_close_matches(word.lower(), list(lowered), n=1, cutoff=0.6)
    return lowered[found[0]] if found else ""


def surely(word: str, known: Iterable[str]) -> str | None:
    """The one name a word can only be a slip for; None if there is doubt.

    It has the same letters but for capitals, spaces and marks, or there is one letter's slip in it
    (two in a long word). Its digits are the same: another digit is another fact, not a slip.
    """
    names = list(dict.fromkeys(known))
    bare = _bare(word)
    same = [name for name in names if _bare(name) == bare]
    if same or len(bare) < 3:
        return same[0] if len(same) == 1 else None
    allowed = 1 if len(bare) < 9 else 2
    close = [
        name
        for name in names
        if _digits(name) == _digits(word)
        and max(len(bare), len(_bare(name))) > 3
        and _slips(bare, _bare(name), allowed) <= allowed
    ]
    return close[0] if len(close) == 1 else None


def _bare(word: str) -> str:
    return re.sub(r"[\W_]+", "", word.casefold())


def _digits(word: str) -> str:
    return re.sub(r"\D", "", word)


def _slips(one: str, other: str, most: int) -> int:
    """Letters added, left out, changed, or exchanged with the next (Damerau and Levenshtein)."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        new = [i]
        for j, theirs in enumerate(other, start=1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (letter != theirs))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == theirs:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
    return row[-1]
