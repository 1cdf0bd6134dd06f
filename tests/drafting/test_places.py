"""One name for a council, however it is printed."""

from __future__ import annotations

import pytest

from inspection_digest.drafting.places import known_place, place_name, same_provider
from inspection_digest.reading.source_records import ProviderRecord


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Bristol City Council", "Bristol"),
        ("Bristol City of", "Bristol"),
        ("Bristol, City of", "Bristol"),
        ("City of Bradford Metropolitan District Council", "Bradford"),
        ("London Borough of Richmond upon Thames", "Richmond upon Thames"),
        ("the Royal Borough of Windsor & Maidenhead", "Windsor and Maidenhead"),
        ("Metropolitan Borough of Rotherham", "Rotherham"),
        ("St. Helens Metropolitan Borough Council", "St Helens"),
        ("Newcastle Upon Tyne", "Newcastle upon Tyne"),
        ("Derby City", "Derby"),
        ("Derbyshire County Council", "Derbyshire"),
        ("Council of the Isles of Scilly", "Isles of Scilly"),
        ("Isle of Wight Council", "Isle of Wight"),
        ("City of London Corporation", "City of London"),
        ("City of York Council", "York"),
        ("County Durham", "County Durham"),
        ("Bristol children’s services", "Bristol"),
        ("Council", "Council"),
    ],
)
def test_the_place_is_left(printed: str, name: str) -> None:
    assert place_name(printed) == name


def test_places_that_only_sound_alike_are_two() -> None:
    assert not same_provider("Derby City", "Derbyshire County Council")
    assert not same_provider("Bedford Borough", "Central Bedfordshire")
    assert not same_provider("City of London", "London Borough of Camden")
    assert same_provider("REDCAR AND CLEVELAND", "Borough of Redcar & Cleveland")


def test_a_former_name_leads_to_the_one_name() -> None:
    tyne = ProviderRecord(
        name="Newcastle upon Tyne children’s services", former=("Newcastle",), kind="Council"
    )
    assert known_place("Newcastle City Council", [tyne]) == "Newcastle upon Tyne"
    assert known_place("Newcastle-under-Lyme", [tyne]) == "Newcastle-under-Lyme"
