"""Two states of the small site of `tests/small_site.py`, compared as the command compares them."""

from __future__ import annotations

from pathlib import Path

from tests import small_site

from inspection_digest import build, checking
from inspection_digest.commands.compare import SITE
from inspection_digest.comparing.comparison import compare
from inspection_digest.comparing.side import Side
from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.outputs.page import Templates
from inspection_digest.views.comparison import Comparison, FileGroup

TEMPLATES = Templates(Path(__file__).resolve().parents[2] / "theme")


def side(changes: small_site.Changes | None = None) -> Side:
    """The small site with changes, mistakes and all."""
    heard = Diagnostics()
    library, evidence = checking.check_library(small_site.files(changes), heard)
    return Side(Edition(SITE, library, evidence), heard.errors, {})


def compared(after: small_site.Changes, before: small_site.Changes | None = None) -> Comparison:
    return compare(side(before), side(after), lambda made: dict(build.publish(made, TEMPLATES)))


def files(comparison: Comparison) -> dict[str, FileGroup]:
    return {group.name: group for group in comparison.files}
