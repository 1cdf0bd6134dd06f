"""Whatever has changed, and whatever is left of the last build: the next one makes the same bytes
as a clean one in a single process."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.small_project import files_in
from tests.small_site import FRAMEWORK, SITE

from inspection_digest import keeping, renewal, state
from inspection_digest.ledger import Tally
from inspection_digest.making import Place
from inspection_digest.outputs import environment
from inspection_digest.outputs.page import TEMPLATES
from inspection_digest.part import Part
from inspection_digest.rehearsal import rehearse
from inspection_digest.renewal import BrokenError, Renewal
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
LIST_OF_REPORTS = re.compile(r"the-gap/.+/index.html|frameworks/.+/.+/index.html")
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

    @property
    def path(self) -> str:
        return f"digests/p{self.provider}/{self.year}.yaml"

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
        if self.summary:
            lines.insert(1, f"summary: {self.summary}")
        if self.contrast:
            lines += ["contrasts:", "  one:", "    title: Both of them", "    said: said"]
            lines += ["    found: [found]", "    relation: qualifies", "    because: It is so."]
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


def changed(content: Content, draw: st.DataObject) -> Content:
    """One change, of any kind."""
    reports = content.reports
    at = draw.draw(st.integers(0, len(reports) - 1))
    one = reports[at]

    def with_one(**change: Any) -> Content:
        return replace(content, reports=(*reports[:at], replace(one, **change), *reports[at + 1 :]))

    def with_one_more() -> Content:
        taken = {report.path for report in reports}
        more = replace(one, year=draw.draw(st.integers(2030, 2038)), previous="")
        return content if more.path in taken else replace(content, reports=(*reports, more))

    def with_one_less() -> Content:
        left = (*reports[:at], *reports[at + 1 :])
        name = f"p{one.provider}/{one.year}"
        named = any(report.previous == name for report in left)
        return content if not left or named else replace(content, reports=left)

    def with_a_source_grown() -> Content:
        place = draw.draw(st.integers(0, 2))
        grown = [more + (number == place) for number, more in enumerate(content.sources)]
        return replace(content, sources=tuple(grown))

    def after_another() -> Content:
        others = [other for other in reports if other.provider != one.provider]
        if not others:
            return content
        other = draw.draw(st.sampled_from(others))
        return with_one(previous=f"p{other.provider}/{other.year}")

    def with_a_template_changed(*names: str) -> Content:
        words = {**dict(content.templates), draw.draw(st.sampled_from(names)): word}
        return replace(content, templates=tuple(sorted(words.items())))

    def with_another_base() -> Content:
        page = draw.draw(st.sampled_from(PAGES))
        bases = {**dict(content.bases), page: draw.draw(st.sampled_from(["", *BASES]))}
        return replace(content, bases=tuple(sorted(bases.items())))

    word = draw.draw(st.sampled_from(["one", "two", "three"]))
    changes: dict[str, Callable[[], Content]] = {
        "summary": lambda: with_one(summary=f"It is *{word}*."),
        "grade": lambda: with_one(grade=(one.grade + 1) % 4),
        "quote": lambda: with_one(quote=1 + one.quote % 3),
        "source": lambda: with_one(source=(one.source + 1) % 3),
        "contrast": lambda: with_one(contrast=not one.contrast),
        "withdrawn": lambda: with_one(withdrawn=not one.withdrawn),
        "correction": lambda: with_one(correction=not one.correction),
        "mistake": lambda: with_one(mistake=not one.mistake),
        "previous": after_another,
        "added": with_one_more,
        "removed": with_one_less,
        "renamed": lambda: replace(content, names=(f"The {word}", *content.names[1:])),
        "text": with_a_source_grown,
        "spare": lambda: replace(content, spare=not content.spare),
        "framework": lambda: replace(content, missing=f"Number {word}."),
        "template of a page": lambda: with_a_template_changed(*PAGES),
        "template of many": lambda: with_a_template_changed(*SHARED),
        "base": lambda: with_a_template_changed(*BASES),
        "base of a page": with_another_base,
        "prose": lambda: replace(content, prose=f"Who we are: {word}."),
        "settings": lambda: replace(content, site=structs.replace(SITE, name=f"Digest {word}")),
        "nothing": lambda: content,
    }
    return changes[draw.draw(st.sampled_from(sorted(changes)))]()


# -- what can befall what is kept ------------------------------------------------------------------


def left_alone(_: Path, __: st.DataObject) -> None:
    """Most often nothing does."""


def cut(path: Path, draw: st.DataObject) -> None:
    body = path.read_bytes()
    path.write_bytes(body[: draw.draw(st.integers(0, len(body)))])


def flipped(path: Path, draw: st.DataObject) -> None:
    body = bytearray(path.read_bytes())
    if body:
        body[draw.draw(st.integers(0, len(body) - 1))] ^= 1 << draw.draw(st.integers(0, 7))
    path.write_bytes(bytes(body))


def deleted(path: Path, _: st.DataObject) -> None:
    path.unlink()


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


# RENEWALS=200 python -m pytest tests/test_renewal.py tries more of them.
@settings(
    max_examples=int(os.environ.get("RENEWALS", "6")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_any_changes_one_after_the_other_give_what_a_clean_build_gives(
    draw: st.DataObject,
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, content = Folder(Path(name)), START
        folder.write(content)
        assert folder.build(content.site)
        for _ in range(draw.draw(st.integers(2, 7))):
            for _ in range(draw.draw(st.integers(1, 2))):
                content = changed(content, draw)
            folder.write(content)
            for path in folder.kept():
                befalls = st.sampled_from([*[left_alone] * 9, cut, flipped, deleted])
                draw.draw(befalls)(path, draw)
            before = folder.files()
            if folder.build(content.site):
                assert folder.files() == clean(content)
            else:  # a mistake: nothing is published, and nothing is forgotten
                assert any(report.mistake for report in content.reports)
                assert folder.files() == before


@pytest.fixture
def built(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.write(START)
    assert folder.build(SITE)
    return folder


def test_what_a_change_does_not_touch_is_not_written_again(built: Folder) -> None:
    before = {path: (built.output / path).stat() for path in built.files()}
    first, *others = START.reports
    built.write(replace(START, reports=(replace(first, summary="Another one."), *others)))
    assert built.build(SITE)
    touched = {
        path
        for path, stat in before.items()
        if (built.output / path).stat().st_mtime_ns != stat.st_mtime_ns
    }
    assert touched == {
        "digests/p0/2031/index.html",
        "digests/p0/2031/one/index.html",  # the lines that its links to the file lead to
        "data/sources/s0.json",
        "data/sources/s1.json",
    }


def test_a_page_s_own_template_makes_only_the_pages_printed_from_it(built: Folder) -> None:
    content = START
    for name in ("digest.html", "contrast.html", "source.html", "provider.html", "contrasts.html"):
        content = replace(content, templates=(*content.templates, (name, name)))
        built.write(content)
        made = built.make(SITE)
        saying = f"<!-- {name} -->".encode()
        assert made
        assert made == {path for path, body in built.files().items() if saying in body}
    assert built.files() == clean(content)


def with_base(name: str, *, beside: tuple[tuple[str, str], ...] = ()) -> Content:
    return replace(START, templates=tuple(sorted((("base.html", name), *beside))))


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The kinds of pages that have been composed since the test began."""
    kinds: set[str] = set()
    views = Part.views

    def noted(part: Part) -> Iterator[tuple[str, Any]]:
        for address, view in views(part):
            kinds.add(TEMPLATES[type(view)])
            yield address, view

    monkeypatch.setattr(Part, "views", noted)
    return kinds


