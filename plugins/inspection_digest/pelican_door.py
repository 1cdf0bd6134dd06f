"""Pelican's first step into this package. Where nothing has changed it is the last one."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

from pelican import Pelican, signals

from inspection_digest import keeping, unchanged


def connect() -> None:
    """Hands Pelican the function below; called by the plugin's `register`."""
    signals.initialized.connect(_begin)


def _begin(pelican: Pelican) -> None:
    started = time.perf_counter()
    output = Path(pelican.settings["OUTPUT_PATH"])
    file, settings = keeping.kept_for(output, "unchanged"), unchanged.plain(pelican.settings)
    found = unchanged.recall(file, output, settings)
    if isinstance(found, unchanged.Look):
        gc.disable()  # what is imported stays: there is nothing to collect
        from inspection_digest import pelican_adapter  # noqa: PLC0415 - it imports everything

        gc.enable()
        pelican_adapter.begin(pelican, started, found)
        return
    sys.stderr.write(found.err)
    sys.stdout.write(found.out.format(seconds=time.perf_counter() - started))
    pelican.run = lambda: None
