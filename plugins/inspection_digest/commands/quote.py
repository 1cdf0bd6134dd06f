"""`inspection-digest quote`: any quotations against any document, with no digest at all."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspection_digest import keeping
from inspection_digest.composing.verdict_words import SAID, change_words
from inspection_digest.documents.limits import SourceUnreadable
from inspection_digest.documents.sources import read_source
from inspection_digest.evidence.prepared import PreparedSource, prepare
from inspection_digest.evidence.proofs import Change, Claim, Nearest, Proof, Standing
from inspection_digest.evidence.prove import prove
from inspection_digest.reporting.text import visible


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser(
        "quote",
        help="check quotations against a report, a web page or a text",
        description="Says of each quotation whether it stands in SOURCE, and on which page; if "
        "not, what the nearest passage is and how it differs. Exit code 0: all hold; 1: some do "
        "not; 2: SOURCE or FILE cannot be read.",
    )
    parser.add_argument("source", metavar="SOURCE", type=Path, help="a .pdf, .html or .txt file")
    parser.add_argument(
        "--from",
        dest="quotations",
        metavar="FILE",
        type=Path,
        required=True,
        help="the quotations, one a line, in UTF-8; blank lines are passed over",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Prove each line of a file and print what was found."""
    try:
        quotations = read_quotations(arguments.quotations)
        prepared = prepare(read_source(arguments.source, cache=keeping.documents()))
    except SourceUnreadable as unreadable:
        sys.stderr.write(f"{unreadable.sentence}\n")
        return 2
    held = {"source": prepared}
    proofs = [prove(Claim(text, "source"), held, anywhere=True) for text in quotations]
    found = list(zip(quotations, proofs, strict=True))
    write = as_json if arguments.format == "json" else as_text
    sys.stdout.write(write(found, prepared))
    holding = all(proof.verdict.standing is Standing.HOLDS for proof in proofs)
    return 0 if holding else 1


def read_quotations(path: Path) -> list[str]:
    """The lines of a file that are not blank. Raises SourceUnreadable if it is not text."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise SourceUnreadable(f"{path.name} cannot be opened: {reason}.") from None
    except UnicodeDecodeError:
        raise SourceUnreadable(f"{path.name} is not plain text in UTF-8.") from None
    # Not splitlines: it also parts lines at characters that may stand in a quotation.
    lines = (line.removesuffix("\r") for line in text.split("\n"))
    return [line for line in lines if line.strip()]


def as_json(found: Sequence[tuple[str, Proof]], prepared: PreparedSource) -> str:
    """A list in the order of the quotations."""
    paged = prepared.source.paged
    entries = [
        {
            "text": text,
            "verdict": proof.verdict.value,
            "pages": list(proof.pages) if paged else [],
            "nearest": _nearest(proof.nearest, paged=paged) if proof.nearest else None,
        }
        for text, proof in found
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _nearest(nearest: Nearest, *, paged: bool) -> dict[str, object]:
    return {
        "page": nearest.page if paged else None,
        "text": nearest.text,
        "difference": difference(nearest.changes),
    }


def as_text(found: Sequence[tuple[str, Proof]], prepared: PreparedSource) -> str:
    """The verdict on each quotation, its place, and for one that fails the words to paste."""
    paged = prepared.source.paged
    lines: list[str] = []
    for number, (text, proof) in enumerate(found, 1):
        lines.append(f"{number}. {text.strip()}")
        lines.append(
            f"   {proof.verdict.value}{_where(proof, paged=paged)}: {SAID[proof.verdict]}."
        )
        lines.extend(
            f"   Left out{' (' + ', '.join(gap.notes) + ')' if gap.notes else ''}: {gap.text}"
            for gap in proof.gaps
            if gap.text
        )
        if proof.nearest:
            there = f", page {proof.nearest.page}" if paged else ""
            lines.append(f"   Difference: {difference(proof.nearest.changes)}.")
            lines.append(f"   The source says{there}: {proof.nearest.text}")
        lines.append("")
    holding = sum(proof.verdict.standing is Standing.HOLDS for _, proof in found)
    failing = len(found) - holding
    lines.append(
        f"{len(found)} {'quotation' if len(found) == 1 else 'quotations'}: "
        f"{holding} {'holds' if holding == 1 else 'hold'}, "
        f"{failing} {'does' if failing == 1 else 'do'} not."
    )
    return "".join(f"{visible(line)}\n" for line in lines)


def difference(changes: Sequence[Change]) -> str:
    """What was changed, in words, the gravest first."""
    return "; ".join(change_words(change) for change in changes)


def _where(proof: Proof, *, paged: bool) -> str:
    if not proof.places:
        return ""
    if paged:
        pages = ", ".join(map(str, proof.pages))
        return f", page {pages}" if len(proof.pages) == 1 else f", pages {pages}"
    paragraphs = sorted({place.paragraph for run in proof.places for place in run})
    named = ", ".join(map(str, paragraphs))
    return f", paragraph {named}" if len(paragraphs) == 1 else f", paragraphs {named}"
