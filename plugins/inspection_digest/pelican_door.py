"""Pelican's first step into this package. Where nothing has changed it is the last one."""

from __future__ import annotations

import gc
import time
from pathlib import Path

from pelican import Pelican, signals

from inspection_digest import pelican_start, unchanged


def connect() -> None:
    """Hands Pelican the function below; called by the plugin's `register`."""
    signals.initialized.connect(_begin)


def _begin(pelican: Pelican) -> None:
    started = time.perf_counter()
    output = Path(pelican.settings["OUTPUT_PATH"])
    recalled = pelican_start.recall(unchanged.kept(output), output)
    found = recalled.with_settings(unchanged.plain(pelican.settings))
    if isinstance(found, unchanged.Look):
        gc.disable()  # what is imported stays: there is nothing to collect
        from inspection_digest import pelican_adapter  # noqa: PLC0415 - it imports everything

        gc.enable()
        pelican_adapter.begin(pelican, started, found)
        return
    pelican_start.say(found, time.perf_counter() - started)
    pelican.run = lambda: None
