"""The first line of every file: it tells an editor which schema explains the keys below.

`# yaml-language-server: $schema=<relative path>` is what the YAML extension of VS Code reads, and
the editors that share its language server.
"""

from __future__ import annotations

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
