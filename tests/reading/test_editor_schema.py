"""The committed schemas are those of the records, and accept every file of the project."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from inspection_digest.reading.editor_schema import KINDS, editor_schema

PROJECT = Path(__file__).resolve().parents[2]
SCHEMAS = PROJECT / "plugins" / "inspection_digest" / "schema"
CONTENT = PROJECT / "content"
UPDATE = os.environ.get("UPDATE_SCHEMA") == "1"

FILES = {
    "digest": [*CONTENT.glob("digests/*/*.yaml"), CONTENT / "EXAMPLE.yaml"],
    "source": list(CONTENT.glob("sources/*/source.yaml")),
    "framework": list(CONTENT.glob("frameworks/*.yaml")),
    "providers": [CONTENT / "providers.yaml"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_that_of_the_records(kind: str) -> None:
    path = SCHEMAS / f"{kind}.json"
    if UPDATE:
        path.write_text(editor_schema(kind), encoding="utf-8", newline="\n")
    assert path.read_text("utf-8") == editor_schema(kind), "run `invoke schema`"


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained_to_a_newcomer(kind: str) -> None:
    schema = json.loads(editor_schema(kind))
    records = [schema, *schema["definitions"].values()]
    unexplained = [
        name
        for record in records
        for name, key in record.get("properties", {}).items()
        if "description" not in key
    ]
    assert unexplained == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_accepts_every_file_of_the_project(kind: str) -> None:
    validator = Draft7Validator(json.loads(editor_schema(kind)))
    wrong = []
    for path in FILES[kind]:
        value = _as_an_editor_reads(path)
        wrong += [f"{path.name}: {error.message}" for error in validator.iter_errors(value)]
    assert wrong == []


@pytest.mark.parametrize("kind", ["digest", "source", "framework"])
def test_every_file_names_its_schema_and_the_way_leads_there(kind: str) -> None:
    for path in FILES[kind]:
        if path.name == "EXAMPLE.yaml":
            continue
        first = path.read_text("utf-8").partition("\n")[0]
        start = "# yaml-language-server: $schema="
        assert first.startswith(start), path
        assert (path.parent / first.removeprefix(start)).resolve() == SCHEMAS / f"{kind}.json"


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2's core schema has no dates: editors see them as text."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _as_an_editor_reads(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=_EditorLoader)  # noqa: S506 - it is a safe one