def test_a_changed_base_is_printed_around_pages_that_nobody_composes_again(
    built: Folder, composed: set[str]
) -> None:
    pages = {path for path in built.files() if path.endswith(".html")} - {"prose.html"}
    for name in ("one", "two"):
        built.write(with_base(name))
        assert built.make(SITE) == pages
        assert composed == set()
        assert built.files() == clean(with_base(name))
        composed.clear()


def test_a_changed_base_is_printed_around_what_another_template_has_made_meanwhile(
    built: Folder, composed: set[str]
) -> None:
    content = replace(START, templates=(("digest.html", "one"), ("home.html", "one")))
    built.write(content)
    assert built.build(SITE)
    assert composed == {"digest.html", "home.html"}
    composed.clear()
    content = with_base("one", beside=content.templates)
    built.write(content)
    assert built.build(SITE)
    assert composed == set()
    assert built.files() == clean(content)


def test_a_page_whose_own_template_has_changed_with_the_base_is_composed(
    built: Folder, composed: set[str]
) -> None:
    content = with_base("one", beside=(("contrast.html", "one"),))
    built.write(content)
    assert built.build(SITE)
    assert {"contrast.html", "digest.html"} <= composed
    assert composed.isdisjoint({"home.html", "source.html", "grades.html"})
    assert built.files() == clean(content)


