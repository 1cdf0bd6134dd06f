"""Check a quote, as a person uses it: choose, paste, read, mend, copy, and go to the right line."""

from __future__ import annotations

import runpy
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests import small_site
from tests.browser.conftest import serve
from tests.browser.test_pages import WATCH, WIDTH, violations

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.evidence.findings import note_findings
from inspection_digest.evidence.proofs import Claim
from inspection_digest.evidence.prove import prove
from inspection_digest.evidence.quotations import prove_all
from inspection_digest.outputs.page import Templates
from inspection_digest.reading.yaml_text import read_yaml

pytestmark = pytest.mark.browser

PROJECT = Path(__file__).resolve().parents[2]
POLICY = runpy.run_path(str(PROJECT / "pelican.conf.py"))["CONTENT_SECURITY_POLICY"]
DIARY = """\
kind: post
title: Where is the track?
publisher: A passenger’s diary
published: 2031-05-16
"""
REPORT_TEXT = """\
An inspection of Moor Line

Leaders have a clear plan. The timetable is printed on good paper. Every station has a clock.\f\
There is no track between the two stations, and the company could not say where it had gone.

In 7 of 12 journeys the train did not arrive. Every station has a clock. It is wound by hand. \
Every station has a clock. It chimes.
"""
BROKEN_WORDS = """
The infor-
mation held is good. A well-
trained driver was met. Every well-trained guard smiled. The time-
table is late.
"""
MARSH = """\
framework: toy-2030
published: 2031-06-01
sources: {second: moor-report}
"""
CHANGES: small_site.Changes = {
    "digests/marsh-line/2031-06-01.yaml": MARSH,
    "sources/moor-report/text.txt": REPORT_TEXT + BROKEN_WORDS,
    "sources/moor-diary/source.yaml": DIARY,
}


@pytest.fixture(scope="module")
def toys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site, under the policy of the real one."""
    folder = tmp_path_factory.mktemp("toys")
    shutil.copytree(PROJECT / "theme" / "static", folder / "theme")
    made = small_site.published(
        small_site.edition(CHANGES, policy=POLICY), Templates(PROJECT / "theme")
    )
    for path, text in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    with serve(folder) as address:
        yield address


@contextmanager
def checking(
    browser: Browser, site: str, query: str = "?source=moor-report", **settings: Any
) -> Iterator[Page]:
    """The page, opened; nothing may be logged, refused or asked of anybody else."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.rstrip("/"))
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda one: said.extend([one.url][one.url.startswith(site) :]))
    page.add_init_script(WATCH)
    page.goto(f"{site}check-a-quote/{query}")
    try:
        yield page
        assert said == []
        assert page.evaluate("window.broken") == []
    finally:
        context.close()


def check(page: Page, words: str) -> str:
    """Pastes words and asks; what the page then says of them."""
    page.locator("#check-chosen").wait_for()
    page.get_by_label("The words").fill(words)
    page.get_by_role("button", name="Check these words").click()
    page.locator("#check-result:focus").wait_for()
    return page.locator(".check-verdict").inner_text()


