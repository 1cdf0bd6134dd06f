"""Pelican's own silences, closed: whatever is broken, exit 1, a message, the old site whole.

Each test breaks a copy of the project's site in one way and builds it as a Pelican user would,
with no flags that would make Pelican stricter.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from tests.small_project import DIGEST, build_project, copy_project, files_in

HELD = re.compile(rb"\x1a|\\u001a|&#(?:26|x1a);", re.IGNORECASE)  # a link as views hold it


@pytest.fixture(scope="module")
def sound_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with its site built."""
    root = tmp_path_factory.mktemp("sound") / "project"
    copy_project(root)
    (root / "content" / "pages").mkdir()
    _write(root, "content/pages/about.md", "Title: About\nSlug: about\n\nWho we are.\n")
    done = build_project(root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def project(sound_project: Path, tmp_path: Path) -> Path:
    """A copy of it, to be broken."""
    return Path(shutil.copytree(sound_project, tmp_path / "project"))


def _write(root: Path, path: str, text: str) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _snapshot(root: Path) -> dict[str, bytes]:
    return files_in(root / "output")


def _broken_plugin(root: Path) -> None:
    (root / "plugins/inspection_digest/build.py").write_text("raise RuntimeError('no plugin')\n")


def _plugin_that_cannot_register(root: Path) -> None:
    path = root / "plugins/inspection_digest/pelican_door.py"
    path.write_text(
        path.read_text().replace("def connect() -> None:", "def connect_not() -> None:")
    )


def _plugin_that_cannot_be_imported(root: Path) -> None:
    _write(root, "plugins/inspection_digest/__init__.py", "import nothing_of_that_name\n")


def _broken_template(root: Path) -> None:
    _write(root, "theme/templates/digest.html", "{% if %}")


def _template_with_a_name_misspelt(root: Path) -> None:
    _write(root, "theme/templates/digest.html", "{{ view.titel }}")


def _template_that_changes_a_quotation(root: Path) -> None:
    path = root / "theme/templates/macros/words.html"
    path.write_text(path.read_text().replace("{{ segment.text }}", "{{ segment.text|upper }}"))


def _template_that_leaves_a_quotation_out(root: Path) -> None:
    path = root / "theme/templates/macros/words.html"
    path.write_text(path.read_text().replace("data-quote=", "data-lost="))


def _page_that_cannot_be_read(root: Path) -> None:
    (root / "content/pages/about.md").write_bytes(b"Title: About\nSlug: about\n\n\xff\xfe\n")


def _page_with_a_bad_date(root: Path) -> None:
    _write(root, "content/pages/about.md", "Title: About\nSlug: about\nDate: soon\n\nWho we are.\n")


def _page_without_a_title(root: Path) -> None:
    _write(root, "content/pages/about.md", "Who we are.\n")


def _page_that_takes_an_address_of_ours(root: Path) -> None:
    _write(root, "content/pages/x.md", "Title: Contrasts\nSlug: contrasts\n\nMine.\n")


def _page_that_would_be_written_elsewhere(root: Path) -> None:
    _write(root, "content/pages/x.md", "Title: X\nSlug: x\nSave_as: y/x.html\n\nX.\n")


def _page_that_would_copy_a_file(root: Path) -> None:
    _write(root, "content/pages/x.md", "Title: X\nSlug: x\n\n[x]({attach}../../.git/config)\n")


def _page_with_a_picture(root: Path) -> None:
    _write(root, "content/pages/x.md", "Title: X\nSlug: x\n\n![a map](https://x.example/map.png)\n")


def _page_with_a_character_nobody_can_see(root: Path) -> None:
    _write(root, "content/pages/x.md", "Title: X\nSlug: x\n\n[x](\x1adigests/)\n")


def _page_that_includes_a_file(root: Path) -> None:
    _write(root, "secret", "secret\n")
    _write(root, "content/pages/x.rst", "X\n=\n\n.. include:: ../../secret\n")


def _page_of_html(root: Path) -> None:
    _write(root, "content/pages/deep/x.HTML", "<title>X</title><p>X</p>")


def _page_that_is_a_link(root: Path) -> None:
    _write(root, "secret.md", "Title: X\nSlug: x\n\nSecret.\n")
    (root / "content/pages/x.md").symlink_to("../../secret.md")


def _pages_that_are_a_link(root: Path) -> None:
    _write(root, "secrets/x.md", "Title: X\nSlug: x\n\nSecret.\n")
    (root / "content/pages/more").symlink_to("../../secrets")


def _draft(root: Path) -> None:
    _write(root, "content/pages/x.md", "Title: X\nSlug: x\nStatus: draft\n\nX.\n")


def _translation(root: Path) -> None:
    _write(root, "content/pages/x.md", "Title: X\nSlug: about\nLang: fr\n\nX.\n")


def _page_printed_like_a_digest(root: Path) -> None:
    _write(root, "content/pages/x.md", "Title: X\nSlug: x\nTemplate: digest\n\nX.\n")


def _page_of_a_slug_that_is_taken(root: Path) -> None:
    _write(root, "content/pages/x.md", "Title: X\nSlug: about\n\nX.\n")


def _digest_with_a_bad_date(root: Path) -> None:
    path = root / DIGEST
    path.write_text(path.read_text().replace("published: 2031-05-14", "published: 2031-02-30"))


def _digest_with_a_changed_quotation(root: Path) -> None:
    path = root / DIGEST
    path.write_text(path.read_text().replace("There is no track", "There is track"))


def _source_without_its_words(root: Path) -> None:
    _write(root, "content/sources/nowhere-2031-report/text.txt", "Nothing of it.\n")


BREAKS: list[tuple[Callable[[Path], None], str]] = [
    (_broken_plugin, "no plugin"),
    (_plugin_that_cannot_register, "connect"),
    (_plugin_that_cannot_be_imported, "nothing_of_that_name"),
    (_broken_template, "digest.html"),
    (_template_with_a_name_misspelt, "titel"),
    (_template_that_changes_a_quotation, "it reads"),
    (_template_that_leaves_a_quotation_out, "it is not printed there"),
    (_page_that_cannot_be_read, "about.md"),
    (_page_with_a_bad_date, "about.md"),
    (_page_without_a_title, "about.md"),
    (_page_that_takes_an_address_of_ours, "contrasts"),
    (_page_that_would_be_written_elsewhere, "Save_as"),
    (_page_that_would_copy_a_file, "attach"),
    (_page_with_a_character_nobody_can_see, "x.md: there is a character nobody can see on line 4"),
    (_page_with_a_picture, "x.md: pages show no pictures"),
    (_page_that_includes_a_file, "content/pages/x.rst is not Markdown"),
    (_page_of_html, "content/pages/deep/x.HTML is not Markdown"),
    (_page_that_is_a_link, "content/pages/x.md is a symbolic link"),
    (_pages_that_are_a_link, "content/pages/more is a symbolic link"),
    (_draft, "x.md: drafts and translations are not published here"),
    (_translation, "x.md: drafts and translations are not published here"),
    (_page_printed_like_a_digest, "x.md: remove Template"),
    (_page_of_a_slug_that_is_taken, "another page has the slug “about”"),
    (_digest_with_a_bad_date, f"{DIGEST}:2:12: error [bad-date]"),
    (_digest_with_a_changed_quotation, "quote-altered"),
    (_source_without_its_words, "quote-absent"),
]


@pytest.mark.parametrize(
    ("break_it", "words"), BREAKS, ids=lambda value: getattr(value, "__name__", "").strip("_")
)
def test_whatever_breaks_is_said_and_the_old_site_stays(
    project: Path, break_it: Callable[[Path], None], words: str
) -> None:
    before = _snapshot(project)
    break_it(project)
    done = build_project(project)
    assert done.returncode == 1, done.stdout + done.stderr
    assert words in done.stdout + done.stderr
    assert _snapshot(project) == before
    assert not list(project.glob(".output*"))


def test_prose_has_links_that_lead_there_and_none_that_a_writer_made_up(project: Path) -> None:
    head = "Title: A\nSlug: a\nDate: 2031-06-01\n\n"
    for folder in ("pages", "articles"):
        _write(
            project, f"content/{folder}/a.md", f"{head}[x](&#26;made-up/), &#x1a; and `&#26;`.\n"
        )
    done = build_project(project)
    assert done.returncode == 0, done.stderr
    published = _snapshot(project)
    for path, root in (("a/index.html", "../"), ("commentary/a/index.html", "../../")):
        html = published[path].decode()
        links = re.findall(r'(?:href|src)="([^"#:]+)"', html)
        assert {f"{root}contrasts/", f"{root}theme/css/base.css"} <= set(links)
        assert [link for link in links if not link.startswith(root)] == ["made-up/"]
    for path, data in published.items():
        assert path.startswith("theme/") or not HELD.search(data), path


def test_a_file_of_the_machine_is_never_published(project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (project / "content/sources/nowhere-2031-report/more.txt").symlink_to(secret)
    done = build_project(project)
    assert done.returncode == 1
    assert "symbolic-link" in done.stderr
    assert not any(b"secret" in data for data in _snapshot(project).values())


def test_what_was_built_is_said_in_a_few_lines(project: Path) -> None:
    done = build_project(project)
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines[:6]] == [
        "Digests",
        "Quotes",
        "Contrasts",
        "Pages",
        "Feeds",
        "Seconds",
    ]
    assert lines[1].split(maxsplit=2) == ["Quotes", "2", "2 verbatim"]
    assert lines[6:] == [
        "Before publishing, set SITEURL and REPOSITORY_URL: links under .example lead nowhere."
    ]


def test_it_is_said_on_a_terminal_too_where_pelican_draws_as_it_works(project: Path) -> None:
    ours, theirs = os.openpty()
    environment = {**os.environ, "PYTHONPATH": str(project / "plugins"), "TERM": "xterm"}
    environment |= {"COLUMNS": "200", "OUTPUT_PATH": str(project / "output")}
    process = subprocess.Popen(
        [sys.executable, "-m", "pelican", "-s", "pelican.conf.py"],
        cwd=project,
        env=environment,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    said = b""
    with suppress(OSError):  # Linux says so when the other side has closed
        while read := os.read(ours, 65536):
            said += read
    os.close(ours)
    assert process.wait() == 0
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said.decode()).replace("\r", "\n")
    assert "\nDigests          1\n" in shown
    assert "\nSeconds " in shown
    assert "Done:" not in shown
