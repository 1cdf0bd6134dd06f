"""A few letters of a name lead to the provider; a date leads to the frameworks then in force."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.drafting.proposals import (
    frameworks_for,
    frameworks_in_force,
    provider_called,
    providers_like,
)
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.dates import parse_date
from inspection_digest.reading.files import read_files
from inspection_digest.reading.library import Library

CONTENT = Path(__file__).resolve().parents[2] / "content"


@cache
def library() -> Library:
    return read_library(read_files(CONTENT, Diagnostics()), Diagnostics())


@pytest.mark.parametrize(
    "name", ["south-yorkshire-crc", "South Yorkshire CRC", " south  yorkshire crc ", "SYCRC"]
)
def test_a_provider_is_known_by_any_of_its_names(name: str) -> None:
    assert provider_called(name, library()) == "south-yorkshire-crc"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("York", "york-childrens-services"),
        ("South Yorkshire", "south-yorkshire-crc"),
        ("Sout Yorkshire CRC", "south-yorkshire-crc"),
    ],
)
def test_the_nearest_name_comes_first(typed: str, first: str) -> None:
    assert provider_called(typed, library()) is None
    assert providers_like(typed, library())[0] == first


def test_a_name_like_no_other_is_like_none() -> None:
    assert providers_like("qqqq", library()) == []


@pytest.mark.parametrize(
    ("provider", "published", "expected"),
    [
        ("south-yorkshire-crc", "2019-03-29", ["hmip-crc-2018"]),
        ("york-childrens-services", "2016-05", ["ofsted-sif-2013"]),
        ("south-yorkshire-crc", "1990", []),
    ],
)
def test_a_framework_is_proposed_from_the_date_and_the_reports_on_its_kind(
    provider: str, published: str, expected: list[str]
) -> None:
    kind = library().providers[provider].record.kind
    found = frameworks_for(provider, kind, parse_date(published), library())
    assert [one.id for one in found] == expected


def test_without_a_report_on_its_kind_none_is_taken_for_granted() -> None:
    published = parse_date("2019-03")
    assert frameworks_for("new", "Prison", published, library()) == []
    found = {one.id for one in frameworks_in_force(published, library())}
    assert {"hmip-crc-2018", "hmip-nps-2018"} <= found
    assert "hmip-pdu-2023" not in found
