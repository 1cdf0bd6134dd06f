"""Medians, ratios and exponents of runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.figures import Spread, exponent, ratios, spread


def test_a_spread_is_the_median_in_its_range() -> None:
    assert spread([3.0, 1.0, 2.0]) == Spread(2.0, 1.0, 3.0)
    assert spread([4.0, 1.0]) == Spread(2.5, 1.0, 4.0)


def test_a_ratio_is_taken_within_each_round() -> None:
    """The second round was slow for both: the ratio does not see it."""
    assert ratios([2.0, 20.0, 2.0], [1.0, 10.0, 1.0]) == Spread(2.0, 2.0, 2.0)


def test_rounds_that_do_not_pair_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        ratios([1.0], [1.0, 2.0])


@given(
    st.floats(0.001, 1000),
    st.floats(0.5, 3),
    st.lists(st.integers(1, 100_000), min_size=2, max_size=5, unique=True),
)
def test_the_exponent_of_a_power_is_that_power(
    factor: float, power: float, sizes: list[int]
) -> None:
    assert exponent({size: factor * size**power for size in sizes}) == pytest.approx(power)


def test_the_exponent_is_that_of_the_closest_line() -> None:
    assert exponent({1: 1.0, 10: 10.0, 100: 50.0}) == pytest.approx(0.849, abs=0.001)


def test_one_size_has_no_exponent() -> None:
    assert exponent({100: 1.0}) is None
