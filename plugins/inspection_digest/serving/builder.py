"""Builds the site again and again, in a warm process where the system can fork one safely."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

PELICAN = ("-s", "pelican.conf.py", "--fatal", "errors")
PATIENCE = 5.0  # seconds a build may take to end by itself when a person has stopped us
MOST_TOLD = 100  # paths: of more, it is as quick to look at all files
# macOS has fork, but its own libraries may break in a forked process.
WARM = hasattr(os, "fork") and sys.platform != "darwin"


class Builder:
    """Builds `project` with these environment variables."""

    def __init__(self, project: Path, environment: Mapping[str, str]) -> None:
        self._project = project
        # The plugin of this project, whichever the environment has installed.
        self._environment = {**environment, "PYTHONPATH": str(project / "plugins")}
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: socket.socket | None = None

    def build(self, afresh: bool = False, changes: Collection[str] | None = None) -> bool:
        """Whether the site was built; if not, why has been said on standard error.

        `afresh`: what the warm process has imported is no longer what it would import now.
        `changes`: the paths of all that has changed since the last build began; None: not known.
        """
        if not WARM:
            words = [sys.executable, "-m", "inspection_digest", *PELICAN]
            done = subprocess.run(  # noqa: S603 - Pelican, with words of our own
                words, cwd=self._project, env=self._environment, check=False
            )
            return done.returncode == 0
        if afresh:
            self.stop()
        if self._channel is None:
            self._start()
        return self._ask(changes) == 0

    def stop(self) -> None:
        """Ends the warm process. The next build starts another."""
        process, channel = self._process, self._channel
        self._process = self._channel = None
        if process is None or channel is None:
            return
        with suppress(OSError):  # it has gone already
            channel.shutdown(socket.SHUT_RDWR)
        channel.close()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()

    def _start(self) -> None:
        self._channel, theirs = socket.socketpair()
        words = [sys.executable, "-m", "inspection_digest.serving.warm", *PELICAN]
        self._process = subprocess.Popen(  # noqa: S603 - our own module, with words of our own
            words,
            cwd=self._project,
            env=self._environment,
            stdin=theirs.fileno(),
            process_group=0,  # Ctrl-C is for us; it is stopped by the closed line
        )
        theirs.close()

    def _ask(self, changes: Collection[str] | None) -> int:
        """The exit code of a build in the warm process."""
        process, channel = self._process, self._channel
        assert process is not None  # noqa: S101 - _start has set both
        assert channel is not None  # noqa: S101 - the same
        try:
            told = None if changes is None or len(changes) > MOST_TOLD else sorted(changes)
            channel.sendall(f"{json.dumps(told)}\n".encode())
            with channel.makefile() as replies:
                reply = replies.readline()
        except OSError:
            reply = ""
        if reply:
            code = int(reply)
            if code < 0:
                sys.stderr.write(f"The build was ended from outside, by signal {-code}.\n")
            return code
        if self._process is process:  # and nobody has stopped us: it could not start, or has died
            self.stop()
            sys.stderr.write("Nothing was built. The next change is tried from the start.\n")
        return 1
