"""Several processes make the site that one makes; one that dies loses nothing."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from collections import Counter
from pathlib import Path

import pytest
from tests.conftest import build_site
from tests.small_site import edition

from inspection_digest import parts, workers
from inspection_digest.outputs.page import Templates
from inspection_digest.parts import Part
from inspection_digest.readback.prove_published import Readback
from inspection_digest.workers import AddressTakenError, Workshop, may_fork

THEME = Path(__file__).resolve().parent.parent / "theme"


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def workshop(stage: Path, some: tuple[Part, ...]) -> Workshop:
    made = edition()
    readback = Readback(made.everything, made.evidence)
    return Workshop(some, Templates(THEME), stage, readback, processes=1)


def part(name: str, *files: tuple[str, str]) -> Part:
    return Part(name, files=lambda: iter(files))


def test_every_file_of_the_site_is_in_one_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "DIGESTS_OF_A_PART", 1)
    templates = Templates(THEME)
    paths = [path for each in parts.parts(edition()) for path, _ in each.make(templates)]
    assert [path for path, times in Counter(paths).items() if times > 1] == []
    assert len(paths) > 40


def test_parts_of_another_size_are_the_same_site(monkeypatch: pytest.MonkeyPatch) -> None:
    templates, made = Templates(THEME), edition()
    whole = {path: text for each in parts.parts(made) for path, text in each.make(templates)}
    monkeypatch.setattr(parts, "DIGESTS_OF_A_PART", 1)
    single = {path: text for each in parts.parts(made) for path, text in each.make(templates)}
    assert single == whole


def test_two_processes_make_the_site_that_one_makes(tmp_path: Path) -> None:
    sites = {}
    for processes in ("1", "2"):
        output = tmp_path / processes / "output"
        output.parent.mkdir()
        done = build_site(output, PROCESSES=processes)
        assert done.returncode == 0, done.stderr
        sites[processes] = files_of(output)
    assert sites["1"] == sites["2"]


def test_what_is_written_is_read_back_from_the_disk(tmp_path: Path) -> None:
    false = '<p data-quote="nobody/2031#quote-x">False words.</p>'
    (written,) = workshop(tmp_path, (part("one", ("a/index.html", false)),)).finished()
    assert written.paths == ("a/index.html",)
    assert [str(item) for item in written.broken] == [
        "a/index.html: nobody/2031#quote-x: there is no such quotation."
    ]


def test_an_address_that_two_want_is_named(tmp_path: Path) -> None:
    twice = (part("one", ("a/index.html", "1")), part("two", ("a/index.html", "2")))
    with pytest.raises(AddressTakenError, match=r"^a/index\.html$"):
        list(workshop(tmp_path, twice).finished())
    assert (tmp_path / "a/index.html").read_text() == "1"


def test_a_process_with_threads_is_not_forked() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not may_fork()
    finally:
        stop.set()
        thread.join()


# -- with processes: in a program of their own, as the tests themselves run among threads ----------

PROGRAM = """
import os, signal, sys
from pathlib import Path
from tests.small_site import edition
from inspection_digest.outputs.page import Templates
from inspection_digest.parts import Part
from inspection_digest.readback.prove_published import Readback
from inspection_digest.workers import Workshop

made, here = edition(), os.getpid()

def files(number):
    yield f"{number}/a.txt", "one"
    {trouble}
    yield f"{number}/b.txt", str(os.getpid() != here)

some = tuple(Part(f"part {n}", files=lambda n=n: files(n)) for n in range(40))
readback = Readback(made.everything, made.evidence)
shop = Workshop(some, Templates(Path("theme")), Path(sys.argv[1]), readback, processes=2)
print(sorted(written.part for written in shop.finished()) == sorted(part.name for part in some))
"""


def run(stage: Path, trouble: str) -> subprocess.CompletedProcess[str]:
    program = PROGRAM.replace("{trouble}", textwrap.dedent(trouble))
    root = THEME.parent
    return subprocess.run(
        [sys.executable, "-c", program, str(stage)],
        cwd=root,
        env={"PYTHONPATH": f"{root / 'plugins'}:{root}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def test_the_work_is_done_by_others(tmp_path: Path) -> None:
    done = run(tmp_path, "pass")
    assert (done.stdout, done.stderr) == ("True\n", "")
    made = files_of(tmp_path)
    assert len(made) == 80
    assert {made[f"{number}/b.txt"] for number in range(40)} == {b"True"}


def test_what_a_process_leaves_when_it_dies_is_made_again(tmp_path: Path) -> None:
    done = run(tmp_path, "if number == 7 and os.getpid() != here: os.kill(os.getpid(), 9)")
    assert done.stdout == "True\n"
    assert "A process died (was memory short?); " in done.stderr
    assert " of 40 parts of the site are made again, one after the other.\n" in done.stderr
    assert len(files_of(tmp_path)) == 80


def test_a_mistake_of_ours_in_a_process_is_raised_here(tmp_path: Path) -> None:
    done = run(tmp_path, "if number == 7: raise RuntimeError('our own mistake')")
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("RuntimeError: our own mistake")


def test_few_parts_are_made_without_processes(tmp_path: Path) -> None:
    shop = workshop(tmp_path, tuple(part(str(n), (f"{n}.txt", "")) for n in range(3)))
    assert len(list(shop.finished())) == 3
    assert workers.WORTH_IT > 3
