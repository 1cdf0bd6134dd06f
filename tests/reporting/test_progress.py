"""How far it is, in words that are true."""

from __future__ import annotations

import pytest

from inspection_digest.reporting.progress import progress, timings


@pytest.mark.parametrize(
    ("done", "of", "seconds", "said"),
    [
        (1, 4, 2.0, "1 of 4 parts of the site, about 6 s left"),
        (3, 4, 3.1, "3 of 4 parts of the site, about 1 s left"),
        (1200, 4400, 60.0, "1,200 of 4,400 parts of the site, about 3 min left"),
        (3999, 4000, 9.0, "3,999 of 4,000 parts of the site, about 1 s left"),
        (0, 4, 2.0, ""),
        (4, 4, 2.0, ""),
    ],
)
def test_what_is_left_is_guessed_from_what_is_done(
    done: int, of: int, seconds: float, said: str
) -> None:
    assert progress(done, of, seconds) == said


def test_it_says_of_what() -> None:
    said = "1 of 2 batches of files, about 3 s left"
    assert progress(1, 2, 3.0, "batches of files") == said


def test_a_line_a_stage() -> None:
    assert timings({"reading and proving": 0.5, "pages": 61.25}) == (
        "     0.50 s  reading and proving\n    61.25 s  pages\n"
    )
