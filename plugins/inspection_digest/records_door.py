"""The door without Pelican, for a build in which nothing has changed but records.

Pelican would print no prose then and copy the files of the theme that are there. Importing it, and
having it do that, takes longer than many an edit.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from inspection_digest import state
from inspection_digest.building import Building, Order, processes_of
from inspection_digest.unchanged import Recalled


def get_ready(output: Path) -> None:
    """Reads what the last build has left: it is at hand when this process builds."""
    state.read_ahead(output)


def build(recalled: Recalled, settings: Mapping[str, Any], started: float) -> bool:
    """Whether the site was built, with the settings of the file, which are what they were. If not,
    it takes Pelican after all, and nothing has been done. Raises SystemExit where the site could
    not be built."""
    order = Order.again(recalled, processes_of(settings), bool(settings.get("TIMINGS")))
    show, look = _show if sys.stdout.isatty() else None, recalled.look
    building = Building(order, started, look, show, look.same[""])
    if not _made(building):
        building.leave()
        return False
    building.finish(others_stay=True)
    return True


def _made(building: Building) -> bool:
    """Whether all is made, and what others have made of the site stays."""
    renewal = building.renewal
    guests = renewal.guests
    if guests is None:
        return False
    building.read()
    if not building.begin(guests, if_all_stay=True):
        return False
    building.make()
    return renewal.guests is not None  # not where something was damaged, and all is made anew


def _show(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
