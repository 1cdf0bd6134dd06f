"""What the first page states once."""

from __future__ import annotations

import pytest

from inspection_digest.drafting.cover import inspection_dates, printed_provider, publication_date


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("Fair\nCouncil\n\nInspection of services for children in need of help and\nprotection",
         "Fair Council"),
        ("Ofsted\nFairshire\nRe-inspection of services for children in need of help and protection",
         "Fairshire"),
        ("Fairshire\n\nInspection of children’s social care services", "Fairshire"),
        ("Fairshire\n\nInspection of local authority children's services", "Fairshire"),
        ("Inspection of the Royal Borough of\nFair local authority\nchildren’s services",
         "the Royal Borough of Fair"),
        ("Inspection of children’s social care services\nFairshire\nInspection dates: 1 May 2019",
         "Fairshire"),
        ("A report on nothing\n\nFairshire", None),
    ],
)  # fmt: skip
def test_the_provider_is_named(page: str, name: str | None) -> None:
    assert printed_provider(page) == name


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("Inspection dates: 1 to 5 May 2019\n\n1. Children", "1 to 5 May 2019"),
        ("Inspection date: 1 May to\n\n5 May 2019\nLead", "1 May to 5 May 2019"),
        ("Inspection dates: 1 May 2019 and 7\nMay 2019\nLead", "1 May 2019 and 7 May 2019"),
        ("Inspection dates:\n\n1 to 5 May 2019\n2 others", "1 to 5 May 2019"),
        ("The inspection: a success", None),
    ],
)
def test_the_days_of_the_inspection_may_take_two_lines(page: str, words: str | None) -> None:
    assert inspection_dates(page) == words


def test_the_day_of_publication_is_the_reports_own() -> None:
    assert publication_date("Report published: 3 May 2016\n") == "3 May 2016"
    assert publication_date("The last report was published in May 2012.") is None
