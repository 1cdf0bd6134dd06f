"""What is measured: how each system is started, what it writes, and what is changed for it."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
NAMES = ("hugo", "eleventy", "pelican")  # those there is an equivalent for


@dataclass(frozen=True, slots=True)
class System:
    """One site and the command that builds it.

    `output`: what it writes. `state`: what else it keeps between two builds; a full build starts
    without either. `digest`, `template`, `page_template`: the files that the changed builds change.
    """

    name: str
    command: list[str]
    folder: Path
    output: Path
    digest: Path
    template: Path
    page_template: Path
    state: tuple[Path, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)


def ours(folder: Path) -> System:
    """Our own site, with a copy of the theme so that a template can be changed."""
    content, theme, output = folder / "content", folder / "theme", folder / "output"
    shutil.copytree(PROJECT / "theme", theme, dirs_exist_ok=True)
    settings = [str(content), "-s", "pelican.conf.py", "-t", str(theme), "-o", str(output)]
    return System(
        "ours",
        [sys.executable, "-m", "inspection_digest", *settings, "--fatal", "errors"],
        PROJECT,
        output,
        _middle(content / "digests", "*/*.yaml"),
        theme / "templates/base.html",
        theme / "templates/digest.html",
        state=(folder / "kept",),
        environment={
            "PYTHONPATH": str(PROJECT / "plugins"),
            "XDG_CACHE_HOME": str(folder / "kept"),
        },
    )


def equivalent(name: str, folder: Path, program: list[str]) -> System:
    """The same site for another system. `program` is how that is started on this machine."""
    site = folder / name
    options, layouts, template, page_template = {
        "hugo": (["--quiet", "-d", "output"], "layouts/_default", "baseof.html", "single.html"),
        "eleventy": (["--quiet"], "content/_includes", "base.njk", "base.njk"),
        "pelican": (
            ["-s", "pelicanconf.py", "-o", "output", "--fatal", "errors"],
            "theme/templates",
            "base.html",
            "article.html",
        ),
    }[name]
    return System(
        name,
        [*program, *options],
        site,
        site / "output",
        _middle(site / "content/digests", "*.md" if name == "pelican" else "*/*.md"),
        site / layouts / template,
        site / layouts / page_template,
    )


def _middle(folder: Path, pattern: str) -> Path:
    """A digest in the middle of the list."""
    found = sorted(folder.glob(pattern))
    assert found, f"no digests in {folder}"
    return found[len(found) // 2]


def start_afresh(system: System) -> None:
    for path in (system.output, *system.state):
        shutil.rmtree(path, ignore_errors=True)


def leave(_: System) -> None:
    """Nothing changes."""


def change_digest(system: System) -> None:
    """A sentence is added to a digest; the next time it becomes another one."""
    if system.digest.suffix == ".yaml":
        _turn(system.digest, r"(?m)^summary: >-\n", "  {}\n")
    else:
        _turn(system.digest, r"\Z", "\n{}\n")


def change_title(system: System) -> None:
    """The title of a digest gets a word more; the next time it becomes another one."""
    _turn(system.digest, r"(?m)^title: '?", "{} ", "Edition {} measured:")


def add_digest(system: System) -> None:
    """A later report on the same provider; the next time it is gone again. Ours alone has one: of
    the others' pages, all that a new report changes would have to be written first."""
    new = _added(system)
    if new.exists():
        new.unlink()
        return
    text, count = re.subn(
        r"(?m)^published: .*$", f"published: {new.stem}", system.digest.read_text("utf-8")
    )
    assert count == 1, f"{system.digest.name} does not say when it was published"
    new.write_text(text, encoding="utf-8", newline="\n")


def _added(system: System) -> Path:
    """The report of a day later, by the same framework."""
    return system.digest.with_name(
        f"{date.fromisoformat(system.digest.stem) + timedelta(days=1)}.yaml"
    )


def change_template(system: System) -> None:
    _turn(system.template, ITS_END, "<!-- {} -->")


def change_page_template(system: System) -> None:
    _turn(system.page_template, ITS_END, "<!-- {} -->")


# The end of what a template prints, whichever system's it is: more can be said after it.
ITS_END = r"</footer>|</article>|\{\{ \.Content \}\}|\{% include .* %\}"


def undo_changes(system: System) -> None:
    """All files as they were, also after a benchmark that was stopped half-way."""
    said = r"<!-- Version [AB] for measuring\. -->"
    sentence = r"\nVersion [AB] for measuring\.\n"  # with the blank line before it
    if system.digest.suffix == ".yaml":
        sentence = r"(?m)^  Version [AB] for measuring\.\n"
        _added(system).unlink(missing_ok=True)
    for path, added in (
        (system.digest, sentence),
        (system.digest, r"Edition [AB] measured: "),
        (system.template, said),
        (system.page_template, said),
    ):
        text = path.read_text("utf-8")
        without = re.sub(added, "", text)
        if without != text:
            path.write_text(without, encoding="utf-8", newline="\n")


def _turn(path: Path, after: str, into: str, words: str = "Version {} for measuring.") -> None:
    """Puts words after a place, marked A and B by turns."""
    text = path.read_text("utf-8")
    start, end = map(re.escape, words.split("{}"))
    before = re.search(f"(?<={start})[AB](?={end})", text)
    if before:
        other = "B" if before[0] == "A" else "A"
        changed = text[: before.start()] + other + text[before.end() :]
    else:
        place = re.search(after, text)
        assert place, f"{path.name} has no place for a change"
        put = into.format(words.format("A"))
        changed = text[: place.end()] + put + text[place.end() :]
    path.write_text(changed, encoding="utf-8", newline="\n")


OURS_ALONE = {"new"}
# A scenario is what is done before the build that is measured.
SCENARIOS: dict[str, Callable[[System], None]] = {
    "full": start_afresh,
    "nothing": leave,
    "digest": change_digest,
    "title": change_title,
    "new": add_digest,
    "page-template": change_page_template,
    "template": change_template,
}
