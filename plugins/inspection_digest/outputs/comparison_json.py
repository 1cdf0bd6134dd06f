"""A comparison as JSON: the view as it is, for other programs."""

from __future__ import annotations

import json

from msgspec import to_builtins

from inspection_digest.views.comparison import Comparison


def comparison_json(view: Comparison) -> str:
    return json.dumps(to_builtins(view), ensure_ascii=False, indent=1) + "\n"
