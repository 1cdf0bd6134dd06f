"""Corrections, objections and replies as data."""

from __future__ import annotations

from msgspec.structs import asdict
from tests.answered_site import ANSWERED
from tests.small_site import edition

from inspection_digest.composing.data import data_view
from inspection_digest.views.data import DigestDatum


def datum() -> DigestDatum:
    [found] = data_view(edition(ANSWERED)).digests
    return found


def test_a_correction_says_what_it_is_about_by_group_and_name() -> None:
    assert [(item.date, item.about, item.removed) for item in datum().corrections] == [
        ("2031-06-02", "", False),
        ("2031-06-03", "quotes/no-track", False),
        ("2031-06-04", "contrasts/unfair-pair", True),
        ("2031-06-04", "quotes/unfair", True),
    ]
    assert datum().corrections[0].noticed_by == "A passenger"


def test_an_objection_has_its_outcome_its_day_and_its_reason() -> None:
    assert [asdict(item) for item in datum().contested] == [
        {
            "date": "2031-05-20",
            "by": "Moor Line",
            "what": "The track is in a shed.",
            "about": "contrasts/on-time-without-track",
            "outcome": "open",
            "decided": "",
            "because": "",
        },
        {
            "date": "2031-05-21",
            "by": "A signaller",
            "what": "The paper is thin.",
            "about": "quotes/paper",
            "outcome": "upheld",
            "decided": "2031-08-01",
            "because": "It is.",
        },
    ]


def test_a_reply_has_its_words_its_proof_and_what_it_answers() -> None:
    found = [(item.key, item.text, item.to, item.verdict) for item in datum().replies]
    assert found == [
        ("moor-line/2031-05-14#reply-on-order", "It should act now.", "", "verbatim"),
        (
            "moor-line/2031-05-14#reply-in-the-contrast",
            "It should act now.",
            "contrasts/on-time-without-track",
            "verbatim",
        ),
        (
            "moor-line/2031-05-14#reply-to-a-quote",
            "The leaders are outstanding.",
            "quotes/paper",
            "verbatim",
        ),
    ]
