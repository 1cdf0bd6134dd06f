"""The YAML that is offered: our own reader makes of it the words that were checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.twin import twin
from tests.composing.test_proof_words import source
from tests.evidence import nasty_texts

from inspection_digest.composing.proof_words import proof_view
from inspection_digest.composing.verdict_words import SAID
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.evidence.proofs import Gap, Place, Proof, Verdict
from inspection_digest.reading.fields import SLUG, SLUG_LIMIT
from inspection_digest.reading.hidden import HIDDEN
from inspection_digest.reading.yaml_text import read_yaml

pytestmark = pytest.mark.browser

YAML = """async pasted => {
  const { tidied } = await import('/theme/js/check/tidy.js');
  const { quoteYaml } = await import('/theme/js/check/yaml.js');
  return pasted.map(words => {
    const { text } = tidied(words);
    const quote = {text, source: 'report', page: null, prefix: null, names: ['a'], first: true};
    return [text, text && quoteYaml(quote), text && quoteYaml({...quote, page: 7, prefix: text})];
  }); }"""
FIRST = (*"'\":#-?!&*%@`|>[]{},~=“‘\ufeff", "---", "...", "<<:", "key:", "null", "no", "012", "- #")
LONG = "The assessment of risk of harm to others is not good enough - it is well-led, self- and "


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with twin(browser, tmp_path_factory.mktemp("yaml")) as opened:
        yield opened


def texts() -> list[str]:
    """Everything that a YAML reader may take for its own, and a thousand texts of any kind."""
    chance = Random("yaml")  # noqa: S311 - the same texts each time
    found = [f"{start}{space}words {LONG * 3}" for start in FIRST for space in ("", " ")]
    found += [
        LONG * 6,
        f"{LONG}– " * 9,
        "x" * 300,
        f"{'x' * 300} {'y' * 300}",
        "it's: #1 \\n \\u0041",
    ]
    found += [
        "\u00a0".join(LONG.split()) * 2,
        "two  spaces   three",
        "a\ttab",
        "😀 " * 120,
        "no",
        "#",
    ]
    pieces = [nasty_texts.text(chance) for _ in range(3000)]
    return found + [" ".join(pieces[at : at + 3]) for at in range(0, 3000, 3)]


def test_a_thousand_quotes_come_back_as_they_were(page: Page) -> None:
    came_back = 0
    for text, plain, full in page.evaluate(YAML, texts()):
        assert not HIDDEN.search(text)
        if not text:
            continue
        for yaml, page_number, prefix in ((plain, None, None), (full, "7", text)):
            heard = Diagnostics()
            document = read_yaml(yaml, "x.yaml", heard)
            assert list(heard) == [], yaml
            assert document is not None
            quotes: Any = document.value["quotes"]
            ((name, quote),) = quotes.items()
            assert SLUG.fullmatch(name)
            assert len(name) <= SLUG_LIMIT
            assert quote["text"] == text
            assert (quote.get("page"), quote.get("prefix")) == (page_number, prefix)
            came_back += 1
    assert came_back > 2000


def test_no_line_is_too_long_for_an_editor_or_ends_at_a_hyphen(page: Page) -> None:
    for text, plain, _ in page.evaluate(YAML, texts()[:60]):
        lines = [line.strip(" ") for line in plain.splitlines()[4:]] if text else []
        assert " ".join(lines) == text
        for line in lines:
            assert len(line) <= 90 or not re.search(r"[^\s-] (?=[^\s\-–])", line)
        assert [line for line in lines[:-1] if re.search("[-‐‑–—]$", line)] == []


NAMES = """async asked => {
  const { nameFor } = await import('/theme/js/check/yaml.js');
  return asked.map(([text, names]) => nameFor(text, names)); }"""


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("It is not good enough, the inspectors said.", [], "not-good-enough-inspectors"),
        ("It is not good.", ["not-good"], "not-good-2"),
        ("It is not good.", ["not-good", "not-good-2"], "not-good-3"),
        ("‘It’s’ 98.5% – the café", [], "98-5-cafe"),
        ("to be or to do", [], "to-be-or-to-do"),
        ("مرحبا 😀", [], "quote"),
        ("a" * 200, [], "a" * 60),
    ],
)
def test_a_name_is_made_of_the_words_that_tell_most(
    page: Page, text: str, names: list[str], expected: str
) -> None:
    assert page.evaluate(NAMES, [[text, names]]) == [expected]


SENTENCES = """async () => {
  const { WORDS } = await import('/data/checker.js');
  const { shortOf, sentenceOf } = await import('/theme/js/check/sentences.js');
  const { standingOf } = await import('/theme/js/check/prove.js');
  const place = (page, paragraph) => [{page, paragraph}];
  const source = {kind: 'press release', paged: true, extracts: false, via: ''};
  const gaps = [{words: 1}, {words: 1200}];
  const proof = {places: [place(12, 1), place(3, 2), place(12, 4)], gaps};
  return Object.keys(WORDS.SAID).map(verdict => [verdict, standingOf(verdict), shortOf(verdict),
    [source, {...source, paged: false},
     {...source, extracts: true, via: 'Inspectorate of Toy Railways'}]
      .map(each => sentenceOf({...proof, verdict}, each))]); }"""


def test_the_site_and_the_page_say_the_same_of_every_verdict(page: Page) -> None:
    release, extracts, via = source(), source(extra="held: extracts\n"), source("report")
    places = tuple((Place(number, 0, 1, paragraph),) for number, paragraph in ((12, 1), (3, 2)))
    places += ((Place(12, 5, 6, 4),),)
    for name, standing, short, sentences in page.evaluate(SENTENCES):
        proof = Proof(Verdict(name), places, (Gap(1, "a"), Gap(1200, "b")))
        assert standing == proof.verdict.standing
        if standing == "fails":
            said = SAID[proof.verdict]
            assert (short, set(sentences)) == (name.capitalize(), {f"{said[0].upper()}{said[1:]}."})
        else:
            views = [
                proof_view(proof, release, None, paged=True),
                proof_view(proof, release, None, paged=False),
                proof_view(proof, extracts, via, paged=True),
            ]
            assert sentences == [view.sentence for view in views]
            assert {short} == {view.short for view in views}
