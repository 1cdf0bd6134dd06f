"""Many documents are read at once, and the fate of one is its own."""

from __future__ import annotations

from threading import Barrier

import pytest

from inspection_digest.documents.extraction import read_all
from inspection_digest.documents.limits import SourceUnreadable


def test_names_come_back_in_their_order_each_once_with_progress_and_each_failure_apart() -> None:
    def read(name: str) -> str:
        if name == "scrap":
            raise SourceUnreadable("It is scrap.")
        return name.upper()

    seen: list[tuple[int, int, str]] = []
    found = read_all(["scrap", "report", "scrap"], read, lambda *step: seen.append(step))
    assert [(name, str(text)) for name, text in found.items()] == [
        ("scrap", "It is scrap."),
        ("report", "REPORT"),
    ]
    assert [step[:2] for step in seen] == [(1, 2), (2, 2)]
    assert {step[2] for step in seen} == {"scrap", "report"}


def test_two_documents_are_read_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    together = Barrier(2, timeout=30)
    found = read_all(["one", "two"], lambda _name: together.wait())
    assert sorted(found.values(), key=str) == [0, 1]
