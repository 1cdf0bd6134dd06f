"""The table as it is committed."""

from __future__ import annotations

from benchmarks.comparison import Comparison
from benchmarks.measure import MIB, Run
from benchmarks.rounds import Results
from benchmarks.table import Setting, table

SETTING = Setting(
    date="2031-05-14",
    cores=2,
    loads=(0.5, 1.5),
    rounds=2,
    note="Others were at work.",
    versions={"ours": "abc1234 (Python 3.11.7)", "hugo": "v1"},
    missing={"eleventy": "Node.js is not on this machine"},
)
EXPECTED = """\
Measured on 2031-05-14, on 2 cores, 2 rounds,
interleaved, after one unmeasured build of each. Seconds are medians, with their range.
The load of the machine was 0.5 before and 1.5 after.
Others were at work.

- ours: abc1234 (Python 3.11.7)
- hugo: v1
- eleventy: not measured. Node.js is not on this machine

## A full build

| digests | system | wall s | ours = 1 | processor s | ours = 1 | largest MiB | all MiB |
| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |
| 100 | ours | 1.50 (1.00–2.00) | 1.00 (1.00–1.00) | 1.25 (1.00–1.50) | 1.00 (1.00–1.00) | 10 | 20 |
| 100 | hugo | 3.00 (2.00–4.00) | 2.00 (2.00–2.00) | 2.50 (2.00–3.00) | 2.00 (2.00–2.00) | 10 | 20 |
| 200 | ours | 5.00 (5.00–5.00) | 1.00 (1.00–1.00) | 5.00 (5.00–5.00) | 1.00 (1.00–1.00) | 10 | 20 |
| 200 | hugo | 6.00 (6.00–6.00) | 1.20 (1.20–1.20) | 6.00 (6.00–6.00) | 1.20 (1.20–1.20) | 10 | 20 |

Time grows with this power of the number of digests:

- wall: ours 1.74, hugo 1.00
- processor: ours 2.00, hugo 1.26

## A build after a change

| digests | system | what changed | wall s | of its own full build | processor s |
| ---: | --- | --- | ---: | ---: | ---: |
| 100 | ours | One digest edited | 0.15 (0.10–0.20) | 0.10 (0.10–0.10) | 0.15 (0.10–0.20) |

## Whether the sites are the same

| digests | system | files | pages | MB | ours = 1 | misplaced | compared | differ |
| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 100 | hugo | 12 | 10 | 2.0 | 1.020 | 2 | 5 | 1 |

Misplaced: files at addresses where only one of the two has one. Compared: pages whose
words were, some of each kind. Bytes may differ by 5%; the rest may not.
"""


def _run(wall: float, processor: float) -> Run:
    return Run(wall, processor / 2, processor / 2, 10 * MIB, 20 * MIB)


def test_the_table() -> None:
    small = Results(100)
    small.of("full", "ours").extend([_run(1, 1), _run(2, 1.5)])
    small.of("full", "hugo").extend([_run(2, 2), _run(4, 3)])
    small.of("digest", "ours").extend([_run(0.1, 0.1), _run(0.2, 0.2)])
    large = Results(200)
    large.of("full", "ours").append(_run(5, 5))
    large.of("full", "hugo").append(_run(6, 6))
    site = Comparison(12, 10, 2_000_000, ("a",), ("b",), 1.02, 5, ("c",))
    assert table(SETTING, [small, large], {100: {"hugo": site}}) == EXPECTED
