"""content/EXAMPLE.yaml: every key there is, each explained on the line above, and sound."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.formatting.formatted import formatted
from inspection_digest.formatting.key_order import keys_at
from inspection_digest.reading.problems import validate
from inspection_digest.reading.records import DigestRecord
from inspection_digest.reading.yaml_text import Document, Loc, read_yaml

NAME = "content/EXAMPLE.yaml"
TEXT = (Path(__file__).resolve().parents[2] / NAME).read_text("utf-8")


def example() -> Document:
    diagnostics = Diagnostics()
    document = read_yaml(TEXT, NAME, diagnostics)
    assert document is not None
    assert list(diagnostics) == []
    return document


def test_it_is_read_without_a_mistake() -> None:
    diagnostics = Diagnostics()
    assert validate(DigestRecord, example(), diagnostics) is not None
    assert list(diagnostics) == []


def test_it_has_every_key_of_every_record_and_each_is_explained_on_the_line_above() -> None:
    document = example()
    lines = TEXT.split("\n")
    wanted = _places(())
    explained = {
        _general(loc)
        for loc, at in document.keys.items()
        if lines[at.line - 2].strip().startswith("# ")
    }
    assert sorted(wanted - explained) == []


def test_it_is_laid_out_as_the_command_that_tidies_would() -> None:
    assert formatted(TEXT, NAME, Diagnostics()).text == TEXT


def test_it_says_what_to_do_with_it_before_the_first_key() -> None:
    head = TEXT.partition("\n\n")[0]
    for needed in ("content/digests/<provider>/<when>.yaml", "Only", "`framework`", "not known"):
        assert needed in head


def _places(at: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Every key of every record of a digest; `*` stands for a name, or a place in a list."""
    found = set()
    for key in keys_at("digest", at):
        place = (*at, key)
        found |= {place} | _places(place) | _places((*place, "*"))
    return found


def _general(loc: Loc) -> tuple[str, ...]:
    found: tuple[Any, ...] = ()
    for part in loc:
        known = keys_at("digest", found)
        found = (*found, part if part in known else "*")
    return found
