"""A real Chromium, the built site and the theme's extreme pages, served on this machine only."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.theme import pages

# The first is the same browser without a window at all, and half as quick again to open pages.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        assert os.environ.get("CI") != "true", "CI has to have chromium, for the browser tests"
        pytest.skip("no chromium: the pages were not tried in a browser")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[str]:
    """The address of the built site."""
    with serve(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of the theme's sample pages, full and nearly empty, by name."""
    folder = tmp_path_factory.mktemp("samples")
    shutil.copytree(pages.THEME / "static", folder / "theme")
    places = {}
    for name, (kind, full) in pages.PAGES.items():
        root = pages.root_of(view := kind(full=full))
        place = "deep/" * root.count("../") + f"{name.replace(' ', '-')}.html"
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(pages.render(view), encoding="utf-8")
        places[name] = place
    with serve(folder) as address:
        yield {name: address + place for name, place in places.items()}


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its parent's name
        """Says nothing."""
