"""What can be asked of the benchmark on the command line."""

from __future__ import annotations

import argparse

import pytest

from benchmarks.bench import MOST, limited, numbers


def test_names_are_taken_in_a_fixed_order_some_only_up_to_a_size() -> None:
    read = limited(("hugo", "eleventy", "pelican"))
    assert read("pelican:1000,hugo") == {"hugo": MOST, "pelican": 1000}
    assert read("none") == {}


def test_a_name_that_is_not_known_is_answered_with_those_that_are() -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="jekyll: the choice is hugo, or none"):
        limited(("hugo",))("hugo,jekyll")


def test_sizes_are_sorted_and_each_is_measured_once() -> None:
    assert numbers("1000,100,1_000") == [100, 1000]
