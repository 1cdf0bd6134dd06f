"""One build of the site, from what it is asked for to what it says at its end.

Pelican is not needed for it, but for prose and for what it copies: `pelican_adapter` does the build
with it, `records_door` without.
"""

from __future__ import annotations

import atexit
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

from msgspec import Struct
from msgspec.structs import asdict

from inspection_digest import checking, memory, staging, unchanged
from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.ledger import AddressTakenError
from inspection_digest.making import Place
from inspection_digest.reading.files import FOLDERS
from inspection_digest.renewal import BrokenError, Renewal
from inspection_digest.reporting.progress import QUIET_SECONDS, progress, timings
from inspection_digest.reporting.summary import SECONDS, before_publishing, summary
from inspection_digest.reporting.text import as_text
from inspection_digest.shelf.store import DamagedError
from inspection_digest.views.chrome import Site

MOST_READS = 3

Show = Callable[[str], None]  # a line for whoever waits at a terminal


class Order(Struct, frozen=True):
    """What is to be built of which folders. `settings`: all of them, as `unchanged.plain` says it;
    `words`: as in `unchanged.Build`. `processes`: how many may work at once. `timings`: whether to
    say where the time went. `is_plain`: Pelican has nothing to do where only records change."""

    content: Path
    theme: Path
    output: Path
    site: Site
    settings: str
    words: str
    processes: int
    timings: bool = False
    is_plain: bool = False

    def told(self) -> dict[str, str]:
        """What of it is kept for the next build, where that may need no Pelican."""
        if not self.is_plain:
            return {}
        folders = {"content": self.content, "theme": self.theme, "output": self.output}
        return {name: str(path) for name, path in folders.items()} | asdict(self.site)

    @classmethod
    def again(cls, recalled: unchanged.Recalled, processes: int, timings: bool) -> Order:
        """The same as the last build, which was told so."""
        rest, settings = dict(recalled.told), recalled.settings or ""
        content, theme, output = (Path(rest.pop(name)) for name in ("content", "theme", "output"))
        site, words = Site(**rest), recalled.words
        return cls(content, theme, output, site, settings, words, processes, timings, is_plain=True)


def processes_of(settings: Mapping[str, Any]) -> int:
    """How many may work at once: as many as there are processors, where nobody says."""
    return settings.get("PROCESSES") or os.cpu_count() or 1


