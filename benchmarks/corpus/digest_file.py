"""One digest as a contributor would type it."""

from __future__ import annotations

import textwrap
from random import Random

from benchmarks.corpus.documents import Document
from benchmarks.corpus.frameworks import STANDARDS, framework_of
from benchmarks.corpus.quotations import Quoted, quotations
from benchmarks.corpus.words import STRAIGHT, our_words, sentence

CONTRASTS = 5
FEWEST, MOST = 6, 15  # quotes
RELATIONS = ("contradicts", "contradicts", "qualifies", "omits", "repeats")


def digest_file(  # noqa: PLR0913, PLR0917 - what one report is
    chance: Random,
    day: str,
    ratings: dict[str, str],
    overall: str,
    sources: tuple[str, str],
    release: Document,
    report: Document,
) -> str:
    """The YAML of one report: 6 to 15 quotes, five contrasts, a recommendation or two."""
    year, month = int(day[:4]), int(day[5:7])
    number = chance.randrange(FEWEST, MOST + 1)
    said = quotations(chance, release, max(2, number // 3))
    found = quotations(chance, report, number - len(said))
    lines = [
        "# yaml-language-server: $schema=../../../plugins/inspection_digest/schema/digest.json",
        f"framework: {framework_of(year)}",
        f"title: {_line(_headline(chance))}",
        *_block("summary", our_words(chance, 25, 45), 0),
        f"published: {day}",
        f"inspected: {{from: {year}-{max(month - 2, 1):02}, to: {year}-{max(month - 1, 1):02}}}",
        f"overall: {overall}",
        "ratings:",
        *(f'  "{standard}": {grade}' for standard, grade in ratings.items()),
        *([] if len(ratings) == len(STANDARDS) else ["missing: The grade of one standard."]),
        "sources:",
        f"  release: {sources[0]}",
        f"  report: {sources[1]}",
        "quotes:",
    ]
    for at, quoted in enumerate(said):
        lines += _quote(chance, f"said-{at + 1}", "release", quoted)
    for at, quoted in enumerate(found):
        lines += _quote(chance, f"found-{at + 1}", "report", quoted)
    lines.append("contrasts:")
    for at in range(CONTRASTS):
        lines += _contrast(chance, at, len(said), len(found))
    lines += _recommendations(chance)
    if chance.random() < 0.05:
        lines += ["corrections:", f"  - date: {year + 1}-01-09"]
        lines += _block("what", "We gave *two* dates the wrong way round.", 4)
    return "\n".join(lines) + "\n"


def _quote(chance: Random, name: str, source: str, quoted: Quoted) -> list[str]:
    lines = [f"  {name}:", f"    source: {source}"]
    if chance.random() < 0.8:
        lines.append(f'    standard: "{chance.choice(STANDARDS)}"')
    if source == "release" and chance.random() < 0.5:
        lines.append("    speaker: Ines Alder, Chief Inspector")
    if quoted.page and chance.random() < 0.5:
        lines.append(f"    page: {quoted.page}")
    return [*lines, *_block("text", quoted.text, 4)]


def _contrast(chance: Random, at: int, said: int, found: int) -> list[str]:
    answers = sorted(chance.sample(range(1, found + 1), chance.randrange(1, 3)))
    return [
        f"  contrast-{at + 1}:",
        f"    title: {_line(_headline(chance))}",
        f"    said: said-{at % said + 1}",
        f"    found: [{', '.join(f'found-{answer}' for answer in answers)}]",
        f"    relation: {chance.choice(RELATIONS)}",
        *_block("because", our_words(chance, 50, 110), 4),
    ]


def _recommendations(chance: Random) -> list[str]:
    lines = ["recommendations:"]
    for _ in range(chance.randrange(1, 3)):
        lines += ["  - to: The provider", *_block("summary", our_words(chance, 12, 25), 4)]
        lines.append("    source: report")
    return lines


def _headline(chance: Random) -> str:
    words = sentence(chance).translate(STRAIGHT).rstrip('."').split()
    return " ".join(words[: chance.randrange(8, 14)]).rstrip(",;-")


def _line(text: str) -> str:
    """One line of plain text, in marks where YAML would read something else."""
    return f"'{text.replace(chr(39), chr(39) * 2)}'"


def _block(key: str, text: str, indent: int) -> list[str]:
    """A folded block, as the guide asks; kept lines where Markdown needs them."""
    inner = " " * (indent + 2)
    if "\n" in text:
        return [
            f"{' ' * indent}{key}: |-",
            *(f"{inner}{line}".rstrip() for line in text.split("\n")),
        ]
    wrapped = textwrap.wrap(text, 100 - len(inner), break_on_hyphens=False, break_long_words=False)
    return [f"{' ' * indent}{key}: >-", *(inner + line for line in wrapped)]
