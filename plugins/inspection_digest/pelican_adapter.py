"""The door from Pelican, where there is something to do.

Pelican goes on where it should stop: a plugin that cannot register, a page that cannot be read, a
template that fails are logged and the exit code is 0. Here every such record is counted, the site
is built aside, and it takes the old one's place only when nothing was wrong.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.log import console
from pelican.settings import DEFAULT_CONFIG

from inspection_digest import pelican_prose, pelican_start, unchanged
from inspection_digest.building import Building, Order, processes_of
from inspection_digest.outputs.environment import JINJA
from inspection_digest.pelican_prose import PROSE, Prose
from inspection_digest.reading.files import FOLDERS
from inspection_digest.rehearsal import rehearse
from inspection_digest.shelf.store import DamagedError
from inspection_digest.views.chrome import Site


class _Run:
    """What one run of Pelican needs from its start to its end."""

    def __init__(self, pelican: Pelican, started: float, look: unchanged.Look) -> None:
        self.complaints = _Complaints()
        logging.getLogger("pelican").addHandler(self.complaints)
        show = console.print if console.is_terminal else None
        self.building = Building(_order(pelican), started, look, show)
        self.prose: Prose | None = Prose()  # None where it stays as it is


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


PLAIN_NAME = re.compile(r"[\w-]+")  # of a folder in the content folder
PLAIN: dict[str, Any] = {
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": DEFAULT_CONFIG["THEME_STATIC_PATHS"],
    "THEME_TEMPLATES_OVERRIDES": [],
    "DIRECT_TEMPLATES": [],
    "TEMPLATE_PAGES": {},
}

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
    run = _Run(pelican, started, look)
    building, settings = run.building, pelican.settings
    _runs.clear()
    _runs[id(settings)] = run
    settings["JINJA_ENVIRONMENT"] = {**settings["JINJA_ENVIRONMENT"], **JINJA}
    settings["OUTPUT_PATH"] = pelican.output_path = str(building.stage)
    settings["READERS"] = {**settings["READERS"], **pelican_prose.NO_READERS}
    order = building.order
    try:
        prose = pelican_prose.sum_of_files(order.content, settings, order.settings)
    except pelican_prose.RefusedError as refused:
        building.stop(str(refused))
    building.read()
    building.begin({PROSE: prose})
    if building.renewal.stays(PROSE):
        settings["PAGE_PATHS"] = settings["ARTICLE_PATHS"] = []
        run.prose = None


def _give_views(generator: PagesGenerator | ArticlesGenerator) -> None:
    run = _current()
    if run.prose is None:
        return
    building = run.building
    try:
        try:
            run.prose.give_views(generator, building.edition, building.order.content)
        except DamagedError:
            building.renewal.start_anew()
            run.prose.give_views(generator, building.edition, building.order.content)
    except pelican_prose.RefusedError as refused:
        building.stop(str(refused))


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
        for path in sorted(prose & run.building.make()):
            run.building.address_taken(path)


def _end(pelican: Pelican) -> None:
    run = _current()
    building, complaints = run.building, run.complaints
    if complaints.records:
        said = "\n  ".join(complaints.records)
        building.stop(f"Pelican could not build everything:\n  {said}")
    if run.prose and not complaints.warned:
        building.renewal.take_in(PROSE, run.prose.paths, run.prose.seen)
    building.lap("prose")
    building.finish(remember=not complaints.warned)
    logging.getLogger("pelican").removeHandler(complaints)
    pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(building.order.output)
    sys.stdout.flush()  # on a terminal it goes through the console, which now falls silent:
    console.quiet = True  # Pelican's last line counts articles, of which there may be none


def _current() -> _Run:
    return next(iter(_runs.values()))


def _order(pelican: Pelican) -> Order:
    settings = pelican.settings
    return Order(
        content=Path(pelican.path),
        theme=Path(settings["THEME"]),
        output=Path(settings["OUTPUT_PATH"]),
        site=_site(settings),
        settings=unchanged.plain(settings),
        words=pelican_start.words(),
        processes=processes_of(settings),
        timings=bool(settings.get("TIMINGS")),
        is_plain=_is_plain(settings),
    )


def _is_plain(settings: dict[str, Any]) -> bool:
    """Whether all that Pelican itself does is to print prose and to copy the theme's files: none of
    it is made from records, and nothing that it is made from lies elsewhere."""
    prose = {*settings["PAGE_PATHS"], *settings["ARTICLE_PATHS"]}
    plugins = [getattr(plugin, "__name__", plugin) for plugin in settings["PLUGINS"]]
    return (
        plugins == ["inspection_digest"]
        and all(PLAIN_NAME.fullmatch(name) and name not in FOLDERS for name in prose)
        and all(settings[name] == value for name, value in PLAIN.items())
    )


def _site(settings: dict[str, Any]) -> Site:
    return Site(
        name=settings["SITENAME"],
        url=settings["SITEURL"].rstrip("/"),
        description=settings["SITEDESCRIPTION"],
        repository=settings["REPOSITORY_URL"].rstrip("/"),
        branch=settings["REPOSITORY_BRANCH"],
        policy=settings["CONTENT_SECURITY_POLICY"],
    )
