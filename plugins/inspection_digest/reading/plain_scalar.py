"""A value as YAML that means the same to our reader and to an editor."""

from __future__ import annotations

import json
import re

# Values that mean the same with and without quotation marks around them.
PLAIN = re.compile(r"[A-Za-z0-9][\w ,.()/’–-]*[\w.)]|[A-Za-z0-9]|https://[^\s\"'#]+")
NOTHING = {"null", "Null", "NULL"}  # an editor reads these as no value


def scalar(value: str) -> str:
    """What is not plainly plain stands in quotation marks, as JSON is YAML too."""
    plain = PLAIN.fullmatch(value) and value not in NOTHING
    return value if plain else json.dumps(value, ensure_ascii=False)
