"""The results as Markdown, with all that is needed to judge them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.comparison import TOLERANCE, Comparison
from benchmarks.figures import Spread, exponent, ratios, spread
from benchmarks.measure import MIB, Run
from benchmarks.rounds import Results

TITLES = {
    "nothing": "Nothing changed",
    "digest": "One digest edited",
    "title": "The title of a digest edited",
    "new": "A digest added, or taken away",
    "page-template": "The template of digests edited",
    "template": "The base template edited",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the figures were measured on. `loads`: waiting processes at the start and the end."""

    date: str
    cores: int
    loads: tuple[float, float]
    rounds: int
    note: str
    versions: Mapping[str, str]
    missing: Mapping[str, str]


def table(
    setting: Setting,
    results: Sequence[Results],
    compared: Mapping[int, Mapping[str, Comparison]],
) -> str:
    """The whole of RESULTS.md but its first lines."""
    parts = [
        _setting(setting),
        "## A full build\n",
        _full(results),
        _growth(results),
        *_changed(results),
        "## Whether the sites are the same\n",
        _sites(compared),
    ]
    return "\n".join(part for part in parts if part)


def _setting(setting: Setting) -> str:
    before, after = setting.loads
    lines = [
        f"Measured on {setting.date}, on {setting.cores} cores, {setting.rounds} rounds,",
        "interleaved, after one unmeasured build of each. Seconds are medians, with their range.",
        f"The load of the machine was {before:.1f} before and {after:.1f} after.",
        *([setting.note] if setting.note else []),
        "",
        *(f"- {name}: {version}" for name, version in setting.versions.items()),
        *(f"- {name}: not measured. {why}" for name, why in setting.missing.items()),
        "",
    ]
    return "\n".join(lines)


def _full(results: Sequence[Results]) -> str:
    lines = [
        "| digests | system | wall s | ours = 1 | processor s | ours = 1 | largest MiB | all MiB |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for result in results:
        own = result.of("full", "ours")
        for name, runs in result.runs.get("full", {}).items():
            wall = spread([run.wall for run in runs])
            work = spread([run.processor for run in runs])
            lines.append(
                f"| {result.size:,} | {name} | {_seconds(wall)} | {_ratio(runs, own)} "
                f"| {_seconds(work)} | {_ratio(runs, own, 'processor')} "
                f"| {max(run.largest for run in runs) / MIB:.0f} "
                f"| {max(run.together for run in runs) / MIB:.0f} |"
            )
    return "\n".join([*lines, ""])


def _growth(results: Sequence[Results]) -> str:
    """How the time grows, where there is more than one size."""
    if len(results) < 2:
        return ""
    lines = ["Time grows with this power of the number of digests:", ""]
    for of in ("wall", "processor"):
        names = dict.fromkeys(name for result in results for name in result.runs.get("full", {}))
        slopes = {name: exponent(_medians(results, name, of)) for name in names}
        words = [f"{name} {slope:.2f}" for name, slope in slopes.items() if slope is not None]
        lines.append(f"- {of}: {', '.join(words)}")
    return "\n".join([*lines, ""])


def _medians(results: Sequence[Results], name: str, of: str) -> dict[int, float]:
    return {
        result.size: spread([getattr(run, of) for run in result.of("full", name)]).middle
        for result in results
        if name in result.runs.get("full", {})
    }


def _changed(results: Sequence[Results]) -> list[str]:
    scenarios = [name for name in TITLES if any(name in result.runs for result in results)]
    if not scenarios:
        return []
    lines = [
        "| digests | system | what changed | wall s | of its own full build | processor s |",
        "| ---: | --- | --- | ---: | ---: | ---: |",
    ]
    for result in results:
        for scenario in scenarios:
            for name, runs in result.runs.get(scenario, {}).items():
                whole = result.of("full", name)
                lines.append(
                    f"| {result.size:,} | {name} | {TITLES[scenario]} "
                    f"| {_seconds(spread([run.wall for run in runs]))} "
                    f"| {_ratio(runs, whole)} "
                    f"| {_seconds(spread([run.processor for run in runs]))} |"
                )
    return ["## A build after a change\n", "\n".join([*lines, ""])]


def _sites(compared: Mapping[int, Mapping[str, Comparison]]) -> str:
    lines = [
        "| digests | system | files | pages | MB | ours = 1 | misplaced | compared | differ |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for size, sites in compared.items():
        for name, site in sites.items():
            lines.append(
                f"| {size:,} | {name} | {site.files:,} | {site.pages:,} | {site.bytes / 1e6:.1f} "
                f"| {site.size:.3f} | {len(site.missing) + len(site.extra)} | {site.compared} "
                f"| {len(site.differing)} |"
            )
    words = (
        "Misplaced: files at addresses where only one of the two has one. Compared: pages whose\n"
        f"words were, some of each kind. Bytes may differ by {TOLERANCE:.0%}; the rest may not.\n"
    )
    return "\n".join([*lines, "", words])


def _seconds(value: Spread) -> str:
    return f"{value.middle:.2f} ({value.least:.2f}–{value.most:.2f})"


def _ratio(runs: Sequence[Run], own: Sequence[Run], of: str = "wall") -> str:
    if not own or len(runs) != len(own):
        return "–"
    found = ratios([getattr(run, of) for run in runs], [getattr(run, of) for run in own])
    return f"{found.middle:.2f} ({found.least:.2f}–{found.most:.2f})"
