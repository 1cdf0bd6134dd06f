"""`inspection-digest explain CODE`: what a message means, with a bad and a good example."""

from __future__ import annotations

import argparse
import sys
import textwrap
from typing import Any

from inspection_digest.messages.entry import Entry, Piece
from inspection_digest.messages.registry import ENTRIES, GROUPS
from inspection_digest.reading.nearness import near

WIDTH = 80


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser(
        "explain",
        help="say what a message of `check` means, with examples",
        description="Says what the message with this code means and why it matters, with an "
        "example of the mistake and of its cure. Without a code: every code, with its title. Exit "
        "code 0; 2: there is no such code.",
    )
    parser.add_argument("code", metavar="CODE", nargs="?", help="as it stands in [brackets]")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print one entry, or the list of all."""
    if arguments.code is None:
        sys.stdout.write(every_code())
        return 0
    code = arguments.code.strip("[]").lower()
    if code not in ENTRIES:
        hint = near(code, list(ENTRIES)) or "`python3 tasks.py explain` lists all there are."
        sys.stderr.write(f"There is no message called “{arguments.code}”. {hint}\n")
        return 2
    sys.stdout.write(explained(ENTRIES[code]))
    return 0


def explained(entry: Entry) -> str:
    """One entry as text for a terminal."""
    parts = [f"{entry.code}\n{entry.title}", textwrap.fill(entry.means, WIDTH)]
    if entry.told:
        parts.append(textwrap.fill(f"For example: {entry.told}", WIDTH))
    if entry.bad and entry.good:
        parts += [_example(f"With this in {_place(piece)}", piece) for piece in entry.beside]
        parts += [_example(f"Wrong, in {_place(entry.bad)}", entry.bad)]
        there = "" if entry.good.place == entry.bad.place else f", in {_place(entry.good)}"
        parts += [_example(f"Right{there}", entry.good)]
    return "\n\n".join(parts) + "\n"


def every_code() -> str:
    """Every code with its title, by group."""
    widest = max(map(len, ENTRIES))
    groups = (
        "\n".join([group.title, *(f"  {one.code:<{widest}}  {one.title}" for one in group.entries)])
        for group in GROUPS
    )
    return "\n\n".join(groups) + "\n"


def _place(piece: Piece) -> str:
    return f"content/{piece.place}"


def _example(label: str, piece: Piece) -> str:
    text = piece.text.replace("\f", "(the next page)\n")
    return f"{label}:\n\n{textwrap.indent(text, '    ')}"
