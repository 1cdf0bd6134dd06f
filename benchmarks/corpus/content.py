"""A content folder of any size, provider by provider: nothing but the one in hand is in memory.

The words of a provider depend on the seed and its number alone, so a smaller folder is the
beginning of a larger one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.corpus.digest_file import digest_file
from benchmarks.corpus.documents import Document, release, report
from benchmarks.corpus.frameworks import frameworks, grades
from benchmarks.corpus.words import our_words

SEED = 2019
REPORTS = 4  # of each provider
FIRST_YEAR = 2012
_PLACES = "North South East West Upper Nether Old New Great Little".split()  # noqa: SIM905 - words
_STEMS = "Harrow Marsh Alder Thorn Elm Brack Whin Sallow Ash Fern Hazel Rowan".split()  # noqa: SIM905
_ENDS = "bridge ford ham wick combe stead mouth dale".split()  # noqa: SIM905 - words to be read
PROSE = ("about", "contribute", "corrections", "method")


def write_content(folder: Path, size: int, seed: int = SEED) -> None:
    """Writes the content folder of a site of `size` digests."""
    for id_, text in frameworks().items():
        _put(folder / f"frameworks/{id_}.yaml", text)
    for name in PROSE:
        body = our_words(Random(f"{seed}:{name}"), 300, 500)  # noqa: S311 - words to measure with
        _put(folder / f"pages/{name}.md", f"Title: {name.title()}\nSlug: {name}\n\n{body}\n")
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    with (folder / "providers.yaml").open("w", encoding="utf-8", newline="\n") as providers:
        for number, count in enumerate(_counts(size)):
            chance = Random(f"{seed}:{number}")  # noqa: S311 - words to measure with
            id_, name = _provider(chance, number)
            providers.write(f"{id_}:\n  name: {name}\n  kind: Invented service\n")
            if chance.random() < 0.3:
                owner = chance.choice(_STEMS)
                providers.write(f"  owners:\n    - {{name: {owner} Holdings, from: 2012}}\n")
            for path, text in _reports(chance, id_, name, count):
                _put(folder / path, text)


def _counts(size: int) -> Iterator[int]:
    """How many reports each provider has."""
    full, rest = divmod(size, REPORTS)
    yield from [REPORTS] * full
    if rest:
        yield rest


def _provider(chance: Random, number: int) -> tuple[str, str]:
    """An id with its number, so that no two are one, and a name to read."""
    name = f"{chance.choice(_PLACES)} {chance.choice(_STEMS)}{chance.choice(_ENDS)}"
    return f"{name.lower().replace(' ', '-')}-{number}", f"{name} Service {number}"


def _reports(chance: Random, id_: str, name: str, count: int) -> Iterator[tuple[str, str]]:
    """The digests of one provider and the documents they cite, as (path, text)."""
    year = FIRST_YEAR + chance.randrange(3)
    for _ in range(count):
        day = f"{year}-{chance.randrange(3, 13):02}-{chance.randrange(1, 29):02}"
        ratings, overall = grades(chance)
        title = f"An inspection of {name}, {year}"
        said, found = release(chance, f"{name} inspected", overall), report(chance, title)
        sources = f"{id_}-{year}-release", f"{id_}-{year}-report"
        yield from _source(sources[0], "release", f"{name} inspected", day, said)
        yield from _source(sources[1], "report", title, day, found)
        yield (
            f"digests/{id_}/{day}.yaml",
            digest_file(chance, day, ratings, overall, sources, said, found),
        )
        year += chance.randrange(2, 4)


def _source(
    id_: str, kind: str, title: str, day: str, document: Document
) -> Iterator[tuple[str, str]]:
    pages = document.text.count("\f") + 1
    lines = [
        f"kind: {kind}",
        f"title: {title}",
        "publisher: Invented Inspectorate of Services",
        f"url: https://inspectorate.example/{id_}",
        f"published: {day}",
        "licence: ogl-3",
        *([f"pages: {pages}"] if pages > 1 else []),
    ]
    yield f"sources/{id_}/source.yaml", "\n".join(lines) + "\n"
    yield f"sources/{id_}/text.txt", document.text


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
