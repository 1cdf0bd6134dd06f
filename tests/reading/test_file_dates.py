"""The name of a digest's file is a date as known or a round: before it is an address for good."""

from __future__ import annotations

import pytest

from inspection_digest.diagnostics import Diagnostics, Severity
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.file_dates import check_file_dates
from inspection_digest.reading.files import TextFile


def said(*digests: tuple[str, str]) -> list[tuple[Severity, str, str]]:
    """What is said of these digests of one provider: names of files, and a key of each."""
    files = [
        TextFile(f"content/digests/nowhere/{when}.yaml", f"framework: toys\n{key}\n", "")
        for when, key in digests
    ]
    reading, diagnostics = Diagnostics(), Diagnostics()
    library = read_library(files, reading)
    assert list(reading) == []
    check_file_dates(library, diagnostics)
    return [(item.severity, item.code, item.hint) for item in diagnostics]


@pytest.mark.parametrize(
    ("when", "key"),
    [
        ("2031", ""),
        ("2031-05", ""),
        ("2032-02-29", ""),
        ("2031-05-14-reinspection", ""),
        ("2018-19", ""),
        ("2023-25", ""),
        ("1999-00", ""),
        ("pilot-round", "round: pilot-round"),
        ("2031-05", "published: 2031-05-14"),  # more became known
        ("2031-05-14", "published: 2031-05-17"),  # it was put right
        ("2031-12", "published: 2032-01-03"),
    ],
)
def test_a_date_as_known_and_a_round_are_names(when: str, key: str) -> None:
    assert said((when, key)) == []


@pytest.mark.parametrize(
    ("when", "key", "better"),
    [
        ("05-11-2018", "", "`2018-11-05.yaml` or `2018-05-11.yaml`"),
        ("2018-11-5", "", "`2018-11-05.yaml`"),
        ("2031-05-1-reinspection", "", "by the date of publication"),
        ("25-11-2018", "", "`2018-11-25.yaml`"),
        ("2031-02-30", "published: 2031-03-02", "`2031-03-02.yaml`"),
        ("2031-30", "round: 2030-31", "`2030-31.yaml`"),
        (
            "2018-17",
            "",
            "by the date of publication as far as known, year first",
        ),
        ("report", "", "by the date of publication as far as known, year first"),
        ("20181105", "", "`2018-11-05.yaml`"),
    ],
)
def test_anything_else_is_an_error_that_says_the_name_it_should_have(
    when: str, key: str, better: str
) -> None:
    ((severity, code, hint),) = said((when, key))
    assert (severity, code) == (Severity.ERROR, "file-not-dated")
    assert hint.startswith(f"Name the file {better}")


def test_a_name_that_is_taken_is_not_proposed() -> None:
    ((_, _, hint),) = said(("2018-11-05", ""), ("2018-11-5", ""))
    assert hint.startswith("Name the file by the date of publication")


@pytest.mark.parametrize(
    ("when", "count"), [("2030", 1), ("2031", 0), ("2032", 0), ("2033", 0), ("2034", 1)]
)
def test_years_more_than_one_apart_are_a_warning(when: str, count: int) -> None:
    found = said((when, "published: 2032-06"))
    assert [(severity, code) for severity, code, _ in found] == [
        (Severity.WARNING, "file-of-another-year")
    ] * count