def test_a_person_finds_a_document_pastes_words_and_takes_the_yaml_to_the_right_line(
    browser: Browser, toys: str
) -> None:
    with checking(browser, toys, "") as page:
        page.get_by_label("The document").fill("REPORT moor")
        expect(page.locator("#check-count")).to_have_text("1 document")
        page.keyboard.press("Enter")
        page.locator("#check-words:focus").wait_for()
        assert page.url == f"{toys}check-a-quote/?source=moor-report"
        page.keyboard.insert_text("“In 7 of 12 journeys\nthe train did not arrive.”")
        page.locator("#check-result").wait_for()  # while typing, without being asked
        assert page.locator(".check-verdict").inner_text() == (
            "Word for word. Letter for letter in the inspection report, page 2."
        )
        assert page.locator("mark").all_inner_texts() == [
            "In 7 of 12 journeys the train did not arrive."
        ]
        place = page.get_by_role("link", name="Page 2, paragraph 2")
        page.get_by_role("button", name="Copy").click()
        expect(page.locator("#check-copied")).to_have_text("Copied.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == (
            "  7-12-journeys-train-not:\n"
            "    source: report\n"
            "    text: >-\n"
            "      In 7 of 12 journeys the train did not arrive.\n"
        )
        way = page.get_by_role("link", name="Open the file").get_attribute("href")
        line = small_site.DIGEST.splitlines().index("quotes:") + 1
        assert way == (f"{small_site.SITE.repository}/edit/main/content/{small_site.MOOR}#L{line}")
        place.click()
        page.wait_for_url("**/sources/moor-report/#page-2-2")
        assert "In 7 of 12 journeys" in page.locator(":target").inner_text()
    pasted = small_site.DIGEST.replace("quotes:\n", f"quotes:\n{copied}")
    small_site.edition({**CHANGES, small_site.MOOR: pasted})  # it is read without a mistake


def test_where_several_digests_cite_a_document_the_person_says_which(
    browser: Browser, toys: str
) -> None:
    with checking(browser, toys) as page:
        check(page, "There is no track")
        choice = page.get_by_label("The digest", exact=True)
        assert choice.locator("option").count() == 2
        assert "    source: report\n" in page.locator("#check-yaml").inner_text()
        choice.select_option(index=1)
        yaml = page.locator("#check-yaml").inner_text()
        assert yaml.startswith("quotes:\n  no-track:\n    source: second\n")
        way = page.get_by_role("link", name="Open the file").get_attribute("href")
        file = "content/digests/marsh-line/2031-06-01.yaml"
        assert way == f"{small_site.SITE.repository}/edit/main/{file}"
        assert page.locator("#check-where").inner_text() == f"Paste it at the end of {file}."


