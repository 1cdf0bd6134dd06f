"""Pelican, started once for many builds: `python -m inspection_digest.serving.warm -s FILE ...`.

Starting Python and importing Pelican takes longer than a small build. This process has done both;
for every line on its standard input, a socket, a child builds with the given arguments and
then ends as any program does, and the answer is the child's exit code on a line. The line says in
JSON which paths have changed since the last build began; `null`: nobody knows. The child of the
next build is forked ahead, and gets ready while nobody waits. A build starts from the same memory,
and nothing of one is there in the next but what it has left in files. No thread is ever started
here, so that forking is safe.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import logging
import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from select import select
from tempfile import TemporaryDirectory
from typing import NoReturn

import pelican
from pelican.readers import Readers
from pelican.settings import DEFAULT_CONFIG, read_settings

from inspection_digest import asked_ahead, pelican_adapter, pelican_start
from inspection_digest.program import program
from inspection_digest.reading.records import DigestRecord
from inspection_digest.reading.source_records import SourceRecord

# What is imported only when it is about to be used.
LATER = (
    "inspection_digest.composing.prose_by_libraries",
    "inspection_digest.reading.yaml_any",
    "inspection_digest.records_door",
    "multiprocessing.popen_fork",
    "multiprocessing.synchronize",
    "rich._emoji_codes",
    "rich.status",
)
PAGE = """Title: A page

A *word* or “two”.

## A heading
"""


def main(arguments: list[str]) -> None:
    """Returns when nobody can ask any more. Never returns in a child."""
    channel = socket.socket(fileno=sys.stdin.fileno())
    for name in LATER:
        importlib.import_module(name)
    DigestRecord.model_rebuild()  # what checks a digest and its sources
    SourceRecord.model_rebuild()
    _read_a_page()
    program()  # and its own sum: whoever asks starts another when a line of it changes
    gc.collect()
    gc.freeze()  # what was imported is shared with the children, as long as nobody touches it
    asking = channel.makefile("rb")
    while True:
        build = _Build(arguments, channel, ready=True)
        asked = asking.readline()
        if not asked:
            build.end()
            return
        if not build.begin(asked):  # it was ended while it waited: what was asked for is wanted
            build.end()
            build = _Build(arguments, channel, ready=False)
            build.begin(asked)
        channel.sendall(f"{build.end()}\n".encode())


class _Build:
    """The next build: a child that waits to be told to begin. `ready`: it gets ready for it."""

    def __init__(self, arguments: list[str], channel: socket.socket, *, ready: bool) -> None:
        told, self._line = os.pipe()
        self._pid = os.fork()
        if self._pid:
            os.close(told)
            return
        os.close(self._line)
        if ready:
            _get_ready(arguments, enough=lambda: bool(select([told], [], [], 0)[0]))
        with open(told, "rb") as line:  # noqa: PTH123 - it is no path
            asked = line.readline()
        if not asked:
            os._exit(0)
        asked_ahead.touched(json.loads(asked))
        _hang_up(channel)
        pelican_start.main(arguments)  # raises SystemExit when nothing was built
        _leave()

    def begin(self, asked: bytes) -> bool:
        """Whether there is still somebody to be told."""
        try:
            with open(self._line, "wb", closefd=False) as line:
                line.write(asked)
        except BrokenPipeError:
            return False
        return True

    def end(self) -> int:
        """The exit code, when it has ended: at once, if it was not told to begin."""
        os.close(self._line)
        _, status = os.waitpid(self._pid, 0)
        return os.waitstatus_to_exitcode(status)


def _get_ready(arguments: list[str], enough: Callable[[], bool]) -> None:
    """Whatever goes wrong will go wrong in the build too, and be said there, or will be past."""
    logging.disable()
    with suppress(Exception):
        given = pelican.parse_arguments(arguments)
        settings = read_settings(given.settings, override=pelican.get_config(given))
        pelican_adapter.get_ready(settings, enough)
    logging.disable(logging.NOTSET)
    gc.collect()
    gc.freeze()


def _read_a_page() -> None:
    """Whatever is imported and compiled for the first page that is read."""
    settings = {**deepcopy(DEFAULT_CONFIG), "TYPOGRIFY": True}
    settings["MARKDOWN"]["extension_configs"]["markdown.extensions.toc"] = {}
    with TemporaryDirectory() as folder:
        Path(folder, "page.md").write_text(PAGE, encoding="utf-8")
        Readers(settings).read_file(folder, "page.md").content  # noqa: B018 - worked out when asked for


def _hang_up(channel: socket.socket) -> None:
    """A build has no input, and does not keep the line open when its parent is gone."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, channel.fileno())
    os.close(nothing)
    channel.detach()


def _leave() -> NoReturn:
    """Ends a build that succeeded, with all that is to be done at the end of a program but one
    thing: to take apart all that was imported, which takes a good part of a small build's time.
    """
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    with suppress(ConnectionError):  # whoever asked for builds has left
        main(sys.argv[1:])
