"""Each kind of page in a real browser: for every eye and hand, and with nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.theme.pages import PAGES

pytestmark = pytest.mark.browser

DIGEST = "digests/south-yorkshire-crc/2019-03-29/"
KINDS = {
    "home": "",
    "digest": DIGEST,
    "contrast": f"{DIGEST}leadership-and-risk-of-harm/",
    "contrasts": "contrasts/",
    "gap": "the-gap/",
    "grades": "grades/",
    "index of": "providers/",
    "reports": "the-gap/above/",
    "provider": "providers/south-yorkshire-crc/",
    "framework": "frameworks/hmip-crc-2018/",
    "source": "sources/hmip-2019-south-yorkshire-crc-release/",
    "prose": "method/",
    "follow": "follow/",
    "verification": "verification/",
    "messages": "messages/",
    "check": "check-a-quote/",
    "404": "404.html",
}
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN_AXE = """options => axe.run(options).then(result => result.violations.map(
  violation => [violation.id, violation.nodes.slice(0, 3).map(node => node.html)]))"""
WIDTH = "document.scrollingElement.scrollWidth"
SMALLEST = """() => Math.min(...[...document.querySelectorAll('body *')]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(one => parseFloat(getComputedStyle(one).fontSize)))"""
WATCH = """window.broken = []; addEventListener('securitypolicyviolation',
  event => window.broken.push(event.violatedDirective + ' ' + event.blockedURI))"""
HIDDEN = """() => [...document.querySelectorAll('h1, h2, h3, [data-quote], .because, .paragraph')]
  .filter(one => one.offsetHeight === 0 && !one.closest('[data-script][hidden]')
    && !one.matches('h2:has(+ .actions:last-child)')) // over links alone, which paper has none of
  .map(one => one.outerHTML.slice(0, 80))"""
FOCUS = """() => { const at = document.activeElement, style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  return {tag: at.tagName, name: at.className, text: at.textContent.trim(),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    inside: box.left >= 0 && box.top >= 0 && box.width > 0 && box.height > 0}; }"""


# A context for each way of opening pages: to begin one takes longer than most of what is tried.
_contexts: dict[tuple[Browser, str], BrowserContext] = {}


@contextmanager
def opened(browser: Browser, address: str, **settings: Any) -> Iterator[Page]:
    """A page of its own, in a context that others have been in: the site keeps nothing there."""
    wanted = {"viewport": {"width": 1280, "height": 900}, **settings}
    key = browser, repr(wanted)
    if key not in _contexts:
        _contexts[key] = browser.new_context(**wanted)
    page = _contexts[key].new_page()
    try:
        page.goto(address)
        yield page
    finally:
        page.close()


def violations(page: Page, *rules: str) -> list[Any]:
    """What axe finds wrong, by all its rules or by some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    only = {"runOnly": list(rules)} if rules else {}
    every = {"rules": {"target-size": {"enabled": True}}}
    options = {"resultTypes": ["violations"], **(only or every)}
    found: list[Any] = page.evaluate(RUN_AXE, options)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_barrier_in_light_or_dark(browser: Browser, site: str, kind: str) -> None:
    with opened(browser, site + KINDS[kind], color_scheme="light") as page:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, "color-contrast") == []


