"""Known vulnerabilities in the locked versions, as a few lines of Markdown. It stops nothing.

pip-audit asks the public list of advisories about each version in the locks and installs none of
them. It runs in an environment of its own, from a lock of its own. Exit code 0: it looked, and what
it found is printed; 1: it could not look, and why.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent.parent
LOCKS = ("requirements/test.txt", "requirements/audit.txt")  # test.txt holds all of site.txt
PLACE = HERE / ".cache" / "audit"


def main() -> int:
    python = _prepared()
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    checked = set()
    for lock in LOCKS:
        done = subprocess.run(
            [str(python), "-m", "pip_audit", *_options(), "-r", str(HERE / lock)],
            capture_output=True,
            text=True,
            check=False,
        )
        try:
            packages = json.loads(done.stdout)["dependencies"]
        except (ValueError, KeyError):
            why = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
            sys.stderr.write(f"pip-audit could not look at {lock}: {why}\n")
            return 1
        for package in packages:
            if "version" not in package:
                sys.stderr.write(f"pip-audit passed over {package}\n")
                return 1
            checked.add((package["name"], package["version"]))
            if package["vulns"]:
                found[package["name"], package["version"]] = package["vulns"]
    sys.stdout.write(report(found, len(checked)))
    return 0


def report(found: dict[tuple[str, str], list[dict[str, Any]]], checked: int) -> str:
    """A heading, what was looked at, and a line for each advisory."""
    lines = ["# Known vulnerabilities", ""]
    if not found:
        return "\n".join([*lines, f"None is known in the {checked:,} locked versions.", ""])
    lines += [f"Of {checked:,} locked versions, {len(found):,} to look at:", ""]
    for (name, version), weaknesses in sorted(found.items()):
        for weakness in sorted(weaknesses, key=lambda one: str(one["id"])):
            fixed = ", ".join(weakness["fix_versions"]) or "no version yet"
            lines.append(f"- `{name}` {version}: `{weakness['id']}`, mended in {fixed}")
    return "\n".join([*lines, "", "`invoke lock` writes the locks again with newer versions.", ""])


def _options() -> tuple[str, ...]:
    return ("--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off")


def _prepared() -> Path:
    """The environment's Python, with exactly what the lock names."""
    python = PLACE / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(PLACE)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    lock = str(HERE / "requirements" / "audit.txt")
    subprocess.run([*pip, "--quiet", "--require-hashes", "-r", lock], check=True, stdout=sys.stderr)
    return python


if __name__ == "__main__":
    sys.exit(main())
