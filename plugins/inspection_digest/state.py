"""What a build leaves for the next, in the user's own folder and under its own sum (`keeping`)."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from inspection_digest import keeping
from inspection_digest.keeping import Summed
from inspection_digest.ledger import Ledger
from inspection_digest.program import program
from inspection_digest.shelf.filling import Filled
from inspection_digest.unchanged import place_of

OF_A_PIECE = 1_000  # of what there are many


class State(Struct, frozen=True):
    """How things stood when a site was built."""

    filled: Filled
    ledger: Ledger


# What `read_ahead` has read: the site's sum and the state, by the file, which its sum has named.
_ahead: dict[Path, tuple[bytes, State]] = {}


def read_ahead(output: Path) -> State | None:
    """The state in force, read before anybody asks: it is at hand then in this process."""
    pointer = keeping.kept_for(output, "state")
    named = keeping.lookup(pointer)
    if named is None:
        return None
    file = pointer.with_name(named.decode())
    found = _read(file)
    if found is None:
        return None
    _ahead[file] = found
    return found[1]


def _read(path: Path) -> tuple[bytes, State] | None:
    """None where it is not what was kept, or of another program."""
    file = keeping.open_long(path)
    if file is None:
        return None
    with file:
        if file.read(len(program())) != program():
            return None
        gc.disable()  # all that is loaded stays: there is nothing to collect
        pieces = iter(partial(pickle.load, file), None)  # one by one
        site, index, scan, sums, ledger = islice(pieces, 5)
        facts, noted, parts = _joined(pieces), _joined(pieces), _joined(pieces)
        gc.freeze()  # and nothing to look through again and again
        gc.enable()
    filled = Filled(replace(index, facts=facts), scan, sums)
    cells, sums = tuple(noted), tuple(noted.values())
    return site, State(filled, structs.replace(ledger, cells=cells, sums=sums, parts=parts))


def _apart(items: Iterable[tuple[Any, Any]]) -> Iterator[dict[Any, Any]]:
    """A dict in several, of which the last is empty."""
    left = iter(items)
    while some := dict(islice(left, OF_A_PIECE)):
        yield some
    yield some


def _joined(pieces: Iterator[Any]) -> dict[Any, Any]:
    """What `_apart` took apart."""
    found: dict[Any, Any] = {}
    while some := next(pieces):
        found |= some
    return found


class States:
    """The states of one built site: that of the site in place, and of one about to take its place.

    `pointer` is the file that holds the name of the state in force, `named` what it held at first.
    `site`: the sum of the settings and of where the content is; a state of another is not read.
    """

    def __init__(self, output: Path, site: bytes) -> None:
        self._output, self._site = output, site
        self.pointer = keeping.kept_for(output, "state")
        self.named = keeping.lookup(self.pointer)
        self._place = keeping.kept_for(output, "place")

    def read(self) -> State | None:
        """The state in force, if the site that it speaks of is still there."""
        if not self.named or not self._is_in_place():
            return None
        file = self.pointer.with_name(self.named.decode())
        found = _ahead.get(file) or _read(file)
        return found[1] if found and found[0] == self._site else None

    def keep(self, state: State) -> bytes:
        """Keeps it for when its site is in place. Returns the name of its file.

        In pieces, so that what there is to remember of one is forgotten before the next.
        """
        filled, ledger = state.filled, state.ledger
        index = filled.index
        plain = {id(filled.scan), id(filled.sums)}  # nothing in them is there twice
        pieces = chain(
            [self._site, replace(index, facts={}), filled.scan, filled.sums],
            [structs.replace(ledger, cells=(), sums=(), parts={})],
            _apart(index.facts.items()),
            _apart(zip(ledger.cells, ledger.sums, strict=True)),
            _apart(ledger.parts.items()),
        )

        def write_all(file: Summed) -> None:
            file.write(program())
            for piece in pieces:
                pickler = pickle.Pickler(file, protocol=5)
                pickler.fast = id(piece) in plain
                pickler.dump(piece)

        gc.disable()
        folder = self.pointer.parent
        name = keeping.keep_long(folder, lambda sum_: f"state-{sum_[:16]}", write_all)
        gc.enable()
        return name.encode()

    def leave(self) -> None:
        """Another site is about to be put in place: until it is, none is as any state says."""
        with suppress(NotADirectoryError):  # nothing can be kept
            self._place.unlink(missing_ok=True)

    def arrive(self, name: bytes) -> None:
        """The site of this state is in place. No other state is needed any longer."""
        for old in self.pointer.parent.glob("state-*"):
            if old.name.encode() != name:
                old.unlink(missing_ok=True)
        keeping.keep(self._place, repr(place_of(self._output)).encode())

    def forget(self) -> None:
        with suppress(NotADirectoryError):
            self.pointer.unlink(missing_ok=True)

    def _is_in_place(self) -> bool:
        try:
            there = repr(place_of(self._output)).encode()
        except OSError:
            return False
        return keeping.lookup(self._place) == there
