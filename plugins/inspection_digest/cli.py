"""`inspection-digest`: the command line. Each command is one file in `commands/`."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence

from inspection_digest.commands import COMMANDS


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 well, 1 something does not hold, 2 unusable."""
    parser = argparse.ArgumentParser(
        prog="inspection-digest",
        description="Check digests of inspection reports, and quotations against their sources.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    arguments = parser.parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        return 128 + signal.SIGINT


if __name__ == "__main__":
    sys.exit(main())
