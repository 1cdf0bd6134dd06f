"""The door from Pelican, where there is something to do.

Pelican goes on where it should stop: a plugin that cannot register, a page that cannot be read, a
template that fails are logged and the exit code is 0. Here every such record is counted, the site
is built aside, and it takes the old one's place only when nothing was wrong.
"""

from __future__ import annotations

import atexit
import logging
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.log import console

from inspection_digest import checking, memory, pelican_prose, pelican_start, staging, unchanged
from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.ledger import AddressTakenError
from inspection_digest.making import Place
from inspection_digest.outputs.environment import JINJA, KeptCode
from inspection_digest.pelican_prose import PROSE, Prose
from inspection_digest.reading.files import FOLDERS
from inspection_digest.rehearsal import rehearse
from inspection_digest.renewal import BrokenError, Renewal
from inspection_digest.reporting.progress import QUIET_SECONDS, progress, timings
from inspection_digest.reporting.summary import SECONDS, before_publishing, summary
from inspection_digest.reporting.text import as_text
from inspection_digest.shelf.store import DamagedError
from inspection_digest.views.chrome import Site

MOST_READS = 3


class _Run:
    """What one run of Pelican needs from its start to its end."""

    def __init__(self, pelican: Pelican, started: float, look: unchanged.Look) -> None:
        self.started = started
        settings = pelican.settings
        self.output = Path(settings["OUTPUT_PATH"])
        self.content = Path(pelican.path)
        self.settings = unchanged.plain(settings)
        self.unchanged = unchanged.kept(self.output)
        with suppress(NotADirectoryError):  # nothing can be kept
            self.unchanged.unlink(missing_ok=True)
        theme = Path(settings["THEME"])
        folders = frozenset(self.content / name for name in FOLDERS)
        roots = (self.content, theme, unchanged.PACKAGE)
        self.stamps = dict(unchanged.stamps(roots, look.at, without=folders))
        libraries = unchanged.libraries()
        self.stamps[str(libraries)] = unchanged.stamp_of(libraries.stat())
        self.stage = staging.open_stage(self.output)
        atexit.register(staging.drop_stage, self.stage)  # whatever happens, nothing half is left
        self.complaints = _Complaints()
        logging.getLogger("pelican").addHandler(self.complaints)
        place = Place(self.content, Path(settings["THEME"]), self.stage, self.output)
        processes = settings.get("PROCESSES") or os.cpu_count() or 1
        self.told = self.began = 0.0  # when, since the start
        self.renewal = Renewal(place, _site(settings), processes, look, self.tell)
        self.prose: Prose | None = Prose()  # None where it stays as it is
        self.laps: dict[str, float] = {}  # seconds of each stage

    @property
    def edition(self) -> Edition:
        return self.renewal.edition

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self.started

    def lap(self, name: str) -> None:
        """Notes how long it is since the last stage ended."""
        self.laps[name] = self.seconds - sum(self.laps.values())

    def tell(self, done: int, of: int, what: str) -> None:
        """Says on a terminal how far a long stage is, now and then."""
        if done == 1:
            self.began = self.told = self.seconds
        if console.is_terminal and self.seconds - self.told > QUIET_SECONDS:
            self.told = self.seconds
            console.print(progress(done, of, self.told - self.began, what))

    def stop(self, message: str) -> NoReturn:
        """Leaves the old site as it was."""
        self.renewal.stop()
        sys.stderr.write(f"{message.rstrip()}\n\nNothing was published: ")
        kept = f"{self.output.name}/ is as it was." if self.output.exists() else "there is no site."
        sys.stderr.write(f"{kept}\n")
        raise SystemExit(1)


