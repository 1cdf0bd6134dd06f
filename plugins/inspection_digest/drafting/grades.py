"""Grades as reports print them, read to one name each; nothing else is a grade."""

from __future__ import annotations

import re

OUTSTANDING = "Outstanding"
GOOD = "Good"
REQUIRES_IMPROVEMENT = "Requires improvement"
INADEQUATE = "Inadequate"
NOT_JUDGED = ""
"""What is read where a report says that it gives no grade."""

GRADE = (
    r"(?:outstanding|good|inadequate|requir(?:es?|ing)\s+improvement(?:\s+to\s+be\s+good)?|"
    r"not\s+(?:judged|graded|applicable|inspected)|no\s+judge?ment(?:\s+made)?|n/a)"
)
"""A grade or its absence, in any of its printed forms; for patterns that ignore case."""

_ALONE = re.compile(rf"[“‘'\"*]*({GRADE})[”’'\"*]*\.?", re.IGNORECASE)
_NAMES = {"outstanding": OUTSTANDING, "good": GOOD, "inadequate": INADEQUATE}


def read_grade(words: str) -> str | None:
    """The grade that these words are, `NOT_JUDGED`, or None where they are anything else."""
    match = _ALONE.fullmatch(" ".join(words.split()))
    if match is None:
        return None
    said = match[1].lower()
    if said.startswith("requir"):
        return REQUIRES_IMPROVEMENT
    return _NAMES.get(said, NOT_JUDGED)
