"""Several processes do what one does; one that dies loses nothing."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

from tests.conftest import PROJECT, build_site
from tests.small_project import files_in

from inspection_digest import workers
from inspection_digest.forking import may_fork
from inspection_digest.workers import Workers


def test_two_processes_make_the_site_that_one_makes(tmp_path: Path) -> None:
    sites = {}
    for processes in ("1", "2"):
        output = tmp_path / processes / "output"
        output.parent.mkdir()
        done = build_site(output, PROCESSES=processes)
        assert done.returncode == 0, done.stderr
        sites[processes] = files_in(output)
    assert sites["1"] == sites["2"]


def test_a_process_with_threads_is_not_forked() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not may_fork()
    finally:
        stop.set()
        thread.join()


def test_few_jobs_are_done_without_processes() -> None:
    jobs = [lambda: 1, lambda: 2]
    assert len(jobs) < workers.WORTH_IT
    assert list(Workers(jobs, processes=8).finished()) == [1, 2]


# -- with processes: in a program of their own, as the tests themselves run among threads ----------

PROGRAM = """
import os, sys
from functools import partial
from inspection_digest.workers import Workers

here = os.getpid()

def job(number):
    {trouble}
    return number, os.getpid() != here

done = sorted(Workers([partial(job, number) for number in range(40)], processes=2).finished())
print([number for number, _ in done] == list(range(40)), all(elsewhere for _, elsewhere in done))
"""


def run(trouble: str) -> subprocess.CompletedProcess[str]:
    program = PROGRAM.replace("{trouble}", textwrap.dedent(trouble))
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=PROJECT,
        env={"PYTHONPATH": f"{PROJECT / 'plugins'}:{PROJECT}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def test_the_work_is_done_by_others() -> None:
    done = run("pass")
    assert (done.stdout, done.stderr) == ("True True\n", "")


def test_what_a_process_leaves_when_it_dies_is_done_again() -> None:
    done = run("if number == 7 and os.getpid() != here: os.kill(os.getpid(), 9)")
    assert done.stdout == "True False\n"
    assert "A process died (was memory short?); " in done.stderr
    assert " of 40 jobs are done again, one after the other.\n" in done.stderr


def test_a_mistake_of_ours_in_a_process_is_raised_here() -> None:
    done = run("if number == 7: raise RuntimeError('our own mistake')")
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("RuntimeError: our own mistake")
