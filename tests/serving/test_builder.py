"""A warm process builds what a new one would, again and again, and its end is noticed."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import PROJECT
from tests.small_project import DIGEST, EXAMPLE, files_in

from inspection_digest.serving import builder
from inspection_digest.serving.builder import Builder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project whose code is this one's."""
    root = tmp_path / "project"
    shutil.copytree(EXAMPLE, root / "content")
    shutil.copy(PROJECT / "pelican.conf.py", root)
    for name in ("plugins", "theme"):
        (root / name).symlink_to(PROJECT / name)
    return root


def _builder(project: Path, name: str, **environment: str) -> Builder:
    output = str(project / name)
    return Builder(project, {**os.environ, "OUTPUT_PATH": output, **environment})


def test_the_second_warm_build_is_what_a_new_process_builds(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert builder.WARM
    warm = _builder(project, "warm")
    assert warm.build()
    before = files_in(project / "warm")
    digest = project / DIGEST
    digest.write_text(digest.read_text("utf-8").replace("Trains on time", "Trains in time"))
    assert warm.build()
    warm.stop()
    monkeypatch.setattr(builder, "WARM", False)
    assert _builder(project, "cold").build()
    assert files_in(project / "warm") == files_in(project / "cold") != before


def _ready(tried: Builder) -> None:
    """Waits until the next build has got ready: its process sleeps."""
    assert tried._process is not None
    warm = tried._process.pid
    children = Path(f"/proc/{warm}/task/{warm}/children")
    still = 0
    while still < 20:
        waiting = children.read_text("ascii").split()
        asleep = waiting and "(sleeping)" in Path(f"/proc/{waiting[0]}/status").read_text("utf-8")
        still = still + 1 if asleep else 0
        time.sleep(0.01)


def test_a_build_that_is_told_what_has_changed_is_what_a_new_process_builds(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm = _builder(project, "warm")
    assert warm.build()
    digest, provider = project / DIGEST, project / "content/providers.yaml"
    sound = digest.read_text("utf-8")
    other = digest.with_name("2099.yaml")

    def edit() -> None:
        digest.write_text(sound.replace("Trains on time", "Trains in time"))

    def add() -> None:
        other.write_text(sound.replace("2031-05-14", "2032-05-14", 1))

    def rename() -> None:
        other.rename(other.with_name("2098.yaml"))

    def remove() -> None:
        other.with_name("2098.yaml").unlink()

    steps: list[tuple[Callable[[], object], list[Path]]] = [
        (edit, [digest]),
        (add, [other]),
        (rename, [other, other.with_name("2098.yaml")]),
        (remove, [other.with_name("2098.yaml")]),
        (lambda: provider.write_text(provider.read_text("utf-8") + "\n"), [provider]),
    ]
    for number, (step, changes) in enumerate(steps):
        _ready(warm)
        step()
        assert warm.build(changes=list(map(str, changes)))
        with monkeypatch.context() as patched:
            patched.setattr(builder, "WARM", False)
            assert _builder(project, f"cold{number}").build()
        assert files_in(project / "warm") == files_in(project / f"cold{number}")
    warm.stop()


def test_what_nobody_was_told_of_is_built_with_the_next_change(project: Path) -> None:
    warm = _builder(project, "warm")
    assert warm.build()
    before = files_in(project / "warm")
    digest, provider = project / DIGEST, project / "content/providers.yaml"
    sound = digest.read_text("utf-8")
    for words in ("Trains in time", "Trains in due time"):
        _ready(warm)
        digest.write_text(sound.replace("Trains on time", words))
        assert warm.build(changes=[str(provider)])
    warm.stop()
    assert files_in(project / "warm") != before


@pytest.mark.parametrize("warm", [True, False])
def test_a_build_that_fails_says_why_and_the_next_is_not_the_worse_for_it(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, warm: bool
) -> None:
    monkeypatch.setattr(builder, "WARM", warm)
    tried = _builder(project, "output")
    sound = (project / DIGEST).read_text("utf-8")
    assert tried.build()
    before = files_in(project / "output")
    (project / DIGEST).write_text(sound + "colour: red\n")
    assert not tried.build()
    assert "[unknown-key]" in capfd.readouterr().err
    assert files_in(project / "output") == before
    (project / DIGEST).write_text(sound)
    assert tried.build()
    tried.stop()
    assert files_in(project / "output") == before
    assert not list(project.glob(".output*"))


def test_a_warm_process_that_died_is_replaced_by_the_next_build(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    tried = _builder(project, "output")
    assert tried.build()
    assert tried._process is not None
    os.kill(tried._process.pid, signal.SIGKILL)
    assert not tried.build()
    said = "Nothing was built. The next change is tried from the start.\n"
    assert capfd.readouterr().err.endswith(said)
    assert tried.build()
    tried.stop()


def test_a_build_that_is_ended_while_it_waits_is_begun_anew(project: Path) -> None:
    tried = _builder(project, "output")
    assert tried.build()
    assert tried._process is not None
    warm = tried._process.pid
    children = Path(f"/proc/{warm}/task/{warm}/children")  # there is one: the build that waits
    while not (waiting := children.read_text("ascii").split()):
        time.sleep(0.01)
    os.kill(int(waiting[0]), signal.SIGKILL)
    while "(zombie)" not in Path(f"/proc/{waiting[0]}/status").read_text("utf-8"):
        time.sleep(0.01)  # it has been told to end, and has its end of the line still
    before = files_in(project / "output")
    digest = project / DIGEST
    digest.write_text(digest.read_text("utf-8").replace("Trains on time", "Trains in time"))
    assert tried.build()
    tried.stop()
    assert files_in(project / "output") != before


def test_a_warm_process_that_is_stopped_is_gone(project: Path) -> None:
    tried = _builder(project, "output")
    assert tried.build()
    process = tried._process
    assert process is not None
    tried.stop()
    tried.stop()
    assert process.returncode == 0
