"""The digests we measure with: always the same, always proved, shaped like real ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.corpus.content import write_content
from inspection_digest.checking import read
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.evidence.proofs import Verdict
from inspection_digest.evidence.quotations import Evidence
from inspection_digest.reading.library import Library
from inspection_digest.reporting.text import as_text

SIZE = 50


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "content"
    write_content(folder, SIZE)
    return folder


@pytest.fixture(scope="module")
def checked(content: Path) -> tuple[Library, Evidence]:
    diagnostics = Diagnostics()
    found = read(content, diagnostics)
    assert as_text(diagnostics) == ""  # neither a mistake nor a warning
    return found


def test_the_same_seed_writes_the_same_bytes(content: Path, tmp_path: Path) -> None:
    write_content(tmp_path, SIZE)
    assert _files(tmp_path) == _files(content)


def test_another_seed_writes_other_words(content: Path, tmp_path: Path) -> None:
    write_content(tmp_path, 4, seed=1)
    assert not _files(tmp_path).items() >= {*_digests(content)}


def test_a_small_folder_is_the_beginning_of_a_large_one(content: Path, tmp_path: Path) -> None:
    write_content(tmp_path, 8)  # two providers
    large = _files(content)
    small = _files(tmp_path)
    assert large.pop("providers.yaml").startswith(small.pop("providers.yaml"))
    assert small.items() <= large.items()


def test_a_digest_has_6_to_15_quotes_5_contrasts_and_both_its_texts(
    checked: tuple[Library, Evidence],
) -> None:
    library, evidence = checked
    assert len(library.digests) == SIZE
    for digest in library.digests.values():
        assert 6 <= len(digest.record.quotes) <= 15
        assert len(digest.record.contrasts) == 5
        assert set(digest.record.sources) == {"release", "report"}
        assert set(digest.record.sources.values()) <= evidence.texts.keys()
        assert 9 <= len(digest.record.ratings) <= 10
    assert {len(digests) for digests in library.by_provider.values()} == {4, 2}


def test_every_quotation_holds_and_each_kind_of_proof_is_needed(
    checked: tuple[Library, Evidence],
) -> None:
    verdicts = Counter(proof.verdict for proof in checked[1].proofs.values())
    number = verdicts.total()
    shares = {verdict: round(count / number, 2) for verdict, count in verdicts.items()}
    assert shares.keys() == {
        Verdict.VERBATIM,
        Verdict.TYPOGRAPHIC,
        Verdict.LAYOUT,
        Verdict.ELIDED,
        Verdict.EDITED,
    }
    assert 0.8 <= shares[Verdict.VERBATIM] <= 0.9
    assert 0.04 <= shares[Verdict.TYPOGRAPHIC] <= 0.1
    assert 0.03 <= shares[Verdict.ELIDED] <= 0.08
    assert shares[Verdict.LAYOUT] >= 0.01
    assert shares[Verdict.EDITED] >= 0.01


def test_the_prose_has_what_makes_prose_slow(content: Path) -> None:
    ours = "\n".join(path.read_text("utf-8") for path in content.glob("digests/*/*.yaml"))
    for sign in ("provider's", " *", "[the", "\n      - ", "QAT", "%", "£"):
        assert sign in ours
    held = "\n".join(path.read_text("utf-8") for path in content.glob("sources/*/text.txt"))
    for sign in ("’s", "“", "‘", " – ", "-\n", "\f"):
        assert sign in held


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _digests(folder: Path) -> list[tuple[str, bytes]]:
    return [item for item in _files(folder).items() if item[0].startswith("digests/")][:1]
