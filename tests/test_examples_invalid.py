"""Every mistake we know of, dropped into a small sound site: `check` prints exactly this.

`examples/invalid/<name>.yaml` has one mistake. Its first line says where in the content folder it
goes and what is wrong; `<name>.txt` is the whole output. After changing a message, run

    WRITE_EXAMPLES=1 python -m pytest tests/test_examples_invalid.py

and read every changed .txt as the person who made the mistake: does it name the place, what is
wrong, and the cure?
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from inspection_digest.cli import main
from inspection_digest.diagnostics import Cure

EXAMPLES = Path(__file__).parent / "examples"
SITE = EXAMPLES / "site" / "content"
INVALID = sorted((EXAMPLES / "invalid").glob("*.yaml"))
WRITE = os.environ.get("WRITE_EXAMPLES") == "1"

# What stands in a file that cannot be read is only said once it can.
HIDDEN_UNTIL_READ = {"square-bracket": ["quote-altered"]}  # the bracket says more than one may

# Too long, or not text, and so not kept as files.
GENERATED = {
    "too-large": b"summary: " + b"no track, " * 100_000,
    "too-many-entries": b"uncertain: [" + b"a," * 60_000 + b"]",
    "nested-without-end": b"uncertain: " + b"[" * 100_000,
    "not-utf-8": b"title: A na\xefve timetable",
}


def test_the_site_without_a_mistake_has_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, printed = _check(tmp_path, None, b"", capsys)
    assert printed == "1 digest, 2 quotes: 2 verbatim\n"
    assert code == 0


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_a_mistake_is_named_with_its_place_and_cure(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = file.read_bytes()
    first = data.splitlines()[0].decode("utf-8")
    place, _, mistake = first.removeprefix("# ").partition(": ")
    assert mistake, "the first line says `# <place in content>: <what is wrong>`"
    _compare(file.with_suffix(".txt"), *_check(tmp_path, place, data, capsys))


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_what_is_said_to_be_pasted_mends_it(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each example has one mistake: with its cure pasted the whole site is sound."""
    data = file.read_text("utf-8")
    place = data.splitlines()[0].removeprefix("# ").partition(": ")[0]
    _check(tmp_path, place, data.encode(), capsys)
    said = _diagnostics(tmp_path, capsys)
    cures = [item["cure"] for item in said if item["cure"]]
    if cures:
        mended = Cure(**cures[0]).applied(data)
        (tmp_path / "content" / place).write_text(mended, "utf-8", newline="\n")
        left = [item["code"] for item in _diagnostics(tmp_path, capsys)]
        assert left == HIDDEN_UNTIL_READ.get(file.stem, [])


def _diagnostics(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    main(["check", str(folder / "content"), "--format", "json"])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["diagnostics"]
    return found


@pytest.mark.parametrize("name", GENERATED)
def test_a_file_nobody_would_write_is_refused_at_once(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = "digests/nowhere-railway/2031-05-14.yaml"
    data = b"framework: toy-railways-2030\n" + GENERATED[name] + b"\n"
    _compare(EXAMPLES / "invalid" / f"{name}.txt", *_check(tmp_path, place, data, capsys))


def test_no_output_is_left_over_from_an_example_that_is_gone() -> None:
    outputs = {file.stem for file in (EXAMPLES / "invalid").glob("*.txt")}
    assert outputs == {file.stem for file in INVALID} | set(GENERATED)


def test_no_two_examples_say_the_same_of_the_same_place() -> None:
    texts = [file.with_suffix(".txt").read_text("utf-8") for file in INVALID]
    assert len(texts) == len(set(texts))


def _check(
    folder: Path, place: str | None, data: bytes, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str]:
    """The exit code and all that is printed for a copy of the site with one file put into it."""
    content = folder / "content"
    shutil.copytree(SITE, content)
    if place:
        file = content / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    code = main(["check", str(content)])
    captured = capsys.readouterr()
    assert captured.err == ""
    return code, captured.out


def _compare(expected: Path, code: int, printed: str) -> None:
    if WRITE:
        expected.write_text(printed, encoding="utf-8")
    assert printed == expected.read_text(encoding="utf-8")
    assert code == (1 if ": error [" in printed else 0)
    assert "[" in printed, "the example is sound: it shows no mistake"
