"""The measured runs of one size, in turn: one of each system, then the next round.

What slows the machine for a while then slows all of them, and the ratio within a round stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.measure import Run, run
from benchmarks.systems import SCENARIOS, System, start_afresh, undo_changes


@dataclass(frozen=True, slots=True)
class Results:
    """The runs of one size, by scenario and system, in the order of the rounds."""

    size: int
    runs: dict[str, dict[str, list[Run]]] = field(default_factory=dict)

    def of(self, scenario: str, system: str) -> list[Run]:
        return self.runs.setdefault(scenario, {}).setdefault(system, [])


def measure(
    size: int,
    systems: Sequence[System],
    plan: dict[str, Sequence[str]],
    rounds: int,
    say: Callable[[str], None],
) -> Results:
    """`plan`: which systems are measured in which scenario.

    `warm_up` comes before it: then every file is in the machine's memory. The scenarios follow one
    another in each round: the full build leaves the site that the others change.
    """
    results = Results(size)
    for number in range(rounds):
        for scenario, names in plan.items():
            for system in systems:
                if system.name in names:
                    SCENARIOS[scenario](system)
                    done = run(system.command, system.folder, system.environment)
                    results.of(scenario, system.name).append(done)
                    say(
                        f"{size:,}: round {number + 1} of {rounds}, {scenario}, {system.name}: "
                        f"{done.wall:.2f} s"
                    )
    for system in systems:
        undo_changes(system)
    return results


def warm_up(system: System) -> None:
    """One build that is not measured; it leaves the site as it is without any change."""
    undo_changes(system)
    start_afresh(system)
    run(system.command, system.folder, system.environment)
