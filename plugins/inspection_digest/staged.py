"""What is about to be committed, checked before it is: `python -m inspection_digest.staged`.

Reads git's index, not the folder: what is staged is what will be published. It imports no more
than the check needs and reads no more files than the staged ones have to do with, so that nobody
waits; when there is something to say, everything is read and it is said as `check` says it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from inspection_digest.analysis.findings import note_contradictions
from inspection_digest.diagnostics import Diagnostic, Diagnostics, Position
from inspection_digest.evidence.findings import note_findings
from inspection_digest.evidence.quotations import prove_all
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.crossrefs import check_references
from inspection_digest.reading.files import TextFile, note_if_astray, text_file
from inspection_digest.reporting.text import as_text

ANYWAY = "Nothing was committed. To commit all the same: git commit --no-verify\n"
SYMBOLIC_LINK = "120000"


class NoIndexError(Exception):
    """Git is not there, or this is not a folder it knows."""


class Index(Struct, frozen=True):
    """What git has staged: `blobs` by path in the project, `changed` the staged YAML paths that
    have a place there, `apart` those that have none."""

    blobs: Mapping[str, tuple[str, str]]  # (mode, name of the object)
    changed: frozenset[str]
    apart: frozenset[str]


def check_staged(project: Path) -> list[Diagnostic]:
    """All that is wrong with the staged YAML files and with those that depend on them.

    Raises NoIndexError.
    """
    index = _index(project)
    astray = Diagnostics()
    for path in sorted(index.apart):
        note_if_astray(path.split("/")[1], path, astray)
    if astray.errors or not index.changed:
        return list(astray)
    wanted = [path for path in index.blobs if path.endswith(".yaml")]
    data = _contents(project, index, wanted)
    concerned = index.changed | set(_dependents(index, data))
    needed = _needed(concerned, data)
    texts = [path for path in index.blobs if path.endswith("/text.txt")]
    near = [path for path in texts if path.replace("text.txt", "source.yaml") in needed]
    some = {path: data[path] for path in needed} | _contents(project, index, near)
    found = _check(some, index, concerned)
    if not found:
        return []
    return _check(data | _contents(project, index, texts), index, concerned)


def _check(data: Mapping[str, bytes], index: Index, concerned: Iterable[str]) -> list[Diagnostic]:
    diagnostics = Diagnostics()
    files: list[TextFile] = []
    for path, bytes_ in sorted(data.items()):
        if index.blobs[path][0] == SYMBOLIC_LINK:
            diagnostics.error(
                Position(path),
                "symbolic-link",
                "This is a symbolic link; they are not followed.",
                "Put the file itself here.",
            )
        elif file := text_file(bytes_, path, diagnostics):
            files.append(file)
    library = read_library(files, diagnostics)
    check_references(library, diagnostics)
    note_contradictions(library, diagnostics)
    note_findings(library, prove_all(library), diagnostics)
    return [item for item in diagnostics if item.position.path in set(concerned)]


# -- which files have to do with which ------------------------------------------------------------


def _dependents(index: Index, data: Mapping[str, bytes]) -> Iterable[str]:
    """Digests that name a source, a framework or a digest that was changed, or whose provider is
    gone."""
    names = set(filter(None, map(_name_of, index.changed)))
    providers = data.get("content/providers.yaml", b"")
    for path, text in data.items():
        if not path.startswith("content/digests/"):
            continue
        if any(name.encode() in text for name in names) or (
            "content/providers.yaml" in index.changed
            and f"\n{path.split('/')[2]}:".encode() not in providers
        ):
            yield path


def _name_of(path: str) -> str:
    """By which a digest names what this file is of; "" where none does."""
    match path.removesuffix(".yaml").split("/"):
        case ["content", "sources", id_, _] | ["content", "frameworks", id_]:
            return id_
        case ["content", "digests", provider, when]:
            return f"{provider}/{when}"
    return ""


def _needed(concerned: Iterable[str], data: Mapping[str, bytes]) -> set[str]:
    """The files concerned and all that they can name, as far as a plain search shows it."""
    there = [path for path in concerned if path in data]
    said = b"\n".join(data[path] for path in there)
    folders = {path.rpartition("/")[0] for path in there if path.startswith("content/digests/")}
    needed = set(there)
    for path in data:
        folder, _, name = path.rpartition("/")
        match path.split("/"):
            case ["content", "sources", id_, _]:
                wanted = id_.encode() in said
            case ["content", "digests", provider, when]:
                id_ = f"{provider}/{when.removesuffix('.yaml')}"
                wanted = folder in folders or id_.encode() in said
            case ["content", "frameworks", _]:
                wanted = True
            case _:
                wanted = name == "providers.yaml"
        if wanted:
            needed.add(path)
    # A source seen second-hand names another; a neighbour's own sources are not looked at.
    via = b"\n".join(data[path] for path in needed if path.startswith("content/"))
    return needed | {
        path for path in data if path.startswith("content/sources/") and _id(path) in via
    }


def _id(path: str) -> bytes:
    return path.split("/")[2].encode()


# -- git ------------------------------------------------------------------------------------------


def _index(project: Path) -> Index:
    changed = _git(
        project, "diff", "--cached", "--name-only", "--no-renames", "--relative", "-z", "--",
        "content/*.yaml",
    )  # fmt: skip
    listed = _git(project, "ls-files", "--stage", "-z", "--", "content")
    blobs = {}
    for line in filter(None, listed.split("\0")):
        facts, _, path = line.partition("\t")
        mode, name, _ = facts.split(" ")
        if _has_a_place(path):
            blobs[path] = (mode, name)
    paths = frozenset(filter(None, changed.split("\0")))
    placed = frozenset(filter(_has_a_place, paths))
    return Index(blobs, placed, paths - placed)


def _has_a_place(path: str) -> bool:
    """Whether `check` would read it: EXAMPLE.yaml and pages are not for it."""
    folders = ("content/digests/", "content/sources/", "content/frameworks/")
    kept = path.startswith(folders) or path == "content/providers.yaml"
    return kept and path.endswith((".yaml", ".txt"))


def _contents(project: Path, index: Index, paths: Iterable[str]) -> dict[str, bytes]:
    """The staged bytes of each path, all from one process."""
    wanted = [path for path in paths if path in index.blobs]
    asked = "".join(f"{index.blobs[path][1]}\n" for path in wanted).encode()
    output = _run_git(project, ["cat-file", "--batch"], asked) if wanted else b""
    found, at = {}, 0
    for path in wanted:
        end = output.index(b"\n", at)
        size = int(output[at:end].split(b" ")[2])
        found[path] = output[end + 1 : end + 1 + size]
        at = end + size + 2
    return found


def _git(project: Path, *words: str) -> str:
    return _run_git(project, list(words), b"").decode("utf-8", "surrogateescape")


def _run_git(project: Path, words: list[str], given: bytes) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - git, with words of our own
            ["git", *words],  # noqa: S607 - the git that runs the hook
            cwd=project,
            input=given,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoIndexError("git cannot be asked what is staged here") from error
    return done.stdout


def main() -> int:
    """The hook: exit code 1 if something staged is wrong."""
    try:
        found = check_staged(Path.cwd())
    except NoIndexError as error:
        sys.stderr.write(f"Not checked: {error}.\n")
        return 0
    sys.stdout.write(as_text(found))
    if any(str(item.severity) == "error" for item in found):
        sys.stdout.write(ANYWAY)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
