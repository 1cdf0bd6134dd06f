"""Made-up reports and press releases, with the sentences that can be quoted from them.

A report is printed: lines of some ninety characters, words broken at a line's end, a header and a
page number on each page. A release is a web page: a paragraph a line.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from random import Random

from benchmarks.corpus.words import paragraph

PAGES = 6
PARAGRAPHS = 5  # a page
WIDTH = 92
RELEASE_PARAGRAPHS = 9
_BROKEN = 0.12  # of the lines end in a broken word


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as written, and the page it is printed on (None: there are no pages)."""

    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Document:
    """The text we hold, and its sentences in order, each of which stands in it once."""

    text: str
    sentences: tuple[Sentence, ...]


def report(chance: Random, title: str) -> Document:
    """Six pages, about 2,000 words."""
    seen: set[str] = set()
    pages, sentences = [], []
    for page in range(1, PAGES + 1):
        blocks = [title]
        for _ in range(PARAGRAPHS):
            words = _fresh(chance, seen)
            sentences += [Sentence(text, page) for text in words]
            blocks.append(_printed(chance, " ".join(words)))
        pages.append("\n\n".join([*blocks, str(page)]))
    return Document("\f".join(pages) + "\n", tuple(sentences))


def release(chance: Random, title: str, overall: str) -> Document:
    """A headline and nine paragraphs, about 500 words."""
    seen: set[str] = set()
    blocks, sentences = [title, f"Inspectors graded the service {overall}."], []
    for _ in range(RELEASE_PARAGRAPHS):
        words = _fresh(chance, seen)
        sentences += [Sentence(text, None) for text in words]
        blocks.append(" ".join(words))
    return Document("\n\n".join(blocks) + "\n", tuple(sentences))


def _fresh(chance: Random, seen: set[str]) -> list[str]:
    """A paragraph none of whose sentences this document has yet."""
    words = [text for text in paragraph(chance, chance.randrange(3, 6)) if text not in seen]
    seen.update(words)
    return words


def _printed(chance: Random, text: str) -> str:
    """Set in lines; some words are broken at the end of one."""
    lines = textwrap.wrap(text, WIDTH, break_on_hyphens=False)
    for number in range(len(lines) - 1):
        first, space, rest = lines[number + 1].partition(" ")
        if space and len(first) > 7 and first.isalpha() and chance.random() < _BROKEN:
            lines[number] += f" {first[:4]}-"
            lines[number + 1] = f"{first[4:]} {rest}"
    return "\n".join(lines)
