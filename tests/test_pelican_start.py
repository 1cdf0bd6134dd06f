"""Where nothing has changed, that is said before Pelican is imported; all else is left to it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.small_project import DIGEST, build_project, copy_project, files_in, run_python, settle

from inspection_digest import keeping

SETTINGS = ("-s", "pelican.conf.py", "--fatal", "errors")


def start(
    root: Path, *arguments: str, **environment: str
) -> tuple[subprocess.CompletedProcess[str], bool]:
    """What came of it, and whether Pelican was imported."""
    words = "-X", "importtime", "-m", "inspection_digest", *arguments
    done = run_python(root, *words, **{"TIMINGS": "1", **environment})
    imported = any(line.endswith("| pelican") for line in done.stderr.splitlines())
    return done, imported


def built_anew(done: subprocess.CompletedProcess[str]) -> bool:
    return done.returncode == 0 and "making the pages" in done.stdout


@pytest.fixture
def built(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    copy_project(root)
    settle()
    done, imported = start(root, *SETTINGS)
    assert built_anew(done)
    assert imported
    return root


def test_the_same_again(built: Path) -> None:
    done, imported = start(built, *SETTINGS)
    assert done.returncode == 0
    assert not imported
    assert done.stdout.startswith("Digests          1\nQuotes           2  2 verbatim\n")
    assert "making the pages" not in done.stdout


def test_a_changed_file_other_settings_and_another_place_are_built(built: Path) -> None:
    digest = built / DIGEST
    digest.write_text(digest.read_text("utf-8").replace("Trains on time", "Trains in time"))
    assert built_anew(start(built, *SETTINGS)[0])
    assert built_anew(start(built, *SETTINGS, SITEURL="https://other.example")[0])
    assert built_anew(
        start(built, *SETTINGS, "-o", "elsewhere", SITEURL="https://other.example")[0]
    )
    assert (built / "elsewhere/index.html").exists()


@pytest.mark.parametrize(
    ("more", "code", "said"),
    [("--print-settings", 0, "'SITEURL': "), ("--no-such-word", 2, "unrecognized arguments")],
)
def test_other_words_are_left_to_pelican(built: Path, more: str, code: int, said: str) -> None:
    done, imported = start(built, *SETTINGS, more)
    assert imported
    assert done.returncode == code
    assert said in done.stdout + done.stderr


def test_settings_that_cannot_be_read_are_left_to_pelican(built: Path) -> None:
    (built / "pelican.conf.py").write_text("SITENAME =")
    done, imported = start(built, *SETTINGS)
    assert imported
    assert done.returncode != 0
    assert "invalid syntax" in done.stderr + done.stdout


def test_after_a_build_by_pelican_itself_pelican_is_asked(tmp_path: Path) -> None:
    root = tmp_path / "project"
    copy_project(root)
    settle()
    assert build_project(root).returncode == 0
    done, imported = start(root, *SETTINGS)
    assert imported
    assert done.stdout.startswith("Digests          1\n")
    assert "making the pages" not in done.stdout


# -- where only records have changed ---------------------------------------------------------------


def edited(
    root: Path, path: str = DIGEST, old: str = "Trains on time", new: str = "In time"
) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")
    settle()


_by_pelican: dict[str, dict[str, bytes]] = {}  # by all that the project is made of


def by_pelican(root: Path) -> dict[str, bytes]:
    """What Pelican makes of the same project where it was never built before."""
    made = re.compile(r"output/|.*__pycache__/")
    project = repr([item for item in files_in(root).items() if not made.match(item[0])])
    if project not in _by_pelican:
        other = root.with_name("other")
        shutil.copytree(root, other, ignore=shutil.ignore_patterns("output"))
        done = build_project(other)
        assert done.returncode == 0, done.stderr
        _by_pelican[project] = files_in(other / "output")
    return _by_pelican[project]


def test_an_edited_digest_is_built_without_pelican(built: Path) -> None:
    edited(built)
    done, imported = start(built, *SETTINGS)
    assert built_anew(done)
    assert not imported
    assert done.stdout.startswith("Digests          1\nQuotes           2  2 verbatim\n")
    assert "In time" in (built / "output/index.html").read_text("utf-8")
    assert files_in(built / "output") == by_pelican(built)
    done, imported = start(built, *SETTINGS)
    assert done.returncode == 0
    assert "making the pages" not in done.stdout


def test_so_are_a_new_digest_and_one_that_is_gone(built: Path) -> None:
    before = files_in(built / "output")
    new = (built / DIGEST).with_name("2032-05-14.yaml")
    new.write_text((built / DIGEST).read_text("utf-8").replace("2031-05-14", "2032-05-14"))
    done, imported = start(built, *SETTINGS)
    assert built_anew(done)
    assert not imported
    assert files_in(built / "output") == by_pelican(built)
    new.unlink()
    done, imported = start(built, *SETTINGS)
    assert built_anew(done)
    assert not imported
    assert files_in(built / "output") == before


def test_a_mistake_in_a_digest_is_said_without_pelican_and_can_be_mended(built: Path) -> None:
    before = files_in(built / "output")
    edited(built, old="title:", new="titel:")
    done, imported = start(built, *SETTINGS)
    assert done.returncode == 1
    assert not imported
    assert "`titel`" in done.stderr
    assert "Nothing was published: output/ is as it was." in done.stderr
    assert files_in(built / "output") == before
    assert not list(built.glob(".output.*"))
    edited(built, old="titel:", new="title:")
    assert start(built, *SETTINGS)[0].returncode == 0
    assert files_in(built / "output") == before


INTERRUPTED = """
import sys
from inspection_digest import pelican_start, renewal
def interrupted(*_): raise KeyboardInterrupt
renewal.Renewal._take = interrupted  # a part has been made, and others are
pelican_start.main(sys.argv[1:])
"""


def theme_of(root: Path) -> None:
    edited(root, "theme/templates/404.html", "{% endblock %}", "<!-- new -->{% endblock %}")


@pytest.mark.parametrize("changes", [edited, theme_of], ids=["a record", "what Pelican has to do"])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_whoever_interrupts_a_build_is_told_that_the_site_is_as_it_was(
    changes: Callable[[Path], None], processes: str, built: Path
) -> None:
    before = files_in(built / "output")
    changes(built)
    done = run_python(built, "-c", INTERRUPTED, *SETTINGS, PROCESSES=processes)
    assert done.returncode == 1
    assert done.stderr == "Interrupted.\n\nNothing was published: output/ is as it was.\n"
    assert files_in(built / "output") == before
    assert not list(built.glob(".output.*"))
    assert built_anew(start(built, *SETTINGS)[0])
    assert files_in(built / "output") == by_pelican(built)


IN_PELICAN = """
import os, signal, sys
import pelican
from inspection_digest import pelican_start
signal.signal(signal.SIGINT, signal.default_int_handler)  # the tests may be in the background
pelican.get_instance = lambda _: os.kill(os.getpid(), signal.SIGINT)
pelican_start.main(sys.argv[1:])
"""


def test_so_is_whoever_interrupts_pelican_which_takes_no_notice(built: Path) -> None:
    before = files_in(built / "output")
    theme_of(built)
    done = run_python(built, "-c", IN_PELICAN, *SETTINGS)
    assert done.returncode == 1
    assert done.stderr == "Interrupted.\n"
    assert files_in(built / "output") == before


REFUSED = """
import sys
from inspection_digest import {module}, pelican_start
def refused(*_): raise PermissionError(13, "Permission denied", "output/index.html")
{module}.{function} = refused
pelican_start.main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("module", "function", "said"),
    [
        ("plans", "carry_out", "Once that is mended, the next build puts the site in its place."),
        ("staging", "recover", "\nNothing was built."),
    ],
)
def test_where_a_folder_may_not_be_written_that_is_said_and_the_next_build_goes_on(
    module: str, function: str, said: str, built: Path
) -> None:
    edited(built)
    done = run_python(built, "-c", REFUSED.format(module=module, function=function), *SETTINGS)
    assert done.returncode == 1
    assert done.stderr == f"output/index.html cannot be changed: Permission denied.\n{said}\n"
    start(built, *SETTINGS)
    assert files_in(built / "output") == by_pelican(built)
    assert not list(built.glob(".output.*"))


