"""A kept proof is the proof that would be made again, and is used for nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest import checking, keeping
from inspection_digest.checking import read
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.documents.text import SourceText
from inspection_digest.evidence import kept, quotations
from inspection_digest.evidence.prepared import PreparedSource
from inspection_digest.evidence.proofs import Claim, Proof
from inspection_digest.evidence.prove import prove
from inspection_digest.evidence.quotations import Evidence

SITE = Path(__file__).parent.parent / "examples" / "site" / "content"
TEXT = "sources/nowhere-2031-report/text.txt"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(SITE, tmp_path / "content")
    return tmp_path / "content"


@pytest.fixture
def proved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The claims that are really proved, as they are proved."""
    texts: list[str] = []

    def noted(claim: Claim, held: Mapping[str, SourceText | PreparedSource]) -> Proof:
        texts.append(claim.text)
        return prove(claim, held)

    monkeypatch.setattr(quotations, "prove", noted)
    return texts


def check(content: Path) -> Evidence:
    return read(content, Diagnostics(), content.parent / "proofs.json")[1]


def test_a_second_check_proves_nothing_again_and_says_the_same(
    content: Path, proved: list[str]
) -> None:
    first = check(content)
    assert len(proved) == len(first.proofs) == 2
    second = check(content)
    assert len(proved) == 2
    assert second.proofs == first.proofs


def test_a_changed_text_is_proved_against_anew(content: Path, proved: list[str]) -> None:
    first = check(content)
    path = content / TEXT
    path.write_text(path.read_text("utf-8").replace("track", "trick"), "utf-8")
    second = check(content)
    assert len(proved) > 2
    assert second.proofs != first.proofs
    assert second.proofs == read(content, Diagnostics())[1].proofs


def test_what_is_known_of_a_text_counts_too(content: Path) -> None:
    """A page said to be damaged proves nothing any more, though its text is the same."""
    before = check(content).proofs
    path = content / TEXT.replace("text.txt", "source.yaml")
    path.write_text(path.read_text("utf-8") + "damaged: [2]\n", "utf-8")
    after = check(content).proofs
    assert after == read(content, Diagnostics())[1].proofs
    assert after != before


def test_a_harmed_file_of_proofs_is_made_again(content: Path, proved: list[str]) -> None:
    first = check(content)
    path = content.parent / "proofs.json"
    sound = path.read_bytes()
    for harmed in (sound[:-1], b"", sound.replace(b"verbatim", b"elided", 1), b"\x00" * 100):
        path.write_bytes(harmed)
        assert check(content).proofs == first.proofs
        assert path.read_bytes() == sound
    assert len(proved) == 2 * 5


def test_sound_bytes_that_are_no_proofs_count_as_none(tmp_path: Path) -> None:
    keeping.keep(tmp_path / "proofs.json", b'{"a": {"verdict": "certain"}}')
    assert kept.read_kept(tmp_path / "proofs.json") == {}


def test_another_prover_uses_nothing_of_this_one(
    content: Path, proved: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(content)
    monkeypatch.setattr(kept, "prover", lambda: "another")
    check(content)
    assert len(proved) == 4


def test_only_what_is_used_is_kept(content: Path) -> None:
    check(content)
    path = content / "digests/nowhere-railway/2031-05-14.yaml"
    path.unlink()
    check(content)
    assert kept.read_kept(content.parent / "proofs.json") == {}


def test_every_proof_of_the_real_content_comes_back_as_it_was(tmp_path: Path) -> None:
    project = Path(__file__).resolve().parents[2]
    evidence = read(project / "content", Diagnostics())[1]
    kept.write_kept(tmp_path / "proofs.json", evidence.kept)
    assert kept.read_kept(tmp_path / "proofs.json") == evidence.kept
    assert len(evidence.kept) == len(evidence.proofs) > 20


@given(st.text(), st.text(), st.integers(1, 99) | st.none(), st.text() | st.none())
def test_a_claim_that_differs_in_anything_is_another(
    text: str, source: str, page: int | None, prefix: str | None
) -> None:
    claim = Claim("words", "report", 7, "before")
    other = Claim(text, source, page, prefix)
    same = kept.proof_key(claim, ["text"]) == kept.proof_key(other, ["text"])
    assert same == (claim == other)
    assert kept.proof_key(other, ["text"]) != kept.proof_key(other, ["text", "another"])


def test_a_failing_quotation_is_still_an_error_the_second_time(content: Path) -> None:
    path = content / "digests/nowhere-railway/2031-05-14.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Every train", "No train"), "utf-8")
    first, second = Diagnostics(), Diagnostics()
    for diagnostics in (first, second):
        checking.read(content, diagnostics, content.parent / "proofs.json")
    assert list(first) == list(second)
    assert [item.code for item in first.errors] == ["quote-altered"]
