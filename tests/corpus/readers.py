"""Readers of a PDF that are not ours, to measure ours against: PDFium, and Poppler if installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2

_SENTENCE_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?]\)))\s+(?:\d+\.\s+)?(?=[A-Z“‘(]|$)")
_FIGURES = re.compile(r"\d+")
_SHORTEST, _LONGEST = 8, 60


def pdfium(path: Path) -> list[str]:
    """The pages as PDFium reads them; its mark for a hyphen at a line's end is made one."""
    document = pypdfium2.PdfDocument(str(path))
    pages = [document[index].get_textpage().get_text_range() for index in range(len(document))]
    return [page.replace("\r\n", "\n").replace("\ufffe", "-") for page in pages]


def poppler(path: Path) -> list[str]:
    """The pages as `pdftotext` reads them; it joins words broken at a line's end."""
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    return done.stdout.decode("utf-8", "replace").split("\f")[:-1]


def readers() -> dict[str, Callable[[Path], list[str]]]:
    """The readers this machine has."""
    found: dict[str, Callable[[Path], list[str]]] = {"pdfium": pdfium}
    if shutil.which("pdftotext"):
        found["poppler"] = poppler
    return found


def sentences(pages: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The whole sentences within each page, with its number, as a person would copy them."""
    for number, page in enumerate(pages, 1):
        for sentence in _SENTENCE_END.split(" ".join(page.split()))[1:]:
            if sentence.endswith((".", "!", "?")) and _fit(sentence):
                yield number, sentence


def crossing(pages: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Sentences that begin on one page and end on the next, headers and numbers left out."""
    bodies = _bodies(pages)
    for number, (page, following) in enumerate(pairwise(bodies), 1):
        start = _SENTENCE_END.split(" ".join(page.split()))[-1]
        end = _SENTENCE_END.split(" ".join(following.split()))[0]
        goes_on = start and start[-1] not in ".!?:;" and end[:1].islower()
        if goes_on and end.endswith(".") and _fit(f"{start} {end}") and len(start.split()) > 2:
            yield number, f"{start} {end}"


def _fit(sentence: str) -> bool:
    return _SHORTEST <= len(sentence.split()) <= _LONGEST


def _bodies(pages: Sequence[str]) -> list[str]:
    """The pages without lines that stand, figures aside, on three or more of them."""
    counted = Counter(shape for page in pages for shape in {*map(_shape, page.split("\n"))})
    return [
        "\n".join(line for line in page.split("\n") if counted[_shape(line)] < 3) for page in pages
    ]


def _shape(line: str) -> str:
    return " ".join(_FIGURES.sub("#", line).split())
