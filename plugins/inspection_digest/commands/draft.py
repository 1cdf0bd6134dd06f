"""`inspection-digest draft`: what a report states, as the start of a digest."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inspection_digest import keeping
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.documents.limits import SourceUnreadable
from inspection_digest.documents.sources import read_source
from inspection_digest.documents.text import SourceText
from inspection_digest.drafting.judgements import Judgements, read_judgements
from inspection_digest.drafting.places import known_place
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.files import TextFile


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser(
        "draft",
        help="read the grades in a report",
        description="Prints the judgements in an Ofsted report on children’s services: framework, "
        "provider, dates, overall grade and ratings; null where the report does not say. "
        "Exit code 0: read; 1: the report holds no judgements; 2: it cannot be read.",
    )
    parser.add_argument("report", type=Path, metavar="REPORT.pdf")
    parser.add_argument(
        "--grades", action="store_true", required=True, help="the judgements, the only draft so far"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--content",
        default="content",
        type=Path,
        help="the content folder, for the names that providers.yaml knows a place by",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    report: Path = arguments.report
    try:
        source = read_source(report, cache=keeping.documents())
    except SourceUnreadable as unreadable:
        sys.stderr.write(f"{unreadable.sentence}\n")
        return 2
    judgements = read_judgements(source)
    if judgements is None:
        return _none_found(report.name, source)
    for note in judgements.notes:
        sys.stderr.write(f"{report.name}: {note}\n")
    found = as_dict(judgements, _place(judgements, arguments.content))
    sys.stdout.write(
        json.dumps(found, ensure_ascii=False, indent=1) + "\n"
        if arguments.format == "json"
        else as_text(found)
    )
    return 0


def as_dict(judgements: Judgements, provider: str | None) -> dict[str, Any]:
    """What `--format json` prints, in its order; None where the report does not say."""
    inspected = judgements.inspected
    return {
        "framework": judgements.framework,
        "provider": provider,
        "inspected": {
            "from": str(inspected.first) if inspected else None,
            "to": str(inspected.last) if inspected else None,
        },
        "published": str(judgements.published) if judgements.published else None,
        "overall": judgements.overall,
        "ratings": dict(judgements.ratings),
    }


def as_text(found: Mapping[str, Any]) -> str:
    """The same, a line each, for a person."""
    inspected = found["inspected"]
    days = f"{inspected['from']} to {inspected['to']}" if inspected["from"] else None
    lines = {**found, "inspected": days}
    ratings = lines.pop("ratings")
    width = max(map(len, (*lines, *ratings))) + 2
    return "".join(
        f"{name + ':':<{width}}{value or 'not stated'}\n"
        for name, value in (*lines.items(), *ratings.items())
    )


def _none_found(name: str, source: SourceText) -> int:
    """What is said where there is nothing to print, and the exit code."""
    if not "".join(source.pages[:1]).strip() or 1 in source.damaged:
        sys.stderr.write(
            f"{name} cannot be read: its first page is a picture, or its letters are garbled.\n"
        )
        return 2
    sys.stderr.write(
        f"{name} holds no judgements that we can read: it is not an Ofsted report on an inspection "
        "of children’s services since November 2013 that gives grades.\n"
    )
    return 1


def _place(judgements: Judgements, content: Path) -> str | None:
    """The provider's name, by the one that providers.yaml gives it where it knows it."""
    path = content / "providers.yaml"
    if judgements.provider is None or not path.is_file():
        return judgements.provider
    file = TextFile("content/providers.yaml", path.read_text("utf-8"), "")
    library = read_library([file], Diagnostics())
    known = (provider.record for provider in library.providers.values())
    return known_place(judgements.provider, known)
