"""The committed schemas are those of the records, explain every key, and judge as the reader does.

What an editor cannot know (other files, the text of a source) is for `check` alone: the list of
mistakes that only `check` finds is `BEYOND_A_SCHEMA`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.editor_schema import KINDS, editor_schema
from inspection_digest.reading.files import TextFile
from inspection_digest.reading.modelines import kind_of

PROJECT = Path(__file__).resolve().parents[2]
SCHEMAS = PROJECT / "plugins" / "inspection_digest" / "schema"
INVALID = sorted((PROJECT / "tests" / "examples" / "invalid").glob("*.yaml"))
UPDATE = os.environ.get("UPDATE_SCHEMA") == "1"
VALIDATORS = {kind: Draft7Validator(json.loads(editor_schema(kind))) for kind in KINDS}
# Words of those who write programs, not of those who write digests.
JARGON = re.compile(
    r"\b(slugs?|strings?|enums?|null|boolean|integer|array|object|regex|alias|schema|json|yaml|"
    r"field|iso|utf|record|parsed?|validat\w+|default|optional|id)\b",
    re.IGNORECASE,
)

FILES: dict[str, list[Path]] = {kind: [] for kind in KINDS}
for _path in sorted((PROJECT / "content").rglob("*.yaml")):
    FILES[str(kind_of(_path.relative_to(PROJECT).as_posix()))].append(_path)


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_that_of_the_records(kind: str) -> None:
    path = SCHEMAS / f"{kind}.json"
    if UPDATE:
        path.write_text(editor_schema(kind), encoding="utf-8", newline="\n")
    assert path.read_text("utf-8") == editor_schema(kind), "run `invoke schema`"


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_at_every_level_is_explained_to_a_newcomer(kind: str) -> None:
    poor = []
    for place, key in _explained(json.loads(editor_schema(kind))):
        said = key.get("description", "")
        plain = re.sub(r"`[^`]*`", "", said)
        sound = len(said.split()) >= 4 and not JARGON.search(plain) and said.endswith((".", "?"))
        if not sound or ("Markdown" in said and "`*slanted*`" not in said):
            poor.append((place, said))
    assert poor == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_to_choose_from_is_explained(kind: str) -> None:
    for place, key in _explained(json.loads(editor_schema(kind))):
        for word in key.get("enum", []):
            assert f"`{word}`:" in key["description"], place


@pytest.mark.parametrize("kind", KINDS)
def test_no_record_admits_a_key_it_does_not_have(kind: str) -> None:
    schema = json.loads(editor_schema(kind))
    records = [schema, *schema["definitions"].values()]
    assert [name for name in records if "properties" in name and name["additionalProperties"]] == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_accepts_every_file_of_the_project(kind: str) -> None:
    wrong = [
        f"{path.name}: {error.message}"
        for path in FILES[kind]
        for error in VALIDATORS[kind].iter_errors(_as_an_editor_reads(path.read_text("utf-8")))
    ]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_names_its_schema_and_the_way_leads_there(kind: str) -> None:
    assert FILES[kind]
    for path in FILES[kind]:
        first = path.read_text("utf-8").partition("\n")[0]
        start = "# yaml-language-server: $schema="
        assert first.startswith(start), path
        assert (path.parent / first.removeprefix(start)).resolve() == SCHEMAS / f"{kind}.json"


@pytest.mark.skipif(not shutil.which("node"), reason="there is no node here")
@pytest.mark.parametrize("kind", KINDS)
def test_every_pattern_is_one_that_editors_can_run(kind: str) -> None:
    """Editors are written in JavaScript and compile patterns with the flag `u`."""
    patterns: set[str] = set()

    def note(found: dict[str, Any]) -> dict[str, Any]:
        if isinstance(found.get("pattern"), str):
            patterns.add(found["pattern"])
        return found

    json.loads(editor_schema(kind), object_hook=note)
    assert patterns
    script = f"for (const p of {json.dumps(sorted(patterns))}) new RegExp(p, 'u')"
    subprocess.run(["node", "-e", script], check=True)


# -- what is wrong is refused ----------------------------------------------------------------------

# No editor can know these: they are between two keys, two files, or a quotation and its source.
BEYOND_A_SCHEMA = {
    "between two keys or two entries": """
        added-before-published band-order bands-without-points cited-absent-fact
        cited-unknown-source contrast-added-before-digest
        contrast-with-itself follows-nothing grade-twice inspected-backwards
        limit-on-unknown-standard measure-twice published-before-inspected rule-without-source
        uncertain-absent-fact unknown-group unknown-quote unknown-source-name via-itself
        word-and-grade contested-decided-before contested-open-with-reason
        contested-without-reason correction-about-nothing correction-about-removed
        removed-and-here removed-without-name reply-to-a-grade several-of-that-name
        withdrawn-before-published withdrawn-for-itself
    """,
    "between two files, or a file and its path": """
        after-framework bad-name-of-file before-framework file-not-dated
        file-not-dated-one-digit file-not-dated-words file-of-another-year misplaced-file
        overall-contradicts-rule overall-not-given points-do-not-add-up previous-is-itself
        reason-without-need report-twice scales-differ spread-does-not-fit spread-too-many
        text-not-free
        unknown-framework unknown-grade unknown-grade-misspelt unknown-grade-of-a-standard
        unknown-grade-other-form unknown-previous unknown-provider unknown-source-folder
        unknown-standard unknown-standard-1-10 unknown-standard-by-name unknown-successor
        unknown-via withdrawn-for-nothing
    """,
    "between a quotation and its source": """
        quote-absent quote-altered-first-word quote-altered-last-word quote-altered-negation
        quote-altered-second-line quotation-marks quote-altered-number quote-altered-word
        quote-broken-at-hyphen quote-elsewhere quote-from-a-source-not-held quote-misplaced
        quote-of-another-grade quote-of-dots quote-spliced quote-gap quote-without-its-not
    """,
    "a day that the calendar does not have, or an address that leads nowhere": """
        bad-date-no-such-day cited-bad-address
    """,
    "what Markdown alone knows": """
        picture-in-because
    """,
    "sound YAML, but not as we read it": """
        alias anchor bidi-character zero-width-space
    """,
}
BEYOND = {name for names in BEYOND_A_SCHEMA.values() for name in names.split()}


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_an_editor_refuses_each_mistake_that_a_schema_can_see(file: Path) -> None:
    text = file.read_text("utf-8")
    place = text.partition("\n")[0].removeprefix("# ").partition(": ")[0]
    kind = kind_of(f"content/{place}")
    try:
        value = _as_an_editor_reads(text)
    except yaml.YAMLError:
        return  # an editor marks what is no YAML without any schema
    refused = kind is not None and not VALIDATORS[kind].is_valid(value)
    assert refused == (file.stem not in BEYOND)


def test_the_list_of_what_no_schema_can_see_has_only_mistakes_there_are() -> None:
    assert BEYOND - {file.stem for file in INVALID} == set()


# -- what is right is accepted ---------------------------------------------------------------------

PLACES = {
    "digest": "content/digests/a/2031.yaml",
    "source": "content/sources/a/source.yaml",
    "framework": "content/frameworks/a.yaml",
    "providers": "content/providers.yaml",
}
PLAIN = """
    2031 2031-05 2031-05-14 2031-13 0.5 1.10 12 0 5000 5001 -1 +7 1e3 012 0x1f 12:30 no yes true Off
    on n Y a-name A-Name a_name report ogl-3 contradicts leadership published all none whole
    https://a.example/x http://a.example https://localhost https://u@a.example ftp://a.example 1_000
