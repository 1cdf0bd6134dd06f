"""What a build leaves for the next, in the user's own folder (`keeping`).

A file names the pieces; those are in a store, each under its own sum and of some hundred things. So
a build in which little has changed writes little: the other pieces are those of the build before.
"""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from itertools import count, zip_longest
from pathlib import Path
from typing import Any

from msgspec import Struct

from inspection_digest import keeping
from inspection_digest.ledger import Ledger
from inspection_digest.packing import packed, unpacked
from inspection_digest.program import program
from inspection_digest.shelf.facts import sum_of
from inspection_digest.shelf.filling import Filled
from inspection_digest.shelf.index import Index
from inspection_digest.shelf.packed_sums import PackedSums
from inspection_digest.shelf.scan import Layout, Scan
from inspection_digest.shelf.store import Body, DamagedError, Store, body_of
from inspection_digest.unchanged import place_of

OF_A_PIECE = 1_000  # of what there are many
STATE = "state"  # the pointer; a state's own name starts with it
PIECES = "state.db"

Names = Mapping[str, Sequence[bytes]]  # of the pieces, by what they are of


class State(Struct, frozen=True):
    """How things stood when a site was built."""

    filled: Filled
    ledger: Ledger


class Read(Struct, frozen=True):
    """A state as it was kept: of which site (by its sum), and in which pieces."""

    site: bytes
    state: State
    names: Names


# What `read_ahead` has read, by the file, which its sum has named.
_ahead: dict[Path, Read] = {}


def read_ahead(output: Path) -> State | None:
    """The state in force, read before anybody asks: it is at hand then in this process."""
    pointer = keeping.kept_for(output, STATE)
    named = keeping.lookup(pointer)
    if named is None:
        return None
    file = pointer.with_name(named.decode())
    found = _read(file)
    if found is None:
        return None
    _ahead[file] = found
    return found.state


def _read(file: Path) -> Read | None:
    """None where it is not what was kept, or of another program."""
    body = keeping.lookup(file)
    if body is None or not body.startswith(program()):
        return None
    gc.disable()  # all that is loaded stays: there is nothing to collect
    store = Store(file.with_name(PIECES))
    try:
        site, others, tally, names = pickle.loads(body[len(program()) :])  # noqa: S301 - by `keep`
        read = {of: unpacked(of, map(store.get, named)) for of, named in names.items()}
        cells, sums = read.pop("cells")
        found = {of: dict(zip(*columns, strict=True)) for of, columns in read.items()}
        places = dict(zip(cells, count()))
    except DamagedError:
        return None
    finally:
        store.close()
        gc.freeze()  # and nothing to look through again and again
        gc.enable()
    index = Index(**{field.name: found[field.name] for field in fields(Index)})
    scan = Scan(found["files"], found["folders"], is_plain=True)
    filled = Filled(index, scan, found["sums"], Layout.of(scan.files))
    assert isinstance(sums, PackedSums)  # noqa: S101 - as they were kept
    ledger = Ledger(places, sums, found["sections"], found["parts"], others, tally)
    return Read(site, State(filled, ledger), names)


Column = Iterable[Any]


def _columns(state: State) -> dict[str, tuple[Column, Column]]:
    """All that there may be much of: names, and what has them."""
    filled, ledger = state.filled, state.ledger
    mappings: dict[str, Mapping[Any, Any]] = {
        **{field.name: getattr(filled.index, field.name) for field in fields(Index)},
        "files": filled.scan.files,
        "folders": filled.scan.folders,
        "sums": filled.sums,
        "sections": ledger.sections,
        "parts": ledger.parts,
    }
    columns = {of: (items.keys(), items.values()) for of, items in mappings.items()}
    return {**columns, "cells": (ledger.cells, ledger.sums)}


Piece = tuple[Sequence[Any], Sequence[Any]]


def _pieces(columns: tuple[Column, Column]) -> Iterator[Piece]:
    names, things = (it if isinstance(it, PackedSums) else list(it) for it in columns)
    for at in range(0, len(names), OF_A_PIECE):
        yield names[at : at + OF_A_PIECE], things[at : at + OF_A_PIECE]


class States:
    """The states of one built site: that of the site in place, and of one about to take its place.

    `pointer` is the file that holds the name of the state in force, `named` what it held at first.
    `site`: the sum of the settings and of where the content is; a state of another is not read.
    """

    def __init__(self, output: Path, site: bytes) -> None:
        self._output, self._site = output, site
        self.pointer = keeping.kept_for(output, STATE)
        self.named = keeping.lookup(self.pointer)
        self._place = keeping.kept_for(output, "place")
        self._store = Store(keeping.kept_for(output, PIECES))
        self._read: Read | None = None
        self._names: dict[str, list[bytes]] = {}  # of what was kept last

    def read(self) -> State | None:
        """The state in force, if the site that it speaks of is still there."""
        if not self.named or not self._is_in_place():
            return None
        file = self.pointer.with_name(self.named.decode())
        found = _ahead.get(file) or _read(file)
        self._read = found if found and found.site == self._site else None
        return self._read.state if self._read else None

    def keep(self, state: State) -> bytes:
        """Keeps it for when its site is in place. Returns the name of its file; b"" where nothing
        can be kept."""
        gc.disable()
        try:
            self._put(state)
        except (OSError, DamagedError):
            return b""
        finally:
            gc.enable()
        known = self._site, state.ledger.others, state.ledger.tally, self._names
        body = program() + pickle.dumps(known, protocol=5)
        name = f"{STATE}-{sum_of([body]).hex()}"
        keeping.keep(self.pointer.with_name(name), body)
        return name.encode()

    def _put(self, state: State) -> None:
        """Again, where the store is damaged."""
        try:
            self._store.put(self._new_pieces(state))
        except DamagedError:
            self._store.remove()
            self._read = None
            self._store.put(self._new_pieces(state))

    def _new_pieces(self, state: State) -> Iterator[Body]:
        """Those that are not in the store. All are named in `_names` then."""
        read, names = self._read, self._names
        before = _columns(read.state) if read else {}
        for of, columns in _columns(state).items():
            names[of] = []
            known = iter(read.names.get(of, ()) if read else ())
            for some, old in zip_longest(_pieces(columns), _pieces(before.get(of, ((), ())))):
                if some is None:
                    break
                name = next(known, None)
                if name is None or some != old:
                    body = body_of(packed(of, *some))
                    name = sum_of([body])
                    yield name, body
                names[of].append(name)

    def leave(self) -> None:
        """Another site is about to be put in place: until it is, none is as any state says."""
        with suppress(NotADirectoryError):  # nothing can be kept
            self._place.unlink(missing_ok=True)

    def arrive(self, name: bytes) -> None:
        """The site of this state is in place. No other state is needed any longer."""
        for old in self.pointer.parent.glob(f"{STATE}-*"):
            if old.name.encode() != name:
                old.unlink(missing_ok=True)
        with suppress(OSError, DamagedError):
            self._store.keep_only({name for names in self._names.values() for name in names})
        self._store.close()
        keeping.keep(self._place, repr(place_of(self._output)).encode())

    def forget(self) -> None:
        self._read = None
        with suppress(NotADirectoryError):
            self.pointer.unlink(missing_ok=True)

    def _is_in_place(self) -> bool:
        try:
            there = repr(place_of(self._output)).encode()
        except OSError:
            return False
        return keeping.lookup(self._place) == there
