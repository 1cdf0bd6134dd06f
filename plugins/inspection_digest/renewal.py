"""One build of the site from what the last one kept: what a change touches is made again.

What is kept is outside the project, in the user's own folder (`keeping`), and under its own sum. It
is only ever a way to the same bytes: whatever is missing, damaged or of another program or site
counts as absent, and what it was for is done anew.
"""

from __future__ import annotations

import atexit
import dataclasses
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from msgspec.structs import replace

from inspection_digest import keeping
from inspection_digest.agenda import plan
from inspection_digest.build import is_index, publish_index
from inspection_digest.composing.edition import key_of
from inspection_digest.diagnostics import Diagnostic, Diagnostics
from inspection_digest.ledger import Entry, Ledger, Tally, Writing
from inspection_digest.making import Made, Maker, Place, compiled, records, reprints
from inspection_digest.outputs.page import template_sums
from inspection_digest.plans import files_in
from inspection_digest.program import program
from inspection_digest.readback.prove_published import Broken
from inspection_digest.reprinting import KeptReprints
from inspection_digest.shelf.batches import Batch
from inspection_digest.shelf.facts import sum_of
from inspection_digest.shelf.filling import Filled, fill, unneeded
from inspection_digest.shelf.store import DamagedError, Store
from inspection_digest.shelf.sums import Sums
from inspection_digest.shelf.watch import Cell
from inspection_digest.staging import amend, close_stage
from inspection_digest.state import State, States
from inspection_digest.unchanged import Look, Stamp
from inspection_digest.views.chrome import Site
from inspection_digest.workers import Workers
from inspection_digest.writing import read_back, write

Tell = Callable[[int, int, str], None]  # how many are done, of how many, of what


class BrokenError(Exception):
    """What was about to be published is not what its sources say."""

    def __init__(self, broken: Sequence[Broken]) -> None:
        super().__init__("\n".join(sorted(str(item) for item in broken)))


