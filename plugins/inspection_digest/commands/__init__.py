"""The commands, in the order `--help` lists them.

Each module has `add_to(commands)`, which adds its parser and sets `run`, a function from the
parsed arguments to an exit code.
"""

from inspection_digest.commands import check, draft, fmt, hooks, new, quote, source

COMMANDS = (check, quote, source, draft, new, fmt, hooks)
