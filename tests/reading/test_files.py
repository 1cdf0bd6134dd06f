"""The content folder is read once; what is a link, no text or of another kind is said."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.files import PLACES, TextFile, read_files


def read(content: Path) -> tuple[dict[str, str], list[tuple[str, int, str]]]:
    """Texts by path, and (path, line, code) of all that is said."""
    diagnostics = Diagnostics()
    files = read_files(content, diagnostics)
    said = [(item.position.path, item.position.line, item.code) for item in diagnostics]
    return {file.path: file.text for file in files}, said


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for path in ("providers.yaml", "digests/a/2031.yaml", "sources/b/text.txt"):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{path}\n", encoding="utf-8")
    return folder


def test_every_yaml_and_text_file_is_read_in_order_of_path(content: Path) -> None:
    texts, said = read(content)
    assert list(texts.items()) == [
        ("content/digests/a/2031.yaml", "digests/a/2031.yaml\n"),
        ("content/providers.yaml", "providers.yaml\n"),
        ("content/sources/b/text.txt", "sources/b/text.txt\n"),
    ]
    assert said == []


def test_a_folder_without_anything_is_an_empty_site(tmp_path: Path) -> None:
    assert read(tmp_path) == ({}, [])


def test_prose_and_hidden_files_are_not_records(content: Path) -> None:
    for path in ("pages/about.md", "articles/a.md", "digests/.gitkeep", "digests/a/.x.yaml.swp"):
        file = content / path
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", encoding="utf-8")
    texts, said = read(content)
    assert len(texts) == 3
    assert said == []


def test_the_sum_is_that_of_the_bytes_and_line_ends_are_the_same_everywhere(content: Path) -> None:
    data = b"\xef\xbb\xbfa: b\r\nc: d\re\r\n"
    (content / "providers.yaml").write_bytes(data)
    diagnostics = Diagnostics()
    [file] = [file for file in read_files(content, diagnostics) if "providers" in file.path]
    assert file == TextFile(
        "content/providers.yaml", "\ufeffa: b\nc: d\re\n", hashlib.sha256(data).hexdigest()
    )


@pytest.mark.parametrize(
    "path", ["digests/a/2032.yaml", "providers.yaml", "sources/c", "frameworks", "sources/gone"]
)
def test_a_symbolic_link_is_said_and_not_followed(content: Path, tmp_path: Path, path: str) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "source.yaml").write_text("password", encoding="utf-8")
    link = content / path
    link.unlink(missing_ok=True)
    target = {"yaml": secret / "source.yaml", "gone": tmp_path / "nothing"}
    link.symlink_to(target.get(path.rpartition(".")[2], target.get(link.name, secret)))
    texts, said = read(content)
    assert said == [(f"content/{path}", 0, "symbolic-link")]
    assert "password" not in "".join(texts.values())


def test_a_file_that_is_not_utf_8_is_said_at_its_line_and_the_others_are_read(
    content: Path,
) -> None:
    (content / "digests/a/2031.yaml").write_bytes(b"a: b\nc: na\xefve\n")
    texts, said = read(content)
    assert said == [("content/digests/a/2031.yaml", 2, "not-utf-8")]
    assert set(texts) == {"content/providers.yaml", "content/sources/b/text.txt"}


@pytest.mark.parametrize(
    "name", ["report.pdf", "source.yml", "text.TXT", "script.py", "a.yaml~", "name"]
)
def test_a_file_of_another_kind_is_said(content: Path, name: str) -> None:
    (content / "sources" / "b" / name).write_text("x", encoding="utf-8")
    texts, said = read(content)
    assert said == [(f"content/sources/b/{name}", 0, "unexpected-file")]
    assert len(texts) == 3


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("2032-06.yml", "Rename it to `2032-06.yaml`."),
        ("2032-06.YML", "Rename it to `2032-06.yaml`."),
        ("2032-06.yaml.txt", "Rename it to `2032-06.yaml`."),
        ("2032-06.yml.txt", "Rename it to `2032-06.yaml`."),
        ("text.TXT", "Rename it to `text.txt`."),
        ("text.txt.txt", "Rename it to `text.txt`."),
        (
            "report.pdf",
            "Digests, sources and frameworks are .yaml files; a source's text is text.txt.",
        ),
    ],
)
def test_a_file_whose_ending_is_a_slip_is_told_its_right_name(
    content: Path, name: str, hint: str
) -> None:
    (content / "digests" / "a" / name).write_text("x", encoding="utf-8")
    diagnostics = Diagnostics()
    assert len(read_files(content, diagnostics)) == 3
    [found] = diagnostics
    assert (found.position.path, found.code) == (f"content/digests/a/{name}", "unexpected-file")
    assert found.hint == hint


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("digest/a/2031.yaml", "Call it `digests`."),
        ("Digests/a/2031.yaml", "Call it `digests`."),
        ("SOURCE/a/source.yaml", "Call it `sources`."),
        ("provider.yaml", "Call it `providers.yaml`."),
        ("2031.yaml", PLACES),
        ("2031.YML", PLACES),
    ],
)
def test_what_nothing_reads_beside_the_folders_of_records_is_told_where_it_belongs(
    content: Path, path: str, hint: str
) -> None:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text("x", encoding="utf-8")
    diagnostics = Diagnostics()
    assert len(read_files(content, diagnostics)) == 3
    [found] = diagnostics
    place = f"content/{path.partition('/')[0]}"
    assert (found.position.path, found.code) == (place, "misplaced-file")
    assert found.hint == hint


def test_prose_and_the_example_stand_beside_the_folders_of_records(content: Path) -> None:
    for path in ("EXAMPLE.yaml", "LICENCE.md", "pages/about.md", "articles/a.md", "images/a.png"):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text("x", encoding="utf-8")
    assert read(content)[1] == []
