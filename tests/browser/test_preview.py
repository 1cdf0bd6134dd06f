"""A preview in a real browser, opened from disk as a person opens what they have downloaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.test_pages import AXE, RUN_AXE, SMALLEST, WATCH, WIDTH, opened
from tests.previews import make_preview

pytestmark = pytest.mark.browser

CONTRAST = "digests/nowhere-railway/2031-05-14/on-time-without-track/"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_preview(tmp_path_factory.mktemp("preview"))


def at(page: Page, preview: Path) -> str:
    return page.url.removeprefix(preview.as_uri()).lstrip("/")


def test_it_can_be_walked_through_by_clicking(browser: Browser, preview: Path) -> None:
    with opened(browser, (preview / "index.html").as_uri()) as page:
        for words, place in (
            ("Trains 5 < 6 on time & no track: Nowhere Railway", f"site/{CONTRAST}index.html"),
            ("What the change touches", "index.html"),
            ("Open the whole site", "site/index.html"),
            ("Method", "site/method/index.html"),
            ("All grades", "site/grades/index.html"),
            ("Providers", "site/providers/index.html"),
            ("Nowhere Railway", "site/providers/nowhere-railway/index.html"),
            ("What the change touches", "index.html"),
        ):
            page.get_by_role("link", name=words, exact=True).first.click()
            assert at(page, preview) == place
            assert page.locator("h1").count() == 1


def test_the_page_that_says_there_is_none_leads_on_from_disk(
    browser: Browser, preview: Path
) -> None:
    with opened(browser, (preview / "site/404.html").as_uri()) as page:
        page.locator("main a").first.click()
        assert at(page, preview) == "site/index.html"


@pytest.mark.parametrize("place", ["index.html", f"site/{CONTRAST}index.html"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_dressed_marked_and_for_every_eye(
    browser: Browser, preview: Path, place: str, width: int, scheme: str
) -> None:
    settings = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    with opened(browser, "about:blank", **settings) as page:
        page.add_init_script(WATCH)
        page.goto((preview / place).as_uri())
        note = page.locator(".preview-note")
        assert note.is_visible()
        colour = note.evaluate("one => getComputedStyle(one).backgroundColor")
        assert colour == ("rgb(246, 233, 204)" if scheme == "light" else "rgb(64, 52, 26)")
        assert page.evaluate("window.broken") == []
        assert page.evaluate(WIDTH) <= width
        assert page.evaluate(SMALLEST) >= 13
        page.evaluate(AXE)
        assert page.evaluate(RUN_AXE, {"resultTypes": ["violations"]}) == []
