"""The record, counted, against the totals the inspectorate printed itself.

The totals are of its releases of October 2019 (first round, 28 services) and December 2020 (second
round, ten services with a grade).
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from inspection_digest.analysis.peers import round_totals
from inspection_digest.checking import read
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.library import Library

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="module")
def record() -> Library:
    diagnostics = Diagnostics()
    found, _ = read(CONTENT, diagnostics)
    assert list(diagnostics.errors) == []
    return found


def _counts(record: Library, framework: str, round_: str) -> dict[str, int]:
    found = round_totals(record)[framework, round_]
    assert found.unknown == ()
    return {item.grade: len(item.digests) for item in found.counts if item.digests}


def test_the_first_round_of_companies_is_whole(record: Library) -> None:
    assert _counts(record, "hmip-crc-2018", "2018-19") == {
        "Good": 1,
        "Requires improvement": 19,
        "Inadequate": 1,
    }


def test_the_first_round_of_divisions_is_whole(record: Library) -> None:
    assert _counts(record, "hmip-nps-2018", "2018-19") == {"Good": 5, "Requires improvement": 2}


def test_the_second_round_lacks_one_company_graded_good_or_none(record: Library) -> None:
    # printed: four Good (three companies, one division), six Requires improvement (companies)
    companies = _counts(record, "hmip-crc-2019", "2019-20")
    assert companies.pop("Good") in {2, 3}
    assert companies == {"Requires improvement": 6, "Not rated": 1}
    assert _counts(record, "hmip-nps-2019", "2019-20") == {"Good": 1}


def test_the_107_inspections_that_were_found_are_there(record: Library) -> None:
    found = Counter(digest.record.framework for digest in record.digests.values())
    first = {
        "hmip-crc-2018": 21,
        "hmip-nps-2018": 7,
        "hmip-crc-2019": 9,
        "hmip-nps-2019": 2,
        "hmip-nps-central-2019": 1,
        "hmip-pdu-2021": 31,
        "hmip-pdu-2023": 31,
        "hmip-region-2023": 4,
        "hmip-national-2025": 1,
    }
    assert sum(first.values()) == 107
    assert {id_: number for id_, number in first.items() if found[id_] < number} == {}


def test_every_fact_of_the_probation_record_names_its_page_or_the_report(record: Library) -> None:
    for digest in record.digests.values():
        facts = digest.record
        if not facts.framework.startswith("hmip-"):
            continue
        kinds = {record.sources[id_].record.kind for id_ in facts.sources.values()}
        dates = ("published", "inspected", "overall", "points")
        stated = {name for name in dates if getattr(facts, name) is not None}
        stated |= {*facts.ratings, *(["spread"] if facts.spread else [])}
        assert "report" in kinds or stated == set(facts.cited), digest.id


def test_no_rule_of_the_probation_frameworks_is_one_that_we_made_up(record: Library) -> None:
    for id_, framework in record.frameworks.items():
        if id_.startswith("hmip-"):
            assert not framework.record.overall.bands
            assert all(rule.basis != "reconstructed" for rule in framework.record.rules.values())
