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
    """One of (value, words) by its number; None for `other`. Without `other`, Enter is the first.

    With nothing to choose from, nothing is asked.
    """
    if not choices:
        return None
    sys.stdout.write(f"{question}\n")
    for number, (_, words) in enumerate(choices, 1):
        sys.stdout.write(f"  {number}. {words}\n")
    if other is not None:
        sys.stdout.write(f"  0. {other}\n")
    while True:
        answer = ask("Number: " if other is not None else "Number (1): ")
        if not answer and other is None:
            return choices[0][0]
        if answer.isascii() and answer.isdigit() and int(answer) <= len(choices):
            if int(answer):
                return choices[int(answer) - 1][0]
            if other is not None:
                return None
