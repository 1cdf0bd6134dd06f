"""`inspection-digest compare`: what a proposed change does to the record, in a reader's words."""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from pathlib import Path
from typing import Any

from inspection_digest import build, checking
from inspection_digest.commands.revisions import UnusableError, content_at
from inspection_digest.comparing.comparison import compare
from inspection_digest.comparing.side import Side
from inspection_digest.composing import urls
from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.outputs.comparison_json import comparison_json
from inspection_digest.outputs.comparison_markdown import comparison_markdown
from inspection_digest.outputs.page import Templates
from inspection_digest.views.chrome import Site
from inspection_digest.views.comparison import Comparison

# Without a repository: no page carries the line a quotation stands at, so none changes because a
# line was added above.
SITE = Site("Inspection Digest", "https://preview.invalid", "")
_SLUG = re.compile(r"^slug:[ \t]*([a-z0-9-]+)[ \t]*$", re.IGNORECASE | re.MULTILINE)
_PROSE = {"pages": urls.prose, "articles": urls.article}


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser(
        "compare",
        help="say what a change does: digests, quotes, grades, contrasts, pages and feeds",
        description="Reads and proves both states, and says what HEAD does to BASE. Each is a "
        "content folder or a revision, whose content/ is read from git. Exit code 0: compared, "
        "whatever was found (errors are for `check` to count); 2: one of them cannot be used.",
    )
    parser.add_argument("base", metavar="BASE", help="a content folder, or a revision: main")
    parser.add_argument("head", metavar="HEAD", help="the same, with the change: content")
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown")
    parser.add_argument(
        "--theme", type=Path, default=Path("theme"), help="the folder of templates (theme)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    try:
        comparison = compared(arguments.base, arguments.head, arguments.theme)
    except UnusableError as unusable:
        sys.stderr.write(f"{unusable.sentence}\n")
        return 2
    write = comparison_json if arguments.format == "json" else comparison_markdown
    sys.stdout.write(write(comparison))
    return 0


def compared(base: str, head: str, theme: Path) -> Comparison:
    """The comparison of what two arguments mean. Raises UnusableError."""
    if not (theme / "templates").is_dir():
        raise UnusableError(f"There is no folder {theme}/templates; name the theme with --theme.")
    templates = Templates(theme)

    def publish(edition: Edition) -> dict[str, str]:
        return {path: _sum(text.encode()) for path, text in build.publish(edition, templates)}

    with content_at(base) as before, content_at(head) as after:
        return compare(_side(before), _side(after), publish)


def _side(content: Path) -> Side:
    diagnostics = Diagnostics()
    library, evidence = checking.read(content, diagnostics)
    return Side(Edition(SITE, library, evidence), diagnostics.errors, _prose(content))


def _prose(content: Path) -> dict[str, str]:
    """The Markdown pages by their file on the site, each with a sum of what was typed."""
    found = {}
    for folder, address_of in _PROSE.items():
        for path in sorted((content / folder).glob("*.md")):
            if path.is_symlink() or not path.is_file():
                continue
            data = path.read_bytes()
            slug = _SLUG.search(data.decode("utf-8", "replace"))
            address = address_of(slug[1] if slug else path.stem)
            found[urls.file_of(address)] = _sum(data)
    return found


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
