"""What starts on a line: the name of a standard, a grade, or both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from inspection_digest.drafting.grades import GRADE, read_grade
from inspection_digest.drafting.labels import STARTS, standard_named

LONGEST = 5
"""How many lines a name and its grade may take together."""

# A line of a table: words of the name, words of the grade, or both.
_CELLS = re.compile(
    rf"(.*?)(?:(?:^|\s)({GRADE}|requires|(?:requires )?improvement to(?: be)?|improvement|to be|"
    r"(?:improvement )?to be good|be good))?",
    re.IGNORECASE,
)
_ON_ONE_LINE = re.compile(
    rf"(.+?)(?:\s*[:–—-]|\s+(?:is|are):?)?\s+(?:[\d¹²³]\s)?({GRADE})\.?", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"the graded judge?ment (?:for|about|of|on) (?:the )?(.+?)"
    rf" (?:is|are)(?: that (?:it|they))?(?: (?:is|are|be))?:? ({GRADE})\.?",
    re.IGNORECASE,
)


class Name(Struct, frozen=True):
    """The name of a standard, by its id."""

    standard: str


class Grade(Struct, frozen=True):
    """A grade that stands alone, as `read_grade` gives it."""

    grade: str


class Row(Struct, frozen=True):
    """A standard's id and the grade beside it."""

    standard: str
    grade: str
    sure: bool = True
    """False where the grades could also belong to the names before or after them."""


def cell_at(lines: Sequence[str], form: str) -> tuple[int, Name | Grade | Row | None]:
    """What starts on the first of these lines, and how many of them it takes."""
    for length in range(min(3, len(lines)), 0, -1):
        grade = read_grade(" ".join(lines[:length]))
        if grade is not None:
            return length, Grade(grade)
    if STARTS[form].match(lines[0]) is None:
        return _sentence(lines, form)
    for read in (_name, _on_one_line, _numbered_name):
        length, cell = read(lines, form)
        if cell is not None:
            return length, cell
    return 0, None


def _name(lines: Sequence[str], form: str) -> tuple[int, Name | Row | None]:
    """A name over the first lines, the longest there is.

    Its grade may stand between two of the lines, or to the right of them.
    """
    for length in range(len(lines), 0, -1):
        cells = [match.groups("") for match in map(_CELLS.fullmatch, lines[:length]) if match]
        left, right = ([cell[side] for cell in cells] for side in (0, 1))
        last = max((at for at, words in enumerate(left) if words), default=-1)
        if any(right) and next(at for at, words in enumerate(right) if words) > last:
            continue  # a grade below the name, which may belong to the next one
        standard = standard_named(" ".join(filter(None, left)), form)
        if standard and not any(right):
            return length, Name(standard)
        grade = read_grade(" ".join(filter(None, right)))
        if standard and grade is not None:
            return length, Row(standard, grade)
    return 0, None


def _on_one_line(lines: Sequence[str], form: str) -> tuple[int, Row | None]:
    """A name and a grade where no line break parts the two: `... and families: good`."""
    for length in range(len(lines), 0, -1):
        match = _ON_ONE_LINE.fullmatch(" ".join(lines[:length]))
        below = any(read_grade(" ".join(lines[at:length])) is not None for at in range(1, length))
        if match and not below:
            standard = standard_named(match[1], form, numbered=True)
            grade = read_grade(match[2])
            if standard and grade is not None:
                return length, Row(standard, grade)
    return 0, None


def _numbered_name(lines: Sequence[str], form: str) -> tuple[int, Name | None]:
    """A row of the numbered table whose name has a slip of the pen in it."""
    end = 1
    while end < min(3, len(lines)) and not _begins(lines[end], form):
        end += 1
    for length in range(end, 0, -1):
        standard = standard_named(" ".join(lines[:length]), form, numbered=True)
        if standard:
            return length, Name(standard)
    return 0, None


def _begins(line: str, form: str) -> bool:
    return STARTS[form].match(line) is not None or read_grade(line) is not None


def _sentence(lines: Sequence[str], form: str) -> tuple[int, Row | None]:
    """`The graded judgement for ... is that it is ...`, where the first line starts one."""
    if lines[0][:20].lower().startswith(("the graded judgement", "the graded judgment")):
        for length in range(1, len(lines) + 1):
            match = _SENTENCE.fullmatch(" ".join(lines[:length]))
            standard = standard_named(match[1], form) if match else None
            grade = read_grade(match[2]) if match else None
            if standard and grade is not None:
                return length, Row(standard, grade)
    return 0, None
