"""What is changed before a build is a change each time, and is undone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.corpus.content import write_content
from benchmarks.systems import (
    NAMES,
    PROJECT,
    System,
    add_digest,
    change_digest,
    change_page_template,
    change_template,
    change_title,
    equivalent,
    ours,
    start_afresh,
    undo_changes,
)
from inspection_digest.checking import read
from inspection_digest.diagnostics import Diagnostics


@pytest.fixture
def own(tmp_path: Path) -> System:
    write_content(tmp_path / "content", 4)
    return ours(tmp_path)


def _all(system: System) -> str:
    return "".join(
        file.read_text("utf-8") for file in (system.digest, system.template, system.page_template)
    )


def _markdown(own: System, tmp_path: Path) -> System:
    page = tmp_path / "page.md"
    page.write_text("---\ntitle: x\n---\nWords.\n")
    return System("hugo", [], tmp_path, own.output, page, own.template, own.page_template)


@pytest.mark.parametrize(
    "change", [change_digest, change_title, change_template, change_page_template]
)
@pytest.mark.parametrize("form", ["yaml", "md"])
def test_each_change_is_one_and_can_be_undone(
    own: System, tmp_path: Path, change: Callable[[System], None], form: str
) -> None:
    system = own if form == "yaml" else _markdown(own, tmp_path)
    seen = [_all(system)]
    for _ in range(3):
        change(system)
        assert _all(system) != seen[-1]
        seen.append(_all(system))
    assert len({len(text) for text in seen[1:]}) == 1  # it does not grow
    undo_changes(system)
    assert _all(system) == seen[0]


@pytest.mark.parametrize("name", NAMES)
def test_the_templates_of_every_system_can_be_changed(tmp_path: Path, name: str) -> None:
    site = Path(shutil.copytree(PROJECT / "benchmarks/equivalents" / name, tmp_path / name))
    digest = site / "content/digests/one" / "2031.md"
    digest.parent.mkdir(parents=True)
    for file in (digest, digest.parent.with_suffix(".md")):
        file.write_text("Words.\n")
    system = equivalent(name, tmp_path, [])
    before = _all(system)
    for change in (change_page_template, change_template):
        start = _all(system)
        change(system)
        assert _all(system) != start
    undo_changes(system)
    assert _all(system) == before


def test_a_digest_is_added_and_taken_away_by_turns(own: System, tmp_path: Path) -> None:
    def read_now() -> list[str]:
        diagnostics = Diagnostics()
        library, _ = read(tmp_path / "content", diagnostics)
        assert list(diagnostics) == []
        return [digest.id for digest in library.digests.values()]

    before = read_now()
    add_digest(own)
    assert len(read_now()) == len(before) + 1
    add_digest(own)
    assert read_now() == before
    add_digest(own)
    undo_changes(own)
    assert read_now() == before


def test_a_changed_digest_is_still_a_sound_one(own: System, tmp_path: Path) -> None:
    change_title(own)
    change_digest(own)
    diagnostics = Diagnostics()
    library, _ = read(tmp_path / "content", diagnostics)
    assert list(diagnostics) == []
    changed = [d for d in library.digests.values() if "for measuring" in str(d.record.summary)]
    assert len(changed) == 1
    assert str(changed[0].record.title).startswith("Edition A measured: ")


def test_a_full_build_starts_without_a_site_and_without_what_was_kept(tmp_path: Path) -> None:
    for name in ("output", "state"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").touch()
    file = tmp_path / "file"
    state = (tmp_path / "state",)
    start_afresh(System("ours", [], tmp_path, tmp_path / "output", file, file, file, state))
    assert list(tmp_path.iterdir()) == []
