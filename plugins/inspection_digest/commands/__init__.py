"""The commands, in the order `--help` lists them.

Each module has `add_to(commands)`, which adds its parser and sets `run`, a function from the
parsed arguments to an exit code.
"""

from inspection_digest.commands import (
    check,
    compare,
    draft,
    explain,
    fmt,
    hooks,
    links,
    new,
    preview,
    quote,
    source,
)

COMMANDS = (new, check, explain, quote, source, draft, fmt, hooks, compare, preview, links)
