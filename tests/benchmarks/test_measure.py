"""One measured run: its time, its work, its memory and that of what it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.measure import MIB, RunError, family, resident, run


def _python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_child_s_work_and_memory_are_counted(tmp_path: Path) -> None:
    child = "x = bytearray(80 << 20); import time; time.sleep(0.4); sum(range(2_000_000))"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    done = run(_python(code), tmp_path, {})
    assert done.wall >= 0.4
    assert done.processor > 0.02
    assert 80 * MIB < done.largest <= done.together


def test_it_runs_in_its_folder_with_its_environment(tmp_path: Path) -> None:
    run(_python("import os; open('here', 'w').write(os.environ['WORD'])"), tmp_path, {"WORD": "a"})
    assert (tmp_path / "here").read_text() == "a"


def test_a_build_that_fails_is_no_figure(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no such word"):
        run(_python("import sys; sys.exit('no such word')"), tmp_path, {})


def test_a_family_is_a_process_and_its_descendants() -> None:
    grandchild = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"
    with subprocess.Popen(_python(grandchild), stdin=subprocess.PIPE, text=True) as child:
        while len(family(child.pid)) < 2:
            assert child.poll() is None
        assert family(child.pid)[0] == child.pid
        assert child.pid in family(os.getpid())
        now, most = resident(child.pid)
        assert 0 < now <= most
        child.communicate("\n")
    assert resident(child.pid) == (0, 0)


def test_the_memory_of_who_measures_is_not_counted(tmp_path: Path) -> None:
    ballast = bytearray(b"x") * (200 * MIB)
    done = run(_python("import time; time.sleep(0.3)"), tmp_path, {})
    assert 0 < done.largest < 100 * MIB < len(ballast)