def test_without_a_network_it_says_so_and_may_be_asked_again(browser: Browser, toys: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{toys}check-a-quote/")
    page.get_by_label("The document").fill("inspection moor")
    page.locator("#check-matches button").first.wait_for()
    context.set_offline(True)
    page.keyboard.press("Enter")
    page.get_by_role("alert").filter(has_text="could not be fetched").wait_for()
    context.set_offline(False)
    page.keyboard.press("Enter")
    page.locator("#check-chosen").wait_for()
    page.goto(f"{toys}check-a-quote/?source=no-such-source")
    page.get_by_role("alert").filter(has_text="There is no document of that name here.").wait_for()
    context.close()


def test_the_real_site_finds_its_own_quotation_under_its_own_policy(
    browser: Browser, site: str
) -> None:
    with checking(browser, site, "?source=hmip-2019-south-yorkshire-crc-report") as page:
        said = check(page, "Dynamic senior leadership has driven forward change at a fast pace")
        assert said == (
            "Word for word. Letter for letter in the passages we hold of the inspection report, as "
            "quoted by probationmatters.blogspot.com; we have not seen the document."
        )
        assert page.locator(".proof-second-hand").count() == 1


def test_altered_words_are_told_gravest_first_and_mended_with_a_button(
    browser: Browser, toys: str
) -> None:
    with checking(browser, toys) as page:
        said = check(page, "In 9 of 12 journeys the big train did arrive.")
        assert said == "Altered. A passage comes close, but says something else."
        assert page.locator(".check-changes li").all_inner_texts() == [
            "A negation: “not” is left out",
            "A number: where the source has “7”, this has “9”",
            "“big” is added",
        ]
        assert not page.locator("#check-proposal").is_visible()
        page.get_by_role("button", name="Use the document’s words").click()
        page.locator(".proof-proved").wait_for()
        assert page.get_by_label("The words").input_value() == (
            "In 7 of 12 journeys the train did not arrive."
        )


def test_words_of_another_document_of_the_digest_lead_there(browser: Browser, toys: str) -> None:
    with checking(browser, toys) as page:
        said = check(page, "The leaders are outstanding.")
        assert said == "Elsewhere. It stands in another document."
        page.get_by_role("button", name="Check against that document").click()
        page.locator(".proof-proved").wait_for()
        assert page.url.endswith("?source=moor-release")
        assert "    source: release\n" in page.locator("#check-yaml").inner_text()


def test_of_words_that_are_nowhere_the_next_step_is_said(browser: Browser, toys: str) -> None:
    with checking(browser, toys) as page:
        assert check(page, "Passengers were offered tea and a blanket.") == (
            "Absent. It does not stand there; see that it is the right document, and copy the "
            "words from it again."
        )


def test_a_splice_of_two_documents_shows_both_pieces(browser: Browser, toys: str) -> None:
    with checking(browser, toys) as page:
        said = check(page, "Every train we saw was on time, and the company could not say where")
        assert said == ("Spliced. Its parts stand there, but not together or not in this order.")
        assert page.locator("mark").all_inner_texts() == [
            "Every train we saw was on time",
            "and the company could not say where",
        ]


@pytest.mark.parametrize("way", [0, 1, 2])
def test_of_several_places_the_chosen_one_is_what_the_checker_finds(
    browser: Browser, toys: str, way: int
) -> None:
    words = "Every station has a clock."
    with checking(browser, toys) as page:
        said = check(page, words)
        assert said == (
            "In several places. The words stand in several places of this inspection report; "
            "which is meant is not said."
        )
        assert not page.locator("#check-proposal").is_visible()
        page.get_by_role("button", name="This one is meant").nth(way).click()
        page.locator(".proof-proved").wait_for()
        yaml = page.locator("#check-yaml").inner_text()
    document = read_yaml(f"quotes:\n{yaml}", "x", Diagnostics())
    assert document is not None
    quote: Any = document.value["quotes"]
    (quote,) = quote.values()
    text = small_site.edition(CHANGES).evidence.texts["moor-report"]
    number = int(quote["page"]) if "page" in quote else None
    proof = prove(Claim(words, "moor-report", number, quote.get("prefix")), {"moor-report": text})
    ((place,),) = proof.places
    starts = [(1, REPORT_TEXT.split("\f", maxsplit=1)[0].index(words))]
    second = REPORT_TEXT.split("\f")[1]
    starts += [(2, second.index(words)), (2, second.rindex(words))]
    assert (place.page, place.start) == starts[way]


def test_words_on_another_page_than_the_one_asked_for(browser: Browser, toys: str) -> None:
    with checking(browser, toys) as page:
        page.get_by_label("Page, if").fill("1")
        assert check(page, "There is no track").startswith("Misplaced.")
        page.get_by_role("button", name="This one is meant").click()
        page.locator(".proof-proved").wait_for()
        assert page.get_by_label("Page, if").input_value() == "2"
        assert "    page: 2\n" in page.locator("#check-yaml").inner_text()


def test_of_a_document_not_held_and_not_cited_a_whole_new_file_is_started(
    browser: Browser, toys: str
) -> None:
    with checking(browser, toys, "?source=moor-diary") as page:
        said = check(page, "Where had it gone? “Nobody knew.”")
        assert (
            said == "Not checked. We hold no text of this blog post, so the words are not checked."
        )
        way = urlsplit(page.get_by_role("link", name="Start the file").get_attribute("href") or "")
        yaml = page.locator("#check-yaml").inner_text()
    assert way.path == "/digest/new/main"
    query = parse_qs(way.query)
    assert query["value"] == [yaml]
    assert query["filename"] == ["content/digests/name-of-the-provider/2031-05-16.yaml"]
    document = read_yaml(yaml, "x", Diagnostics())
    assert document is not None
    assert document.value["sources"] == {"post": "moor-diary"}
    quotes: Any = document.value["quotes"]
    assert [quote["text"] for quote in quotes.values()] == ["Where had it gone? “Nobody knew.”"]


@pytest.mark.parametrize(
    "query", ["?source=../../secret", "?source=<img src=x onerror=alert(1)>", "?source=%00", "?x"]
)
def test_an_address_that_anybody_wrote_is_no_way_to_another_file(
    browser: Browser, toys: str, query: str
) -> None:
    with checking(browser, toys, query) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.get_by_label("The words").fill("<img src=x onerror=alert(1)> [sic]")
        page.get_by_role("button", name="Check these words").click()
        assert page.get_by_role("alert").inner_text() == "Choose the document first."
        assert page.locator("#check-find").evaluate("one => one === document.activeElement")
        page.locator("#check-matches button").first.wait_for()
        assert [url for url in asked if "data/sources/" in url] == []
        assert page.locator("main img").count() == 0


def test_hostile_words_stay_words(browser: Browser, toys: str) -> None:
    hostile = "There is no <img src=x onerror=alert(1)> track </pre><script>alert(2)</script>"
    with checking(browser, toys) as page:
        check(page, hostile)
        assert page.locator("main img, main script").count() == 0
        assert page.locator("#check-said").inner_text().count("<img") >= 1


def test_what_nobody_sees_is_taken_out_and_said(browser: Browser, toys: str) -> None:
    with checking(browser, toys) as page:
        check(page, "There is no\u200b tra\u202eck between the two stations")
        assert page.locator("#check-said .check-note").inner_text() == (
            "2 characters that nobody can see were taken out of the words."
        )
        assert (
            page.locator("#check-yaml")
            .inner_text()
            .endswith("      There is no track between the two stations\n")
        )


def test_from_a_source_s_page_its_text_is_chosen_already(browser: Browser, toys: str) -> None:
    with checking(browser, toys) as page:
        page.goto(f"{toys}sources/moor-report/")
        page.get_by_role("link", name="Check a quote against this text").click()
        page.locator("#check-chosen").wait_for()
        assert page.locator("#check-chosen-title").inner_text() == "An inspection of Moor Line"


def test_every_state_is_open_to_every_eye_and_hand_and_fits_a_small_phone(
    browser: Browser, toys: str
) -> None:
    with checking(browser, toys, "", viewport={"width": 320, "height": 640}) as page:
        page.get_by_label("The document").fill("moor")
        page.locator("#check-matches button").first.wait_for()
        assert violations(page) == []
        page.locator("#check-matches button", has_text="An inspection").click()
        for words in (
            "There is no track ... and the company could not say where it had gone.",
            "There is a track between the two stations",
            "Every station has a clock.",
            "The leaders are outstanding.",
        ):
            check(page, words)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            assert page.evaluate(WIDTH) <= 320
            page.emulate_media(color_scheme="light")
            assert violations(page) == []
            page.emulate_media(color_scheme="dark")
            assert violations(page, "color-contrast") == []
        page.set_viewport_size({"width": 640, "height": 450})
        page.evaluate("document.documentElement.style.fontSize = '212.5%'")
        assert page.evaluate(WIDTH) <= 640


IN_SIGHT = """selector => { const box = document.querySelector(selector).getBoundingClientRect();
  return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("There is no track between the two stations", "Word for word."),
        ("In 9 of 12 journeys the big train did arrive.", "Altered."),
        ("Every train we saw was on time, and the company could not say where", "Spliced."),
    ],
)
def test_on_a_small_phone_the_first_check_brings_its_verdict_into_sight(
    browser: Browser, toys: str, words: str, verdict: str, motion: Any
) -> None:
    phone: dict[str, Any] = {
        "viewport": {"width": 320, "height": 568},
        "has_touch": True,
        "is_mobile": True,
    }
    with checking(browser, toys, reduced_motion=motion, **phone) as page:
        assert check(page, words).startswith(verdict)
        page.wait_for_function(f"({IN_SIGHT})('.check-verdict')", timeout=3000)
        assert page.locator("#check-result").evaluate("one => one.offsetHeight > innerHeight")


def test_where_copying_is_not_allowed_the_marked_lines_are_in_sight(
    browser: Browser, toys: str
) -> None:
    phone: dict[str, Any] = {
        "viewport": {"width": 320, "height": 568},
        "has_touch": True,
        "is_mobile": True,
    }
    with checking(browser, toys, **phone) as page:
        check(page, "There is no track between the two stations")
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
        page.get_by_role("button", name="Copy").click()
        page.locator("#check-yaml:focus").wait_for()
        expect(page.locator("#check-copied")).to_have_text("The lines are marked: copy them.")
        assert page.evaluate("getSelection().toString()").startswith("  no-track")
        page.wait_for_function(f"({IN_SIGHT})('#check-yaml')", timeout=3000)


def refusals(yaml: str) -> list[str]:
    """The codes of what the check says of a quote's lines, put where the page says."""
    pasted = small_site.DIGEST.replace("quotes:\n", f"quotes:\n{yaml}")
    before, after = (
        small_site.library({**CHANGES, **more}) for more in ({}, {small_site.MOOR: pasted})
    )
    heard = Diagnostics(), Diagnostics()
    for read, diagnostics in zip((before, after), heard, strict=True):
        note_findings(read.current, prove_all(read.current), diagnostics)
    return sorted({each.code for each in heard[1]} - {each.code for each in heard[0]})


@pytest.mark.parametrize(
    ("pasted", "broken", "read"),
    [
        ("A well-\ntrained driver was met.", "well- trained", "well-trained"),
        ("A well- trained driver was met.", "well- trained", "well-trained"),
        ("The time-\ntable is late.", "time- table", "timetable"),
        ("The time- table is late.", "time- table", "timetable"),
    ],
)
def test_a_word_broken_at_a_line_s_end_is_spelt_as_the_document_spells_it_elsewhere(
    browser: Browser, toys: str, pasted: str, broken: str, read: str
) -> None:
    with checking(browser, toys) as page:
        check(page, pasted)
        assert page.locator(".proof-proved").count() == 1
        assert page.locator("#check-said .check-note").all_inner_texts() == [
            f"“{broken}” is read as “{read}”: a line ended there."
        ]
        yaml = page.locator("#check-yaml").inner_text()
    assert f" {read} " in yaml
    assert refusals(yaml) == []


@pytest.mark.parametrize("end", ["\n", " "])
@pytest.mark.parametrize("spelt", ["information", "infor-mation"])
def test_where_the_document_does_not_settle_a_broken_word_the_person_does(
    browser: Browser, toys: str, spelt: str, end: str
) -> None:
    with checking(browser, toys) as page:
        check(page, f"The infor-{end}mation held is good.")
        assert (
            page.locator("#check-said .check-note").inner_text().startswith("“infor- mation” has")
        )
        assert not page.locator("#check-proposal").is_visible()
        page.get_by_role("button", name=f"Write “{spelt}”").click()
        page.locator("#check-yaml", has_text=f"The {spelt} held").wait_for()
        assert page.locator("#check-said .check-note").count() == 0
        yaml = page.locator("#check-yaml").inner_text()
    assert refusals(yaml) == []
    assert refusals(yaml.replace(f"{spelt} held", "infor- mation held")) == ["broken-at-hyphen"]


def test_twenty_thousand_documents_are_searched_and_a_few_are_shown(
    browser: Browser, toys: str
) -> None:
    row = (
        '["source-{0}","Inspection report number {0} of some provider",0,0,"29 March 2019","whole"]'
    )
    rows = ",".join(row.format(number) for number in range(20_000))
    body = f'{{"publishers":["A"],"kinds":["inspection report"],"sources":[{rows}]}}'
    with checking(browser, toys, "") as page:
        page.route("**/data/sources.json", lambda route: route.fulfill(body=body))
        page.get_by_label("The document").fill("number 1999")
        page.locator("#check-matches button").first.wait_for()
        assert page.locator("#check-count").inner_text().startswith("12 documents; the first 8")
        assert page.locator("#check-matches button").count() == 8
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.textContent").startswith(
            "Inspection report number 1999"
        )
