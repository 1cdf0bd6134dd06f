"""How fast quotations are checked: synthetic digests with their source texts, in our own format.

    python benchmarks/check_speed.py            1,000 digests, 8 quotes each, 50 sources of 40 pages

Prints processor and wall seconds of each step, the best of three runs. It is a benchmark, not a
test: figures depend on the machine. The words are drawn with a fixed seed.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from inspection_digest.checking import read
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.prepared import prepare
from inspection_digest.evidence.proofs import Claim, Standing
from inspection_digest.evidence.prove import prove
from inspection_digest.evidence.quotations import prove_all
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.files import read_files

WORDS = (  # noqa: SIM905 - words, to be read
    "staff leaders plans risk harm children people service assessment planning review delivery "
    "not always often inspectors found most some few manager support quality work good weak the "
    "of and to in is are was were that which when because during supervision area team training"
).split()
FRAMEWORK = """title: Toy framework
inspectorate: Inspectorate of Toys
scale: [{name: Weak}, {name: Sound}]
groups: {all: {name: All, judged: All of it.}}
standards: {"1": {name: Leadership, group: all, role: leadership}}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--digests", type=int, default=1000)
    parser.add_argument("--quotes", type=int, default=8)
    parser.add_argument("--sources", type=int, default=50)
    parser.add_argument("--pages", type=int, default=40)
    options = parser.parse_args()
    chance = random.Random(2019)  # noqa: S311 - words for a benchmark
    texts = [_pages(chance, options.pages) for _ in range(options.sources)]
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        _write(content, texts, options.digests, options.quotes, chance)
        _report(content, texts, chance)


def _report(content: Path, texts: list[list[str]], chance: random.Random) -> None:
    files = read_files(content, Diagnostics())
    library = read_library(files, Diagnostics())
    diagnostics = Diagnostics()

    def check() -> None:
        read(content, diagnostics)

    prepared = {
        str(number): prepare(SourceText(tuple(pages), paged=True))
        for number, pages in enumerate(texts)
    }
    claims = [_claim(chance, texts) for _ in range(1000)]
    assert all(prove(claim, prepared).verdict.standing is Standing.HOLDS for claim in claims)
    _time("1,000 quotes against prepared texts", lambda: [prove(c, prepared) for c in claims])
    _time(f"read {len(files):,} files to records", lambda: read_library(files, Diagnostics()))
    _time(
        f"prove {sum(len(d.record.quotes) for d in library.digests.values()):,} quotes",
        lambda: prove_all(library),
    )
    _time(f"check {len(library.digests):,} digests, all of it", check)
    read(content, diagnostics, content.parent / "proofs.json")
    _time(
        "check them again, no source changed",
        lambda: read(content, diagnostics, content.parent / "proofs.json"),
    )
    assert not diagnostics.errors, next(iter(diagnostics))


def _time(what: str, run: Callable[[], object]) -> None:
    best: list[tuple[float, float]] = []
    for _ in range(3):
        wall, processor = time.perf_counter(), time.process_time()
        run()
        best.append((time.process_time() - processor, time.perf_counter() - wall))
    processor, wall = min(best)
    print(f"{what:<44} {processor:7.3f} s processor {wall:7.3f} s wall")  # noqa: T201


def _pages(chance: random.Random, count: int) -> list[str]:
    return ["\n\n".join(_paragraph(chance) for _ in range(6)) for _ in range(count)]


def _paragraph(chance: random.Random) -> str:
    sentences = []
    for _ in range(4):
        words = chance.choices(WORDS, k=16)
        sentences.append(f"{' '.join(words).capitalize()} {chance.randrange(10_000)}.")
    return " ".join(sentences)


def _sentence(chance: random.Random, pages: list[str]) -> str:
    paragraph = chance.choice(chance.choice(pages).split("\n\n"))
    return chance.choice(paragraph.split(". ")).rstrip(".")


def _claim(chance: random.Random, texts: list[list[str]]) -> Claim:
    number = chance.randrange(len(texts))
    return Claim(_sentence(chance, texts[number]), str(number))


def _write(
    content: Path, texts: list[list[str]], digests: int, quotes: int, chance: random.Random
) -> None:
    (content / "frameworks").mkdir(parents=True)
    (content / "frameworks/toys.yaml").write_text(FRAMEWORK)
    for number, pages in enumerate(texts):
        folder = content / "sources" / f"source-{number}"
        folder.mkdir(parents=True)
        (folder / "source.yaml").write_text(
            f"kind: report\ntitle: Report {number}\npublisher: Toys\nlicence: ogl-3\n"
            f"pages: {len(pages)}\n"
        )
        (folder / "text.txt").write_text("\f".join(pages))
    providers = []
    for number in range(digests):
        source = number % len(texts)
        folder = content / "digests" / f"toy-{number}"
        folder.mkdir(parents=True)
        lines = [
            "framework: toys",
            "published: 2030-01-01",
            "overall: Sound",
            f"sources: {{report: source-{source}}}",
            "quotes:",
        ]
        for name in range(quotes):
            words = _sentence(chance, texts[source])
            lines += [f"  quote-{name}:", "    source: report", f"    text: {words}"]
        (folder / "2030-01-01.yaml").write_text("\n".join(lines) + "\n")
        providers.append(f"toy-{number}: {{name: Toy {number}, kind: Toy}}")
    (content / "providers.yaml").write_text("\n".join(providers) + "\n")


if __name__ == "__main__":
    main()
