"""What is made of the runs: medians, ratios run by run, and how time grows with size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from statistics import fmean, median


@dataclass(frozen=True, slots=True)
class Spread:
    """A median and the range it stands in."""

    middle: float
    least: float
    most: float


def spread(values: Sequence[float]) -> Spread:
    return Spread(median(values), min(values), max(values))


def ratios(others: Sequence[float], own: Sequence[float]) -> Spread:
    """How many times another takes as long, round by round: what slows one round slows both."""
    return spread([other / one for other, one in zip(others, own, strict=True)])


def exponent(seconds: Mapping[int, float]) -> float | None:
    """The slope of the straight line closest to log(seconds) over log(size); None of one size.

    1: twice the digests take twice as long; 2: four times as long.
    """
    if len(seconds) < 2:
        return None
    across, up = [log(size) for size in seconds], [log(value) for value in seconds.values()]
    middle, height = fmean(across), fmean(up)
    steep = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return steep / sum((x - middle) ** 2 for x in across)
