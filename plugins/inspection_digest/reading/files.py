"""The files of a content folder, read from disk once. The only place below the doors that reads.

Symbolic links are not followed: a pull request must not be able to publish a file of the
machine that builds it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from inspection_digest.diagnostics import Diagnostics, Position
from inspection_digest.reading.nearness import surely

FOLDERS = ("digests", "sources", "frameworks")
KINDS = "Digests, sources and frameworks are .yaml files; a source's text is text.txt"
PLACES = (
    "Digests are digests/<provider>/<when>.yaml, frameworks are frameworks/<id>.yaml, and a source "
    "is sources/<id>/source.yaml with its text.txt."
)
PROVIDERS = "providers.yaml"
EXAMPLE = "EXAMPLE.yaml"  # explains each key, and is no record
# What a phone or an old editor makes of `.yaml`; the name is right but for that.
WRONG_ENDINGS = (".yml", ".yaml.txt", ".yml.txt", ".yaml.yaml", ".yaml.yml")
WRONG_TEXTS = ("text.txt", "text.txt.txt")


class TextFile(Struct, frozen=True):
    """A file's text under its path relative to the project (`content/digests/...`, with `/`)."""

    path: str
    text: str
    sha256: str


def read_files(content: Path, diagnostics: Diagnostics) -> tuple[TextFile, ...]:
    """Every YAML and text file that can hold a record, in order of path."""
    for path in sorted(content.iterdir()) if content.is_dir() else ():
        note_if_astray(path.name, _name(path, content), diagnostics)
    wanted = [*_found(content / PROVIDERS, content, diagnostics)]
    for folder in FOLDERS:
        wanted += _found(content / folder, content, diagnostics)
    files = (read_file(path, content, diagnostics) for path in wanted)
    return tuple(sorted((file for file in files if file), key=lambda file: file.path))


def note_if_astray(name: str, path: str, diagnostics: Diagnostics) -> None:
    """Notes a file or folder of this name at `path`, if it is `astray`."""
    cure = astray(name)
    if cure:
        said = "Nothing reads what stands here."
        diagnostics.error(Position(path), "misplaced-file", said, cure)


def astray(name: str) -> str:
    """Of what is right in the content folder: where it belongs, if it is a record that nothing
    reads there, or a folder whose name is a slip. "" where all is well: prose is for others."""
    if name in {*FOLDERS, PROVIDERS, EXAMPLE} or name.startswith("."):
        return ""
    meant = surely(name, (*FOLDERS, PROVIDERS))
    if meant:
        return f"Call it `{meant}`."
    return PLACES if name.lower().endswith((".yaml", *WRONG_ENDINGS)) else ""


def _found(path: Path, content: Path, diagnostics: Diagnostics) -> Iterator[Path]:
    """The file itself, or the files of a folder and of the folders in it."""
    if path.is_symlink():
        diagnostics.error(
            Position(_name(path, content)),
            "symbolic-link",
            "This is a symbolic link; they are not followed.",
            "Put the file itself here.",
        )
    elif path.is_dir():
        for inner in sorted(path.iterdir()):
            if not inner.name.startswith("."):
                yield from _found(inner, content, diagnostics)
    elif path.suffix in {".yaml", ".txt"} and not _renamed(path.name):
        if path.is_file():
            yield path
    elif path.exists():
        ending = "".join(path.suffixes) if _renamed(path.name) else path.suffix
        diagnostics.error(
            Position(_name(path, content)),
            "unexpected-file",
            f"A file ending in “{ending}” has no place here.",
            _renamed(path.name) or f"{KINDS}.",
        )


def _renamed(name: str) -> str:
    """What to call a file whose name has a wrong ending (`2031.yml`), or an empty string."""
    stem, _, ending = name.partition(".")
    if f".{ending.lower()}" in WRONG_ENDINGS:
        return f"Rename it to `{stem}.yaml`."
    return "Rename it to `text.txt`." if name != "text.txt" and name.lower() in WRONG_TEXTS else ""


def read_file(path: Path, content: Path, diagnostics: Diagnostics) -> TextFile | None:
    """One file; None, and a diagnostic, if it is not UTF-8. Raises OSError."""
    return text_file(path.read_bytes(), _name(path, content), diagnostics)


def text_file(data: bytes, name: str, diagnostics: Diagnostics) -> TextFile | None:
    """A file's bytes, wherever they are from, as text; None, and a diagnostic, if they are not."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        diagnostics.error(
            Position(name, line),
            "not-utf-8",
            "This file is not saved as UTF-8: a character on this line cannot be read.",
            "Save it again with the encoding UTF-8.",
        )
        return None
    return TextFile(name, text.replace("\r\n", "\n"), hashlib.sha256(data).hexdigest())


def _name(path: Path, content: Path) -> str:
    return f"{content.name}/{path.relative_to(content).as_posix()}"
