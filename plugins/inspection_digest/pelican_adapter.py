"""The door from Pelican: the only place that imports it.

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
from pathlib import Path
from typing import Any, NoReturn

from pelican import Pelican, signals
from pelican.contents import Article, Page
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.log import console

from inspection_digest import build, staging
from inspection_digest.composing import prose_pages, urls
from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.keeping import kept_for
from inspection_digest.outputs.page import JINJA, Templates
from inspection_digest.parts import parts
from inspection_digest.readback.prove_published import Broken, Readback
from inspection_digest.reading.fields import INTRASITE, SLUG
from inspection_digest.reporting.progress import QUIET_SECONDS, progress, timings
from inspection_digest.reporting.summary import before_publishing, summary
from inspection_digest.reporting.text import as_text
from inspection_digest.views.chrome import Site
from inspection_digest.workers import AddressTakenError, Workshop, read_back


class _Run:
    """What one run of Pelican needs from its start to its end."""

    def __init__(self, pelican: Pelican) -> None:
        self.started = time.perf_counter()
        self.output = Path(pelican.settings["OUTPUT_PATH"])
        self.content = Path(pelican.path)
        self.stage = staging.open_stage(self.output)
        atexit.register(staging.drop_stage, self.stage)  # whatever happens, nothing half is left
        self.complaints = _Complaints()
        logging.getLogger("pelican").addHandler(self.complaints)
        self.edition: Edition | None = None
        self.workshop: Workshop | None = None
        self.readback: Readback | None = None
        self.broken: list[Broken] = []
        self.paths: set[str] = set()  # written so far
        self.prose: set[str] = set()  # the files of Markdown pages
        self.warnings = ""
        self.laps: dict[str, float] = {}  # seconds of each stage

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self.started

    def lap(self, name: str) -> None:
        """Notes how long it is since the last stage ended."""
        self.laps[name] = self.seconds - sum(self.laps.values())

    def stop(self, message: str) -> NoReturn:
        """Leaves the old site as it was."""
        if self.workshop is not None:
            self.workshop.stop()
        sys.stderr.write(f"{message.rstrip()}\n\nNothing was published: ")
        kept = f"{self.output.name}/ is as it was." if self.output.exists() else "there is no site."
        sys.stderr.write(f"{kept}\n")
        raise SystemExit(1)


class _Complaints(logging.Handler):
    """Whatever Pelican logs as an error and would pass over."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record.getMessage())


_runs: dict[int, _Run] = {}


def connect() -> None:
    """Hands Pelican the functions below; called by the plugin's `register`."""
    signals.initialized.connect(_begin)
    signals.get_generators.connect(_generators)
    signals.page_generator_finalized.connect(_give_pages_views)
    signals.article_generator_finalized.connect(_give_articles_views)
    signals.finalized.connect(_end)


def _begin(pelican: Pelican) -> None:
    run = _Run(pelican)
    _runs.clear()
    _runs[id(pelican.settings)] = run
    settings = pelican.settings
    settings["JINJA_ENVIRONMENT"] = {**settings["JINJA_ENVIRONMENT"], **JINJA}
    settings["OUTPUT_PATH"] = pelican.output_path = str(run.stage)
    diagnostics = Diagnostics()
    content = Path(pelican.path)
    library, evidence = build.read(content, diagnostics, kept_for(content, build.PROOFS))
    if diagnostics.errors:
        run.stop(as_text(diagnostics))
    run.warnings = as_text(diagnostics.warnings)
    run.edition = Edition(_site(settings), library, evidence)
    run.lap("reading the content and proving it")
    run.readback = Readback(library, evidence)
    run.workshop = Workshop(
        tuple(parts(run.edition)),
        Templates(Path(settings["THEME"])),
        run.stage,
        run.readback,
        settings.get("PROCESSES") or os.cpu_count() or 1,
    )


def _generators(_: Pelican) -> type[DigestGenerator]:
    return DigestGenerator


