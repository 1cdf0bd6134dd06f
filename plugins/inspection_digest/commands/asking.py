"""Questions on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def ask(question: str) -> str:
    """The answer without the spaces around it; empty for Enter alone. Raises EOFError."""
    sys.stdout.write(question)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def choose(question: str, choices: Sequence[tuple[str, str]], other: str | None) -> str | None:
    """One of (value, words) by its number, its value or its words; None for `other`.

    Enter alone chooses nothing: the question is put again. With nothing to choose from, nothing
    is asked.
    """
    if not choices:
        return None
    sys.stdout.write(f"{question}\n")
    for number, (_, words) in enumerate(choices, 1):
        sys.stdout.write(f"  {number}. {words}\n")
    if other is not None:
        sys.stdout.write(f"  0. {other}\n")
    named = {name.casefold(): value for value, words in choices for name in (value, words)}
    while True:
        answer = ask("Number: ")
        if answer.casefold() in named:
            return named[answer.casefold()]
        if answer.isascii() and answer.isdigit() and int(answer) <= len(choices):
            if int(answer):
                return choices[int(answer) - 1][0]
            if other is not None:
                return None
        if answer:
            least = 1 if other is None else 0
            sys.stdout.write(f"Write a number from {least} to {len(choices)}.\n")
