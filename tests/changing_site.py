"""A small site that can be changed in any way, and built again and again."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from tests.small_project import files_in
from tests.small_site import FRAMEWORK, SITE

from inspection_digest import keeping
from inspection_digest.ledger import Tally
from inspection_digest.making import Place
from inspection_digest.outputs.page import TEMPLATES
from inspection_digest.part import Part
from inspection_digest.renewal import Renewal
from inspection_digest.staging import open_stage
from inspection_digest.unchanged import Look
from inspection_digest.views.chrome import Site

PROJECT = Path(__file__).resolve().parent.parent
WORDS = (
    "Its leaders are outstanding in every way.",
    "The rails are worn out and nobody has counted them.",
    "Trains are late on most days of the week.",
    "It didn’t know how many passengers it carries.",
)
GRADES = ("Inadequate", "Requires improvement", "Good", "Outstanding")
PAGES = sorted(TEMPLATES.values())
BASES = ("base.html", "other.html")
SHARED = ("macros/quote.html", "macros/links.html")
EXTENDS = '{% extends "base.html" %}'
ITS_END = re.compile(r"</footer>|{% end(?:block|macro) %}\s*\Z")


# -- a site that can be changed in any way ---------------------------------------------------------


@dataclass(frozen=True)
class Report:
    """A digest, by what can be changed of it."""

    provider: int
    year: int
    summary: str = ""
    grade: int = 2
    quote: int = 1
    source: int = 0
    contrast: bool = True
    withdrawn: bool = False
    correction: bool = False
    previous: str = ""
    mistake: bool = False
    title: str = ""
    more: bool = False  # a quotation that no contrast shows
    added: int = 0  # the year in which feeds show it as new
    contrast_added: int = 0

    @property
    def id(self) -> str:
        return f"p{self.provider}/{self.year}"

    @property
    def path(self) -> str:
        return f"digests/{self.id}.yaml"

    def text(self, framework: int) -> str:
        lines = [
            f"framework: toy-{framework}",
            f"published: {self.year}-05",
            f"overall: {GRADES[self.grade]}",
            f'ratings: {{"1.1": Outstanding, "2.1": {GRADES[self.grade]}}}',
            f"sources: {{report: s{self.source}, other: s{(self.source + 1) % 3}}}",
            "quotes:",
            f"  said: {{source: report, standard: '1.1', text: {WORDS[0]}}}",
            f"  found: {{source: other, standard: '2.1', text: {WORDS[self.quote]}}}",
        ]
        if self.more:
            lines.append(f"  more: {{source: report, text: {WORDS[3]}}}")
        if self.title:
            lines.insert(1, f"title: {self.title}")
        if self.summary:
            lines.insert(1, f"summary: {self.summary}")
        if self.contrast:
            lines += ["contrasts:", "  one:", "    title: Both of them", "    said: said"]
            lines += ["    found: [found]", "    relation: qualifies", "    because: It is so."]
            lines += [f"    added: {self.contrast_added}"] if self.contrast_added else []
        if self.added:
            lines.append(f"added: {self.added}")
        if self.correction:
            lines += ["corrections:", "  - {date: 2039-01-02, what: It was wrong.}"]
        if self.withdrawn:
            lines += ["withdrawn: {date: 2039-02-01, because: It was not ours.}"]
        if self.previous:
            lines.append(f"previous: {self.previous}")
        if self.mistake:
            lines.append("nonsense: yes")
        return "\n".join([*lines, ""])


@dataclass(frozen=True)
class Content:
    """All that a site is made from. `sources`: how many sentences each has more. `templates`: what
    each that was changed says more. `bases`: what each page that has another extends; "" for
    nothing. `prose`: what others print, with the providers' names."""

    reports: tuple[Report, ...]
    names: tuple[str, ...] = ("Moor Line", "Marsh Line", "Mill Line")
    sources: tuple[int, ...] = (0, 0, 0)
    spare: bool = False
    missing: str = "How it is made."
    prose: str = "Who we are."
    templates: tuple[tuple[str, str], ...] = ()
    bases: tuple[tuple[str, str], ...] = ()
    site: Site = SITE

    @property
    def is_wrong(self) -> bool:
        """Whether there is a mistake in it."""
        by_id = {report.id: report for report in self.reports}
        befores = [(by_id.get(report.previous), report) for report in self.reports]
        return any(report.mistake for report in self.reports) or any(
            before.year > report.year
            or (before.year == report.year and before.previous == report.id)
            for before, report in befores
            if before and not before.withdrawn
        )

    def files(self) -> Iterator[tuple[str, str]]:
        yield (
            "providers.yaml",
            "".join(
                f"p{number}: {{name: {name}, kind: Toy railway}}\n"
                for number, name in enumerate(self.names)
            ),
        )
        for number in (0, 1):
            text = FRAMEWORK.replace("How the overall grade is made.", self.missing)
            yield f"frameworks/toy-{number}.yaml", text.replace("Toy railway", f"Toy {number}")
        extra = [(3, 1)] if self.spare else []
        for number, more in [*enumerate(self.sources), *extra]:
            yield (
                f"sources/s{number}/source.yaml",
                f"title: Report {number}\npublisher: Toys\nkind: report\nlicence: ogl-3\n",
            )
            lines = [*WORDS, *(f"More of it, number {each}." for each in range(more))]
            yield f"sources/s{number}/text.txt", "\n\n".join([*lines, ""])
        for report in self.reports:
            yield report.path, report.text(report.provider % 2)


