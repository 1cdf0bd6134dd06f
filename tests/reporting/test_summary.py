"""What a build says it made."""

from __future__ import annotations

from tests.small_site import edition

from inspection_digest.reporting.summary import SECONDS, before_publishing, summary, verdicts


def test_the_summary_counts_what_was_made() -> None:
    made = edition()
    assert summary(made.library, made.evidence, pages=2, feeds=1) == (
        "Digests          1\n"
        "Quotes           5  4 verbatim, 1 elided\n"
        "Contrasts        1\n"
        "Pages            2\n"
        "Feeds            1\n"
    )


def test_the_time_it_took_stands_below() -> None:
    assert SECONDS.format(seconds=1.2345) == "Seconds       1.23\n"


def test_verdicts_stand_in_their_order_and_none_is_made_up() -> None:
    unheld = edition({"sources/moor-release/text.txt": None})
    assert verdicts(unheld.evidence.verdicts) == "2 verbatim, 1 elided, 2 unheld"


def test_a_site_without_anything_is_counted_too() -> None:
    empty = edition({"digests/moor-line/2031-05-14.yaml": None})
    assert summary(empty.library, empty.evidence, pages=0, feeds=0) == (
        "Digests          0\n"
        "Quotes           0\n"
        "Contrasts        0\n"
        "Pages            0\n"
        "Feeds            0\n"
    )


def test_a_preview_is_not_told_what_to_do_before_publishing() -> None:
    repository = "https://code.example/digest"
    assert before_publishing("https://site.example", repository) != ""
    assert before_publishing("https://preview.invalid", repository) == ""