def test_axe_finds_no_barrier_in_pages_of_everything_and_of_next_to_nothing(
    browser: Browser, samples: dict[str, str]
) -> None:
    with opened(
        browser, next(iter(samples.values())), viewport={"width": 400, "height": 900}
    ) as page:
        found = {}
        for name, address in samples.items():
            page.goto(address)
            found[name] = violations(page)
    assert found == {name: [] for name in samples}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_comes_from_elsewhere_and_nothing_is_refused(
    browser: Browser, site: str, kind: str
) -> None:
    with opened(browser, "about:blank") as page:
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
        page.add_init_script(WATCH)
        page.goto(site + KINDS[kind])
        page.evaluate("document.fonts.ready.then(() => true)")
        assert said == []
        assert page.evaluate("window.broken") == []
        assert [url for url in asked if not url.startswith(site)] == []
        assert page.evaluate("document.fonts.size") >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_it_fits_a_small_phone_and_large_type(browser: Browser, site: str, kind: str) -> None:
    with opened(browser, site + KINDS[kind], viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate(WIDTH) <= 320
        assert page.evaluate(SMALLEST) >= 13
        page.set_viewport_size({"width": 640, "height": 450})  # a page of 1280 at 200 % zoom
        assert page.evaluate(WIDTH) <= 640
        page.evaluate("document.documentElement.style.fontSize = '212.5%'")  # type alone, doubled
        assert page.evaluate(WIDTH) <= 640


def test_examples_of_yaml_keep_their_lines_on_a_small_phone_and_scroll_by_keyboard(
    browser: Browser, site: str
) -> None:
    phone = {"width": 320, "height": 640}
    with opened(browser, site + KINDS["messages"], viewport=phone) as page:
        boxes = page.locator(".example pre")
        wide = [
            box for box in boxes.all() if box.evaluate("one => one.scrollWidth > one.clientWidth")
        ]
        assert len(wide) > 10
        line = "one => parseFloat(getComputedStyle(one).lineHeight)"
        rows = "one => one.firstChild.getBoundingClientRect().height"
        for box in wide[:5]:
            lines = len(box.inner_text().split("\n"))
            assert box.evaluate(rows) < (lines + 0.5) * box.evaluate(line)
        wide[0].focus()
        page.keyboard.press("ArrowRight")
        moved = "one => new Promise(done => { const look = () => one.scrollLeft > 0 ? done(true) : "
        moved += "setTimeout(look, 20); look(); })"  # it scrolls smoothly: not at once
        assert wide[0].evaluate(moved)
        assert wide[0].get_attribute("aria-label")


def test_the_longest_words_fit_a_small_phone(browser: Browser, samples: dict[str, str]) -> None:
    with opened(
        browser, next(iter(samples.values())), viewport={"width": 320, "height": 640}
    ) as page:
        widths = {}
        for name, address in samples.items():
            page.goto(address)
            widths[name] = page.evaluate(WIDTH)
    assert {name: width for name, width in widths.items() if width > 320} == {}
    assert set(widths) == set(PAGES)


@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_read_without_a_script(browser: Browser, site: str, kind: str) -> None:
    with opened(browser, site + KINDS[kind]) as page:
        page.evaluate("document.querySelectorAll('[data-script]').forEach(one => one.remove())")
        with_scripts = page.inner_text("body")
    with opened(browser, site + KINDS[kind], java_script_enabled=False) as page:
        assert page.inner_text("body") == with_scripts
        for summary in page.query_selector_all("main summary")[:2]:
            summary.click()
            assert summary.evaluate("one => one.nextElementSibling.getBoundingClientRect().height")


@pytest.mark.parametrize("kind", KINDS)
def test_on_paper_nothing_of_the_text_is_missing(browser: Browser, site: str, kind: str) -> None:
    with opened(browser, site + KINDS[kind], color_scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate(HIDDEN) == []
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
            "rgb(255, 255, 255)"
        )
        assert not page.is_visible(".site-nav")


@pytest.mark.parametrize("kind", KINDS)
def test_a_keyboard_is_enough(browser: Browser, site: str, kind: str) -> None:
    with opened(browser, site + KINDS[kind]) as page:
        page.keyboard.press("Tab")
        first = page.evaluate(FOCUS)
        assert first["name"] == "skip"
        assert first["inside"]
        for _ in range(12):
            seen = page.evaluate(FOCUS)
            assert seen["outline"] >= 2 or seen["tag"] == "BODY", seen
            page.keyboard.press("Tab")
        page.locator(".skip").focus()
        page.keyboard.press("Enter")
        assert page.evaluate(FOCUS)["tag"] == "MAIN"


def test_a_passage_can_be_seen_in_its_place(browser: Browser, site: str) -> None:
    with opened(browser, site + DIGEST) as page:
        page.locator(".tools a", has_text="see it in place").first.click()
        page.wait_for_url("**/sources/**")
        marked = page.locator("mark:target, span:target + mark")
        assert "outstanding leadership team" in marked.inner_text()
        page.locator(".paragraph:has(:target) .margin a").first.click()
        page.wait_for_url("**/digests/**")
        assert "outstanding leadership team" in page.locator("figure:target").inner_text()


def test_the_front_page_weighs_less_than_200_kilobytes(browser: Browser, site: str) -> None:
    with opened(browser, "about:blank") as page:
        weights: list[int] = []
        page.on("response", lambda response: weights.append(len(response.body())))
        page.goto(site)
        page.evaluate("document.fonts.ready.then(() => true)")
        assert len(weights) > 10
        assert sum(weights) < 200_000