"""
SCALARS = [*PLAIN.split(), "two words", "'90s", "a: b #c", "<b>", "<https://a.example>", "a < b"]
SCALARS += ["https://a.example/@b?c=d#e", "https://a.example#b", "https://a."]
SCALARS += ["{attach}x", "<a <https://a.example>", "<!-- x", " padded ", "a\n\nb", "1" * 64]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150)
@given(data=st.data())
def test_what_our_reader_accepts_an_editor_accepts_too(kind: str, data: st.DataObject) -> None:
    text = _written(data.draw(_any_file(kind)), data.draw(st.randoms()))
    diagnostics = Diagnostics()
    place = PLACES[kind]
    read_library([TextFile(place, f"{text}\n", "")], diagnostics)
    if not len(diagnostics):
        assert list(VALIDATORS[kind].iter_errors(_as_an_editor_reads(text))) == []


@cache
def _any_file(kind: str) -> st.SearchStrategy[Any]:
    schema = json.loads(editor_schema(kind))
    return _any_value(schema, schema, 0)


def _any_value(key: dict[str, Any], schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    """Values of the right shape, right and wrong in themselves."""
    key = schema["definitions"][key["$ref"].rpartition("/")[2]] if "$ref" in key else key
    if "anyOf" in key:
        return st.one_of(*(_any_value(choice, schema, depth) for choice in key["anyOf"]))
    if key.get("type") == "array":
        return st.lists(_any_value(key["items"], schema, depth + 1), min_size=1, max_size=2)
    if "properties" in key:
        inner = {name: _any_value(k, schema, depth + 1) for name, k in key["properties"].items()}
        required = {name: inner.pop(name) for name in key.get("required", [])}
        return st.fixed_dictionaries(required, optional=inner)
    if key.get("type") == "object":
        values = _any_value(key["additionalProperties"], schema, depth + 1)
        names = st.sampled_from(["a-name", "1.1", "1.10", "2031", "no", "Good", "a_b"])
        return st.dictionaries(names, values, min_size=1, max_size=2)
    judge = Draft7Validator(key)
    likely = [text for text in SCALARS if judge.is_valid(_scalar(text))]
    likely += key.get("enum", [])
    return st.sampled_from(likely) if likely and depth % 3 else st.sampled_from(SCALARS)


@cache
def _scalar(text: str) -> Any:
    try:
        return _as_an_editor_reads(f"x: {text}")["x"]
    except yaml.YAMLError:
        return text


def _written(value: Any, random: Any) -> str:
    """As YAML in brackets, a scalar sometimes without quotation marks."""
    if isinstance(value, dict):
        inner = (f"{_written(k, random)}: {_written(v, random)}" for k, v in value.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_written(item, random) for item in value) + "]"
    bare = re.fullmatch(r"[\w.+-]+(:[\w/.]+)*", value) and random.random() < 0.7
    return value if bare else json.dumps(value, ensure_ascii=False)


# -- how editors read ------------------------------------------------------------------------------


def _explained(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The file, each record, each of its keys, and what stands under names of one's own."""
    yield "the file", schema
    for name, record in {"": schema, **schema["definitions"]}.items():
        if name:
            yield name, record
        for key, inner in record.get("properties", {}).items():
            yield f"{name}.{key}", inner
            under = inner.get("additionalProperties")
            if isinstance(under, dict) and "$ref" not in under:
                yield f"{name}.{key}.*", under


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2's core schema: no dates, `yes` is text, and names are text whatever they look like.

    A mistake an editor sees without a schema (a key twice, a second document) is a YAMLError.
    """

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.YAMLError("a key is not a word")
            key.tag = "tag:yaml.org,2002:str"
        names = [key.value for key, _ in node.value]
        if len(names) != len(set(names)):
            raise yaml.YAMLError("a key twice")
        return super().construct_mapping(node, deep)


_EditorLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"null|Null|NULL|~|", "nN~"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), [*_first, ""]
    )
_EditorLoader.add_constructor(
    "tag:yaml.org,2002:int",
    lambda _loader, node: int(node.value, 0 if node.value[:2] in {"0x", "0o"} else 10),
)


def _as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, Loader=_EditorLoader)  # noqa: S506 - it is a safe one
