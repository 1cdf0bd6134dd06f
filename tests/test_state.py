"""What a build leaves for the next: all of it, and no more than has changed is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.changing_site import START, Folder, built_in, clean
from tests.small_site import SITE

from inspection_digest import keeping, state
from inspection_digest.build import is_index
from inspection_digest.making import records
from inspection_digest.shelf.batches import name_of, source_name

FIRST, *OTHERS = START.reports


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Folder]:
    """The site, its state in pieces of two things."""
    monkeypatch.setattr(state, "OF_A_PIECE", 2)
    folder = built_in(tmp_path)
    yield folder
    assert pieces(folder) == set(named(folder))


def pieces(folder: Folder) -> set[bytes]:
    """Those that are in the store."""
    return in_store(keeping.kept_for(folder.output, state.PIECES))


def in_store(file: Path) -> set[bytes]:
    with closing(sqlite3.connect(file)) as store:
        return {name for (name,) in store.execute("SELECT name FROM kept")}


def named(folder: Folder) -> list[bytes]:
    """Those of the state in force."""
    return [name for names in in_force(folder).names.values() for name in names]


def in_force(folder: Folder) -> state.Read:
    pointer = keeping.kept_for(folder.output, state.STATE)
    kept = keeping.lookup(pointer)
    assert kept
    read = state._read(pointer.with_name(kept.decode()))
    assert read
    return read


def edited(folder: Folder, words: str, *, contrast: bool = True) -> set[str] | None:
    report = replace(FIRST, summary=words, contrast=contrast)
    content = replace(START, reports=(report, *OTHERS))
    folder.write(content)
    made = folder.make(SITE)
    assert folder.files() == clean(content)
    return made


def test_a_state_comes_back_as_it_was_left_and_is_the_same_when_kept_again(built: Folder) -> None:
    pointer = keeping.kept_for(built.output, state.STATE)
    kept = keeping.lookup(pointer)
    assert kept
    read = state._read(pointer.with_name(kept.decode()))
    assert read
    states = state.States(built.output, read.site)
    assert states.read() == read.state
    assert states.keep(read.state) == kept
    other = state.States(built.output, read.site)  # which has not read it
    name = other.keep(read.state)
    again = state._read(pointer.with_name(name.decode()))
    assert again
    assert again.state == read.state
    keeping.keep(pointer, name)
    other.arrive(name)


def test_only_pieces_in_which_something_has_changed_are_written(built: Folder) -> None:
    before = pieces(built)
    edited(built, "A sentence.")
    now = pieces(built)
    assert 0 < len(now - before) < len(now) / 2
    assert len(now - before) == len(before - now)


def test_the_words_of_all_that_is_in_the_index_are_kept_and_no_others(built: Folder) -> None:
    for words in ("A sentence.", "Another.", "A sentence."):
        edited(built, words)
        index = in_force(built).state.filled.index
        needed = {name_of(facts) for facts in index.facts.values()}
        needed |= {source_name(id_, sum_) for id_, sum_ in index.sources.items()}
        assert in_store(records(built.output)) == needed


def test_a_part_that_is_made_again_keeps_its_place(built: Folder) -> None:
    before = in_force(built)
    edited(built, "A sentence.", contrast=False)  # so one part has a file less
    now = in_force(built)
    old, new = before.state.ledger, now.state.ledger
    assert list(new.parts) == list(old.parts)
    assert list(new.cells) == list(old.cells)
    assert list(now.state.filled.index.facts) == list(before.state.filled.index.facts)
    made = [name for name, entry in new.parts.items() if entry != old.parts[name]]
    pairs = zip(now.names["parts"], before.names["parts"], strict=True)
    assert 0 < sum(mine != other for mine, other in pairs) <= len(made)


@pytest.mark.parametrize("left", [b"", b"no database at all, but as long as one" * 200])
def test_damaged_pieces_are_made_anew_and_then_hold(built: Folder, left: bytes) -> None:
    keeping.kept_for(built.output, state.PIECES).write_bytes(left)
    pages = {path for path in built.files() if not is_index(path)}
    assert edited(built, "A sentence.") == pages
    made = edited(built, "Another.")
    assert made
    assert len(made) < len(pages) / 2