# -- building --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Folder:
    """A site's folder, and where builds keep what they know."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    def write(self, content: Content) -> None:
        """Only files that differ are written, as a person edits them."""
        wanted = {self.root / "content" / path: text for path, text in content.files()}
        theme = self.root / "theme" / "templates"
        if not theme.exists():
            shutil.copytree(PROJECT / "theme" / "templates", theme)
        for name in (*PAGES, *SHARED, *BASES):
            text = (PROJECT / "theme" / "templates" / name.replace("other", "base")).read_text(
                "utf-8"
            )
            wanted[theme / name] = text.replace("<body>", f"<body><!-- {name} -->")
        for name, base in content.bases:
            extends = f'{{% extends "{base}" %}}' if base else ""
            assert EXTENDS in wanted[theme / name]
            wanted[theme / name] = wanted[theme / name].replace(EXTENDS, extends)
        wanted[self.root / "prose.txt"] = content.prose
        for name, more in content.templates:
            text = wanted[theme / name]
            wanted[theme / name], ends = ITS_END.subn(rf"<!-- {more} -->\g<0>", text)
            assert ends == 1
        for path in sorted((self.root / "content").rglob("*.*")):
            if path.is_file() and path not in wanted:
                path.unlink()
                if not any(path.parent.iterdir()):
                    path.parent.rmdir()
        for path, text in wanted.items():
            if not path.exists() or path.read_text("utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")

    def build(self, site: Site) -> bool:
        """Whether there is a new site."""
        return self.make(site) is not None

    def make(self, site: Site) -> set[str] | None:
        """Builds it; which of the files were made. None: something is wrong, there is no new
        site."""
        stage = open_stage(self.output)
        place = Place(self.root / "content", self.root / "theme", stage, self.output)
        build = Renewal(place, site, 1, Look(time.time_ns()))
        if not build.read():
            shutil.rmtree(stage)
            return None
        prose = (self.root / "prose.txt").read_text("utf-8")
        build.begin({"prose": prose.encode()})
        stays = build.stays("prose")
        if not stays:
            with build.edition.watch.looking() as seen:
                names = [item.record.name for item in build.edition.library.providers.values()]
                answered = [str(item.record.overall) for item in build.edition.everything.answered]
            text = f"{prose} {names} {answered}"
            (stage / "prose.html").write_text(text, encoding="utf-8")
        build.make()
        if not stays:
            build.take_in("prose", ["prose.html"], seen)
        made = set(files_in(stage))
        assert build.finish() == Tally.of(self.files())
        return made

    def files(self) -> dict[str, bytes]:
        return files_in(self.output)

    def kept(self) -> list[Path]:
        folder = keeping.kept_for(self.output, "state").parent
        return sorted(path for path in folder.glob("*") if path.is_file())


@lru_cache(maxsize=64)
def clean(content: Content) -> Mapping[str, bytes]:
    """What a build makes that knows of no other."""
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(Path(name))
        folder.write(content)
        assert folder.build(content.site)
        return folder.files()


START = Content(
    (
        Report(0, 2031),
        Report(0, 2033, previous="p1/2032"),
        Report(1, 2032, quote=2, source=1),
        Report(2, 2034, contrast=False),
    )
)


def graded(grade: int, content: Content = START) -> Content:
    """With another grade in a report by the framework of both reports on p0, which say how often
    each grade was given."""
    *others, last = content.reports
    return replace(content, reports=(*others, replace(last, grade=grade)))


def noting_views(monkeypatch: pytest.MonkeyPatch, name_of: Callable[[str, Any], str]) -> set[str]:
    """What pages that are composed from now on are called, by their address and view."""
    names: set[str] = set()
    views = Part.views

    def noted(part: Part, of: str = "") -> Iterator[tuple[str, Any]]:
        for address, view in views(part, of):
            names.add(name_of(address, view))
            yield address, view

    monkeypatch.setattr(Part, "views", noted)
    return names


def built_in(root: Path) -> Folder:
    """The site it starts with, built."""
    folder = Folder(root)
    folder.write(START)
    assert folder.build(START.site)
    return folder
