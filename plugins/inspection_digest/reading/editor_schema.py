"""JSON Schema for editors, from the same records that read the files.

Every scalar of ours is text when it is read, so an editor must accept what YAML itself would take
for a number or a date: `page: 12`, `published: 2019`, `overall: no`.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from inspection_digest.reading.fields import Slug
from inspection_digest.reading.framework_records import FrameworkRecord
from inspection_digest.reading.records import DigestRecord, ProviderRecord, SourceRecord

DIALECT = "http://json-schema.org/draft-07/schema#"  # what editors' YAML servers read
KINDS: dict[str, Any] = {
    "digest": DigestRecord,
    "source": SourceRecord,
    "framework": FrameworkRecord,
    "providers": dict[Slug, ProviderRecord],
}


def editor_schema(kind: str) -> str:
    """The schema of one kind of file, as the text that is committed."""
    schema = TypeAdapter(KINDS[kind]).json_schema(
        by_alias=True, ref_template="#/definitions/{model}"
    )
    schema["definitions"] = schema.pop("$defs", {})
    found = {"$schema": DIALECT, "title": kind.capitalize(), **_for_yaml(schema)}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _for_yaml(value: Any) -> Any:
    """Text as YAML editors see it, one line a description, no titles made from names."""
    if isinstance(value, list):
        return [_for_yaml(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {}
    for key, inner in value.items():
        if key == "title" and isinstance(inner, str):
            continue
        found[key] = (
            " ".join(inner.split())
            if key == "description" and isinstance(inner, str)
            else _for_yaml(inner)
        )
    if found.get("type") == "string" and "enum" not in found and "pattern" not in found:
        found["type"] = ["string", "number", "boolean"]
    elif found.get("type") == "string" and str(found.get("pattern", "")).startswith("^(\\d{4})"):
        found["type"] = ["string", "integer"]
    return found
