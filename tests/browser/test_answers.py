"""Replies, objections and notices as a person sees them, on the toy site that has them all."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.conftest import serve
from tests.browser.test_pages import HIDDEN, SMALLEST, WIDTH, opened, violations

pytestmark = pytest.mark.browser

PROJECT = Path(__file__).resolve().parents[2]
DIGEST = "digests/nowhere-railway/2031-05-14/"
PAGES = {
    "digest": DIGEST,
    "contrast": f"{DIGEST}on-time-without-track/",
    "removed": f"{DIGEST}good-paper/",
    "withdrawn": "digests/nowhere-railway/2031-05-02/",
    "withdrawn contrast": "digests/nowhere-railway/2031-05-02/time-and-track/",
    "corrections": "corrections/",
    "provider": "providers/nowhere-railway/",
    "contrasts": "contrasts/",
    "verification": "verification/",
}
SIZE = "one => parseFloat(getComputedStyle(one.querySelector('p')).fontSize)"
WIDTHS = (320, 768, 1280)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    output = tmp_path_factory.mktemp("answers") / "output"
    content = PROJECT / "tests" / "examples" / "answers" / "content"
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(content),
        "-s",
        str(PROJECT / "pelican.conf.py"),
    ]
    subprocess.run(command, env={**os.environ, "OUTPUT_PATH": str(output)}, cwd=PROJECT, check=True)
    with serve(output) as address:
        yield address


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_no_barrier_in_light_or_dark(browser: Browser, answers: str, kind: str) -> None:
    with opened(browser, answers + PAGES[kind], color_scheme="light") as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, "color-contrast") == []


@pytest.mark.parametrize("kind", PAGES)
def test_it_fits_a_small_phone_and_stays_legible(browser: Browser, answers: str, kind: str) -> None:
    with opened(browser, answers + PAGES[kind], viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate(WIDTH) <= 320
        assert page.evaluate(SMALLEST) >= 13


@pytest.mark.parametrize("kind", PAGES)
def test_on_paper_nothing_of_it_is_missing(browser: Browser, answers: str, kind: str) -> None:
    with opened(browser, answers + PAGES[kind], color_scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate(HIDDEN) == []
        for one in page.query_selector_all(".note, .notice, .stood li, .corrections li, .reply"):
            assert one.is_visible()


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["digest", "contrast"])
def test_a_reply_is_as_large_as_what_it_answers(
    browser: Browser, answers: str, kind: str, width: int, medium: str
) -> None:
    settings = {"viewport": {"width": width, "height": 900}}
    with opened(browser, answers + PAGES[kind], **settings) as page:
        page.emulate_media(media="print" if medium == "print" else "screen")
        said = page.locator("#quote-on-time blockquote").first.evaluate(SIZE)
        for reply in ("track-on-order", "pictures-were-clear"):
            assert page.locator(f"#reply-{reply} blockquote").evaluate(SIZE) == said


@pytest.mark.parametrize("width", WIDTHS)
def test_a_reply_to_a_quotation_in_no_contrast_is_as_large_too(
    browser: Browser, samples: dict[str, str], width: int
) -> None:
    settings = {"viewport": {"width": width, "height": 900}}
    with opened(browser, samples["digest with everything"], **settings) as page:
        answered = page.locator("#quote-answered blockquote").evaluate(SIZE)
        assert page.locator("#reply-quote-answered blockquote").evaluate(SIZE) == answered


def test_no_note_is_louder_than_a_quotation(browser: Browser, answers: str) -> None:
    with opened(browser, answers + PAGES["contrast"]) as page:
        quote = page.locator("#quote-on-time blockquote").evaluate(SIZE)
        for one in page.query_selector_all(".note p, .reply-by"):
            assert one.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") < quote


def test_an_old_link_to_a_quotation_lands_on_its_name(browser: Browser, answers: str) -> None:
    with opened(browser, f"{answers}{PAGES['withdrawn']}#quote-track-everywhere") as page:
        assert page.locator("li:target").inner_text() == "Quotation: track everywhere"
        first = page.locator("main").inner_text().split("\n")
        assert "This digest is withdrawn, 15 May 2031" in first[:6]


def test_an_old_link_to_a_removed_quotation_lands_on_the_reason(
    browser: Browser, answers: str
) -> None:
    with opened(browser, f"{answers}{DIGEST}#quote-paper") as page:
        note = page.locator(".corrections li:has(:target)").inner_text()
        assert "taken out with the contrast" in note


def test_what_was_said_does_not_lie_over_its_reply_while_one_scrolls(
    browser: Browser, answers: str
) -> None:
    with opened(
        browser, answers + PAGES["contrast"], viewport={"width": 1280, "height": 500}
    ) as page:
        # Both at one moment: a wheel goes on turning while one looks from the one to the other.
        bottom_of_what_was_said, top_of_its_reply = page.evaluate(
            """() => {
              const at = (id) => document.getElementById(id).getBoundingClientRect();
              const reply = document.getElementById("reply-pictures-were-clear");
              reply.scrollIntoView({behavior: "instant"});
              scrollBy({top: 100, behavior: "instant"});
              return [at("quote-on-time").bottom, at("reply-pictures-were-clear").top];
            }"""
        )
        assert bottom_of_what_was_said <= top_of_its_reply
