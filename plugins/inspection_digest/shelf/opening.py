"""The shelf of one content folder: filled, and open to be looked at."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.files import read_file
from inspection_digest.shelf.at_hand import Fetch, Shelf
from inspection_digest.shelf.batches import name_of, source_name
from inspection_digest.shelf.facts import Facts
from inspection_digest.shelf.index import Index
from inspection_digest.shelf.records import Held, Rest
from inspection_digest.shelf.store import DamagedError, Store
from inspection_digest.shelf.watch import Watch


def opened(content: Path, index: Index, store: Store) -> Shelf:
    """The shelf of a content folder that `fill` has indexed."""

    def rest(facts: Facts) -> Rest:
        return cast("Rest", store.get(name_of(facts)))

    def held(id_: str) -> Held:
        return cast("Held", store.get(source_name(id_, index.sources[id_])))

    def text(id_: str) -> str:
        file = read_file(content / "sources" / id_ / "text.txt", content, Diagnostics())
        if file is None:
            raise DamagedError(f"the text of {id_} cannot be read any longer")
        return file.text

    return Shelf(index, Fetch(rest, held, text), Watch())
