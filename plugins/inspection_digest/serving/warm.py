"""Pelican, started once for many builds: `python -m inspection_digest.serving.warm -s FILE ...`.

Starting Python and importing Pelican takes longer than a small build. This process has done both;
for every byte on its standard input, a socket, it forks a child that runs Pelican with the given
arguments and then ends as any program does, and it answers with the child's exit code on a line. A
build starts from the same memory, and nothing of one is there in the next but what it has left in
files, which is read here while nobody waits. No thread is ever started here, so that forking is
safe.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import socket
import sys
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pelican
from pelican.readers import Readers
from pelican.settings import DEFAULT_CONFIG, read_settings

from inspection_digest import pelican_adapter, renewal  # noqa: F401 - all that a build imports
from inspection_digest.program import program

# What is imported only when it is about to be used.
LATER = (
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
    _read_a_page()
    program()  # and its own sum: whoever asks starts another when a line of it changes
    gc.collect()
    gc.freeze()  # what was imported is shared with the children, as long as nobody touches it
    folders = None
    while channel.recv(1):
        pid = os.fork()
        if pid == 0:
            _hang_up(channel)
            pelican.main(arguments)  # raises SystemExit when nothing was built
            _leave()
        _, status = os.waitpid(pid, 0)
        channel.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
        if status == 0:
            with suppress(Exception):  # a file may be in between two states: it is read later then
                folders = folders or _folders(arguments)
                renewal.read_ahead(*folders)  # while nobody waits
            gc.collect()
            gc.freeze()


def _folders(arguments: list[str]) -> tuple[Path, Path]:
    """Of the theme and of the site. Whoever asks starts another process when settings change."""
    given = pelican.parse_arguments(arguments)
    settings = read_settings(given.settings, override=pelican.get_config(given))
    return Path(settings["THEME"]), Path(settings["OUTPUT_PATH"])


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
