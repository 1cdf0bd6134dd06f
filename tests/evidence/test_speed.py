"""Proving is quick enough to do every time."""

from __future__ import annotations

from random import Random
from time import process_time

from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.fold import fold
from inspection_digest.evidence.prepared import PreparedSource, prepare
from inspection_digest.evidence.proofs import Claim, Standing
from inspection_digest.evidence.prove import prove

CHANCE = Random("a report of sixty pages")  # noqa: S311 - the same words each time
WORDS = ["".join(CHANCE.choices("abcdeghilmnoprstu", k=CHANCE.randint(2, 10))) for _ in range(4000)]


def report() -> tuple[PreparedSource, list[str]]:
    """Sixty pages of four hundred words, and a thousand sentences of theirs."""
    pages = [CHANCE.choices(WORDS, k=400) for _ in range(60)]
    text = tuple(
        "\n".join(" ".join(words[at : at + 12]) for at in range(0, 400, 12)) + f"\n{number}\n"
        for number, words in enumerate(pages, 1)
    )
    quotes = [" ".join(page[at : at + 15]) for page in pages for at in range(0, 340, 20)]
    return prepare(SourceText(text, paged=True)), quotes[:1000]


def test_a_thousand_quotations_take_less_than_a_fifth_of_a_second() -> None:
    source, quotes = report()
    held = {"report": source}
    prove(Claim(quotes[0], "report"), held)
    took = []
    for _ in range(3):
        start = process_time()
        proofs = [prove(Claim(quote, "report"), held) for quote in quotes]
        took.append(process_time() - start)
    assert len(quotes) == 1000
    assert all(proof.verdict.standing is Standing.HOLDS for proof in proofs)
    assert min(took) < 0.2


def test_a_failure_is_explained_in_milliseconds() -> None:
    source, quotes = report()
    held = {"report": source}
    prove(Claim("nothing of the sort", "report"), held)
    start = process_time()
    for quote in quotes[:100]:
        words = quote.split()
        prove(Claim(" ".join([*words[:6], *words[7:]]), "report"), held)
    assert (process_time() - start) / 100 < 0.02


def test_thousands_of_accents_on_a_letter_hold_nobody_up() -> None:
    text = "e" + "\u0323\u0301" * 100_000
    start = process_time()
    folded = fold(text)
    assert process_time() - start < 2
    assert folded.origin(len(folded.text) - 1) > 190_000
