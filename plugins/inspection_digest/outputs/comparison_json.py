"""A comparison as JSON: the view as it is, for other programs."""

from __future__ import annotations

from inspection_digest.outputs.json_text import indented
from inspection_digest.views.comparison import Comparison


def comparison_json(view: Comparison) -> str:
    return indented(view)
