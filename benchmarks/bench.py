"""Builds one site with our plugin, Hugo, Eleventy and stock Pelican in turn, and says how long.

    invoke bench --sizes 100,1000,10000 --against hugo,eleventy,pelican

Progress goes to standard error, the table to standard output. README.md says what is measured.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.comparison import Comparison, compare
from benchmarks.preparation import prepare
from benchmarks.rounds import Results, measure, warm_up
from benchmarks.systems import NAMES, OURS_ALONE, PROJECT, SCENARIOS, equivalent
from benchmarks.table import Setting, table
from benchmarks.tools import MissingError, Program, program

MOST = 10**9  # digests: no limit
RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
HEADING = "# Results\n\nWritten by `invoke bench --write`; README.md says what is measured.\n\n"


def main() -> None:
    options = _options()
    began, load = time.perf_counter(), os.getloadavg()[0]

    def say(words: str) -> None:
        sys.stderr.write(f"[{time.perf_counter() - began:7.1f} s] {words}\n")
        sys.stderr.flush()

    programs, missing = _programs(options)
    versions = {"ours": _own_version(), **{name: programs[name].version for name in programs}}
    results: list[Results] = []
    compared: dict[int, dict[str, Comparison]] = {}
    for size in options.sizes:
        names = tuple(name for name in programs if size <= options.against[name])
        own = prepare(options.cache, size, names, keep=options.keep, say=say)
        others = [
            equivalent(name, options.cache / str(size), programs[name].start) for name in names
        ]
        everybody = ["ours", *names]
        plan: dict[str, Sequence[str]] = {
            scenario: everybody
            if scenario == "full" or (options.everywhere and scenario not in OURS_ALONE)
            else ["ours"]
            for scenario, most in options.scenarios.items()
            if size <= most
        }
        for other in others:
            say(f"{size:,}: building for {other.name}, unmeasured")
            warm_up(other)
        say(f"{size:,}: comparing the sites")
        compared[size] = {
            "ours": compare(own.output, own.output, sample=1),
            **{other.name: compare(own.output, other.output) for other in others},
        }
        results.append(measure(size, [own, *others], plan, options.rounds, say))
    setting = Setting(
        date=options.date,
        cores=os.cpu_count() or 1,
        loads=(load, os.getloadavg()[0]),
        rounds=options.rounds,
        note=options.note,
        versions=versions,
        missing=missing,
    )
    text = table(setting, results, compared)
    sys.stdout.write(text)
    if options.write:
        options.write.write_text(HEADING + text, encoding="utf-8", newline="\n")
    wrong = {name for sites in compared.values() for name, site in sites.items() if not site.same}
    if wrong:
        sys.exit(f"These do not build the same site, so their times say nothing: {sorted(wrong)}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="invoke bench")
    parser.add_argument("--sizes", type=numbers, default=[100, 1000])
    parser.add_argument("--against", type=limited(NAMES), default=dict.fromkeys(NAMES, MOST))
    parser.add_argument("--scenarios", type=limited(tuple(SCENARIOS)), default={"full": MOST})
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--everywhere", action="store_true")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--cache", type=lambda path: Path(path).resolve(), default=".cache/bench")
    parser.add_argument("--date", default=f"{datetime.now(UTC):%Y-%m-%d}")
    parser.add_argument("--note", default="")
    parser.add_argument("--write", nargs="?", type=Path, const=RESULTS)
    return parser.parse_args()


def numbers(text: str) -> list[int]:
    return sorted({int(number) for number in text.replace("_", "").split(",")})


def limited(known: tuple[str, ...]) -> Callable[[str], dict[str, int]]:
    """Reads `hugo,pelican:1000`: names, some of them only up to a size. `none` is none of them."""

    def read(text: str) -> dict[str, int]:
        pairs = [word.partition(":") for word in text.split(",") if word not in {"", "none"}]
        chosen = {name: int(most or MOST) for name, _, most in pairs}
        unknown = sorted(chosen.keys() - set(known))
        if unknown:
            raise argparse.ArgumentTypeError(
                f"{', '.join(unknown)}: the choice is {', '.join(known)}, or none"
            )
        return {name: chosen[name] for name in known if name in chosen}

    return read


def _programs(options: argparse.Namespace) -> tuple[dict[str, Program], dict[str, str]]:
    """What can be measured here, and why the rest cannot."""
    found: dict[str, Program] = {}
    missing: dict[str, str] = {}
    options.cache.mkdir(parents=True, exist_ok=True)
    for name in options.against:
        try:
            found[name] = program(name, options.cache)
        except MissingError as reason:
            missing[name] = str(reason)
    return found, missing


def _own_version() -> str:
    asked = ["git", "describe", "--always", "--dirty"]
    done = subprocess.run(asked, cwd=PROJECT, capture_output=True, text=True, check=False)  # noqa: S603
    return f"{done.stdout.strip() or 'no version'} (Python {platform.python_version()})"


if __name__ == "__main__":
    main()
