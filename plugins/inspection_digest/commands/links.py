"""`inspection-digest links`: does every outside address we cite still answer?

One server is asked at a time, with a pause between two questions, and no more is read of an answer
than shows that there is one. A server that fails three times running is not asked again.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from inspection_digest.documents.fetch import Fetched, FetchLimits, fetch
from inspection_digest.documents.limits import SourceUnreadable
from inspection_digest.outputs.markdown_text import code, escaped
from inspection_digest.reading.outside_links import outside_links

LIMITS = FetchLimits(size=4096, seconds=20.0, whole=False)
PAUSE = 1.0  # seconds between two questions to one server
PATIENCE = 3  # failures of one server in a row
MOST_PLACES = 3
FOLDERS = ("digests", "sources", "frameworks", "pages", "articles")
HEADINGS = {
    "fails": "Did not answer",
    "moved": "Lead elsewhere now",
    "unasked": "Not asked",
}

Fetch = Callable[[str], Fetched]


class Answer(Struct, frozen=True):
    """`outcome`: answers, moved, fails or unasked; `words` say more of the last three."""

    address: str
    outcome: str
    words: str = ""


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser(
        "links",
        help="ask every outside address in content/ whether it answers (needs a network)",
        description="Asks one server at a time and reports as Markdown. Exit code 0: asked, "
        "whatever was found; 1: nothing answered at all; 2: there is no such folder.",
    )
    parser.add_argument("content", nargs="?", default="content", type=Path)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if not arguments.content.is_dir():
        sys.stderr.write(f"There is no folder {arguments.content}; name the content folder.\n")
        return 2
    places = links_of(arguments.content)
    answers = list(asked(places, lambda url: fetch(url, limits=LIMITS), time.sleep))
    sys.stdout.write(report(answers, places))
    if answers and not any(answer.outcome in ("answers", "moved") for answer in answers):
        sys.stderr.write("No address answered at all: is there a network?\n")
        return 1
    return 0


def links_of(content: Path) -> dict[str, list[str]]:
    """Every outside address, with the places that name it: `content/pages/about.md, line 3`."""
    files = [content / "providers.yaml"]
    for folder in FOLDERS:
        files += [*(content / folder).rglob("*.yaml"), *(content / folder).rglob("*.md")]
    found: dict[str, list[str]] = {}
    for path in sorted(files):
        if path.is_file() and not path.is_symlink():
            name = f"{content.name}/{path.relative_to(content).as_posix()}"
            for address, line in outside_links(path.read_bytes().decode("utf-8", "replace")):
                found.setdefault(address, []).append(f"{name}, line {line}")
    return dict(sorted(found.items()))


def asked(
    addresses: Iterable[str], get: Fetch, pause: Callable[[float], object]
) -> Iterator[Answer]:
    """An answer to each, server by server. An address without https is asked for with it."""
    for _, group in groupby(sorted(addresses, key=_host), key=_host):
        failed = 0
        for number, address in enumerate(group):
            if failed == PATIENCE:
                yield Answer(address, "unasked", f"the server failed {PATIENCE} times running")
                continue
            if number:
                pause(PAUSE)
            answer = _ask(address, get)
            failed = failed + 1 if answer.outcome == "fails" else 0
            yield answer


def _ask(address: str, get: Fetch) -> Answer:
    secure = address.replace("http://", "https://", 1)
    try:
        found = get(secure)
    except SourceUnreadable as unreadable:
        return Answer(address, "fails", unreadable.sentence)
    if _bare(found.url) != _bare(address):
        return Answer(address, "moved", found.url)
    return Answer(address, "answers")


def report(answers: list[Answer], places: Mapping[str, list[str]]) -> str:
    """Counts, then what a person should look at, with the lines that name it."""
    well = sum(answer.outcome == "answers" for answer in answers)
    lines = ["# Outside links", "", f"{len(answers):,} addresses, of which {well:,} answer.", ""]
    for outcome, heading in HEADINGS.items():
        found = [answer for answer in answers if answer.outcome == outcome]
        if found:
            lines += [f"## {heading}: {len(found):,}", ""]
            lines += [_line(answer, places[answer.address]) for answer in found]
            lines.append("")
    lines.append("A server may refuse a program and answer a person: look before you change one.")
    return "\n".join([*lines, ""])


def _line(answer: Answer, places: list[str]) -> str:
    shown = [escaped(place) for place in places[:MOST_PLACES]]
    if len(places) > MOST_PLACES:
        shown.append(f"and {len(places) - MOST_PLACES:,} more")
    words = code(answer.words) if answer.outcome == "moved" else escaped(answer.words)
    return f"- {code(answer.address)}: {words} ({'; '.join(shown)})"


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def _bare(address: str) -> tuple[str, str, str]:
    """What makes two addresses the same for a reader."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return host, parts.path.rstrip("/"), parts.query
