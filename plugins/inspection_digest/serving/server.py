"""Shows the site on this machine, builds it again when a file changes and reloads open pages."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.ioloop import IOLoop

from inspection_digest.serving.builder import Builder
from inspection_digest.serving.watching import Changes, Watch, are_imported

PREVIEW = ".preview"  # the folder the site is built into
LAST_PORT = 65535


def serve(project: Path, wanted: str) -> None:
    """`wanted`: a port. Returns when a person stops it. Raises SystemExit where that cannot be
    listened at."""
    port = _port(wanted)
    watch = Watch(project)  # first: what changes during the first build is built after it
    builder = Builder(project, _environment(project, port))
    try:
        builder.build()
        server = Server(watcher=_Announcer(project, watch, builder))
        server.serve(root=str(project / PREVIEW), port=port, open_url_delay=None)
    finally:
        watch.stop()
        builder.stop()


def _port(wanted: str) -> int:
    """Tried before a build has made anybody wait."""
    port = int(wanted) if wanted.isdecimal() else 0
    if not 0 < port <= LAST_PORT:
        raise SystemExit(f"--port is a number from 1 to {LAST_PORT}, and not {wanted}.")
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            tried.bind(("127.0.0.1", port))
        except OSError as error:
            raise SystemExit(
                f"Port {port} cannot be used: {error.strerror}. Name another, with --port."
            ) from None
    return port


def _environment(project: Path, port: int) -> dict[str, str]:
    """A site that knows its address here, and that lets the script run that reloads it."""
    policy = f"; script-src 'self' 'unsafe-inline'; connect-src 'self' ws://localhost:{port}"
    return {
        **os.environ,
        "OUTPUT_PATH": str(project / PREVIEW),
        "SITEURL": f"http://localhost:{port}",
        "PREVIEW_POLICY": policy,
    }


class _Announcer(Watcher):  # type: ignore[misc] # livereload has no types
    """Stands in for livereload's own watcher, which looks at every file in turn each 0.8 s."""

    def __init__(self, project: Path, watch: Watch, builder: Builder) -> None:
        super().__init__()
        self._project, self._watch, self._builder = project, watch, builder
        # Without a task, livereload would watch the folder it was started in.
        self._tasks: dict[str, object] = {"": {}}

    def start(self, _: Callable[[], None]) -> bool:
        """Called when the server is about to listen; true says that nobody need look at times."""
        loop = IOLoop.current()
        _stop_on_interrupt(loop)
        Thread(target=self._follow, args=(loop,), daemon=True).start()
        return True

    def _follow(self, loop: IOLoop) -> None:
        """Builds after every change. What changes during a build is built after it."""
        while True:
            changes = self._watch.changes()
            if self._builder.build(are_imported(self._project, changes), changes):
                loop.add_callback(_reload, changes)


def _stop_on_interrupt(loop: IOLoop) -> None:
    """Ctrl-C as an event of the loop's own. As an exception it can be lost: raised while a page
    is answered it ends in that answer's error handling, and just before the loop waits, nowhere.
    """
    with suppress(NotImplementedError):  # Windows, which keeps the exception
        asyncio.get_event_loop().add_signal_handler(signal.SIGINT, loop.stop)


def _reload(changes: Changes) -> None:
    """Tells the open pages. One that has only got another style sheet need not be loaded again."""
    (path,) = changes if len(changes) == 1 else ("*",)
    LiveReloadHandler.watcher.filepath = path
    LiveReloadHandler.reload_waiters(path)
