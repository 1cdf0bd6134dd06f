"""Whether two folders hold the same site: addresses, bytes, and the words of a sample."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.equivalents.published import kind_of, text_of

TOLERANCE = 0.05  # of all bytes: attributes Markdown cannot carry, line ends
SAMPLE = 20  # pages of each kind


# Above 40,000 addresses our sitemap is an index of several; the others' is one file all the same.
PART_OF_SITEMAP = re.compile(r"sitemap-\d+\.xml")


@dataclass(frozen=True, slots=True)
class Comparison:
    """`missing` and `extra`: files only we have, and only they. `differing`: pages of the sample
    whose words are not ours. `size`: their bytes for one of ours."""

    files: int
    pages: int
    bytes: int
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    size: float
    compared: int
    differing: tuple[str, ...]

    @property
    def same(self) -> bool:
        return not (self.missing or self.extra or self.differing) and abs(self.size - 1) < TOLERANCE


def compare(ours: Path, theirs: Path, sample: int = SAMPLE) -> Comparison:
    own, other = _files(ours), _files(theirs)
    chosen = _sample([file for file in own if file.endswith(".html") and file in other], sample)
    total = sum(own.values())
    return Comparison(
        files=len(other),
        pages=sum(file.endswith(".html") for file in other),
        bytes=sum(other.values()),
        missing=tuple(sorted(own.keys() - other.keys())),
        extra=tuple(sorted(other.keys() - own.keys())),
        size=sum(other.values()) / total,
        compared=len(chosen),
        differing=tuple(file for file in chosen if _words(ours, file) != _words(theirs, file)),
    )


def _files(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and not PART_OF_SITEMAP.fullmatch(path.name)
    }


def _sample(files: list[str], number: int) -> list[str]:
    """So many pages of each kind, the same ones each time."""
    chance = random.Random(number)  # noqa: S311 - a sample
    kinds: dict[str, list[str]] = {}
    for file in sorted(files):
        kinds.setdefault(kind_of(file), []).append(file)
    return [file for kind in kinds.values() for file in chance.sample(kind, min(number, len(kind)))]


def _words(folder: Path, file: str) -> str:
    return text_of((folder / file).read_text("utf-8"))
