"""`inspection-digest hooks`: the check before each commit, put in place or taken away."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Any

MARK = b"# Inspection Digest: checks the YAML files about to be committed"
SCRIPT = Path("hooks/pre-commit")


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser(
        "hooks",
        help="check what you stage before each commit",
        description="Puts a hook in place that checks the YAML files about to be committed, in "
        "under a second. A hook of your own is never replaced. Exit code 0: done; 1: not, and "
        "what you can do is said.",
    )
    parser.add_argument("--remove", action="store_true", help="take the hook away again")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    hook = _place(Path.cwd())
    if hook is None or not SCRIPT.is_file():
        sys.stderr.write("Run this in the project's own folder, in a clone made with git.\n")
        return 1
    there = hook.is_file() or hook.is_symlink()
    ours = hook.is_file() and MARK in hook.read_bytes()
    if there and hook.resolve() == SCRIPT.resolve():
        return _say("The hooks of this clone are those of the project; nothing to do.")
    if arguments.remove:
        return _remove(hook, there=there, ours=ours)
    if there and not ours:
        sys.stderr.write(
            f"There is a hook already, and it is not ours: {hook}\n"
            f"It stays as it is. Add this line to it:\n\n    sh {SCRIPT.as_posix()} || exit 1\n"
        )
        return 1
    hook.parent.mkdir(parents=True, exist_ok=True)
    hook.write_bytes(SCRIPT.read_bytes())
    hook.chmod(0o755)
    return _say(f"From now on the YAML files you stage are checked before each commit: {hook}")


def _remove(hook: Path, *, there: bool, ours: bool) -> int:
    if not there:
        return _say("There is no hook to take away.")
    if not ours:
        sys.stderr.write(f"The hook there is not ours, so it stays as it is: {hook}\n")
        return 1
    hook.unlink()
    return _say(f"Taken away: {hook}")


def _place(folder: Path) -> Path | None:
    """Where git looks for the hook, `core.hooksPath` and worktrees included."""
    try:
        done = subprocess.run(
            ["git", "rev-parse", "--git-path", "hooks"],  # noqa: S607 - the person's own git
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return (folder / done.stdout.removesuffix("\n")).resolve() / "pre-commit"


def _say(sentence: str) -> int:
    sys.stdout.write(f"{sentence}\n")
    return 0
