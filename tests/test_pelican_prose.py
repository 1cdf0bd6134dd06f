"""Prose that has not changed is not read again, and the site is the same bytes all the same."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.small_project import DIGEST, build_project, copy_project, files_in

from inspection_digest import keeping

PAGE = "Title: {0}\nSlug: {0}\n\nWho *we* are: “{0}”.\n"


def _build(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return build_project(root, "--debug", **environment)


def _read(done: subprocess.CompletedProcess[str]) -> bool:
    """Whether Pelican has read any prose."""
    assert done.returncode == 0, done.stderr
    return "Read file" in f"{done.stdout}{done.stderr}"


def _clean(root: Path, apart: Path) -> dict[str, bytes]:
    """What a build makes that knows of no other."""
    shutil.rmtree(apart, ignore_errors=True)
    names = {"OUTPUT_PATH": str(apart / "output"), "XDG_CACHE_HOME": str(apart / "kept")}
    assert _read(_build(root, **names))
    return files_in(apart / "output")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a page and an article, built once in this folder."""
    root = tmp_path_factory.mktemp("prose") / "project"
    copy_project(root)
    for path in ("pages/about.md", "pages/corrections.md", "articles/first.md"):
        file = root / "content" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(PAGE.format(file.stem).replace("Slug", "Date: 2031-06-01\nSlug"))
    assert _read(_build(root))
    return root


def _replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / path).read_text()
        assert old in text
        (root / path).write_text(text.replace(old, new))

    return change


def _appended(path: str, more: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        with (root / path).open("a") as file:
            file.write(more)

    return change


def _page_more(root: Path) -> None:
    (root / "content/pages/more.md").write_text(PAGE.format("more"))


def _page_less(root: Path) -> None:
    (root / "content/articles/first.md").unlink()


def test_a_change_of_something_else_leaves_prose_as_it_is(built: Path, tmp_path: Path) -> None:
    for change in (
        _replaced(DIGEST, "The plan was good.", "The plan was fine."),
        _appended("theme/templates/digest.html", "<!-- more -->"),
        _appended("theme/static/css/base.css", "/* more */"),
    ):
        change(built)
        assert not _read(_build(built))
    assert files_in(built / "output") == _clean(built, tmp_path / "apart")


def test_whatever_prose_is_made_from_is_noticed(built: Path, tmp_path: Path) -> None:
    """One change after the other; in the end the site is what all of them make."""
    root = Path(shutil.copytree(built, tmp_path / "project"))
    shutil.rmtree(root / "output")
    assert _read(_build(root))
    for change in (
        _appended("content/pages/about.md", "\nMore.\n"),
        _page_more,
        _page_less,
        _replaced("theme/templates/page.html", "{{ prose(view) }}", "{{ prose(view) }} More."),
        _replaced("theme/templates/base.html", "</footer>", "More.</footer>"),
        _replaced("theme/templates/macros/prose.html", "{% endmacro %}", "More.{% endmacro %}"),
        _replaced("pelican.conf.py", "TYPOGRIFY = True", "TYPOGRIFY = False"),
        _appended(DIGEST, "corrections:\n  - {date: 2031-07-01, what: It was another day.}\n"),
    ):
        assert not _read(_build(root))
        change(root)
        assert _read(_build(root))
    assert files_in(root / "output") == _clean(root, tmp_path / "apart")


def test_prose_that_pelican_warns_about_is_read_and_warned_about_each_time(
    built: Path, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(built, tmp_path / "project"))
    _replaced("content/pages/about.md", "Slug: about\n", "Slug: about\nSlug: about\n")(root)
    for grade in ("Inadequate", "Good"):
        _replaced(DIGEST, "overall: ", f"overall: {grade} # ")(root)
        done = _build(root)
        assert _read(done)
        assert "Duplicate definition of `slug`" in f"{done.stdout}{done.stderr}"


@pytest.mark.parametrize("reads", [False, True], ids=["prose that stays", "prose that is read"])
def test_damage_that_is_noticed_late_costs_no_prose(
    reads: bool, built: Path, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(built, tmp_path / "project"))
    _appended(DIGEST, "corrections:\n  - {date: 2031-07-01, what: It was another day.}\n")(root)
    shutil.rmtree(root / "output")
    assert _read(_build(root))
    records = keeping.kept_for(root / "output", "records.db")
    body = bytearray(records.read_bytes())
    for place in range(4096, len(body), 32):
        body[place] ^= 1
    records.write_bytes(bytes(body))
    _appended("theme/templates/digest.html", "<!-- more -->")(root)
    if reads:
        _appended("content/pages/corrections.md", "\nMore.\n")(root)
    assert _read(_build(root)) == reads
    assert files_in(root / "output") == _clean(root, tmp_path / "apart")
