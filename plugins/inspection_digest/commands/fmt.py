"""`inspection-digest fmt`: the layout of YAML files, tidied when a person asks for it."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from difflib import unified_diff
from pathlib import Path
from typing import Any

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.formatting.formatted import formatted
from inspection_digest.reading.files import read_file
from inspection_digest.reading.modelines import kind_of
from inspection_digest.reporting.text import as_text, visible


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser(
        "fmt",
        help="tidy the layout of YAML files; no word of them is changed",
        description="Puts keys in the usual order, indents by two spaces, folds long text at 100 "
        "columns, and sees that the first line names the editor's schema. Comments stay with their "
        "keys. What was written is read again: unless every value and every comment is the same, "
        "the file is left alone. Nobody has to use this: the check does not look at layout. "
        "Exit code 0: done; 1: a file was left alone, and why is said.",
    )
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="files in content/; without any, all"
    )
    parser.add_argument("--check", action="store_true", help="only name what would be tidied")
    parser.add_argument("--diff", action="store_true", help="only show what would be changed")
    parser.add_argument("--content", default="content", type=Path, help="the content folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    content: Path = arguments.content
    if not content.is_dir():
        sys.stderr.write(f"There is no folder {content}; name it with --content.\n")
        return 2
    try:
        names = [_name(file, content) for file in arguments.files] or _all(content)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    only_say = arguments.check or arguments.diff
    diagnostics = Diagnostics()
    left, tidied = [], []
    for name in names:
        path = content / name.partition("/")[2]
        read = read_file(path, content, diagnostics)
        found = read and formatted(read.text, name, diagnostics)
        if not read or not found or found.text is None:
            left.append(
                f"{visible(name)}: left as it is, because "
                f"{found.reason if found else 'it is not saved as UTF-8'}.\n"
            )
        elif found.text != read.text:
            tidied.append(name)
            if arguments.diff:
                sys.stdout.write(_diff(name, read.text, found.text))
            elif not only_say:
                _replace(path, found.text)
    sys.stdout.write(as_text(diagnostics))
    sys.stdout.write("".join(left))
    if not arguments.diff:
        said = "would be tidied" if only_say else "tidied"
        sys.stdout.write("".join(f"{visible(name)}: {said}\n" for name in tidied))
    if not tidied and not left:
        sys.stdout.write("Nothing to do: the layout is tidy.\n")
    return 1 if left else 0


def _all(content: Path) -> list[str]:
    """Every file that holds a record; what has no place in content/ is for `check` to say."""
    names = (
        f"content/{path.relative_to(content).as_posix()}"
        for path in sorted(content.rglob("*.yaml"))
        if path.is_file() and not path.is_symlink()
    )
    return [name for name in names if kind_of(name)]


def _name(file: Path, content: Path) -> str:
    """`content/...` for a file that holds a record. Raises ValueError, with a sentence."""
    if file.is_symlink() or not file.is_file():
        raise ValueError(f"There is no file {file}.")
    try:
        name = f"content/{file.resolve().relative_to(content.resolve()).as_posix()}"
    except ValueError:
        raise ValueError(f"{file} is not in the folder {content}.") from None
    if kind_of(name) is None:
        raise ValueError(f"{file} is not a digest, a source, a framework or providers.yaml.")
    return name


def _diff(name: str, before: str, after: str) -> str:
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), name, f"{name}, tidied"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _replace(path: Path, text: str) -> None:
    """The file's new text, whole or not at all, with the line ends and the rights it had."""
    newline = "\r\n" if b"\r\n" in path.read_bytes() else "\n"
    handle, name = tempfile.mkstemp(prefix=".tidied-", dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline=newline) as file:
            file.write(text)
        shutil.copymode(path, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
