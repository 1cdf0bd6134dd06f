"""Files written into the stage, and read back as they are there."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from inspection_digest.amending import Pieces
from inspection_digest.outputs.printed import PrintedPage
from inspection_digest.readback.extract import Said
from inspection_digest.readback.prove_published import Broken, Readback

LONG = 1_000_000  # bytes: more of JSON are not read back in one piece

Written = Iterable[tuple[str, PrintedPage | Iterable[bytes]]]  # path, a page or pieces of a text


def write(stage: Path, files: Written) -> Iterator[str]:
    """Writes files below `stage`, and yields their paths."""
    folders: set[str] = set()
    root = os.fspath(stage)  # a `Path` of each file would take as long as opening it
    for path, made in files:
        folder = path.rpartition("/")[0]
        if folder not in folders:
            os.makedirs(f"{root}/{folder}", exist_ok=True)  # noqa: PTH103
            folders.add(folder)
        with open(f"{root}/{path}", "wb") as file:  # noqa: PTH123
            if isinstance(made, PrintedPage):
                file.write(made.data)
            else:
                file.writelines(made)
        yield path


def bytes_of(path: str) -> bytes:
    """Those of a file that is there."""
    with open(path, "rb") as file:  # noqa: PTH123 - as in `write`
        return file.read()


def read_back(
    stage: Path,
    paths: Iterable[str],
    readback: Readback,
    note: Callable[[str, Said], None] = lambda *_: None,
) -> Iterator[Broken]:
    """What is wrong with files that were written, by the bytes that are really there.

    `note` is told of each file what was read back out of it.
    """
    root = os.fspath(stage)
    for path in paths:
        if not path.endswith((".html", ".xml", ".json")):
            continue
        with open(f"{root}/{path}", "rb") as file:  # noqa: PTH123
            if path.endswith(".json") and os.fstat(file.fileno()).st_size > LONG:
                lines = io.TextIOWrapper(file, "utf-8", newline="\n")
                yield from readback.broken_in_record(path, lines)
            else:
                said, broken = readback.read(path, file.read())
                note(path, said)
                yield from broken


def read_back_list(
    path: str, file: BinaryIO, pieces: Pieces, made: Collection[str], readback: Readback
) -> Iterator[Broken]:
    """The same of a long file of which only the pieces `made` are new. Raises OtherwiseError where
    anything in it is not what was proved before."""
    found = pieces.found_in(file)
    if path.endswith(".json"):
        new = (data for name, data in found if name in made)
        yield from readback.broken_in_pieces(path, new, pieces.of.keys() - made)
    for _ in found:  # also where nothing is to be proved, and after what cannot be read
        pass
