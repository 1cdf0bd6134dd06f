"""How a process that makes pages treats its memory: what is gone is soon needed again."""

from __future__ import annotations

import atexit
import ctypes
import gc
import sys
from contextlib import suppress

# New objects before unreachable ones are looked for. Of the views of a page all but a few have gone
# by themselves by then; at 700, Python's own number, most are looked through.
SELDOM = 10_000

# Bytes: the parsed page, freed, is not given back to the system, to be asked for again page of
# memory by page of memory. glibc alone has these two settings (mallopt(3)).
KEPT = 32 * 1024 * 1024
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3


def settle() -> None:
    """For this process, and for those that are forked from it."""
    gc.set_threshold(SELDOM)
    if sys.platform == "linux":
        with suppress(AttributeError):  # another library of C
            set_ = ctypes.CDLL(None).mallopt
            set_(M_TRIM_THRESHOLD, KEPT)
            set_(M_MMAP_THRESHOLD, KEPT)


def leave_whole(item: object) -> None:
    """When the process ends, this and all it leads to is left as it is. To take every single object
    apart is half a second of work for a large site, and nobody needs it."""
    atexit.register(_leave, item)


def _leave(item: object) -> None:
    gc.freeze()
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(item))
