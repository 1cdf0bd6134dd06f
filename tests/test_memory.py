"""What a process that makes pages does with its memory changes nothing that it makes."""

from __future__ import annotations

import sys

import pytest
from tests.conftest import PROJECT
from tests.small_project import run_python

from inspection_digest import memory

SETTLED = """
import gc
from inspection_digest import memory
memory.settle()
print(gc.get_threshold()[0])
"""
LEFT = """
from inspection_digest import memory
class Large:
    def __del__(self): print("taken apart")
large = Large()
{leave}
print("done")
"""


def said(program: str) -> str:
    """What a process of its own says that runs this."""
    done = run_python(PROJECT, "-c", program)
    assert done.stderr == ""
    return done.stdout


def test_garbage_is_looked_for_seldom() -> None:
    assert said(SETTLED) == f"{memory.SELDOM}\n"


@pytest.mark.skipif(sys.platform != "linux", reason="a setting of the C library of Linux")
def test_where_the_library_of_c_has_no_such_setting_nothing_is_set() -> None:
    without = "import ctypes; ctypes.CDLL = lambda _: object()\n"
    assert said(without + SETTLED) == f"{memory.SELDOM}\n"


def test_what_is_left_whole_is_not_taken_apart_at_the_end() -> None:
    assert said(LEFT.format(leave="")) == "done\ntaken apart\n"
    assert said(LEFT.format(leave="memory.leave_whole(large)")) == "done\n"