class Renewal:
    """One build. `processes`: how many may work at once. `look`: what has been asked of files
    already. `tell` is told how far a stage is."""

    def __init__(
        self, place: Place, site: Site, processes: int, look: Look, tell: Tell = lambda *_: None
    ) -> None:
        self._tell, self._look = tell, look
        self.place, self.site, self._processes = place, site, processes
        kept = records(place.output)
        if not keeping.can_keep(kept):  # then for this build alone
            kept = place.stage.with_suffix(".records") / kept.name
            atexit.register(shutil.rmtree, kept.parent, ignore_errors=True)
        self._store = Store(kept)
        where = str(place.content.absolute()).encode()
        self._states = States(place.output, sum_of([program(), where, repr(site).encode()]))
        self._before = self._states.read()
        self._reprints = KeptReprints(reprints(place.output))
        self._filled: Filled | None = None
        self.mistakes = Diagnostics()
        self._staying: Mapping[str, Entry] = {}  # of parts that are not made, and of guests
        self._of = 0  # how many parts are to be made
        self._workers: Workers[tuple[Made, ...]] | None = None
        self._writing: Writing | None = None
        self._guests: Mapping[str, bytes] = {}
        self._own: set[str] = set()  # the files of the parts that were made
        self._broken: list[Broken] = []
        self._compared: dict[str, str] = {}  # with the files of the site that is there

    # -- in this order ----------------------------------------------------------------------------

    def read(self) -> bool:
        """Reads what has changed. False where something is wrong: then nothing can be built.

        It is in `mistakes`; where nothing is, everything has to be read in one piece.
        """
        try:
            self._filled = self._fill()
        except DamagedError:
            self.forget()
            self._filled = self._fill()
        return self._filled is not None

    def look_again(self) -> None:
        """Whatever has been asked of files is to be asked again: they have changed since."""
        self._look = Look(time.time_ns())

    def begin(self, guests: Mapping[str, bytes], *, if_all_stay: bool = False) -> bool:
        """Finds out what is to be made, and begins. Whether it has. `guests`: as in `plan`. One
        that is not to stay (`stays`) is to be made, and `take_in` told; `if_all_stay`: nothing is
        begun then."""
        self._guests = guests
        assert self._filled is not None  # noqa: S101 - `read` was asked first
        index, last = self._filled.index, self._before.filled.index if self._before else None
        self._sums = Sums(
            index,
            template_sums(self.place.theme),
            lambda name: self.edition.distributions.unseen(key_of(name)),
            last,
        )
        if last and self._sums.same_facts:
            index = index.with_counts_of(last, same_listed=self._sums.same_listed)
        maker = Maker.of(self.place, self.site, index, self._store, compiled())
        amended = self.place.output if self._before else None
        maker = replace(maker, amended=amended, kept=self._reprints)
        self.edition, self._readback = maker.edition, maker.readback
        before = self._before.ledger if self._before else None
        planned = plan(self.edition, self._sums, before, guests)
        if if_all_stay and not guests.keys() <= planned.kept.keys():
            return False
        self._workers = Workers(maker.jobs(planned.make), self._processes)
        self._of = len(planned.make)
        self._writing = Writing(planned, before)
        self._staying = planned.kept
        if self._workers.are_others and maker.shelf:
            maker.shelf.put_back()  # what was looked at for the plan
        return True

    @property
    def guests(self) -> Mapping[str, bytes] | None:
        """As `begin` was told of them for the last build. None: nothing of that is relied on."""
        return self._before.ledger.guests if self._before else None

    def stays(self, guest: str) -> bool:
        """Whether what others made is as they would make it now."""
        return guest in self._staying

    def take_in(self, guest: str, paths: Iterable[str], seen: Iterable[Cell]) -> None:
        """What others have made: files in the stage, and what was looked at for them."""
        made = tuple(sorted(paths))
        broken = read_back(self.place.stage, made, self._readback)
        self._take(Made(guest, made, tuple(broken), made, tuple(sorted(seen))))

    def make(self) -> set[str]:
        """Makes the parts; returns their files. What is kept and turns out damaged is made anew."""
        assert self._workers is not None  # noqa: S101 - `begin` was called first
        done = 0
        try:
            for some in self._workers.finished():
                for made in some:
                    self._take(made)
                done += len(some)
                self._tell(done, self._of, "parts of the site")
        except DamagedError:
            self.start_anew()
            return self.make()
        self._workers = None  # its jobs are large, and nobody asks for them any more
        return self._own

    def start_anew(self) -> None:
        """What was kept is damaged: forgets it, reads everything and begins again."""
        self.stop()
        stayed = list(self._bring_over())
        self.forget()
        self._own.clear()
        self._broken.clear()
        self._compared.clear()
        self._filled = self._fill()
        self.begin(self._guests)
        for guest, paths, seen in stayed:
            self.take_in(guest, paths, seen)

    def _bring_over(self) -> Iterator[tuple[str, tuple[str, ...], list[Cell]]]:
        """What others made for the last build and was to stay: it is too late to ask for it."""
        cells = list(self._before.ledger.cells if self._before else ())
        for guest in self._guests.keys() & self._staying.keys():
            entry = self._staying[guest]
            for path in entry.paths:
                to = self.place.stage / path
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(self.place.output / path, to)
            yield guest, entry.paths, [cells[place] for place in entry.places]

    def _take(self, made: Made) -> None:
        assert self._writing is not None  # noqa: S101 - `begin` was called first
        self._writing.take(made)
        if made.body:
            self._reprints.keep(made.body)
        self._own.update(made.written)
        self._broken += made.broken
        self._compared.update(made.compared)

    def stop(self) -> None:
        """Nobody writes to the stage any longer."""
        if self._workers is not None:
            self._workers.stop()

    def finish(self, *, others_stay: bool = False) -> Tally:
        """Puts the site in its place. Returns how many files there are in it.

        What the parts have not made and is in the stage is of others; `others_stay`: so is what was
        so before. Raises AddressTakenError, and BrokenError where anything published would not be
        what the sources say.
        """
        before = self._before.ledger if self._before else None
        assert self._writing is not None  # noqa: S101 - `begin` was called first
        others = {path for path in files_in(self.place.stage) if path not in self._own}
        self._own = set()
        broken = [*self._broken, *read_back(self.place.stage, sorted(others), self._readback)]
        if before and others_stay:
            others.update(path for path in before.others if not is_index(path))
        ledger, apart = self._writing.finished(others, self._sums)
        same = before is not None and apart.is_same
        if before and same and (self._sums.same_listed or self._sums.same_notices):
            indexes = [path for path in before.others if is_index(path)]
        else:
            made = publish_index(self.edition, ledger.paths())
            encoded = ((path, map(str.encode, text)) for path, text in made)
            indexes = list(write(self.place.stage, encoded))
        if not same or not self._sums.same_listed:
            of = self._sums.digests if same else None
            broken += self._readback.unwritten(ledger.paths(), of)
        if broken:
            raise BrokenError(broken)
        ledger = replace(ledger, others=tuple(sorted({*others, *indexes})))
        self._reprints.put()
        self._put_in_place(ledger, apart.gone(indexes) if before else None)
        needed = (entry.reprints for entry in ledger.parts.values())
        self._reprints.forget(self._writing.unneeded, needed)
        self._writing = None  # it holds the ledger, which is large and kept by now
        return ledger.tally

    def _put_in_place(self, ledger: Ledger, left: set[str] | None) -> None:
        """`left`: the files that go; None where the whole site is another."""
        assert self._filled is not None  # noqa: S101 - `read` was asked first
        if self._before:
            with suppress(DamagedError):  # whoever reads of it notices, and makes it anew
                old, new = self._before.filled.index, self._filled.index
                self._store.drop(unneeded(old, new, self._sums))
        stage, output, states = self.place.stage, self.place.output, self._states
        name = states.keep(State(self._counted(self._filled), ledger))
        states.leave()
        if left is None:
            close_stage(stage, output, states.pointer, name)
        else:
            amend(stage, output, left, states.pointer, name, states.named, self._compared)
        states.arrive(name)

    def _counted(self, filled: Filled) -> Filled:
        """With what was counted for the pages."""
        index = dataclasses.replace(filled.index, counted=self.edition.distributions.counted)
        return replace(filled, index=index)

    # -- what is known ----------------------------------------------------------------------------

    @property
    def stamps(self) -> tuple[Mapping[str, Stamp], ...]:
        """Of all files that records were read from and of their folders, by the path in content."""
        if self._filled is None:
            return ()
        found = self._filled.scan
        return {path: stamp for path, stamp in found.folders.items() if path}, found.files

    @property
    def warnings(self) -> Iterator[Diagnostic]:
        """All that is said of files in which nothing is wrong."""
        if self._filled:
            for items in self._filled.index.warnings.values():
                yield from items

    def _fill(self) -> Filled | None:
        before = self._before.filled if self._before else None
        if before is None:
            self._store.remove()
            self._reprints.remove()
        self.mistakes = Diagnostics()
        return fill(self.place.content, before, self._store, self._run, self._look, self.mistakes)

    def _run(self, jobs: Sequence[Callable[[], Batch]]) -> Iterator[Batch]:
        for done, batch in enumerate(Workers(jobs, self._processes).finished(), 1):
            self._tell(done, len(jobs), "batches of files")
            yield batch

    def forget(self) -> None:
        """The next build makes everything anew."""
        self._before = None
        self._states.forget()
        self._store.remove()
