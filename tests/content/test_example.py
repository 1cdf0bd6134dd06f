"""content/EXAMPLE.yaml: every key there is, each explained on the line above, and sound."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from inspection_digest.cli import main
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.formatting.formatted import formatted
from inspection_digest.formatting.key_order import keys_at
from inspection_digest.reading.modelines import modeline
from inspection_digest.reading.problems import validate
from inspection_digest.reading.records import DigestRecord
from inspection_digest.reading.yaml_text import Document, Loc, read_yaml

PROJECT = Path(__file__).resolve().parents[2]
NAME = "content/EXAMPLE.yaml"
TEXT = (PROJECT / NAME).read_text("utf-8")
ANSWERS = ("replies", "corrections", "contested", "withdrawn")
NEW, _, SWITCHED_OFF = TEXT.partition("# NOT FOR A NEW DIGEST.")
# As it says: the `#` and the one space after it taken away, below the second rule.
_BELOW = re.split(r"^# -+$", SWITCHED_OFF, flags=re.MULTILINE)[1]
SWITCHED_ON = re.sub(r"^#( |$)", "", _BELOW, flags=re.MULTILINE)
WHOLE = f"{NEW}{SWITCHED_ON}"


def example(text: str = WHOLE) -> Document:
    diagnostics = Diagnostics()
    document = read_yaml(text, NAME, diagnostics)
    assert document is not None
    assert list(diagnostics) == []
    return document


@pytest.mark.parametrize("text", [TEXT, WHOLE], ids=["as it is", "switched on"])
def test_it_is_read_without_a_mistake(text: str) -> None:
    diagnostics = Diagnostics()
    assert validate(DigestRecord, example(text), diagnostics) is not None
    assert list(diagnostics) == []


def test_nothing_that_answers_a_published_digest_is_in_force_in_a_copy() -> None:
    assert not set(ANSWERS) & set(example(TEXT).value)
    assert set(ANSWERS) <= set(example(WHOLE).value)


def test_a_copy_is_told_only_of_the_names_that_are_not_its_own_yet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = shutil.copytree(PROJECT / "content", tmp_path / "content")
    copy = content / "digests/nowhere-railway/2019-05-14.yaml"
    copy.parent.mkdir()
    copy.write_text(TEXT, "utf-8")
    main(["check", str(content)])
    printed = capsys.readouterr().out
    said = set(re.findall(r"error \[([\w-]+)\]", printed))
    assert said == {"unknown-provider", "unknown-source", "unknown-digest"}
    # The first line is that of the example's own place, and what is to be written is said.
    assert "2019-05-14.yaml:1:33: warning [schema-elsewhere]" in printed
    assert f"\n{modeline('content/digests/nowhere-railway/2019-05-14.yaml')}\n" in printed


def test_the_lines_of_a_source_that_it_shows_pass(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(r"in your own words:\n((?:#   .*\n)+)", TEXT)
    assert shown
    content = shutil.copytree(PROJECT / "content", tmp_path / "content")
    source = content / "sources/toy-railways-2019-nowhere-report/source.yaml"
    source.parent.mkdir()
    source.write_text(shown[1].replace("#   ", ""), "utf-8")
    assert main(["check", str(content)]) == 0, capsys.readouterr().out


def test_it_has_every_key_of_every_record_and_each_is_explained_on_the_line_above() -> None:
    document = example()
    lines = WHOLE.split("\n")
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
