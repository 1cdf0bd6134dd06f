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
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.changing_site import (
    BASES,
    PAGES,
    PROJECT,
    SHARED,
    START,
    Content,
    Folder,
    built_in,
    clean,
)
from tests.small_project import files_in
from tests.small_site import SITE

from inspection_digest import keeping, renewal, state
from inspection_digest.composing import feed_order
from inspection_digest.making import Place
from inspection_digest.outputs import environment
from inspection_digest.rehearsal import rehearse
from inspection_digest.renewal import Renewal
from inspection_digest.staging import open_stage
from inspection_digest.unchanged import Look

LIST_OF_REPORTS = re.compile(r"the-gap/.+/index.html|frameworks/.+/.+/index.html")


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
        named = any(report.previous == one.id for report in left)
        return content if not left or named else replace(content, reports=left)

    def with_a_source_grown() -> Content:
        place = draw.draw(st.integers(0, 2))
        grown = [more + (number == place) for number, more in enumerate(content.sources)]
        return replace(content, sources=tuple(grown))

    def after_another() -> Content:
        others = [other for other in reports if other.provider != one.provider]
        earlier = [other for other in others if other.year <= one.year]
        # Later ones seldom: what is wrong stays so.
        chosen = [*earlier * 4, *others]
        return with_one(previous=draw.draw(st.sampled_from(chosen)).id) if chosen else content

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
        "title": lambda: with_one(title=f"It is {word}"),
        "more": lambda: with_one(more=not one.more),
        "grade": lambda: with_one(grade=(one.grade + 1) % 4),
        "quote": lambda: with_one(quote=1 + one.quote % 3),
        "source": lambda: with_one(source=(one.source + 1) % 3),
        "contrast": lambda: with_one(contrast=not one.contrast),
        "put on the site": lambda: with_one(added=draw.draw(st.sampled_from([0, 2039, 2040]))),
        "contrast added": lambda: with_one(contrast_added=draw.draw(st.sampled_from([0, 2041]))),
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


# RENEWALS=200 python -m pytest tests/test_renewal.py tries more of them.
@settings(
    max_examples=int(os.environ.get("RENEWALS", "6")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_any_changes_one_after_the_other_give_what_a_clean_build_gives(
    draw: st.DataObject,
) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(feed_order, "MOST_ENTRIES", 2)  # so that not everything stands in a feed
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
                assert folder.files() == clean.__wrapped__(content)
            else:  # a mistake: nothing is published, and nothing is forgotten
                assert content.is_wrong
                assert folder.files() == before


@pytest.fixture
def built(tmp_path: Path) -> Folder:
    return built_in(tmp_path)


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


LISTS_OF_GRADES = {
    "data/grades.csv",
    "grades/index.html",
    "the-gap/index.html",
    "the-gap/all/index.html",
    "frameworks/toy-0/all/index.html",
}


@pytest.mark.parametrize("change", [{"title": "All in all"}, {"more": True}, {"contrast": False}])
def test_what_lists_of_grades_do_not_print_leaves_them_as_they_are(
    change: dict[str, Any], built: Folder
) -> None:
    first, *others = START.reports
    content = replace(START, reports=(replace(first, **change), *others))
    built.write(content)
    made = built.make(SITE)
    assert made
    assert built.files().keys() > LISTS_OF_GRADES
    assert made.isdisjoint(LISTS_OF_GRADES)
    assert {"digests/p0/2031/index.html", "data/digests.json"} <= made
    assert built.files() == clean(content)


def test_a_report_that_another_is_said_to_follow_cannot_be_moved_behind_it(built: Folder) -> None:
    first, second, third, fourth = START.reports
    assert second.previous == third.id
    before = built.files()
    for wrong in (
        replace(START, reports=(first, second, replace(third, previous=second.id), fourth)),
        replace(START, reports=(first, replace(second, previous="p2/2034"), third, fourth)),
    ):
        built.write(wrong)
        assert not built.build(SITE)
        assert built.files() == before
    content = replace(START, reports=(first, second, replace(third, previous=first.id), fourth))
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


def test_what_is_damaged_and_not_read_stops_nobody(built: Folder) -> None:
    [records] = [path for path in built.kept() if path.name == "records.db"]
    records.write_bytes(b"X" + records.read_bytes()[1:])
    assert built.make(SITE) == set()
    first, *others = START.reports
    content = replace(START, reports=(replace(first, summary="Another one."), *others))
    built.write(content)
    assert built.build(SITE)
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
from tests.changing_site import Folder

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
    shutil.rmtree(keeping.templates())
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
