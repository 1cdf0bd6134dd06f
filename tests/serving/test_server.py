"""`invoke serve`: what is written is shown, at once and by itself; what is wrong is said."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.websocket import WebSocketClientConnection, websocket_connect

PROJECT = Path(__file__).resolve().parents[2]
DIGEST = "content/digests/nowhere-railway/2031-05-14.yaml"
PAGE = "/digests/nowhere-railway/2031-05-14/"
SECONDS = 60  # for anything to happen at all; nothing here takes a tenth of it
BUILT = "Seconds "  # how a line of a build that succeeded begins
FAILED = ".preview/ is as it was."
WATCHING = "plugins/inspection_digest/serving/watching.py"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project of its own: the toy railway."""
    for name in ("tasks.py", "pelican.conf.py"):
        shutil.copy(PROJECT / name, tmp_path)
    for name in ("plugins", "theme"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    shutil.copytree(PROJECT / "tests/examples/site/content", tmp_path / "content")
    return tmp_path


@dataclass(frozen=True)
class Served:
    """`invoke serve` as a person has it: a terminal, a browser, and a page open in it."""

    port: int
    process: asyncio.subprocess.Process
    page: WebSocketClientConnection

    async def says(self, words: str) -> list[str]:
        """The lines on the terminal up to one with these words."""
        return await _said(self.process, words)

    async def is_reloaded(self) -> str:
        """Waits until the open page is told to; what of it is to be loaded again."""
        async with asyncio.timeout(SECONDS):
            message = json.loads(await self.page.read_message() or "{}")
        assert message["command"] == "reload"
        return str(message["path"])

    async def shows(self, path: str) -> str:
        answer = await AsyncHTTPClient().fetch(f"http://localhost:{self.port}{path}")
        return answer.body.decode()


async def _said(process: asyncio.subprocess.Process, words: str) -> list[str]:
    lines: list[str] = []
    assert process.stdout is not None
    while True:
        line = (await asyncio.wait_for(process.stdout.readline(), SECONDS)).decode()
        assert line, "".join(lines)
        lines.append(line)
        if words in line:
            return lines


def _heed_interrupts() -> None:
    """Whoever runs the tests in the background has told them, and all they start, to ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@asynccontextmanager
async def _serving(project: Path) -> AsyncIterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        *[sys.executable, "-m", "invoke", "serve", "--port", str(port)],
        cwd=project,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=_heed_interrupts,
    )
    page = None
    try:
        await _said(process, "Start watching changes")
        page = await websocket_connect(f"ws://localhost:{port}/livereload")
        await page.write_message(json.dumps({"command": "hello"}))
        await page.read_message()
        await page.write_message(json.dumps({"command": "info", "url": PAGE}))
        yield Served(port, process, page)
    finally:
        if page is not None:
            page.close()
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGINT)  # as Ctrl-C does
        assert process.stdout is not None
        left = (await asyncio.wait_for(process.stdout.read(), SECONDS)).decode()
        await process.wait()
        sys.stdout.write(left)  # shown where a test fails
    assert "Traceback" not in left
    assert process.returncode == 0


def _served(project: Path, act: Callable[[Served], Awaitable[None]]) -> None:
    async def run() -> None:
        async with _serving(project) as served:
            await act(served)

    with ThreadPoolExecutor(1) as elsewhere:  # the tests of browsers keep a loop in this thread
        elsewhere.submit(lambda: asyncio.run(run())).result()


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


TITLE = "Trains on time, and no track to run on"


def _put(file: Path, text: str) -> None:
    """As an editor does that writes aside and renames: nobody ever reads half of the file."""
    aside = file.parents[3] / f"{file.name}.new"  # outside content: a build would name it
    aside.write_text(text, "utf-8")
    aside.replace(file)


def test_what_is_written_is_shown_and_a_mistake_is_said_until_it_is_mended(project: Path) -> None:
    async def act(served: Served) -> None:
        digest = project / DIGEST
        assert TITLE in await served.shows(PAGE)

        _change(digest, TITLE, "A second title")
        assert await served.is_reloaded() == str(digest)
        second = await served.shows(PAGE)
        assert "A second title" in second
        assert TITLE not in second

        await served.says(BUILT)
        _change(digest, '"1.1": Outstanding', '"1.1": Outstandign')
        assert f"{DIGEST}:6:10: error [unknown-grade]" in "".join(await served.says(FAILED))
        assert await served.shows(PAGE) == second

        _change(digest, '"1.1": Outstandign', '"1.1": Outstanding')
        _change(digest, "A second title", "A third title")
        assert await served.is_reloaded() == str(digest)  # and not once for the mistake
        assert "A third title" in await served.shows(PAGE)

    _served(project, act)


def test_a_burst_of_changes_is_one_build_and_changes_during_a_build_are_one_more(
    project: Path,
) -> None:
    async def act(served: Served) -> None:
        digest = project / DIGEST
        text = digest.read_text("utf-8")
        for number in range(10):  # quicker than anyone
            _put(digest, text.replace(TITLE, f"Title {number} of ten"))
        await served.is_reloaded()
        assert "Title 9 of ten" in await served.shows(PAGE)
        await served.says(BUILT)

        _put(digest, text.replace(TITLE, "Title before"))
        await _begun(project)
        for number in range(4):
            _put(digest, text.replace(TITLE, f"Title {number} of four"))
        for _ in range(2):
            await served.is_reloaded()
        assert "Title 3 of four" in await served.shows(PAGE)
        for _ in range(2):
            await served.says(BUILT)

        # No build is left over: the next one is that of the next change.
        digest.write_text(text.replace("framework:", "frame:"))
        assert not [line for line in await served.says(FAILED) if line.startswith(BUILT)]

    # On a busy machine a burst may pause for longer than it is waited for.
    _change(project / WATCHING, "QUIET = 0.015", "QUIET = 0.5")
    _served(project, act)


async def _begun(project: Path) -> None:
    """Waits until a build has opened its stage."""
    async with asyncio.timeout(SECONDS):
        while not list(project.glob("..preview.*.building")):
            await asyncio.sleep(0)


def test_a_changed_program_and_changed_settings_are_the_ones_that_build(project: Path) -> None:
    async def act(served: Served) -> None:
        settings = project / "pelican.conf.py"
        _put(settings, settings.read_text().replace('"Inspection Digest"', '"Toys Digested"'))
        await served.is_reloaded()
        assert "Toys Digested" in await served.shows("/")

        program = project / "plugins/inspection_digest/composing/listings.py"
        sound = program.read_text()
        program.write_text("raise RuntimeError('half written')\n")
        said = "".join(await served.says("Nothing was built."))
        assert "half written" in said
        program.write_text(sound)
        await served.is_reloaded()

        words = project / "plugins/inspection_digest/version.py"
        words.write_text(words.read_text() + "import sys\nsys.stderr.write('a new program\\n')\n")
        await served.says("a new program")
        await served.is_reloaded()

    _served(project, act)


def test_a_style_sheet_is_changed_without_loading_the_page_again(project: Path) -> None:
    async def act(served: Served) -> None:
        sheet = project / "theme/static/css/base.css"
        sheet.write_text(sheet.read_text() + "\n/* new */\n")
        assert await served.is_reloaded() == str(sheet)
        assert "/* new */" in await served.shows("/theme/css/base.css")

    _served(project, act)


@pytest.mark.parametrize(
    ("port", "said"),
    [
        ("{}", "Port {} cannot be used: Address already in use. Name another, with --port.\n"),
        ("0", "--port is a number from 1 to 65535, and not 0.\n"),
        ("65536", "--port is a number from 1 to 65535, and not 65536.\n"),
        ("abc", "--port is a number from 1 to 65535, and not abc.\n"),
    ],
    ids=["taken", "none", "too high", "no number"],
)
def test_a_port_that_cannot_be_used_is_said_before_anything_is_built(
    project: Path, port: str, said: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        command = [sys.executable, "-m", "invoke", "serve", "--port", port.format(number)]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said.format(number))
    assert not (project / ".preview").exists()
