"""A thousand quotations of awkward letters go through every format and come back the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.small_site import MOOR, RELEASE, edition, published

from inspection_digest.composing.edition import Edition
from inspection_digest.evidence.proofs import Standing
from inspection_digest.evidence.quotations import quotes_of
from inspection_digest.outputs.page import Templates
from inspection_digest.readback.expected import published_key
from inspection_digest.readback.extract import quotations_in
from inspection_digest.readback.prove_published import prove_published

THEME = Path(__file__).resolve().parents[2] / "theme"
DIGESTS, QUOTES = 20, 50

AWKWARD = (
    *("'90s", "5'10\"", "it's", "“curly”", "‘single’", "--", "---", "–", "—", "a\u00a0b"),
    *("a\u2003b", "👩\u200d👩\u200d👧", "line\nbreak", "double  space", "tab\tstop"),
    *("oﬃce", "ﬁnd", "soft\u00adhyphen", "naïve", "nai\u0308ve", "& < >", "&amp;", "&lt;b&gt;"),
    *("&#39;", "<script>alert(1)</script>", "</p>", "]]>", "<!--", "قطار سريع", "עברית", "😀"),
    *("{{ view }}", "{% if x %}", "¬"),
    *("*stars*", "_lines_", "# sharp", "\\n", "%s", "£4.50", "50%", "10²", "½", "not", "No", "NOT"),
    *("http://a.example/?b=1&c=2", "\u0301", "Ω", "鉄道", "(c)", "1/2", "</script>", "`code`"),
)  # fmt: skip
PLAIN = ("the", "leaders", "of", "service", "were", "good", "and", "staff", "had", "plans")


def passage(random: Random, number: int) -> tuple[str, str]:
    """A quotation and the passage of the source it is copied from."""
    words = [random.choice(AWKWARD + PLAIN) for _ in range(random.randint(2, 9))]
    start = " ".join([f"Passage{number}", *words])
    match number % 5:
        case 0:
            return f"{start} ... ends{number} here", f"{start} with words between ends{number} here"
        case 1:
            return f"{start} [ours] ends{number}", f"{start} ends{number}"
        case _:
            return start, start


@pytest.fixture(scope="module")
def thousand() -> Edition:
    random = Random(2019)  # noqa: S311 - the same thousand every time
    changes: dict[str, str | None] = {MOOR: None}
    paragraphs = []
    for index in range(DIGESTS):
        names = [f"q-{number}" for number in range(QUOTES)]
        quotes = {}
        for number, name in enumerate(names):
            quote, source = passage(random, index * QUOTES + number)
            quotes[name] = {"source": "release", "text": quote}
            paragraphs.append(source)
        contrast = {"title": "t", "said": names[0], "found": names[1:]}
        digest = {
            "framework": "toy-2030",
            "sources": {"release": "moor-release"},
            "quotes": quotes,
            "contrasts": {"all": {**contrast, "relation": "qualifies", "because": "b"}},
        }
        # JSON is YAML, and its escapes leave every letter as it is.
        changes[f"digests/moor-line/{2031 + index}.yaml"] = json.dumps(digest, ensure_ascii=False)
    changes["sources/moor-release/source.yaml"] = RELEASE
    changes["sources/moor-release/text.txt"] = "\n\n".join(paragraphs)
    return edition(changes)


@pytest.fixture(scope="module")
def files(thousand: Edition) -> dict[str, str]:
    return published(thousand, Templates(THEME))


@pytest.fixture(scope="module")
def expected(thousand: Edition) -> dict[str, str]:
    return {
        published_key(key): quote.text
        for digest in thousand.library.digests.values()
        for key, quote in quotes_of(digest)
    }


def test_there_are_a_thousand_and_every_one_is_proved(
    thousand: Edition, expected: dict[str, str]
) -> None:
    assert len(set(expected.values())) == DIGESTS * QUOTES == 1000
    proofs = thousand.evidence.proofs.values()
    assert {proof.verdict.standing for proof in proofs} == {Standing.HOLDS}
    assert {proof.verdict.value for proof in proofs} >= {"verbatim", "elided", "edited"}


FORMATS = {
    "pages of digests": lambda path: path.startswith("digests/") and path.count("/") == 3,
    "pages of contrasts": lambda path: path.startswith("digests/") and path.count("/") == 4,
    "Atom": lambda path: path == "feeds/contrasts.atom.xml",
    "RSS": lambda path: path == "feeds/contrasts.rss.xml",
    "a provider's Atom": lambda path: path == "feeds/providers/moor-line.atom.xml",
    "the record": lambda path: path == "data/verification.json",
}


@pytest.mark.parametrize("form", FORMATS)
def test_each_comes_back_letter_for_letter(
    form: str, files: dict[str, str], expected: dict[str, str]
) -> None:
    found = [
        item
        for path, text in files.items()
        if FORMATS[form](path)
        for item in quotations_in(path, text.encode())
    ]
    assert {key: words for key, words in found if key} == expected
    assert {words for key, words in found if not key} <= set(expected.values())


def test_structured_data_hold_each_of_them(files: dict[str, str], expected: dict[str, str]) -> None:
    assert {words for key, words in _found(files) if not key} == set(expected.values())


def test_the_last_check_finds_nothing_broken(thousand: Edition, files: dict[str, str]) -> None:
    assert prove_published(files.items(), thousand.library, thousand.evidence) == ()


def _found(files: dict[str, str]) -> Iterator[tuple[str, str]]:
    for path, text in files.items():
        yield from quotations_in(path, text.encode())
