"""A source that is described and has no text yet, filled from its document.

`new` writes a source.yaml before anybody has the document; a person may have written more into it
since. What stands there is kept, line by line; what the document shows is added below.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.formatting.formatted import formatted
from inspection_digest.reading.yaml_text import read_yaml

_LICENCE = re.compile(r"^licence:[ \t]*linked-only[ \t]*$", re.MULTILINE)


def only_described(folder: Path) -> bool:
    """Whether a source's folder holds its source.yaml, as a file of its own, and nothing else."""
    found = list(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []
    return [path.name for path in found] == ["source.yaml"] and not found[0].is_symlink()


def described(text: str, path: str) -> dict[str, str]:
    """The plain values that stand in a source.yaml; empty where it cannot be read."""
    document = read_yaml(text, path, Diagnostics())
    values = document.value if document else {}
    return {key: value for key, value in values.items() if isinstance(value, str)}


def filled(text: str, path: str, lines: Mapping[str, str], *, free: bool) -> str:
    """The file with the lines of the keys it has not, in the usual order of keys.

    `free`: its licence was said to be ogl-3, and takes the place of linked-only, which may stand
    there only because nobody had looked.
    """
    document = read_yaml(text, path, Diagnostics())
    there = set(document.value) if document else set()
    kept = _LICENCE.sub("licence: ogl-3", text.rstrip("\n")) if free else text.rstrip("\n")
    added = [line for key, line in lines.items() if key not in there]
    whole = "\n".join([kept, *added, ""])
    return formatted(whole, path, Diagnostics()).text or whole


def fill(folder: Path, yaml: str, text: str | None) -> None:
    """Both files, or neither. Raises OSError; then all is as it was."""
    held, described_in = folder / "text.txt", folder / "source.yaml"
    handle, name = tempfile.mkstemp(prefix=".filling-", dir=folder)
    aside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(yaml)
        aside.chmod(0o644)
        if text is not None:
            held.write_text(text, "utf-8", newline="\n")
        aside.replace(described_in)
    except OSError:
        held.unlink(missing_ok=True)
        raise
    finally:
        aside.unlink(missing_ok=True)
