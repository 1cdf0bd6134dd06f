"""All grades, tried by hand and by keyboard: found, filtered, sorted, and complete without it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.test_pages import opened

pytestmark = pytest.mark.browser

SHOWN = """[...document.querySelectorAll('.matrix tbody tr')].filter(row => row.offsetHeight)
  .map(row => row.cells[0].querySelector('a').textContent)"""
STEPS = (
    """[...document.querySelectorAll('.matrix')].find(one => one.rows.length > 9).tBodies[0].rows"""
)


def shown(page: Page) -> list[str]:
    found: list[str] = page.evaluate(SHOWN)
    return found


def test_a_provider_is_found_whatever_its_capitals(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}grades/") as page:
        every = shown(page)
        page.get_by_label("Find a provider").fill("york")
        assert shown(page) == [name for name in every if "york" in name.lower()] != []
        assert page.get_by_role("status").inner_text() == (
            f"{len(shown(page))} of {len(every)} providers"
        )
        page.get_by_label("Find a provider").fill("")
        assert shown(page) == every


@pytest.mark.parametrize("typed", ["children's", "children’s"])
def test_a_provider_is_found_by_either_apostrophe(browser: Browser, site: str, typed: str) -> None:
    with opened(browser, f"{site}grades/") as page:
        every = shown(page)
        page.get_by_label("Find a provider").fill(typed)
        assert shown(page) == [name for name in every if "children’s" in name.lower()] != []


def test_only_those_of_an_overall_grade_are_left(browser: Browser, site: str) -> None:
    with opened(browser, f"{site}grades/") as page:
        page.get_by_label("Overall grade").select_option("Good")
        words = page.evaluate(
            """[...document.querySelectorAll('.matrix tbody tr')].filter(row => row.offsetHeight)
              .map(row => row.querySelector('[data-label=Overall] .unseen').textContent)"""
        )
        assert set(words) == {"Good"}


def test_a_column_sorts_by_the_keyboard_and_says_so(browser: Browser, site: str) -> None:
    steps = f"[...{STEPS}].map(row => Number(row.cells[1].dataset.step ?? -1))"
    with opened(browser, f"{site}grades/") as page:
        page.evaluate(f"{STEPS}[0].closest('table').id = 'tried'")
        head = page.locator("#tried thead th").nth(1)
        head.get_by_role("button").focus()
        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == "descending"
        found = page.evaluate(steps)
        assert found == sorted(found, reverse=True)
        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == "ascending"
        known = [step for step in page.evaluate(steps) if step >= 0]
        assert known == sorted(known)


def test_a_phone_shows_the_same_grades_in_whole_words(browser: Browser, site: str) -> None:
    grades = """[...document.querySelectorAll('.matrix td:not(.matrix-unknown) .unseen')]
      .map(one => one.textContent)"""
    with opened(browser, f"{site}grades/") as page:
        wide = page.evaluate(grades)
    with opened(browser, f"{site}grades/", viewport={"width": 320, "height": 640}) as page:
        seen = page.evaluate(grades.replace("'.matrix td:", "'.matrix td:"))
        assert seen == wide
        sizes = page.evaluate(
            """[...document.querySelectorAll('.matrix td:not(.matrix-unknown) .unseen')]
              .map(one => one.getBoundingClientRect().height)"""
        )
        assert min(sizes) > 13