@pytest.mark.parametrize("by", ["inspection_digest", "pelican"])
def test_nobody_s_files_are_taken_for_an_old_site(by: str, built: Path) -> None:
    own = built / "own" / "mine.txt"
    own.parent.mkdir()
    own.write_text("keep\n")
    done = run_python(built, "-m", by, *SETTINGS, OUTPUT_PATH=str(own.parent))
    assert done.returncode == 1
    assert done.stderr == (
        "own/ has files in it that are of no site built here: name another folder, or empty this "
        "one.\n\nNothing was built.\n"
    )
    assert files_in(own.parent) == {"mine.txt": b"keep\n"}


def page_of(root: Path) -> None:
    page = root / "content/pages/corrections.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("Title: Corrections\nSlug: corrections\n\nWhat we do.\n")


def provider_of(root: Path) -> None:
    edited(root, "content/providers.yaml", "name: ", "name: The ")


@pytest.mark.parametrize("changes", [page_of, theme_of, provider_of])
def test_what_pelican_has_to_do_with_is_built_by_pelican(
    changes: Callable[[Path], None], built: Path
) -> None:
    changes(built)
    edited(built)
    done, imported = start(built, *SETTINGS)
    assert built_anew(done)
    assert imported
    assert files_in(built / "output") == by_pelican(built)


