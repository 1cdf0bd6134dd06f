"""What is read from whole reports: what they state, and nothing else."""

from __future__ import annotations

import pytest
from tests.drafting.reports import ILACS, LETTER, SIF, SPLIT, report

from inspection_digest.documents.text import SourceText
from inspection_digest.drafting.judgements import Judgements, read_judgements
from inspection_digest.reading.dates import parse_date


def read(*pages: str) -> Judgements:
    found = read_judgements(report(*pages))
    assert found is not None
    return found


def test_a_report_of_2016_is_read_whole() -> None:
    found = read(SIF)
    assert found.framework == "ofsted-sif-2013"
    assert found.provider == "Fairshire"
    assert found.inspected is not None
    assert (str(found.inspected.first), str(found.inspected.last)) == ("2015-11-24", "2015-12-17")
    assert found.published == parse_date("2016-02-16")
    assert found.overall == "Requires improvement"
    assert dict(found.ratings) == {
        "help-and-protection": "Inadequate",
        "looked-after": "Requires improvement",
        "adoption": "Good",
        "care-leavers": "Outstanding",
        "leaders": "Requires improvement",
    }
    assert found.notes == ()


def test_a_report_of_2022_is_read_whole() -> None:
    found = read(ILACS)
    assert found.framework == "ofsted-ilacs-2018"
    assert found.provider == "Fairshire"
    assert found.inspected is not None
    assert (str(found.inspected.first), str(found.inspected.last)) == ("2022-05-09", "2022-05-20")
    assert found.published is None
    assert found.overall == "Good"
    assert dict(found.ratings) == {
        "leaders": "Outstanding",
        "help-and-protection": "Requires improvement",
        "in-care-and-care-leavers": "Good",
    }


def test_care_leavers_apart_are_another_framework() -> None:
    found = read(SPLIT)
    assert found.framework == "ofsted-ilacs-2023"
    assert dict(found.ratings) == {
        "leaders": "Outstanding",
        "help-and-protection": "Requires improvement",
        "in-care": "Good",
        "care-leavers": "Inadequate",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The overall judgement is that children’s services are good",
        "The overall judgement is good.",
        "The overall judgement is ‘good’",
        "Children’s services in Fairshire are good.\nThe council leads well.",
        "Children's services in St. Fair’s are\ngood because leaders act",
        "Overall, children’s services in Fairshire are good",
    ],
)
def test_the_overall_grade_is_in_a_sentence_of_many_forms(sentence: str) -> None:
    page = SIF.replace("Children’s services in Fairshire require improvement to\nbe good", sentence)
    assert read(page).overall == "Good"


@pytest.mark.parametrize(
    "sentence",
    [
        "The authority is not yet delivering good services",
        "Children’s services in Fairshire were inadequate",
        "Children’s services in Fairshire are no longer inadequate",
        "Children’s services in Fairshire are good at finding homes",
        "The effectiveness of the Local Safeguarding Children Board (LSCB) is\ngood",
        "A local authority that is good leads effective services",
        "Services for children in need are good",
    ],
)
def test_no_other_sentence_gives_the_overall_grade(sentence: str) -> None:
    page = SIF.replace("Children’s services in Fairshire require improvement to\nbe good", sentence)
    found = read(page)
    assert found.overall is None
    assert dict(found.ratings) == dict(read(SIF).ratings)


def test_the_boards_own_grade_is_not_the_councils() -> None:
    board = "The effectiveness of the Local Safeguarding Children Board (LSCB) is\ninadequate\n"
    inside = "The Local Safeguarding Children Board is inadequate\n\nThe Board is inadequate."
    found = read(SIF.replace("¹ This", f"{board}\n¹ This"), inside)
    assert (found.overall, dict(found.ratings)) == (read(SIF).overall, dict(read(SIF).ratings))


@pytest.mark.parametrize("words", ["Not judged", "not applicable", "No judgement", "N/A"])
def test_what_is_not_judged_has_no_grade(words: str) -> None:
    found = read(
        SIF.replace("2.1 Adoption performance\n\nGood", f"2.1 Adoption performance\n{words}")
    )
    assert found.ratings["adoption"] is None
    assert found.ratings["care-leavers"] == "Outstanding"


def test_a_heading_that_says_the_same_changes_nothing() -> None:
    heading = (
        "The impact of leaders on social work practice with children and\nfamilies: outstanding"
    )
    assert read(ILACS, heading) == read(ILACS)


def test_a_heading_that_says_otherwise_leaves_neither() -> None:
    heading = "The impact of leaders on social work practice with children and\nfamilies: good\n"
    found = read(ILACS, heading)
    assert found.ratings["leaders"] is None
    assert found.ratings["help-and-protection"] == "Requires improvement"
    assert found.notes == (
        "The report gives leaders in two ways, Good and Outstanding: neither is taken.",
    )


def test_a_heading_stands_in_for_a_row_that_cannot_be_read() -> None:
    page = SIF.replace("2.1 Adoption performance\n\nGood", "2.1 Adoption performance\n\n(picture)")
    assert read(page).ratings["adoption"] is None
    heading = "The graded judgement for adoption performance is that it is\ngood.\n\n12. Most wait."
    assert read(page, "Contents", heading).ratings["adoption"] == "Good"


def test_letters_that_print_joins_are_read() -> None:
    assert read(ILACS.replace("effectiveness", "eﬀectiveness¹").replace("of\n", "of \n")) == read(
        ILACS
    )


def test_earlier_judgements_are_not_this_reports() -> None:
    listed = """\
• The last inspection of the council was in 2012. The judgements were:
Overall effectiveness: inadequate
Children looked after and achieving permanence: inadequate
Experiences and progress of care leavers: good
"""
    assert read(SIF, "Contents", listed) == read(SIF)


def test_a_letter_before_the_report_is_turned_over() -> None:
    found = read("Dear Director\n\nThe report you asked for is enclosed.\n", SIF)
    assert (found.overall, found.provider) == ("Requires improvement", "Fairshire")


@pytest.mark.parametrize(
    "page",
    [
        LETTER,
        "Focused visit to Fairshire local authority children’s services\n\n" + ILACS,
        "",
        "The experiences and progress of care leavers are good.",
        "Overall effectiveness\n\nAdequate\n\nLeadership and governance\n\nGood",
        "Overall effectiveness\nGood\nQuality of education\nGood\nLeadership and management\nGood",
    ],
)
def test_other_documents_hold_no_judgements(page: str) -> None:
    assert read_judgements(report(page)) is None


def test_a_text_without_pages_holds_no_judgements() -> None:
    assert read_judgements(SourceText(())) is None
