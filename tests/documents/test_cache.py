"""A text is extracted once for the same bytes and the same extractor, and if harmed again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.documents.pdf_writer import pdf, show

from inspection_digest.documents import cache
from inspection_digest.documents.sandbox import read_apart
from inspection_digest.documents.sources import read_source
from inspection_digest.documents.text import SourceText

KEPT = SourceText(("One.\n", "Zwei – „drei“.\n"), paged=True, damaged=frozenset({2}))


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are really read, as they are read."""
    read: list[str] = []

    def noted(kind: str, *rest: object) -> list[tuple[str, bool]]:
        read.append(kind)
        return read_apart(kind, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("inspection_digest.documents.sources.read_apart", noted)
    return read


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(show(50, 700, "Words.")))
    return path


def entry(folder: Path) -> Path:
    (found,) = (path for path in folder.rglob("*") if path.is_file())
    return found


def test_what_is_kept_comes_back_whole(tmp_path: Path) -> None:
    cache.keep(tmp_path, b"bytes", "pdf", KEPT)
    assert cache.lookup(tmp_path, b"bytes", "pdf") == KEPT


def test_other_bytes_and_other_kinds_are_not_found(tmp_path: Path) -> None:
    cache.keep(tmp_path, b"bytes", "pdf", KEPT)
    assert cache.lookup(tmp_path, b"others", "pdf") is None
    assert cache.lookup(tmp_path, b"bytes", "html") is None


def test_a_changed_extractor_reads_afresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.keep(tmp_path, b"bytes", "pdf", KEPT)
    monkeypatch.setattr(cache, "_extractor", lambda _kind: "another")
    assert cache.lookup(tmp_path, b"bytes", "pdf") is None


def test_every_flipped_bit_and_every_cut_is_noticed(tmp_path: Path) -> None:
    cache.keep(tmp_path, b"bytes", "pdf", KEPT)
    path = entry(tmp_path)
    sound = path.read_bytes()
    for at in range(len(sound)):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        assert cache.lookup(tmp_path, b"bytes", "pdf") is None
        path.write_bytes(sound[:at])
        assert cache.lookup(tmp_path, b"bytes", "pdf") is None


def test_a_document_is_read_once(tmp_path: Path, report: Path, readings: list[str]) -> None:
    first = read_source(report, cache=tmp_path / "cache")
    assert read_source(report, cache=tmp_path / "cache") == first
    assert readings == ["pdf"]


def test_a_harmed_entry_is_made_again(tmp_path: Path, report: Path, readings: list[str]) -> None:
    folder = tmp_path / "cache"
    first = read_source(report, cache=folder)
    sound = entry(folder).read_bytes()
    entry(folder).write_bytes(sound[:-5])
    assert read_source(report, cache=folder) == first
    assert entry(folder).read_bytes() == sound
    assert readings == ["pdf", "pdf"]


def test_without_a_folder_nothing_is_kept(tmp_path: Path, report: Path) -> None:
    read_source(report)
    assert list(tmp_path.iterdir()) == [report]


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path, report: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    assert read_source(report, cache=blocked).pages == ("Words.\n",)
