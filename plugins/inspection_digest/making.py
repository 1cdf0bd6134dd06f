"""A part of the site made: written, read back, and what was looked at for it."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from inspection_digest import keeping
from inspection_digest.composing.edition import Edition
from inspection_digest.keeping import KeptFolder
from inspection_digest.outputs.environment import Kept
from inspection_digest.outputs.page import Templates
from inspection_digest.outputs.printed import PrintedPage
from inspection_digest.part import LongFiles, Part
from inspection_digest.plans import SAME, compared
from inspection_digest.program import program
from inspection_digest.readback.extract import Said, said_in
from inspection_digest.readback.prove_published import Broken, Readback
from inspection_digest.reprinting import KeptReprints, Reprint, Reprints, body_of_reprints
from inspection_digest.shelf.index import Index
from inspection_digest.shelf.library import ShelfEvidence, ShelfLibrary
from inspection_digest.shelf.opening import opened
from inspection_digest.shelf.store import Body, Store
from inspection_digest.shelf.watch import Cell
from inspection_digest.views.chrome import Site

LONG = 1_000_000  # bytes: more of JSON are not read back in one piece
PARTS_OF_A_JOB = 6  # at least: few enough to share them out evenly, many enough to pay


class Place(Struct, frozen=True):
    """Where a site is built: from `content` with `theme`, first in `stage`, then in `output`."""

    content: Path
    theme: Path
    stage: Path
    output: Path


class Made(Struct, frozen=True):
    """What became of a part: the files written for it, and what is wrong with them.

    `seen`: all that was looked at. While none of it changes, neither do these files.
    `compared`: with those of the site that is to be amended, as `plans.compared` says it.
    `reprints`: of its pages, where there are any (`body_of_reprints`).
    """

    part: str
    paths: tuple[str, ...]
    broken: tuple[Broken, ...]
    seen: tuple[Cell, ...]
    compared: Mapping[str, str] = {}
    reprints: Body | None = None


class Maker(Struct, frozen=True):
    """Makes parts of an edition into `stage`. `amended`: the site that they are to be part of, if
    it is there and stays. `kept`: the reprints of its pages."""

    edition: Edition
    templates: Templates
    stage: Path
    readback: Readback
    amended: Path | None = None
    kept: KeptReprints | None = None

    @classmethod
    def of(cls, place: Place, site: Site, index: Index, store: Store, compiled: Kept) -> Maker:
        """For what is in the index and the store. `compiled`: where templates are kept."""
        shelf = opened(place.content, index, store)
        library, evidence = ShelfLibrary(shelf), ShelfEvidence(shelf)
        edition = Edition(site, library, evidence, shelf.watch, index.counted)
        templates = Templates(place.theme, shelf.watch.note, compiled)
        return cls(edition, templates, place.stage, Readback(library, evidence))

    def make(self, part: Part) -> Made:
        """Can be done again: what was written before is written over."""
        before = self._before(part)
        if part.base_alone:
            made = self._with_base_anew(part.name, before) if before else None
            if made:
                return made
            before = {}
        pages: dict[str, Reprint] = {}
        with self.edition.watch.looking() as seen:
            paths = tuple(write(self.stage, _noting(part.pieces(self.templates), pages)))

        def note(path: str, data: bytes, said: Said) -> None:
            if path in pages:
                pages[path] = pages[path].published(data, said)

        broken = tuple(read_back(self.stage, paths, self.readback, note))
        sums = compared(self.stage, self.amended, paths) if self.amended else {}
        known = None if before is None else {**before, **pages}
        body = body_of_reprints(known) if known and self.kept else None
        return Made(part.name, paths, broken, tuple(sorted(seen)), sums, body)

    def _before(self, part: Part) -> Reprints | None:
        """Of the pages of a part that may not be made again; None where they are not known."""
        if part.reprints is None:
            return {}
        return self.kept.get(part.reprints) if self.kept else None

    def _with_base_anew(self, name: str, before: Reprints) -> Made | None:
        """All pages of a part that have a base. None where it takes more than to print that: where
        the site has not the files that were written, or what the new base makes of what is in them
        is not what was proved."""
        assert self.amended  # noqa: S101 - they are of its pages
        pages: dict[str, Reprint] = {}
        sums: dict[str, str] = {}
        for path, reprint in before.items():
            try:
                old = (self.amended / path).read_bytes()
            except OSError:
                return None
            page = reprint.anew(old, self.templates)
            if page is None:
                return None
            list(write(self.stage, [(path, page)]))
            data = (self.stage / path).read_bytes()
            pages[path] = Reprint.of(page).published(data, said_in(path, data))
            if pages[path].said != reprint.said:
                return None
            sums[path] = SAME if data == old else pages[path].sum.hex()
        return Made(name, tuple(pages), (), (), sums, body_of_reprints(pages))

    def jobs(self, parts: Sequence[Part]) -> list[Callable[[], tuple[Made, ...]]]:
        """Some parts at a time. Those that belong beside each other are in one job, as what they
        print alike would be composed in each process again. Any other is a job by itself: it may
        be as long as many of those."""
        jobs: list[list[Part]] = []
        for part in parts:
            before = jobs[-1][-1].beside if jobs and part.beside else ""
            if before and (before == part.beside or len(jobs[-1]) < PARTS_OF_A_JOB):
                jobs[-1].append(part)
            else:
                jobs.append([part])
        return [partial(self._make_all, job) for job in jobs]

    def _make_all(self, parts: Iterable[Part]) -> tuple[Made, ...]:
        return tuple(map(self.make, parts))


def records(output: Path) -> Path:
    """Where what is on the shelf of this built site is kept."""
    return keeping.kept_for(output, "records.db")


def reprints(output: Path) -> Path:
    """Where the reprints of this built site are kept."""
    return keeping.kept_for(output, "reprints.db")


def compiled(output: Path) -> KeptFolder:
    """Where the compiled templates of this built site are kept."""
    return KeptFolder(keeping.kept_for(output, "templates"), program())


def write(stage: Path, files: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    """Writes files, each given in pieces, below `stage`, and yields their paths."""
    folders: set[str] = set()
    root = os.fspath(stage)  # a `Path` of each file would take as long as opening it
    for path, pieces in files:
        folder = path.rpartition("/")[0]
        if folder not in folders:
            os.makedirs(f"{root}/{folder}", exist_ok=True)  # noqa: PTH103
            folders.add(folder)
        with open(f"{root}/{path}", "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123
            file.writelines(pieces)
        yield path


def read_back(
    stage: Path,
    paths: Iterable[str],
    readback: Readback,
    note: Callable[[str, bytes, Said], None] = lambda *_: None,
) -> Iterator[Broken]:
    """What is wrong with files that were written, by the bytes that are really there.

    `note` is told of each file its path, what is in it, and what of that was to be proved.
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
                data = file.read()
                said, broken = readback.read(path, data)
                note(path, data, said)
                yield from broken


def _noting(files: LongFiles, pages: dict[str, Reprint]) -> LongFiles:
    """The same files; `pages` takes down what is printed with a base."""
    for path, pieces in files:
        if isinstance(pieces, PrintedPage) and pieces.base:
            pages[path] = Reprint.of(pieces)
        yield path, pieces
