"""A part of the site made: written, read back, and what was looked at for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from inspection_digest import keeping
from inspection_digest.amending import OtherwiseError, Pieces, Printing
from inspection_digest.composing.edition import Edition
from inspection_digest.keeping import KeptFolder
from inspection_digest.outputs.environment import Kept
from inspection_digest.outputs.long_file import LongFile
from inspection_digest.outputs.page import Templates
from inspection_digest.outputs.printed import PrintedPage
from inspection_digest.part import Output, Part
from inspection_digest.plans import compared, compared_long, comparison
from inspection_digest.program import program
from inspection_digest.readback.extract import Said, said_in
from inspection_digest.readback.prove_published import Broken, Readback
from inspection_digest.reprinting import (
    KeptReprints,
    Kind,
    Reprint,
    Reprints,
    body_of_reprints,
)
from inspection_digest.shelf.at_hand import Shelf
from inspection_digest.shelf.index import Index
from inspection_digest.shelf.library import ShelfEvidence, ShelfLibrary
from inspection_digest.shelf.opening import opened
from inspection_digest.shelf.store import Body, Store
from inspection_digest.shelf.watch import Cell
from inspection_digest.views.chrome import Site
from inspection_digest.writing import Written, bytes_of, read_back, read_back_list, write

PARTS_OF_A_JOB = 6  # at least: few enough to share them out evenly, many enough to pay


class Place(Struct, frozen=True):
    """Where a site is built: from `content` with `theme`, first in `stage`, then in `output`."""

    content: Path
    theme: Path
    stage: Path
    output: Path


class Made(Struct, frozen=True):
    """What became of a part: its files, which of them were written, and what is wrong with those.

    `seen`: all that was looked at. While none of it changes, neither do these files. `stays`: the
    files are those it had, and it looked at what it had looked at before, too.
    `compared`: with those of the site that is to be amended, as `plans.compared` says it.
    `reprints`: the name of what is kept to make some of it again, and `body`, where that is new.
    """

    part: str
    written: tuple[str, ...]
    broken: tuple[Broken, ...]
    paths: tuple[str, ...]
    seen: tuple[Cell, ...]
    stays: bool = False
    compared: Mapping[str, str] = {}
    reprints: bytes = b""
    body: Body | None = None


class MadeKind(Struct, frozen=True):
    """The same of its files of one kind. `of`: which they are, and what was looked at for them;
    `again`: what is kept to make them again, None where that is what it was."""

    of: Kind
    again: Mapping[str, Reprint | Pieces] | None = None
    written: tuple[str, ...] = ()
    broken: tuple[Broken, ...] = ()
    compared: Mapping[str, str] = {}
    stays: bool = False


class Maker(Struct, frozen=True):
    """Makes parts of an edition into `stage`. `amended`: the site that they are to be part of, if
    it is there and stays. `kept`: the reprints of its pages. `shelf`: what it is made from, where
    that is a shelf."""

    edition: Edition
    templates: Templates
    stage: Path
    readback: Readback
    amended: Path | None = None
    kept: KeptReprints | None = None
    shelf: Shelf | None = None

    @classmethod
    def of(cls, place: Place, site: Site, index: Index, store: Store, compiled: Kept) -> Maker:
        """For what is in the index and the store. `compiled`: where templates are kept."""
        shelf = opened(place.content, index, store)
        library, evidence = ShelfLibrary(shelf), ShelfEvidence(shelf)
        edition = Edition(site, library, evidence, shelf.watch, index.counted)
        templates = Templates(place.theme, shelf.watch.note, compiled)
        return cls(edition, templates, place.stage, Readback(library, evidence), shelf=shelf)

    def make(self, part: Part) -> Made:
        """Can be done again: what was written before is written over."""
        before = self.kept.get(part.reprints) if part.reprints and self.kept else None
        made = {kind: self._made(part, kind, before) for kind in part.kinds()}
        name, body = part.reprints, None
        is_new = before is None or any(it.again is not None for it in made.values())
        if is_new and self.kept:
            body = _kept_of(made, before)
            name = body[0] if body else b""
        seen = {cell for it in made.values() for cell in it.of.all_seen} if is_new else ()
        return Made(
            part.name,
            tuple(path for it in made.values() for path in it.written),
            tuple(broken for it in made.values() for broken in it.broken),
            tuple(path for it in made.values() for path in it.of.paths),
            tuple(sorted(seen)),
            all(it.stays for it in made.values()),
            {path: sum_ for it in made.values() for path, sum_ in it.compared.items()},
            name,
            body,
        )

    def _made(self, part: Part, kind: str, before: Reprints | None) -> MadeKind:
        """Its files of a kind, by no more work than it takes."""
        if before and self.amended:
            changed, insets = before.touched(kind, part.changed)
            of = before.kinds.get(kind, Kind((), ()))
            if not changed and not insets:
                return MadeKind(of, stays=True)
            known = before.of_kind(kind)
            with suppress(OtherwiseError, OSError, ValueError):
                if part.is_of_lists:
                    return self._amended(part, known, changed)
                if all(cell[0] == "base" for cell in changed):
                    return self._printed_anew(part, kind, known, of, insets)
        return self._composed(part, kind)

    def _composed(self, part: Part, kind: str) -> MadeKind:
        """All of them."""
        kept: dict[str, Reprint | Printing] = {}
        watch = self.edition.watch
        with watch.looking() as seen, watch.insets() as insets:
            files = part.printed_of(kind, self.templates)
            paths = tuple(write(self.stage, self._noting(files, kept)))

        def note(path: str, said: Said) -> None:
            page = kept.get(path)
            if isinstance(page, Reprint):
                kept[path] = page.that_says(said)

        broken = tuple(read_back(self.stage, paths, self.readback, note))
        sums = compared(self.stage, self.amended, paths) if self.amended else {}
        again = {path: it.pieces if isinstance(it, Printing) else it for path, it in kept.items()}
        of = Kind(paths, tuple(sorted(seen)), _sorted(insets))
        return MadeKind(of, again, paths, broken, sums)

    def _noting(self, files: Output, kept: dict[str, Reprint | Printing]) -> Written:
        """The same files; `kept` takes down what can be made again by less than all of it."""
        for path, made in files:
            if isinstance(made, LongFile):
                kept[path] = list_ = Printing(made, self.edition.watch)
                yield path, list_.printed()
            else:
                if isinstance(made, PrintedPage) and made.base:
                    kept[path] = Reprint.of(made)
                yield path, made

    def _amended(
        self, part: Part, before: Mapping[str, Reprint | Pieces], changed: Collection[Cell]
    ) -> MadeKind:
        """Lists, with what has changed made anew. Raises OtherwiseError."""
        assert self.amended  # noqa: S101 - `_made` has asked
        now: dict[str, Reprint | Pieces] = {}
        sums: dict[str, str] = {}
        broken: list[Broken] = []
        with self.edition.watch.looking() as seen:
            for path, list_ in part.lists(*part.of):
                known = before.get(path)
                if not isinstance(known, Pieces):
                    raise OtherwiseError
                printing = Printing(list_, self.edition.watch, known, changed)
                with (self.amended / path).open("rb") as published:
                    list(write(self.stage, [(path, printing.printed(published))]))
                now[path] = pieces = printing.pieces
                with (self.stage / path).open("rb") as file:
                    broken += read_back_list(path, file, pieces, printing.made, self.readback)
                sums[path] = compared_long(self.stage, self.amended, path)
        of = Kind(tuple(now), tuple(seen))
        return MadeKind(of, now, tuple(now), tuple(broken), sums, stays=True)

    def _printed_anew(
        self,
        part: Part,
        kind: str,
        before: Mapping[str, Reprint | Pieces],
        of: Kind,
        insets: Collection[str],
    ) -> MadeKind:
        """Pages of which the base or these insets alone have changed. Raises OtherwiseError."""
        root, stage = os.fspath(self.amended or ""), os.fspath(self.stage)
        watch = self.edition.watch
        pages = {path: it for path, it in before.items() if isinstance(it, Reprint)}
        if insets and pages.keys() != set(of.paths):
            raise OtherwiseError  # some have no base
        with watch.looking(), watch.insets() as seen:
            views = dict(part.insets_of(kind)) if insets else {}
        printed: dict[str, tuple[bytes, PrintedPage]] = {}  # the one that is being printed anew
        sums: dict[str, str] = {}

        def anew() -> Iterator[tuple[str, PrintedPage]]:
            for path, reprint in pages.items():
                old = bytes_of(f"{root}/{path}")
                new = reprint.anew(old, self.templates, views.get(path, {}))
                printed[path] = old, new
                yield path, new

        again: dict[str, Reprint | Pieces] = {}
        for path in write(self.stage, anew()):
            data = bytes_of(f"{stage}/{path}")
            said = said_in(path, data)
            pages[path].refuse_other(said)
            old, new = printed.pop(path)
            sums[path] = comparison(data, same=data == old)
            if insets:
                again[path] = Reprint.of(new).that_says(said)
        return MadeKind(
            replace(of, insets={**of.insets, **_sorted(seen)}),
            again if insets else None,
            written=tuple(sums),
            compared=sums,
            stays=True,
        )

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


def _sorted(insets: Mapping[str, Collection[Cell]]) -> dict[str, tuple[Cell, ...]]:
    return {kind: tuple(sorted(seen)) for kind, seen in insets.items()}


def _kept_of(made: Mapping[str, MadeKind], before: Reprints | None) -> Body | None:
    """What is to be kept of a part of which all this was made, if there is anything."""
    of: dict[str, Reprint | Pieces] = {}
    for kind, it in made.items():
        if it.again is not None:
            of |= it.again
        elif before:
            of |= before.of_kind(kind)
    several = len(made) > 1 or any(it.of.insets for it in made.values())
    kinds = {kind: it.of for kind, it in made.items()} if several else {}
    return body_of_reprints(Reprints(of, kinds)) if of or kinds else None


def records(output: Path) -> Path:
    """Where what is on the shelf of this built site is kept."""
    return keeping.kept_for(output, "records.db")


def reprints(output: Path) -> Path:
    """Where the reprints of this built site are kept."""
    return keeping.kept_for(output, "reprints.db")


def compiled() -> KeptFolder:
    """Where compiled templates are kept: for all sites, as most have the same."""
    return KeptFolder(keeping.templates(), program())
