"""The verification record as data."""

from __future__ import annotations

import hashlib
import json

from tests.small_site import RELEASE_TEXT, REPORT, REPORT_TEXT, edition

from inspection_digest.composing.verification import verification_record
from inspection_digest.outputs.verification_json import verification_json
from inspection_digest.version import VERSION


def record(changes: dict[str, str | None] | None = None) -> dict[str, object]:
    made: dict[str, object] = json.loads(
        verification_json(verification_record(edition(changes))).text()
    )
    return made


def test_every_quotation_with_its_verdict_its_place_and_the_text_compared() -> None:
    made = record()
    assert made["version"] == VERSION
    quotes = made["quotes"]
    assert isinstance(quotes, list)
    assert [quote["quote"] for quote in quotes] == [
        "on-time",
        "no-track",
        "clear-plan",
        "paper",
        "on-order",
    ]
    common = {"digest": "moor-line/2031-05-14", "document_sha256": None, "via": None}
    assert quotes[0] == common | {
        "key": "moor-line/2031-05-14#quote-on-time",
        "quote": "on-time",
        "text": "Every train we saw was on time.",
        "source": "moor-release",
        "verdict": "verbatim",
        "pages": [],
        "paragraphs": [2],
        "text_sha256": hashlib.sha256(RELEASE_TEXT.encode()).hexdigest(),
    }
    assert quotes[1] == common | {
        "key": "moor-line/2031-05-14#quote-no-track",
        "quote": "no-track",
        "text": "There is no track ... and the company could not say where it had gone.",
        "source": "moor-report",
        "verdict": "elided",
        "pages": [2],
        "paragraphs": [],
        "text_sha256": hashlib.sha256(REPORT_TEXT.encode()).hexdigest(),
    }
    assert quotes[4]["key"] == "moor-line/2031-05-14#reply-on-order"


def test_the_sum_of_the_document_is_given_where_it_is_known() -> None:
    sum_ = "0af9" * 16
    made = record({"sources/moor-report/source.yaml": f"{REPORT}sha256: {sum_}\n"})
    quotes = made["quotes"]
    assert isinstance(quotes, list)
    assert {quote["document_sha256"] for quote in quotes} == {sum_, None}


def test_what_is_not_held_has_no_place_and_no_sum() -> None:
    made = record({"sources/moor-release/text.txt": None})
    quotes = made["quotes"]
    assert isinstance(quotes, list)
    known = {key: quotes[0][key] for key in ("verdict", "pages", "paragraphs", "text_sha256")}
    assert known == {"verdict": "unheld", "pages": [], "paragraphs": [], "text_sha256": None}


def test_the_same_content_gives_the_same_bytes() -> None:
    page = verification_record(edition())
    text = verification_json(page).text()
    assert text == verification_json(verification_record(edition())).text()
    assert text.endswith("}\n")


def test_whoever_quotes_a_document_that_nobody_here_has_seen_is_named() -> None:
    blog = 'kind: post\ntitle: A blog\npublisher: A passenger\nurl: "https://blog.example.org/"\n'
    via = f"{REPORT}via: blog\nheld: extracts\n".replace("pages: 2\n", "")
    changes: dict[str, str | None] = {
        "sources/blog/source.yaml": f"{blog}licence: ogl-3\n",
        "sources/moor-report/source.yaml": via,
    }
    quotes = record(changes)["quotes"]
    assert isinstance(quotes, list)
    assert {quote["source"]: quote["via"] for quote in quotes} == {
        "moor-release": None,
        "moor-report": "blog",
    }