class _Complaints(logging.Handler):
    """Whatever Pelican logs as an error and would pass over. `warned`: it has warned of something,
    which has to be said again the next time."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[str] = []
        self.warned = False

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.records.append(record.getMessage())
        self.warned = True


_runs: dict[int, _Run] = {}


def get_ready(settings: dict[str, Any], enough: Callable[[], bool]) -> None:
    """For a build with these settings, in the process that will do it (`rehearsal`)."""
    content, theme, output = (Path(settings[name]) for name in ("PATH", "THEME", "OUTPUT_PATH"))
    rehearse(content, theme, output, _site(settings), enough)


def begin(pelican: Pelican, started: float, look: unchanged.Look) -> None:
    """Reads and proves what has changed, and begins to make what that touches.

    Pelican is handed the functions that do the rest. `started`: when, by the clock of performance.
    `look`: what has been asked of files already.
    """
    signals.get_generators.connect(_generators)
    signals.page_generator_finalized.connect(_give_views)
    signals.article_generator_finalized.connect(_give_views)
    signals.content_written.connect(pelican_prose.link)
    signals.finalized.connect(_end)
    memory.settle()
    run = _Run(pelican, started, look)
    _runs.clear()
    _runs[id(pelican.settings)] = run
    settings = pelican.settings
    compiled = {"bytecode_cache": KeptCode(run.renewal.compiled, "pelican")}
    settings["JINJA_ENVIRONMENT"] = {**settings["JINJA_ENVIRONMENT"], **JINJA, **compiled}
    settings["OUTPUT_PATH"] = pelican.output_path = str(run.stage)
    _read(run)
    run.lap("reading what has changed, and proving it")
    run.renewal.begin({PROSE: pelican_prose.sum_of_files(run.content, settings, run.settings)})
    if run.renewal.stays(PROSE):
        settings["PAGE_PATHS"] = settings["ARTICLE_PATHS"] = []
        run.prose = None
    run.lap("finding out what that touches")


def _read(run: _Run) -> None:
    """Again, where a file was changed while it was read."""
    for _ in range(MOST_READS):
        if run.renewal.read():
            return
        diagnostics = run.renewal.mistakes
        if not len(diagnostics):
            checking.read(run.content, diagnostics)
        if diagnostics.errors:
            run.stop(as_text(diagnostics))
        run.renewal.look_again()
    run.stop("Files are changed all the time while they are read: build again.")


def _give_views(generator: PagesGenerator | ArticlesGenerator) -> None:
    run = _current()
    if run.prose is None:
        return
    try:
        try:
            run.prose.give_views(generator, run.edition, run.content)
        except DamagedError:
            run.renewal.start_anew()
            run.prose.give_views(generator, run.edition, run.content)
    except pelican_prose.RefusedError as refused:
        run.stop(str(refused))


def _generators(_: Pelican) -> type[DigestGenerator]:
    return DigestGenerator


class DigestGenerator:
    """Writes every page, feed and file that is made from records."""

    def __init__(self, **_: object) -> None:
        """What it needs is in the run; Pelican's arguments name the same folders."""

    def generate_output(self, _: object) -> None:
        """Makes it, or waits for those who do."""
        run = _current()
        prose = run.prose.paths if run.prose else set()
        for path in sorted(prose & run.renewal.make()):
            _address_taken(run, path)
        run.lap("making the pages and proving what they print")


def _address_taken(run: _Run, path: str) -> NoReturn:
    run.stop(f"Two pages want the address {path}: a Markdown page has to give way.")


def _end(pelican: Pelican) -> None:
    run = _current()
    if run.complaints.records:
        run.stop("Pelican could not build everything:\n  " + "\n  ".join(run.complaints.records))
    if run.prose and not run.complaints.warned:
        run.renewal.take_in(PROSE, run.prose.paths, run.prose.seen)
    run.lap("prose")
    try:
        tally = run.renewal.finish()
    except AddressTakenError as taken:
        _address_taken(run, str(taken))
    except DamagedError:
        run.renewal.forget()
        run.stop("What was kept of the last build is damaged, and forgotten now. Build again.")
    except staging.OvertakenError:
        run.stop("Another build has put a site in place since this one began. Build again.")
    except BrokenError as broken:
        said = "What was about to be published is not what the sources say:\n  "
        run.stop(said + str(broken).replace("\n", "\n  "))
    run.lap("the last look, and putting the site in its place")
    logging.getLogger("pelican").removeHandler(run.complaints)
    pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(run.output)
    warnings = Diagnostics()
    warnings.extend(run.renewal.warnings)
    counts = summary(run.edition.everything, run.edition.evidence, tally.pages, tally.feeds)
    later = before_publishing(run.edition.site.url, run.edition.site.repository)
    err = f"{as_text(warnings)}\n" if len(warnings) else ""
    sys.stderr.write(err)
    sys.stdout.write(counts + SECONDS.format(seconds=run.seconds))
    if pelican.settings.get("TIMINGS"):
        sys.stdout.write(timings(run.laps))
    sys.stdout.write(later)
    outcome = unchanged.Outcome(f"{counts}{SECONDS}{later}", err)
    if not run.complaints.warned:
        content = str(run.content)
        known = [("", run.stamps), *((content, stamps) for stamps in run.renewal.stamps)]
        build = unchanged.Build(run.output, run.settings, pelican_start.words())
        unchanged.remember(run.unchanged, build, known, outcome)
    memory.leave_whole(run)
    sys.stdout.flush()  # on a terminal it goes through the console, which now falls silent:
    console.quiet = True  # Pelican's last line counts articles, of which there may be none


def _current() -> _Run:
    return next(iter(_runs.values()))


def _site(settings: dict[str, Any]) -> Site:
    return Site(
        name=settings["SITENAME"],
        url=settings["SITEURL"].rstrip("/"),
        description=settings["SITEDESCRIPTION"],
        repository=settings["REPOSITORY_URL"].rstrip("/"),
        branch=settings["REPOSITORY_BRANCH"],
        policy=settings["CONTENT_SECURITY_POLICY"],
    )
