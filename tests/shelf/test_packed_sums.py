"""Packed sums are the sums that were given."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.shelf.facts import SUM
from inspection_digest.shelf.packed_sums import ABSENT, PackedSums

sums = st.lists(st.one_of(st.just(ABSENT), st.binary(min_size=SUM, max_size=SUM).filter(any)))


@given(sums, st.data())
def test_they_are_a_sequence_of_what_was_given(given_: list[bytes], draw: st.DataObject) -> None:
    packed = PackedSums.of(given_)
    assert list(packed) == given_
    assert [packed[at] for at in range(len(packed))] == given_
    start, stop = (draw.draw(st.integers(0, len(given_) + 1)) for _ in "ab")
    assert list(packed[start:stop]) == given_[start:stop]
    assert packed[start:stop] == PackedSums.of(given_[start:stop])
    assert pickle.loads(pickle.dumps(packed)) == packed  # noqa: S301 - just dumped
    assert packed != PackedSums.of([*given_, ABSENT])
    with pytest.raises(IndexError):
        packed[len(given_)]


@given(sums, sums, st.data())
def test_others_in_some_places_and_more_leave_what_was_as_it_was(
    before: list[bytes], more: list[bytes], draw: st.DataObject
) -> None:
    packed = PackedSums.of(before)
    places = st.sampled_from(range(len(before))) if before else st.nothing()
    others = draw.draw(st.dictionaries(places, st.binary(min_size=SUM, max_size=SUM).filter(any)))
    found = packed.with_others(others.items(), more)
    assert list(found) == [*(others.get(at, sum_) for at, sum_ in enumerate(before)), *more]
    assert list(packed) == before


def test_what_is_no_sum_is_refused() -> None:
    with pytest.raises(ValueError, match="3 bytes are not 1 sums"):
        PackedSums.of([b"abc"])
