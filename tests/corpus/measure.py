"""Ask for a verdict on thousands of sentences of real reports, as other readers read them.

    .venv/bin/python tests/corpus/measure.py [--reports N] [--sentences N] [--show KIND]

The reports are in the folder that INSPECTION_CORPUS names, or in ../shared/corpus; where there is
neither, this says so and ends well. Nothing read from them is written anywhere but `--keep`.
"""

from __future__ import annotations

import argparse
import os
import pickle
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

from inspection_digest.documents.limits import SourceUnreadable
from inspection_digest.documents.sources import read_source
from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.prepared import PreparedSource, prepare
from inspection_digest.evidence.proofs import Claim, Standing, Verdict
from inspection_digest.evidence.prove import prove

_ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(_ROOT))  # run as a script, the folder of the tests is not on the path

from tests.corpus.readers import crossing, readers, sentences  # noqa: E402
from tests.corpus.variants import FALSE, HOLDING  # noqa: E402

_TARGET = 0.995


@dataclass(frozen=True)
class Asked:
    """One quotation asked for and what came of it."""

    kind: str
    reader: str
    true: bool
    page: int
    text: str
    verdict: Verdict
    pages: tuple[int, ...]

    @property
    def held(self) -> bool:
        return self.verdict.standing is Standing.HOLDS

    @property
    def right_page(self) -> bool:
        return self.page in self.pages


def main() -> int:
    """Measure and print a table; 0 if every target is met or there is nothing to measure."""
    options = _options()
    folder = Path(os.environ.get("INSPECTION_CORPUS", _ROOT.parent / "shared" / "corpus"))
    paths = sorted(folder.rglob("*.pdf"))
    if not paths:
        _say(f"No reports in {folder}: nothing measured. INSPECTION_CORPUS names the folder.")
        return 0
    step = max(len(paths) // options.reports, 1) if options.reports else 1
    chosen = paths[::step][: options.reports or None]
    work = partial(measure, count=options.sentences, keep=options.keep)
    with ProcessPoolExecutor(options.processes) as pool:
        results = list(pool.map(work, chosen, _others(chosen)))
    unread = [path.name for path, result in zip(chosen, results, strict=True) if result is None]
    asked = [one for result in results if result for one in result]
    _say(f"{len(chosen)} files, {len(unread)} not readable as reports.")
    return _report(asked, options.show)


def _say(text: str, end: str = "\n") -> None:
    sys.stdout.write(text + end)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure proofs on real reports.")
    parser.add_argument("--reports", type=int, default=0, help="so many reports, evenly chosen")
    parser.add_argument("--sentences", type=int, default=30, help="so many of each report")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--show", help="print what went wrong of this kind, or `all`")
    parser.add_argument("--keep", type=Path, help="keep what our reader read in this folder")
    return parser.parse_args()


def _others(paths: Sequence[Path]) -> list[Path]:
    """For each report, another one to take foreign sentences from."""
    half = len(paths) // 2
    return [*paths[half:], *paths[:half]]


def measure(path: Path, other: Path, *, count: int, keep: Path | None) -> list[Asked] | None:
    """Every kind of question about one report; None if it is no report."""
    try:
        prepared = prepare(_read(path, keep))
    except SourceUnreadable:
        return None
    found: list[Asked] = []
    for name, reader in readers().items():
        chance = Random(f"{path.name} {name}")  # noqa: S311 - chosen the same way each time
        pages = reader(path)
        foreign: list[str] = []
        with suppress(Exception):  # the other file may be no PDF
            foreign = reader(other)
        found.extend(_asked(prepared, name, pages, foreign, chance, count))
    return found


def _read(path: Path, keep: Path | None) -> SourceText:
    kept = keep / f"{path.parent.name}-{path.stem}.pickle" if keep else None
    if kept and kept.exists():
        source: SourceText = pickle.loads(kept.read_bytes())  # noqa: S301 - our own file
        return source
    source = read_source(path)
    if kept:
        kept.write_bytes(pickle.dumps(source))
    return source


def _asked(  # noqa: PLR0917 - one report and all that is asked of it
    prepared: PreparedSource,
    reader: str,
    pages: Sequence[str],
    foreign: Sequence[str],
    chance: Random,
    count: int,
) -> Iterator[Asked]:
    ask = partial(_ask, prepared, reader)
    every = list(sentences(pages))
    plain = _letters(" ".join(pages))
    for number, sentence in chance.sample(every, min(count, len(every))):
        yield ask("as printed", number, sentence)
        for kind, change in HOLDING.items():
            if text := change(sentence, chance):
                yield ask(kind, number, text)
        for kind, falsify in FALSE.items():
            if (text := falsify(sentence, chance)) and _letters(text) not in plain:
                yield ask(kind, number, text, true=False)
    for number, sentence in islice(crossing(pages), count):
        yield ask("across pages", number, sentence)
    others = [sentence for _, sentence in sentences(foreign) if _letters(sentence) not in plain]
    for sentence in chance.sample(others, min(count, len(others))):
        yield ask("another report", 0, sentence, true=False)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _ask(  # noqa: PLR0917 - a question has its parts
    prepared: PreparedSource, reader: str, kind: str, page: int, text: str, true: bool = True
) -> Asked:
    proof = prove(Claim(text, "report"), {"report": prepared})
    return Asked(kind, reader, true, page, text, proof.verdict, proof.pages)


def _report(asked: Sequence[Asked], show: str | None) -> int:
    """Print the table and say whether the targets are met."""
    _say(f"{'kind':<18} {'reader':<8} {'asked':>6} {'held':>6} {'right page':>11} {'settle':>7}")
    met = True
    kinds = dict.fromkeys((one.kind, one.reader) for one in sorted(asked, key=lambda a: not a.true))
    for kind, reader in kinds:
        own = [one for one in asked if (one.kind, one.reader) == (kind, reader)]
        held = [one for one in own if one.held]
        several = [one for one in own if one.verdict is Verdict.AMBIGUOUS and one.right_page]
        right = sum(one.right_page for one in held)
        score = (right + len(several)) / len(own)
        met = met and (score >= _TARGET if own[0].true else not held)
        verdicts = Counter(str(one.verdict) for one in own if not one.held)
        figures = f"{len(own):>6} {len(held):>6} {right:>11} {len(several):>7}"
        _say(f"{kind:<18} {reader:<8} {figures}  {f'{score:.2%}' if own[0].true else ''}", end="")
        _say("  " + ", ".join(f"{name} {number}" for name, number in verdicts.most_common(4)))
        for one in own if show in (kind, "all") else ():
            wrong = one.verdict is not Verdict.AMBIGUOUS and not (one.held and one.right_page)
            if wrong if one.true else one.held:
                _say(f"    p. {one.page} {one.verdict} {one.pages}: {one.text}")
    _say("`settle`: stands on several pages, the right one among them; a page would settle it.")
    _say("All targets met." if met else "A target is NOT met.")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
