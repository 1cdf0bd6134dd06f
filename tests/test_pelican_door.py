"""Where nothing has changed a build says what the last one said; any change makes it look."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.small_project import build_project, copy_project, settle

PAGE = "Title: About\nSlug: about\n\nWho we are.\n"


def build(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    done = build_project(root, **environment)
    assert done.returncode == 0, done.stderr
    return done


def looked(done: subprocess.CompletedProcess[str]) -> bool:
    """Whether the build read anything. One that did says how long each stage took."""
    return "reading what has changed" in done.stdout


def counts(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout.partition("Seconds")[0]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("door") / "project"
    copy_project(root)
    (root / "content" / "pages").mkdir()
    for name in ("about", "gone"):
        (root / "content" / "pages" / f"{name}.md").write_text(PAGE.replace("about", name))
    settle()
    assert looked(build(root, TIMINGS="1"))
    return root


def test_nothing_has_changed(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (built / "output").rglob("*")}
    again = build(built, TIMINGS="1")
    assert not looked(again)
    assert counts(again).startswith("Digests          1\nQuotes           2  2 verbatim\n")
    assert {path: path.stat().st_mtime_ns for path in (built / "output").rglob("*")} == before


@pytest.fixture(scope="module")
def changing(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of it that was built, to be changed in one way after the other."""
    root = Path(shutil.copytree(built, tmp_path_factory.mktemp("changing") / "project"))
    shutil.rmtree(root / "output")
    settle()
    build(root)
    return root


def appended(path: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write("\n")

    return change


def added(root: Path) -> None:
    (root / "content/pages/more.md").write_text(PAGE.replace("about", "more"))


def taken_away(root: Path) -> None:
    (root / "content/pages/gone.md").unlink()


def site_taken_away(root: Path) -> None:
    shutil.rmtree(root / "output")


def file_put_into_the_site(root: Path) -> None:
    (root / "output/stray.html").write_text("stray")


@pytest.mark.parametrize(
    "change",
    [
        appended("content/providers.yaml"),
        appended("content/pages/about.md"),
        appended("theme/templates/macros/words.html"),
        appended("theme/static/css/base.css"),
        appended("plugins/inspection_digest/version.py"),
        added,
        taken_away,
        site_taken_away,
        file_put_into_the_site,
    ],
    ids=[
        "a record",
        "a page",
        "a template",
        "a style sheet",
        "the program",
        "a page more",
        "a page less",
        "no site",
        "a stray file",
    ],
)
def test_whatever_has_changed_is_looked_at(change: Callable[[Path], None], changing: Path) -> None:
    assert not looked(build(changing, TIMINGS="1"))
    change(changing)
    settle()
    assert looked(build(changing, TIMINGS="1"))
    assert (changing / "output/index.html").is_file()
    assert not (changing / "output/stray.html").exists()


def test_another_address_is_another_site(built: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(built, tmp_path / "project"))
    assert looked(build(root, TIMINGS="1", SITEURL="https://elsewhere.example"))
    assert "https://elsewhere.example/" in (root / "output/sitemap.xml").read_text()


def test_where_nothing_can_be_kept_the_site_is_built_all_the_same(
    built: Path, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(built, tmp_path / "project"))
    (tmp_path / "file").write_text("")
    for _ in range(2):
        done = build(root, TIMINGS="1", XDG_CACHE_HOME=str(tmp_path / "file" / "cache"))
        assert looked(done)
        assert counts(done).startswith("Digests          1\n")
    assert [path.name for path in root.iterdir() if path.name.startswith(".output")] == []