@pytest.mark.parametrize("befalls", ["cut", "deleted"])
def test_without_what_was_kept_of_pages_they_are_composed_again(
    befalls: str, built: Folder, composed: set[str]
) -> None:
    [kept] = [path for path in built.kept() if path.name == "reprints.db"]
    if befalls == "deleted":
        kept.unlink()
    else:
        kept.write_bytes(kept.read_bytes()[:3000])
    built.write(with_base("one"))
    assert built.build(SITE)
    assert {"home.html", "digest.html"} <= composed
    assert built.files() == clean(with_base("one"))
    composed.clear()
    built.write(with_base("two"))
    assert built.build(SITE)
    assert composed == set()
    assert built.files() == clean(with_base("two"))


def test_a_page_that_is_not_as_it_was_published_is_composed_again(
    built: Folder, composed: set[str]
) -> None:
    spoilt = built.output / "digests/p0/2031/index.html"
    spoilt.write_bytes(spoilt.read_bytes().replace(b"outstanding in every way", b"bad"))
    (built.output / "providers/p1/index.html").unlink()
    built.write(with_base("one"))
    assert built.build(SITE)
    assert composed == {"digest.html", "contrast.html", "provider.html"}
    assert built.files() == clean(with_base("one"))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('<main id="main"', '<!-- <main id="main"', "it is not printed there"),
        ('<main id="main"', '<template><main id="main"', "it is not printed there"),
        ("{{ chrome.data }}", "{{ chrome.data }} and more", "it cannot be read"),
        ("</footer>", '<p data-quote="p0/2031#x">New.</p></footer>', "there is no such quotation"),
    ],
)
def test_a_base_that_changes_what_pages_say_is_refused_by_the_words_it_changes(
    built: Folder, old: str, new: str, says: str
) -> None:
    before = built.files()
    base = built.root / "theme/templates/base.html"
    text = base.read_text("utf-8")
    assert old in text
    base.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenError, match=rf"p0/2031/one/index\.html: .*: {says}"):
        built.build(SITE)
    assert built.files() == before
    base.write_text(text, encoding="utf-8")
    assert built.make(SITE) == set()


def test_a_page_that_has_left_its_base_has_nothing_more_to_do_with_it(
    built: Folder, composed: set[str]
) -> None:
    content = replace(
        START, bases=(("404.html", ""), ("digest.html", ""), ("home.html", "other.html"))
    )
    built.write(content)
    assert built.build(SITE)
    assert composed == {"404.html", "digest.html", "home.html"}
    content = replace(content, templates=(("base.html", "one"),))
    built.write(content)
    assert built.build(SITE)
    assert built.files() == clean(content)
    content = replace(content, bases=(("404.html", ""), ("home.html", "")), templates=())
    built.write(content)
    assert built.build(SITE)
    assert built.files() == clean(content)
    (built.root / "theme/templates/other.html").write_text("{% no such thing %}")
    assert built.build(SITE)
    assert built.files() == clean(content)


