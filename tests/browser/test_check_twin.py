"""The checker in the browser and the one in Python: the same folding, the same verdicts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.twin import FOLD, proofs, told, twin
from tests.corpus import variants
from tests.evidence import nasty_texts
from tests.evidence.test_folding_vectors import VECTORS, as_vector

from inspection_digest import checking
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.elision import may_leave_out
from inspection_digest.evidence.fold import fold
from inspection_digest.evidence.locate import find
from inspection_digest.evidence.prepared import prepare
from inspection_digest.evidence.proofs import Claim, Standing, Verdict
from inspection_digest.evidence.prove import prove
from inspection_digest.evidence.quotations import quotes_of

pytestmark = pytest.mark.browser

PROJECT = Path(__file__).resolve().parents[2]
Asked = tuple[Claim, Sequence[str]]


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with twin(browser, tmp_path_factory.mktemp("twin")) as opened:
        yield opened


def test_both_fold_as_the_committed_vectors_say(page: Page) -> None:
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))
    assert page.evaluate(FOLD, [vector["given"] for vector in vectors]) == vectors
    assert len(vectors) >= 300


def test_both_fold_two_thousand_nasty_texts_alike(page: Page) -> None:
    chance = Random("two thousand")  # noqa: S311 - the same texts each time
    texts = [nasty_texts.text(chance) for _ in range(2000)]
    found = page.evaluate(FOLD, texts)
    expected = [as_vector(fold(text)) for text in texts]
    assert [one for one, other in zip(found, expected, strict=True) if one != other] == []
    assert len(set(texts)) > 1900


def agree(page: Page, texts: Mapping[str, SourceText], asked: Sequence[Asked]) -> Counter[Verdict]:
    """Asks both the same; how often each verdict was given, once they agree in everything."""
    ready = {name: prepare(text) for name, text in texts.items()}
    ours = [prove(claim, {name: ready[name] for name in held}) for claim, held in asked]
    theirs = proofs(page, texts, asked)
    differing = [
        (claim, told(one), other)
        for (claim, _), one, other in zip(asked, ours, theirs, strict=True)
        if told(one) != other
    ]
    assert differing == []
    return Counter(proof.verdict for proof in ours)


def test_every_committed_quotation_has_the_same_proof(page: Page) -> None:
    library, evidence = checking.read(PROJECT / "content", Diagnostics())
    asked = []
    for digest in library.digests.values():
        sources = digest.record.sources
        held = [id_ for id_ in sources.values() if id_ in evidence.texts]
        for _, quote in quotes_of(digest):
            asked.append((Claim(quote.text, sources[quote.source], quote.page, quote.prefix), held))
    given = agree(page, evidence.texts, asked)
    assert sum(given.values()) == len(evidence.proofs) > 20
    assert all(verdict.standing is not Standing.FAILS for verdict in given)


def test_thousands_of_true_and_false_variations_have_the_same_proofs(page: Page) -> None:
    _, evidence = checking.read(PROJECT / "content", Diagnostics())
    chance = Random("variations")  # noqa: S311 - the same variations each time
    texts = {**evidence.texts, **nasty_texts.reports(chance)}
    asked = [one for name in texts for one in _variations(name, texts, chance)]
    given = agree(page, texts, asked)
    assert sum(given.values()) > 3000
    assert set(given) == set(Verdict)


def _variations(name: str, texts: Mapping[str, SourceText], chance: Random) -> Iterator[Asked]:
    """Sentences of a source, changed in every way we know, and claimed of it or of another."""
    sentences = nasty_texts.sentences(texts[name])
    changes = [*variants.HOLDING.values(), *variants.FALSE.values(), *nasty_texts.CHANGES]
    for _ in range(600):
        text = chance.choice(changes)(chance.choice(sentences), chance)
        if text is None:
            continue
        held = [name, *chance.sample([each for each in texts if each != name], chance.randrange(3))]
        chance.shuffle(held)
        source = chance.choice([*[name] * 9, *held])
        number = chance.choice([None, None, None, 1, 2, len(texts[name].pages)])
        prefix = chance.choice([*[None] * 9, "the", "not"])
        yield Claim(text, source, number, prefix), held


STEPS = """async text => {
  const { at, before, back, ahead } = await import('/theme/js/check/characters.js');
  const starts = [...text].map((_, index, all) => all.slice(0, index).join('').length);
  return [...starts, text.length].map(index => [at(text, index), before(text, index),
    text.slice(back(text, index, 3), index), text.slice(index, ahead(text, index, 3))]); }"""


def test_whole_characters_are_stepped_over_not_their_halves(page: Page) -> None:
    text = "a😀b𝟏𐐀👍 \u0301é"
    assert page.evaluate(STEPS, text) == [
        [text[at : at + 1], text[max(at - 1, 0) : at], text[max(at - 3, 0) : at], text[at : at + 3]]
        for at in range(len(text) + 1)
    ]


FIND = """async pairs => {
  const { find } = await import('/theme/js/check/locate.js');
  const { fold } = await import('/theme/js/check/fold.js');
  const count = text => [...text].length;
  return pairs.map(([quote, source]) => {
    const folded = fold(source);
    return [...find(fold(quote), folded)].map(({ start, end }) =>
      [count(folded.text.slice(0, start)), count(folded.text.slice(0, end))]); }); }"""
FIGURES = (*"0125 aab  .,:/%‰£$+½²()[]'-–—\n\u00ad\u0301é一", "𝟏", "😀", "\u200d", "\uffff", "word")


def test_both_find_the_same_words_and_figures_in_the_same_places(page: Page) -> None:
    chance = Random("places")  # noqa: S311 - the same texts each time
    pairs = [_quoted(chance) for _ in range(6000)]
    found = page.evaluate(FIND, pairs)
    expected = [
        [[match.start, match.end] for match in find(fold(quote), fold(source))]
        for quote, source in pairs
    ]
    assert [one for one in zip(pairs, found, expected, strict=True) if one[1] != one[2]] == []
    assert sum(map(bool, expected)) > 1500  # and many of them are in no place
    assert expected.count([]) > 1500


def _quoted(chance: Random) -> tuple[str, str]:
    """A short text, and some of it with perhaps one thing changed."""
    parts = chance.choices(FIGURES, k=chance.randint(3, 14))
    start = chance.randrange(len(parts) - 1)
    quote = parts[start : start + chance.randint(1, 6)]
    if chance.random() < 0.3:
        quote[chance.randrange(len(quote))] = chance.choice(FIGURES)
    return "".join(quote), "".join(parts)


LEAVE = """async cases => {
  const { mayLeaveOut } = await import('/theme/js/check/elision.js');
  return cases.map(each => mayLeaveOut(...each)); }"""


def test_both_let_the_same_words_be_left_out(page: Page) -> None:
    chance = Random("gaps")  # noqa: S311 - the same cases each time
    pieces = [
        "word ",
        "Word ",
        "two words ",
        "End.",
        "end.” ",
        "“",
        "\n",
        " ",
        "1 ",
        "x " * 9,
        "é",
        "end. “\n",
    ]
    cases = [
        ["".join(chance.choices(pieces, k=chance.randrange(most))) for most in (9, 14, 9, 3)]
        for _ in range(6000)
    ]
    expected = [may_leave_out(*case) for case in cases]
    found = page.evaluate(LEAVE, cases)
    assert [one for one in zip(cases, found, expected, strict=True) if one[1] != one[2]] == []
    assert min(expected.count(True), expected.count(False)) > 1000


SPEED = """async texts => {
  const { fold } = await import('/theme/js/check/fold.js');
  return texts.map(text => {
    const started = performance.now();
    fold(text);
    return performance.now() - started; }); }"""


def test_a_report_of_a_hundred_pages_is_folded_while_nobody_waits(page: Page) -> None:
    chance = Random("a hundred pages")  # noqa: S311 - the same pages each time
    whole = "\n".join(nasty_texts.page(chance, number) for number in range(400))
    taken = page.evaluate(SPEED, [whole] * 3)
    assert len(whole) > 250_000
    assert min(taken) < 1000  # milliseconds; some twenty on the machine this was written on


def test_both_know_true_sentences_with_others_left_out_between_them(page: Page) -> None:
    first, middle, last = (
        "There is no track here.",
        "Nobody asked why it had gone.",
        "The risk to trains was never written down.",
    )
    text = SourceText((f"{first} {middle} {last}\n\nThe end of it.",))
    words = (
        f"{first} {last}",
        f"{last} {first}",
        f"{first} {middle} {last}",
        f"{first[:-7]} {last}",
    )
    asked = [(Claim(each, "a"), ["a"]) for each in words]
    counted = agree(page, {"a": text}, asked)
    assert counted[Verdict.SPLICED] >= 2
    assert counted[Verdict.VERBATIM] == 1
