"""Inspection Digest: what a press release says, set beside what its report finds."""

from __future__ import annotations

import sys
import traceback


def register() -> None:
    """Pelican's way in. Pelican would log a failure here and go on without us; this stops it."""
    try:
        from inspection_digest import pelican_door  # noqa: PLC0415 - the core needs no Pelican

        pelican_door.connect()
    except Exception:  # noqa: BLE001 - whatever it is, no site may be built without the plugin
        traceback.print_exc()
        sys.exit(1)
