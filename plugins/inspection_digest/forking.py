"""Whether this process can be forked."""

from __future__ import annotations

import os
import sys
import threading


def may_fork() -> bool:
    """The system can, and no thread of ours would be lost."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1