def test_a_base_that_a_page_has_come_to_extend_is_one_that_it_is_made_from(
    built: Folder, composed: set[str]
) -> None:
    theme = built.root / "theme/templates"
    other = theme / "other.html"
    other.write_text((theme / "base.html").read_text("utf-8"), encoding="utf-8")
    home = theme / "home.html"
    home.write_text(home.read_text("utf-8").replace("base.html", "other.html"), encoding="utf-8")
    assert built.build(SITE)
    before = built.files()
    assert composed == {"home.html"}
    other.write_text(other.read_text("utf-8") + "<!-- other -->", encoding="utf-8")
    assert built.build(SITE)
    assert composed == {"home.html"}
    now = built.files()
    assert [path for path in now if now[path] != before[path]] == ["index.html"]
    assert now["index.html"] == before["index.html"] + b"<!-- other -->"


def test_a_new_grade_makes_only_the_lists_of_reports_that_say_something_of_it(
    built: Folder,
) -> None:
    before = built.files()
    first, *others = START.reports
    content = replace(START, reports=(replace(first, grade=3), *others))
    built.write(content)
    made = built.make(SITE)
    assert made
    now = built.files()
    lists = {path for path in now if LIST_OF_REPORTS.match(path)}
    changed_ = {path for path in lists if now[path] != before.get(path)}
    assert len(lists) > len(changed_) > 0
    assert made & lists == changed_
    assert now == clean(content)


def test_a_new_grade_leaves_pages_that_list_answers_as_they_are_unless_it_was_answered(
    built: Folder,
) -> None:
    first, *others = START.reports
    assert not any(report.correction for report in START.reports)
    made = []
    for report in (
        replace(first, grade=3),
        replace(first, grade=3, correction=True),
        replace(first, grade=1, correction=True),
        replace(first, grade=1, correction=True, summary="Another one."),
    ):
        content = replace(START, reports=(report, *others))
        built.write(content)
        made.append(built.make(SITE) or set())
        assert built.files() == clean(content)
    assert ["prose.html" in paths for paths in made] == [False, True, True, False]


def test_reports_that_name_each_other_as_the_one_before_are_built(built: Folder) -> None:
    content = replace(
        START,
        reports=(Report(0, 2033, previous="p1/2032"), Report(1, 2032, previous="p0/2033")),
    )
    built.write(content)
    assert built.build(SITE)
    assert built.files() == clean(content)


def test_where_more_than_a_template_has_changed_all_is_made_again(built: Folder) -> None:
    first, *others = START.reports
    changed_ = replace(first, summary="Another one.")
    content = replace(START, reports=(changed_, *others), templates=(("provider.html", "one"),))
    built.write(content)
    made = built.make(SITE)
    assert made
    assert {"digests/p0/2031/index.html", "providers/p1/index.html"} <= made
    assert "digests/p1/2032/index.html" not in made
    assert built.files() == clean(content)


