"""Every code has an entry, every entry is true: its bad example is found, its good one passes."""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path

import pytest

from inspection_digest.cli import main
from inspection_digest.diagnostics import Diagnostics, Position
from inspection_digest.messages.entry import Entry, Piece
from inspection_digest.messages.registry import ENTRIES, GROUPS

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "plugins" / "inspection_digest"
SITE = PROJECT / "tests" / "examples" / "site" / "content"
BLOCK = re.compile(r'"?[\w.-]+"?:')
ESCAPE = re.compile(r"<U\+([0-9A-F]{4})>")
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAKERS = {"error", "warning", "wrong", "_Said", "_refuse", "_surprise"}
KINDS = {"document"}  # what a repair is asked for, beside the code
SHOWN = [code for code, entry in ENTRIES.items() if not entry.told]

# What no lines can show: bytes, a file that is none, a size. Each is made here.
TOLD = {
    "not-utf-8": lambda file: file.write_bytes(b"title: na\xefve\n"),
    "too-large": lambda file: file.write_text("summary: " + "no track, " * 110_000, "utf-8"),
    "symbolic-link": lambda file: file.symlink_to(SITE / "providers.yaml"),
}


def with_piece(text: str, piece: Piece) -> str:
    """A file with the piece in the place of what it has under the same keys."""
    new = ESCAPE.sub(lambda match: chr(int(match[1], 16)), piece.text) + "\n"
    if piece.whole:
        return new
    keys = {key for key, _ in blocks(new)}
    return "".join(lines for key, lines in blocks(text) if key not in keys) + new


def blocks(text: str) -> list[tuple[str, str]]:
    """The stretches of a file that begin with a key at its left edge."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines(keepends=True):
        key = BLOCK.match(line)
        if key or not found:
            found.append((key.group() if key else "", line))
        else:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def site(folder: Path, *pieces: Piece) -> Path:
    """A sound site without contrasts, with these pieces in it."""
    content = folder / "content"
    shutil.copytree(SITE, content)
    digest = content / "digests/nowhere-railway/2031-05-14.yaml"
    sound = digest.read_text("utf-8").partition("contrasts:")[0]
    digest.write_text(sound, "utf-8")
    for piece in pieces:
        file = content / piece.place
        file.parent.mkdir(parents=True, exist_ok=True)
        old = file.read_text("utf-8") if file.exists() else ""
        file.write_text(with_piece(old, piece), "utf-8", newline="\n")
    return content


def codes(content: Path, capsys: pytest.CaptureFixture[str]) -> set[str]:
    main(["check", str(content), "--format", "json"])
    return {item["code"] for item in json.loads(capsys.readouterr().out)["diagnostics"]}


@pytest.mark.parametrize("code", SHOWN)
def test_a_bad_example_is_that_mistake_and_no_other(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = ENTRIES[code]
    assert entry.bad
    assert codes(site(tmp_path, *entry.beside, entry.bad), capsys) == {code}


@pytest.mark.parametrize("code", SHOWN)
def test_a_good_example_passes(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = ENTRIES[code]
    assert entry.good
    assert codes(site(tmp_path, *entry.beside, entry.good), capsys) == set()


@pytest.mark.parametrize("code", TOLD)
def test_what_is_only_told_is_true_as_well(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = site(tmp_path)
    TOLD[code](content / "digests/nowhere-railway/2033-01.yaml")
    assert codes(content, capsys) == {code}


def test_only_what_lines_cannot_show_is_told() -> None:
    assert {code for code, entry in ENTRIES.items() if entry.told} == set(TOLD)


def test_every_code_typed_in_the_source_has_an_entry() -> None:
    """Whatever is given as a code to what makes messages, also where no example does it."""
    typed = {
        argument.value
        for path in PACKAGE.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and _name(call) in MAKERS
        for argument in call.args
        if isinstance(argument, ast.Constant) and CODE.fullmatch(str(argument.value))
    }
    assert len(typed) > 40
    assert typed - KINDS <= set(ENTRIES)


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def test_no_code_can_be_given_that_has_no_entry() -> None:
    with pytest.raises(KeyError, match="no entry in messages/ for spilt-milk"):
        Diagnostics().error(Position("a"), "spilt-milk", "Milk is spilt.", "Do not cry.")


def test_a_code_stands_in_one_group() -> None:
    every = [entry.code for group in GROUPS for entry in group.entries]
    assert sorted(every) == sorted(set(every))


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.code)
def test_an_entry_is_written_to_be_read(entry: Entry) -> None:
    assert CODE.fullmatch(entry.code)
    assert re.fullmatch(r"[A-Z`].{10,90}\.", entry.title)
    assert entry.means.endswith(".")
    assert 60 <= len(entry.means) <= 400
    for piece in (entry.bad, entry.good):
        assert piece is None or max(map(len, piece.text.splitlines())) <= 90
