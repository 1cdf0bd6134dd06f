"""A preview of the toy railway, made as `invoke preview` makes one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from inspection_digest.cli import main

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLE = PROJECT / "tests" / "examples" / "site" / "content"
DIGEST = "digests/nowhere-railway/2031-05-14.yaml"
TITLE = "Trains on time, and no track to run on"


def contents(folder: Path) -> tuple[Path, Path]:
    """The base, and the head: a contrast has another title, one digest and one page are new."""
    base = Path(shutil.copytree(EXAMPLE, folder / "base" / "content"))
    (base / "pages").mkdir()
    for slug in ("method", "about", "contribute", "corrections"):
        (base / f"pages/{slug}.md").write_text(f"Title: {slug.title()}\nSlug: {slug}\n\nWords.\n")
    head = Path(shutil.copytree(base, folder / "head" / "content"))
    digest = head / DIGEST
    digest.write_text(digest.read_text("utf-8").replace(TITLE, "Trains 5 < 6 on time & no track"))
    (digest.parent / "2032.yaml").write_text("framework: toy-railways-2030\noverall: Good\n")
    (head / "pages/new.md").write_text(
        "Title: New\nSlug: new\n\n[Home](../) and [about](/about/).\n"
    )
    return base, head


def make_preview(folder: Path) -> Path:
    """The folder of the preview."""
    base, head = contents(folder)
    settings = str(PROJECT / "pelican.conf.py")
    done = subprocess.run(
        [sys.executable, "-m", "pelican", str(head), "-s", settings, "--fatal", "errors"],
        env={
            **os.environ,
            "OUTPUT_PATH": str(folder / "site"),
            "SITEURL": "https://preview.invalid",
        },
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    output = folder / "preview"
    arguments = [str(base), str(head), "--site", str(folder / "site"), "--output", str(output)]
    assert main(["preview", *arguments, "--theme", str(PROJECT / "theme")]) == 0
    return output