def test_prose_that_looks_at_what_has_changed_is_printed_by_pelican(built: Path) -> None:
    page_of(built)
    settle()
    assert built_anew(start(built, *SETTINGS)[0])
    edited(built)
    assert not start(built, *SETTINGS)[1]
    with (built / DIGEST).open("a") as file:
        file.write("corrections:\n  - {date: 2039-01-02, what: It was wrong.}\n")
    done, imported = start(built, *SETTINGS)
    assert built_anew(done)
    assert imported
    assert "2 January 2039" in (built / "output/corrections/index.html").read_text("utf-8")
    assert files_in(built / "output") == by_pelican(built)


def another_plugin(root: Path) -> None:
    more = "\nimport logging\nlogging.register = lambda: None\nPLUGINS += [logging]\n"
    settings = root / "pelican.conf.py"
    settings.write_text(settings.read_text("utf-8") + more)


def copied_records(root: Path) -> None:
    edited(root, "pelican.conf.py", "STATIC_PATHS = []", 'STATIC_PATHS = ["digests"]')


def linked_files_of_the_theme(root: Path) -> None:
    (root / "theme/static").rename(root / "static")
    (root / "theme/static").symlink_to("../static")


@pytest.mark.parametrize("changes", [another_plugin, copied_records, linked_files_of_the_theme])
def test_where_pelican_may_have_more_to_do_it_builds(
    changes: Callable[[Path], None], built: Path
) -> None:
    changes(built)
    assert built_anew(start(built, *SETTINGS)[0])
    edited(built)
    sheet = built / "static/css/base.css"
    if sheet.exists():
        sheet.write_text(sheet.read_text("utf-8") + "\n\n", encoding="utf-8")
    done, imported = start(built, *SETTINGS)
    assert built_anew(done)
    assert imported
    assert files_in(built / "output") == by_pelican(built)


@pytest.mark.parametrize("name", ["records.db", "state", "state.db", "reprints.db", "place"])
def test_where_what_was_kept_is_damaged_the_site_is_right_all_the_same(
    name: str, built: Path
) -> None:
    kept = keeping.kept_for(built / "output", name)
    assert kept.stat().st_size
    kept.write_bytes(b"")
    edited(built)
    assert built_anew(start(built, *SETTINGS)[0])
    assert files_in(built / "output") == by_pelican(built)
