"""Another inspectorate is a file and no code: its reports are checked, composed and printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.invented import FRAMEWORKS, library, report

from inspection_digest import build
from inspection_digest.composing.edition import Edition
from inspection_digest.evidence.quotations import prove_all
from inspection_digest.outputs.page import Templates
from inspection_digest.views.chrome import Site

THEME = Path(__file__).resolve().parent.parent / "theme"
SITE = Site(name="Digest", url="https://digest.example.org", description="Said and found.")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Every page of a site with nothing on it but the invented inspectorates."""
    found = library(
        {
            "north-light/2001": report(
                overall="Clear", _1_1="Brilliant", _2_1='"Not judged"', flag="Dim"
            ),
            "north-light/2010-11": report("later", more="spread: {Dim: 2}\npoints: 2"),
            "south-light/2016": report(
                "shores", wardens="Fine", more="cited: {wardens: https://shores.example.org/a}"
            ),
            "south-light/2017": "framework: bare\n",
        },
        {**FRAMEWORKS, "bare": "title: Visits\ninspectorate: Board of Visits\n"},
    )
    edition = Edition(SITE, found, prove_all(found))
    return dict(build.publish(edition, Templates(THEME)))


def _text(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_five_grades_are_five_steps(pages: dict[str, str]) -> None:
    page = pages["frameworks/lights/index.html"]
    scale = page[page.index('<ol class="scale">') : page.index("</ol>", page.index("scale"))]
    assert "Brilliant 4 points Bright 3 points Clear 2 points Dim 1 point Dark 0 points" in _text(
        scale
    )


def test_a_word_that_is_no_grade_stands_in_the_place_of_one(pages: dict[str, str]) -> None:
    page = _text(pages["digests/north-light/2001/index.html"])
    assert "2.1 Lamp Not judged" in page


def test_a_standard_without_a_printed_number_is_shown_by_its_name(pages: dict[str, str]) -> None:
    page = _text(pages["digests/north-light/2001/index.html"])
    assert "Flag Dim" in page
    assert "flag Flag" not in page


def test_a_fact_links_to_the_page_that_states_it(pages: dict[str, str]) -> None:
    page = pages["digests/south-light/2016/index.html"]
    assert '<a href="https://shores.example.org/a">shores.example.org</a>' in page


def test_a_framework_without_grades_has_pages_too(pages: dict[str, str]) -> None:
    assert "The scale" not in _text(pages["frameworks/bare/index.html"])
    assert "not known" in _text(pages["digests/south-light/2017/index.html"])
