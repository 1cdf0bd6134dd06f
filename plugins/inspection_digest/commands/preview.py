"""`inspection-digest preview`: a built site made into one that opens from disk, on what changed."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from inspection_digest import checking, staging
from inspection_digest.commands.compare import SITE, compared
from inspection_digest.commands.revisions import UnusableError
from inspection_digest.comparing.preview import SITE as BESIDE
from inspection_digest.comparing.preview import preview_page
from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.outputs.page import Templates
from inspection_digest.outputs.preview_html import policy_of, preview_html, title_of
from inspection_digest.views.comparison import Comparison

ROBOTS = "User-agent: *\nDisallow: /\n"


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser(
        "preview",
        help="make a preview of a built site, to be opened from disk, that opens on what changed",
        description="Takes a site that was built from CONTENT and writes it into a folder that "
        "can be opened from disk: its first page lists what CONTENT changes of BASE, and every "
        "page says that it is a preview. `invoke preview` checks and builds first.",
    )
    parser.add_argument("base", metavar="BASE", help="a content folder, or a revision: main")
    parser.add_argument("content", metavar="CONTENT", help="the content the site was built from")
    parser.add_argument("--site", type=Path, required=True, help="the folder of the built site")
    parser.add_argument("--output", type=Path, required=True, help="the folder of the preview")
    parser.add_argument(
        "--theme", type=Path, default=Path("theme"), help="the folder of templates (theme)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if not (arguments.site / "index.html").is_file():
        sys.stderr.write(f"There is no built site in {arguments.site}.\n")
        return 2
    try:
        comparison = compared(arguments.base, arguments.content, arguments.theme)
    except UnusableError as unusable:
        sys.stderr.write(f"{unusable.sentence}\n")
        return 2
    apart = (Path(arguments.content), arguments.site, arguments.theme)
    try:
        staging.check_place(arguments.output, apart, f"{BESIDE}/{staging.MARK}")
    except staging.NoPlaceError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    stage = staging.open_stage(arguments.output)
    try:
        titles = _copy(arguments.site, stage / BESIDE)
        page = _first_page(arguments, comparison, titles)
        (stage / "index.html").write_text(page, encoding="utf-8", newline="\n")
        (stage / "robots.txt").write_text(ROBOTS, encoding="utf-8", newline="\n")
        staging.close_stage(stage, arguments.output)
    finally:
        staging.drop_stage(stage)
    sys.stdout.write(f"The preview is in {arguments.output}/: open {arguments.output}/index.html\n")
    return 0


def _copy(site: Path, target: Path) -> dict[str, str]:
    """Copies the site, each page as one of a preview. Returns the pages' titles by file."""
    titles = {}
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("robots.txt", "sitemap.xml"))
    for path in sorted(target.rglob("*.html")):
        file = path.relative_to(target)
        root = "../" * (len(file.parts) - 1)
        html = path.read_text("utf-8")
        titles[file.as_posix()] = title_of(html)
        made = preview_html(html, root, f"{root}../index.html")
        path.write_text(made, encoding="utf-8", newline="\n")
    return titles


def _first_page(
    arguments: argparse.Namespace, comparison: Comparison, titles: dict[str, str]
) -> str:
    library, evidence = checking.read(Path(arguments.content), Diagnostics())
    policy = policy_of((arguments.site / "index.html").read_text("utf-8"))
    edition = Edition(replace(SITE, policy=policy), library, evidence)
    view = preview_page(edition, comparison, titles, arguments.base)
    return preview_html(Templates(arguments.theme).page(view), BESIDE, "")
