"""`python -m inspection_digest`, with Pelican's words: what `pelican` does with them.

Where nothing has changed the answer is known before Pelican is imported, which takes longer than to
find that out; where only records have, `records_door` does without. Whatever is not plainly so is
left to Pelican.
"""

from __future__ import annotations

import gc
import runpy
import signal
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspection_digest import asked_ahead, unchanged
from inspection_digest.unchanged import Outcome, Recalled


@dataclass(frozen=True, slots=True)
class Start:
    """The words a build was asked for by, its settings, and what was found out of the last one."""

    words: str
    settings: Mapping[str, Any]
    file: Path
    recalled: Recalled


# Of this process; None where Pelican was started in another way.
started: Start | None = None


def recall(file: Path, output: Path) -> Recalled:
    """As `unchanged.recall`, which may have been asked when this process began, or ahead."""
    if started and started.file == file:
        return started.recalled
    return asked_ahead.taken(file) or unchanged.recall(file, output)


def words() -> str:
    """What was asked for, in which folder and with which file of settings; "" where not known."""
    return started.words if started else ""


def main(arguments: list[str]) -> None:
    """Raises SystemExit where the site could not be built, or somebody has interrupted that."""
    heard: list[int] = []

    def hear(number: int, _: object) -> None:
        heard.append(number)
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, hear)  # Pelican says that all is well after it
    try:
        _build(arguments)
    except KeyboardInterrupt:
        heard.append(signal.SIGINT)
    if heard:
        sys.stderr.write("Interrupted.\n")
        raise SystemExit(1)


def _build(arguments: list[str]) -> None:
    global started  # noqa: PLW0603 - the words a process was started with are its own alone
    began = time.perf_counter()
    given = _understood(arguments)
    if given:
        started = _start(arguments, given)
    if started and started.words == started.recalled.words:
        if started.recalled.outcome:
            say(started.recalled.outcome, time.perf_counter() - began)
            return
        if _without_pelican(started, began):
            return
    from pelican import main as build  # noqa: PLC0415 - it takes a third of a second

    build(arguments)


def _without_pelican(start: Start, began: float) -> bool:
    """Whether the site was built. Raises SystemExit where it could not be."""
    recalled, settings = start.recalled, start.settings
    if not recalled.told or not recalled.same_beside_records:
        return False  # something has changed that Pelican has to do with
    built: bool = _records_door().build(recalled, settings, began)
    return built


def _records_door() -> Any:
    """Imports it, and with it nearly everything."""
    gc.disable()  # what is imported stays: there is nothing to collect
    from inspection_digest import records_door  # noqa: PLC0415 - the same

    gc.enable()
    return records_door


def say(outcome: Outcome, seconds: float) -> None:
    """What the last build said, and how long it took to know that nothing has changed."""
    sys.stderr.write(outcome.err)
    sys.stdout.write(outcome.out.format(seconds=seconds))


def _understood(arguments: list[str]) -> Namespace | None:
    """None where there are words that ask for more than a build, or for no settings."""
    parser = ArgumentParser(exit_on_error=False, add_help=False, allow_abbrev=False)
    parser.add_argument("path", nargs="?")
    parser.add_argument("-s", "--settings")
    parser.add_argument("-o", "--output")
    parser.add_argument("-t", "--theme-path")
    parser.add_argument("--fatal")
    parser.add_argument("-q", "--quiet", action="store_true")
    try:
        given, more = parser.parse_known_args(arguments)
    except Exception:  # noqa: BLE001 - Pelican has the words for it
        return None
    return given if given.settings and not more else None


def _start(arguments: list[str], given: Namespace) -> Start | None:
    """None where the settings cannot be read: Pelican has the words for that."""
    try:
        settings = runpy.run_path(given.settings)
        own = {name: value for name, value in settings.items() if name.isupper()}
        output = Path(given.output or own["OUTPUT_PATH"])
        text = Path(given.settings).read_bytes()
        asked = repr((arguments, str(Path.cwd()), text, unchanged.plain(own)))
        file = unchanged.kept(output)
        recalled = asked_ahead.taken(file) or unchanged.recall(
            file, output, meanwhile=lambda: _records_door().get_ready(output)
        )
        return Start(asked, own, file, recalled)
    except Exception:  # noqa: BLE001 - the same
        return None
