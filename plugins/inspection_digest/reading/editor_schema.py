"""JSON Schema for editors, from the same records that read the files.

Every scalar of ours is text when it is read, so an editor must accept what YAML itself would take
for a number or a truth value: `page: 12`, `published: 2019`, `counts: yes`, `title: "12"`.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from inspection_digest.reading.fields import Slug
from inspection_digest.reading.framework_records import FrameworkRecord
from inspection_digest.reading.key_notes import note_on
from inspection_digest.reading.records import DigestRecord
from inspection_digest.reading.source_records import ProviderRecord, SourceRecord

DIALECT = "http://json-schema.org/draft-07/schema#"  # what editors' YAML servers read
KINDS: dict[str, Any] = {
    "digest": DigestRecord,
    "source": SourceRecord,
    "framework": FrameworkRecord,
    "providers": dict[Slug, ProviderRecord],
}
PROVIDERS = "The organisations that are inspected, each under the name of its folder in digests/."
# The words that our reader takes for yes and no, whatever their case.
TRUTH = "^(?:[Yy]([Ee][Ss])?|[Nn][Oo]?|[Tt]([Rr][Uu][Ee])?|[Ff]([Aa][Ll][Ss][Ee])?|[Oo][Nn]|"
TRUTH += "[Oo][Ff][Ff]|[01])$"


def editor_schema(kind: str) -> str:
    """The schema of one kind of file, as the text that is committed."""
    schema = TypeAdapter(KINDS[kind]).json_schema(
        by_alias=True, ref_template="#/definitions/{model}", schema_generator=_Described
    )
    schema["definitions"] = schema.pop("$defs", {})
    schema.setdefault("description", PROVIDERS)
    found = {"$schema": DIALECT, "title": kind.capitalize(), **_for_yaml(schema)}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


class _Described(GenerateJsonSchema):
    """Every key with the words that stand under it."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        kind = schema["cls"]
        for name, field in kind.model_fields.items():
            if words := note_on(kind, name):
                found["properties"][field.alias or name]["description"] = words
        return found


def _for_yaml(value: Any) -> Any:
    """Values as YAML editors see them, one line a description, no titles made from names."""
    if isinstance(value, list):
        return [_for_yaml(item) for item in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for key, inner in value.items():
        if (key == "title" and isinstance(inner, str)) or key == "default":
            continue
        found[key] = (
            " ".join(inner.split())
            if key == "description" and isinstance(inner, str)
            else _for_yaml(inner)
        )
    return _as_typed(_with_names(_without_null(found)))


def _without_null(found: dict[str, Any]) -> dict[str, Any]:
    """What may be left out is left out: an empty value is a mistake, in our reader too."""
    choices = found.get("anyOf", [])
    if {"type": "null"} not in choices:
        return found
    rest = [choice for choice in choices if choice != {"type": "null"}]
    others = {key: inner for key, inner in found.items() if key != "anyOf"}
    return {**rest[0], **others} if len(rest) == 1 else {"anyOf": rest, **others}


def _with_names(found: dict[str, Any]) -> dict[str, Any]:
    """Keys that are names of the contributor's own, and what a name may be."""
    if "patternProperties" not in found:
        return found
    ((pattern, inner),) = found.pop("patternProperties").items()
    return {**found, "propertyNames": {"pattern": pattern}, "additionalProperties": inner}


def _as_typed(found: dict[str, Any]) -> dict[str, Any]:
    match found.get("type"):
        case "integer":  # digits, with or without quotation marks around them
            return {**found, "type": ["integer", "string"], "pattern": r"^\s*\+?\d+\s*$"}
        case "boolean":
            types = ["boolean", "string", "integer"]
            return {**found, "type": types, "pattern": TRUTH, "minimum": 0, "maximum": 1}
        case _:
            return found
