"""The first line of every file: it tells an editor which schema explains the keys below.

`# yaml-language-server: $schema=<relative path>` is what the YAML extension of VS Code reads, and
the editors that share its language server.
"""

from __future__ import annotations

from inspection_digest.diagnostics import Cure, Diagnostics, Position
from inspection_digest.reading.files import TextFile

START = "# yaml-language-server: $schema="
SCHEMAS = "plugins/inspection_digest/schema"


def kind_of(path: str) -> str | None:
    """`digest`, `source`, `framework` or `providers`, by a path relative to the project.

    None for a path where no record is kept.
    """
    match path.split("/"):
        case ["content", "digests", _, name] if name.endswith(".yaml"):
            return "digest"
        case ["content", "EXAMPLE.yaml"]:
            return "digest"
        case ["content", "sources", _, "source.yaml"]:
            return "source"
        case ["content", "frameworks", name] if name.endswith(".yaml"):
            return "framework"
        case ["content", "providers.yaml"]:
            return "providers"
        case _:
            return None


def modeline(path: str) -> str:
    """The first line of the file at `path`, which `kind_of` knows, without its line end."""
    up = "../" * path.count("/")
    return f"{START}{up}{SCHEMAS}/{kind_of(path)}.json"


def check_modeline(file: TextFile, diagnostics: Diagnostics) -> None:
    """Notes a first line whose path leads elsewhere, as in a copy from another folder.

    None is needed, and an address of the web is somebody's own choice.
    """
    path = f"content/{file.path.partition('/')[2]}"
    first = file.text.removeprefix("\ufeff").partition("\n")[0]
    target = first.removeprefix(START)
    if target == first or "://" in target or not kind_of(path) or first.strip() == modeline(path):
        return
    diagnostics.warning(
        Position(file.path, 1, len(START) + 1, first),
        "schema-elsewhere",
        "The first line names another schema than that of this file: an editor that reads the line "
        "cannot explain the keys.",
        "It is the line of a file in another folder; `python3 tasks.py fmt` mends it too.",
        Cure(1, 1, modeline(path)),
    )
