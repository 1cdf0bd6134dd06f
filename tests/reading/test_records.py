"""Records are what a person typed: frozen, closed to other keys, with nothing filled in."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from inspection_digest.reading import framework_records, records
from inspection_digest.reading.key_notes import note_on
from inspection_digest.reading.records import ContrastRecord, DigestRecord, Record

RECORDS = sorted(
    {
        kind
        for module in (records, framework_records)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
    },
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_record_is_frozen_and_closed(kind: type[BaseModel]) -> None:
    assert kind.model_config["frozen"] is True
    assert kind.model_config["extra"] == "forbid"


@pytest.mark.parametrize("kind", RECORDS)
def test_every_key_is_described_to_newcomers(kind: type[BaseModel]) -> None:
    silent = [name for name in kind.model_fields if not note_on(kind, name)]
    assert silent == []


def test_a_record_cannot_be_changed() -> None:
    record = DigestRecord.model_validate({"framework": "toy"})
    with pytest.raises(ValidationError):
        record.overall = "Good"  # type: ignore[misc]


def test_what_is_absent_stays_absent() -> None:
    record = DigestRecord.model_validate({"framework": "toy"})
    known = {name: value for name, value in record if value}
    assert known == {"framework": "toy"}


def test_one_name_under_found_is_a_list_of_one() -> None:
    typed: dict[str, Any] = {
        "title": "t",
        "said": "a",
        "found": "b",
        "relation": "omits",
        "because": "c",
    }
    assert ContrastRecord.model_validate(typed).found == ("b",)
    with pytest.raises(ValidationError):
        ContrastRecord.model_validate({**typed, "found": []})