class DigestGenerator:
    """Writes every page, feed and file that is made from records."""

    def __init__(self, **_: object) -> None:
        """What it needs is in the run; Pelican's arguments name the same folders."""

    def generate_output(self, _: object) -> None:
        """Collects what the workshop has made, or makes it now."""
        run = _current()
        assert run.workshop is not None  # noqa: S101 - _begin has set it or stopped
        begun = told = run.seconds
        try:
            for done, written in enumerate(run.workshop.finished(), 1):
                run.paths.update(written.paths)
                run.broken.extend(written.broken)
                if console.is_terminal and run.seconds - told > QUIET_SECONDS:
                    told = run.seconds
                    console.print(progress(done, len(run.workshop), told - begun))
        except AddressTakenError as taken:
            _address_taken(run, str(taken))
        for path in sorted(run.prose & run.paths):
            _address_taken(run, path)
        run.lap("making the pages and proving what they print")


def _address_taken(run: _Run, path: str) -> NoReturn:
    run.stop(f"Two pages want the address {path}: a Markdown page has to give way.")


def _give_pages_views(generator: PagesGenerator) -> None:
    run = _current()
    for page in [*generator.pages, *generator.hidden_pages]:
        _give_view(run, page, urls.prose)


def _give_articles_views(generator: ArticlesGenerator) -> None:
    run = _current()
    for article in generator.articles:
        _give_view(run, article, urls.article)


def _give_view(run: _Run, page: Page | Article, address_of: urls.Linker) -> None:
    """A Markdown page prints from a view like every other page."""
    assert run.edition is not None  # noqa: S101 - _begin has set it or stopped
    name = Path(page.source_path).name
    text = Path(page.source_path).read_text(encoding="utf-8")
    if not SLUG.fullmatch(page.slug):
        run.stop(f"{name}: “{page.slug}” cannot be an address; use small letters and hyphens.")
    address = address_of(page.slug)
    if page.save_as != urls.file_of(address):
        run.stop(f"{name}: remove Save_as and Url; its address is made from its Slug.")
    if INTRASITE.search(text):
        run.stop(
            f"{name}: links like {{attach}} and {{static}} are not followed here; remove them."
        )
    run.prose.add(page.save_as)
    page.view = prose_pages.prose_page(
        run.edition,
        address=address,
        title=str(page.metadata["title"]),
        summary=str(page.metadata.get("description", "")) or str(page.metadata["title"]),
        html=page.content,
        file=_in_repository(run, page),
        kind="article" if isinstance(page, Article) else "website",
    )


def _in_repository(run: _Run, page: Page | Article) -> str:
    """The Markdown file as the repository names it: `content/pages/about.md`."""
    return (Path(run.content.name) / Path(page.source_path).relative_to(run.content)).as_posix()


def _end(pelican: Pelican) -> None:
    run = _current()
    assert run.edition is not None  # noqa: S101 - _begin has set it or stopped
    assert run.readback is not None  # noqa: S101 - the same
    if run.complaints.records:
        run.stop("Pelican could not build everything:\n  " + "\n  ".join(run.complaints.records))
    files = sorted(
        path.relative_to(run.stage).as_posix() for path in run.stage.rglob("*") if path.is_file()
    )
    for path, text in build.publish_index(run.edition, files):
        (run.stage / path).write_text(text, encoding="utf-8", newline="\n")
    broken = [
        *run.broken,
        *read_back(run.stage, sorted(set(files) - run.paths), run.readback),
        *run.readback.unwritten(files),
    ]
    if broken:
        run.stop(
            "What was about to be published is not what the sources say:\n  "
            + "\n  ".join(sorted(str(item) for item in broken))
        )
    logging.getLogger("pelican").removeHandler(run.complaints)
    run.lap("prose, sitemap and the last look")
    staging.close_stage(run.stage, run.output)
    run.lap("putting the site in its place")
    pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(run.output)
    if run.warnings:
        sys.stderr.write(f"{run.warnings}\n")
    sys.stdout.write(summary(run.edition.everything, run.edition.evidence, files, run.seconds))
    if pelican.settings.get("TIMINGS"):
        sys.stdout.write(timings(run.laps))
    sys.stdout.write(before_publishing(run.edition.site.url, run.edition.site.repository))
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
