"""How far a long build is, and where its time went."""

from __future__ import annotations

from collections.abc import Mapping

QUIET_SECONDS = 2.0  # what is done sooner needs no word, and no second word comes sooner


def progress(done: int, of: int, seconds: float, what: str = "parts of the site") -> str:
    """`120 of 440 parts of the site, about 12 s left`; nothing once all are done."""
    if not 0 < done < of:
        return ""
    left = seconds * (of - done) / done
    return f"{done:,} of {of:,} {what}, about {_duration(left)} left"


def timings(laps: Mapping[str, float]) -> str:
    """A line a stage, in the order they ran: seconds, and of what."""
    return "".join(f"  {seconds:>7.2f} s  {name}\n" for name, seconds in laps.items())


def _duration(seconds: float) -> str:
    whole = max(round(seconds), 1)
    return f"{whole} s" if whole < 90 else f"{round(whole / 60)} min"
