"""Every line of a digest with every slip in turn: what is offered is pasted, and holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from tests.small_site import DIGEST, FILES, MOOR

from inspection_digest.diagnostics import Diagnostic, Diagnostics
from inspection_digest.evidence.findings import note_findings
from inspection_digest.evidence.quotations import prove_all
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.crossrefs import check_references
from inspection_digest.reading.files import TextFile

SOUND = DIGEST.replace("no track ... and", "no track between the two stations, and")


def without_a_letter(line: str) -> Iterator[str]:
    for match in re.finditer("[a-z]", line):
        yield line[: match.start()] + line[match.end() :]


def without_a_word(line: str) -> Iterator[str]:
    for match in re.finditer(r"[A-Za-z]+ ", line):
        yield line[: match.start()] + line[match.end() :]


def further_in(line: str) -> Iterator[str]:
    yield f" {line}"


def further_out(line: str) -> Iterator[str]:
    yield line.removeprefix(" ")


def with_a_tab(line: str) -> Iterator[str]:
    yield f"\t{line.lstrip()}"


def tight(line: str) -> Iterator[str]:
    yield line.replace(": ", ":", 1)


def twice(line: str) -> Iterator[str]:
    yield f"{line}\n{line}"


SLIPS = (without_a_letter, without_a_word, further_in, further_out, with_a_tab, tight, twice)


def check(digest: str) -> list[Diagnostic]:
    """All that reading and proving say of the small site with this digest in it."""
    diagnostics = Diagnostics()
    files = {**FILES, MOOR: digest}
    read = read_library(
        (TextFile(f"content/{path}", text, "") for path, text in files.items() if text),
        diagnostics,
    )
    check_references(read, diagnostics)
    note_findings(read, prove_all(read), diagnostics)
    return list(diagnostics)


def test_the_digest_is_sound() -> None:
    assert check(SOUND) == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.__name__)
def test_what_is_pasted_mends_what_it_is_offered_for(slip: Callable[[str], Iterator[str]]) -> None:
    lines = SOUND.split("\n")
    mended = 0
    for index, line in enumerate(lines):
        for new in slip(line):
            typed = "\n".join([*lines[:index], new, *lines[index + 1 :]])
            first = check(typed)
            said, text = first, typed
            for _ in first:
                cures = [item.cure for item in said if item.cure]
                if not cures:
                    break
                text = cures[0].applied(text)
                said = check(text)
            by_hand = {item.code for item in first if not item.cure}
            assert {item.code for item in said} <= by_hand, (new, [item.message for item in said])
            mended += bool(first and not said)
    assert mended > 5
