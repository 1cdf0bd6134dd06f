"""`inspection-digest check`: everything in the content folder, every mistake at once."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from inspection_digest import staged
from inspection_digest.checking import PROOFS, read
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.evidence.quotations import Evidence
from inspection_digest.keeping import kept_for
from inspection_digest.reading.library import Library
from inspection_digest.reporting.github import as_annotations
from inspection_digest.reporting.summary import verdicts
from inspection_digest.reporting.text import as_text


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser(
        "check",
        help="check every file in content/ and every quotation against its source",
        description="Reads every file, proves every quotation, and reports all mistakes at once. "
        "Exit code 0: no errors; 1: errors.",
    )
    parser.add_argument("content", nargs="?", default="content", type=Path)
    parser.add_argument(
        "--afresh",
        action="store_true",
        help="prove every quotation again, also those whose sources have not changed",
    )
    parser.add_argument(
        "--staged", action="store_true", help="only what is staged in git, as the hook does"
    )
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if arguments.staged:
        return staged.main()
    if not arguments.content.is_dir():
        sys.stderr.write(f"There is no folder {arguments.content}; name the content folder.\n")
        return 2
    diagnostics = Diagnostics()
    kept = None if arguments.afresh else kept_for(arguments.content, PROOFS)
    library, evidence = read(arguments.content, diagnostics, kept)
    match arguments.format:
        case "json":
            sys.stdout.write(as_json(library, evidence, diagnostics))
        case "github":
            sys.stdout.write(as_annotations(diagnostics))
        case _:
            sys.stdout.write(as_text(diagnostics))
            sys.stdout.write(_counts(library, evidence))
    return 1 if diagnostics.errors else 0


def as_json(library: Library, evidence: Evidence, diagnostics: Diagnostics) -> str:
    """`{"diagnostics": [...], "quotes": [...]}`, both in order of place."""
    found = {
        "diagnostics": [
            {
                "code": item.code,
                "severity": item.severity.value,
                "path": item.position.path,
                "line": item.position.line,
                "column": item.position.column,
                "message": item.message,
                "hint": item.hint,
                "cure": asdict(item.cure) if item.cure else None,
            }
            for item in diagnostics
        ],
        "quotes": [
            {
                "digest": key.digest,
                "quote": key.name,
                "source": _source(library, key.digest, key.group, key.name),
                "verdict": proof.verdict.value,
                "pages": list(proof.pages) if _paged(library, evidence, key) else [],
            }
            for key, proof in evidence.proofs.items()
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _source(library: Library, digest: str, group: str, name: str) -> str:
    record = library.digests[digest].record
    alias: str = getattr(record, group)[name].source
    return record.sources.get(alias, alias)


def _paged(library: Library, evidence: Evidence, key: Any) -> bool:
    text = evidence.texts.get(_source(library, key.digest, key.group, key.name))
    return bool(text and text.paged)


def _counts(library: Library, evidence: Evidence) -> str:
    digests, quotes = len(library.current.digests), len(evidence.proofs)
    withdrawn = f" (and {len(library.withdrawn):,} withdrawn)" if library.withdrawn else ""
    found = f": {verdicts(evidence.verdicts)}" if quotes else ""
    return (
        f"{digests:,} {'digest' if digests == 1 else 'digests'}{withdrawn}, "
        f"{quotes:,} {'quote' if quotes == 1 else 'quotes'}{found}\n"
    )
