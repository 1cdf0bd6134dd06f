"""What a name in a correction means: one thing, several, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.answered_site import ANSWERED, moor
from tests.small_site import DIGEST, MOOR, edition

from inspection_digest.reading.records import DigestRecord
from inspection_digest.reading.subjects import FACTS, Subject, removed, subjects

STANDARDS = ("1.1", "1.2", "2.1", "3/4")
RECORD = moor(edition(ANSWERED)).record


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("no-track", [Subject("quotes", "no-track")]),
        ("quotes/no-track", [Subject("quotes", "no-track")]),
        ("on-order", [Subject("replies", "on-order")]),
        ("on-time-without-track", [Subject("contrasts", "on-time-without-track")]),
        ("unfair-pair", [Subject("contrasts", "unfair-pair", here=False)]),
        ("contrasts/unfair-pair", [Subject("contrasts", "unfair-pair", here=False)]),
        ("unfair", [Subject("quotes", "unfair", here=False)]),
        ("2.1", [Subject("standard", "2.1")]),
        ("overall", [Subject("fact", "overall")]),
        ("standards/2.1", [Subject("standard", "2.1")]),
        ("facts/overall", [Subject("fact", "overall")]),
        ("quotes/overall", []),
        ("contrasts/no-track", []),
        ("quotes/unfair-pair", []),
        ("standard/2.1", []),
        ("9.9", []),
        ("3/4", [Subject("standard", "3/4")]),
        ("nothing", []),
        ("/no-track", []),
        ("", []),
    ],
)
def test_a_name_means_what_has_it(name: str, found: list[Subject]) -> None:
    assert list(subjects(RECORD, STANDARDS, name)) == found


def test_one_name_for_two_things_means_both_until_the_group_is_said() -> None:
    text = DIGEST.replace("on-time-without-track:", "no-track:")
    record = moor(edition({MOOR: text})).record
    both = (Subject("quotes", "no-track"), Subject("contrasts", "no-track"))
    assert subjects(record, STANDARDS, "no-track") == both
    assert subjects(record, STANDARDS, "contrasts/no-track") == both[1:]


def test_what_was_removed_twice_is_one_thing() -> None:
    items = [{"date": "2031", "what": "x", "about": "a", "removed": "quote"}] * 2
    record = DigestRecord.model_validate({"framework": "toy", "corrections": items})
    assert removed(record) == (("quotes", "a"),)
    assert subjects(record, (), "a") == (Subject("quotes", "a", here=False),)


def test_every_fact_is_a_key_of_a_digest() -> None:
    assert set(FACTS) <= set(DigestRecord.model_fields)


@given(st.sampled_from([*RECORD.quotes, *RECORD.contrasts, *STANDARDS, *FACTS, "unfair"]))
def test_a_name_in_full_means_that_one_thing(name: str) -> None:
    record = RECORD.model_copy(update={"contrasts": {name: next(iter(RECORD.contrasts.values()))}})
    for item in subjects(record, STANDARDS, name):
        assert subjects(record, STANDARDS, item.in_full) == (item,)