def test_a_build_of_another_program_is_not_believed(
    built: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    pointer = keeping.kept_for(built.output, "state")
    before = pointer.read_bytes()
    for module in (renewal, state):
        monkeypatch.setattr(module, "program", lambda: b"another program.")
    assert built.build(SITE)
    assert pointer.read_bytes() != before
    assert built.files() == clean(START)


def test_a_site_that_was_put_there_by_others_is_not_believed(built: Folder) -> None:
    shutil.rmtree(built.output)
    built.output.mkdir()
    (built.output / "index.html").write_text("something else")
    assert built.build(SITE)
    assert built.files() == clean(START)


# -- killed ----------------------------------------------------------------------------------------

KILLED = """
import os, sys
from pathlib import Path
from tests.small_site import SITE
from tests.test_renewal import Folder

left = int(sys.argv[2])
real = os.replace, os.rename, os.unlink, os.mkdir, os.open

def dying(function):
    def call(*arguments, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), 9)
        return function(*arguments, **named)
    return call

os.replace, os.rename, os.unlink, os.mkdir = map(dying, real[:4])
Folder(Path(sys.argv[1])).build(SITE)
"""


def test_a_build_killed_at_any_moment_leaves_the_next_one_right(built: Folder) -> None:
    """At every step at which the disk changes, until it is not killed any more."""
    first, *others = START.reports
    content = replace(
        START,
        reports=(replace(first, year=2030, summary="Killed."), *others),
        templates=(("contrast.html", "killed"),),
    )
    right = clean(content)
    program = textwrap.dedent(KILLED)
    for step in (0, *(4**power for power in range(7))):
        built.write(START)
        assert built.build(SITE)
        built.write(content)
        done = subprocess.run(
            [sys.executable, "-c", program, str(built.root), str(step)],
            cwd=PROJECT,
            env={**os.environ, "PYTHONPATH": f"{PROJECT / 'plugins'}:{PROJECT}"},
            check=False,
            capture_output=True,
        )
        assert built.build(SITE)
        assert built.files() == right
        if done.returncode == 0:
            return
    raise AssertionError("it was always killed")


def test_what_was_in_the_way_for_a_moment_is_looked_for_again(built: Folder) -> None:
    """An editor has written a file aside and not renamed it yet."""
    aside = built.root / "content/digests/p0/2031.yaml.new"
    first, *others = START.reports
    content = replace(START, reports=(replace(first, summary="Another one."), *others))
    built.write(content)
    aside.write_text("half of i")
    stage = open_stage(built.output)
    place = Place(built.root / "content", built.root / "theme", stage, built.output)
    build = Renewal(place, SITE, 1, Look(time.time_ns()))
    assert not build.read()
    aside.unlink()
    build.look_again()
    assert build.read()
    shutil.rmtree(stage)


# -- rehearsed -------------------------------------------------------------------------------------


@pytest.fixture
def rehearses(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Rehearses a build, for this test alone, until after that many steps; returns how many."""
    for module in (state, environment):
        monkeypatch.setattr(module, "_ahead", {})

    def rehearsed(folder: Folder, most: int = 100) -> int:
        left = iter(range(most))
        content, theme = folder.root / "content", folder.root / "theme"
        rehearse(content, theme, folder.output, SITE, lambda: next(left, None) is None)
        return most - len(list(left))

    return rehearsed


def test_what_a_rehearsal_reads_is_at_hand(built: Folder, rehearses: Callable[..., int]) -> None:
    rehearses(built)
    for path in built.kept():
        if path.name.startswith("state-"):
            path.unlink()
    shutil.rmtree(keeping.kept_for(built.output, "templates"))
    content = replace(START, templates=(("source.html", "one"),))
    built.write(content)
    made = built.make(SITE)
    assert made
    assert all(path.startswith("sources/") for path in made)
    assert built.files() == clean(content)


def test_what_was_rehearsed_for_an_older_site_is_not_used(
    built: Folder, rehearses: Callable[..., int]
) -> None:
    first, *others = START.reports
    rehearses(built)
    for words in ("One.", "Two.", "Three."):
        content = replace(START, reports=(replace(first, summary=words), *others))
        built.write(content)
        assert built.build(SITE)
        assert built.files() == clean(content)
        if words == "Two.":
            rehearses(built)


def test_a_rehearsal_leaves_no_trace_and_ends_when_somebody_waits(
    built: Folder, rehearses: Callable[..., int]
) -> None:
    before, kept = files_in(built.root), [path.read_bytes() for path in built.kept()]
    assert [rehearses(built, most) for most in (0, 2)] == [0, 2]
    assert 3 < rehearses(built) < 100
    assert (files_in(built.root), [path.read_bytes() for path in built.kept()]) == (before, kept)


def test_where_there_is_no_site_nothing_is_rehearsed(
    built: Folder, rehearses: Callable[..., int]
) -> None:
    shutil.rmtree(keeping.kept_for(built.output, "state").parent)
    assert rehearses(built) == 1  # it has looked