class Building:
    """A build that has begun. `started`: when, by the clock of performance. `look`: what has been
    asked of files already. `show`: None where nobody waits at a terminal. `stamps`: of all files
    but those of records, where they are known."""

    def __init__(
        self,
        order: Order,
        started: float,
        look: unchanged.Look,
        show: Show | None = None,
        stamps: Mapping[str, unchanged.Stamp] | None = None,
    ) -> None:
        memory.settle()
        self.order, self._started, self._show = order, started, show
        self._kept = unchanged.kept(order.output)
        self.stage = self._stage()
        atexit.register(staging.drop_stage, self.stage)  # whatever happens, nothing half is left
        self.stamps = _stamps_now(order, look.at) if stamps is None else stamps
        place = Place(order.content, order.theme, self.stage, order.output)
        self._told = self._began = 0.0  # when, since the start
        self.renewal = Renewal(place, order.site, order.processes, look, self._tell)
        self._laps: dict[str, float] = {}  # seconds of each stage

    def _stage(self) -> Path:
        """Raises SystemExit where no site can be built."""
        order = self.order
        try:
            staging.check_place(order.output, (order.content, order.theme, unchanged.PACKAGE))
            with suppress(NotADirectoryError):  # nothing can be kept
                self._kept.unlink(missing_ok=True)
            return staging.open_stage(order.output)
        except staging.NoPlaceError as error:
            _end(f"{error}\n\nNothing was built.")
        except OSError as error:
            _end(f"{_refused(error)}\n\nNothing was built.")

    @property
    def edition(self) -> Edition:
        return self.renewal.edition

    @property
    def _seconds(self) -> float:
        return time.perf_counter() - self._started

    def lap(self, name: str) -> None:
        """Notes how long it is since the last stage ended."""
        self._laps[name] = self._seconds - sum(self._laps.values())

    def _tell(self, done: int, of: int, what: str) -> None:
        """Says on a terminal how far a long stage is, now and then."""
        if done == 1:
            self._began = self._told = self._seconds
        if self._show and self._seconds - self._told > QUIET_SECONDS:
            self._told = self._seconds
            self._show(progress(done, of, self._told - self._began, what))

    def stop(self, message: str) -> NoReturn:
        """Leaves the old site as it was."""
        self.renewal.stop()
        output = self.order.output
        sys.stderr.write(f"{message.rstrip()}\n\nNothing was published: ")
        kept = f"{output.name}/ is as it was." if output.exists() else "there is no site."
        sys.stderr.write(f"{kept}\n")
        raise SystemExit(1)

    @contextmanager
    def _heeding(self) -> Iterator[None]:
        """What takes long can be interrupted."""
        try:
            yield
        except KeyboardInterrupt:
            self.stop("Interrupted.")

    def leave(self) -> None:
        """As if it had never begun."""
        self.renewal.stop()
        staging.drop_stage(self.stage)

    def read(self) -> None:
        """What has changed. Again, where a file was changed while it was read."""
        for _ in range(MOST_READS):
            with self._heeding():
                is_read = self.renewal.read()
            if is_read:
                self.lap("reading what has changed, and proving it")
                return
            diagnostics = self.renewal.mistakes
            if not len(diagnostics):
                checking.read(self.order.content, diagnostics)
            if diagnostics.errors:
                self.stop(as_text(diagnostics))
            self.renewal.look_again()
        self.stop("Files are changed all the time while they are read: build again.")

    def begin(self, guests: Mapping[str, bytes], *, if_all_stay: bool = False) -> bool:
        """Finds out what is to be made, and begins, as `Renewal.begin` does."""
        with self._heeding():
            has_begun = self.renewal.begin(guests, if_all_stay=if_all_stay)
        self.lap("finding out what that touches")
        return has_begun

    def make(self) -> set[str]:
        """Makes it, or waits for those who do. The files that were made."""
        with self._heeding():
            made = self.renewal.make()
        self.lap("making the pages and proving what they print")
        return made

    def address_taken(self, path: str) -> NoReturn:
        self.stop(f"Two pages want the address {path}: a Markdown page has to give way.")

    def finish(self, *, others_stay: bool = False, remember: bool = True) -> None:
        """Puts the site in its place, and says what was built.

        `others_stay`: what others have made of it is not in the stage, as it is what it was.
        `remember`: nothing has to be built again for all to be said that was said.
        """
        try:
            tally = self.renewal.finish(others_stay=others_stay)
        except AddressTakenError as taken:
            self.address_taken(str(taken))
        except DamagedError:
            self.renewal.forget()
            self.stop("What was kept of the last build is damaged, and forgotten now. Build again.")
        except staging.OvertakenError:
            self.stop("Another build has put a site in place since this one began. Build again.")
        except BrokenError as broken:
            said = "What was about to be published is not what the sources say:\n  "
            self.stop(said + str(broken).replace("\n", "\n  "))
        except OSError as error:
            later = "Once that is mended, the next build puts the site in its place."
            _end(f"{_refused(error)}\n{later}")
        self.lap("the last look, and putting the site in its place")
        warnings = Diagnostics()
        warnings.extend(self.renewal.warnings)
        edition = self.edition
        counts = summary(edition.everything, edition.evidence, tally.pages, tally.feeds)
        later = before_publishing(edition.site.url, edition.site.repository)
        err = f"{as_text(warnings)}\n" if len(warnings) else ""
        sys.stderr.write(err)
        sys.stdout.write(counts + SECONDS.format(seconds=self._seconds))
        if self.order.timings:
            sys.stdout.write(timings(self._laps))
        sys.stdout.write(later)
        if remember:
            self._remember(unchanged.Outcome(f"{counts}{SECONDS}{later}", err))
        memory.leave_whole(self)

    def _remember(self, outcome: unchanged.Outcome) -> None:
        order = self.order
        content = str(order.content)
        known = [("", self.stamps), *((content, stamps) for stamps in self.renewal.stamps)]
        told = {} if any(map(os.path.islink, self.stamps)) else order.told()  # who knows what of
        build = unchanged.Build(order.output, order.settings, order.words, told)
        unchanged.remember(self._kept, build, known, outcome)


def _end(message: str) -> NoReturn:
    sys.stderr.write(f"{message}\n")
    raise SystemExit(1)


def _refused(error: OSError) -> str:
    """Which file or folder the system would not have written or taken away, and why."""
    return f"{error.filename2 or error.filename} cannot be changed: {error.strerror}."


def _stamps_now(order: Order, now: int) -> dict[str, unchanged.Stamp]:
    """Of all that a site is made from but its records, by whole paths."""
    folders = frozenset(order.content / name for name in FOLDERS)
    roots = (order.content, order.theme, unchanged.PACKAGE)
    libraries = unchanged.libraries()
    known = {str(libraries): unchanged.stamp_of(libraries.stat())}
    return {**dict(unchanged.stamps(roots, now, without=folders)), **known}
