"""What is looked at of a digest that was taken down from the shelf is noted, each time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import PROJECT
from tests.shelf.test_filling import filled

from inspection_digest.reading.library import Digest
from inspection_digest.shelf.library import ShelfLibrary
from inspection_digest.shelf.opening import opened
from inspection_digest.shelf.store import Store

ANSWERS = PROJECT / "tests" / "examples" / "answers" / "content"
ID = "nowhere-railway/2031-05-14"
LOOKS: dict[str, tuple[Callable[[Digest], Any], set[str]]] = {
    "its identity": (lambda it: (it.id, it.path, it.provider, it.sort_key), set()),
    "its framework": (lambda it: it.record.framework, set()),
    "its grades": (lambda it: (it.record.overall, it.record.ratings, it.record.cited), set()),
    "its dates": (lambda it: (it.record.published, it.record.inspected, it.record.round), set()),
    "its sources": (lambda it: it.record.sources, set()),
    "its title": (lambda it: it.record.title, {"listed"}),
    "its relations": (lambda it: it.relations, {"listed"}),
    "its corrections": (lambda it: it.record.corrections, {"listed"}),
    "what is contested": (lambda it: it.record.contested, {"listed"}),
    "the names of quotes": (lambda it: list(it.record.quotes), {"listed"}),
    "how many contrasts": (lambda it: len(it.record.contrasts), {"listed"}),
    "whether there is a reply": (lambda it: "no" in it.record.replies, {"listed"}),
    "what a quote says": (
        lambda it: it.record.quotes[next(iter(it.record.quotes))],
        {"listed", "said"},
    ),
    "its summary": (lambda it: it.record.summary, {"words"}),
    "the line of a key": (lambda it: it.document.key("quotes"), {"words"}),
}


@pytest.mark.parametrize("look", LOOKS)
def test_each_look_is_noted_for_what_it_is_at(look: str, tmp_path: Path) -> None:
    at, noted = LOOKS[look]
    store = Store(tmp_path / "records.db")
    found = filled(ANSWERS, store)
    assert found
    shelf = opened(ANSWERS, found.index, store)
    library = ShelfLibrary(shelf)
    for _ in range(2):  # also where it is at hand
        with shelf.watch.looking() as seen:
            at(library.digests[ID])
        assert seen == {(kind, ID) for kind in ("facts", *noted)}
