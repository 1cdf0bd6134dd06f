"""An invented inspectorate, by files alone: five grades, a published rule, words that are none.

The Board of Lighthouses grades lamps on a five-point scale, publishes its points, bands and limits,
and writes "Not judged" where there was fog. A second set of standards followed the first; a third
gives no overall grade. No line of the program knows any of it.
"""

from __future__ import annotations

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.crossrefs import check_references
from inspection_digest.reading.files import TextFile
from inspection_digest.reading.library import Library

SCALE = """\
scale:
  - {name: Dark, points: 0}
  - {name: Dim, points: 1}
  - {name: Clear, points: 2}
  - {name: Bright, points: 3}
  - {name: Brilliant, points: 4}
not_graded: [Not judged]
groups:
  tower: {name: The tower, judged: By reading the log.}
  light: {name: The light, judged: By looking.}
"""
RULE = """\
overall:
  basis: published
  url: https://lighthouses.example.org/rule
  bands:
    - {from: 0, grade: Dark}
    - {from: 3, grade: Dim}
    - {from: 6, grade: Clear}
    - {from: 10, grade: Bright}
    - {from: 14, grade: Brilliant}
  limits:
    - {standards: ["2.1", "2.2"], grade: Dark, at_most: Dim}
    - {grade: Dim, number: 2, at_most: Clear}
"""
STANDARDS = """\
standards:
  "1.1": {name: Keeper, group: tower, role: leadership, measure: leadership}
  "1.2": {name: Stairs, group: tower, measure: stairs}
  "2.1": {name: Lamp, group: light, role: practice, measure: lamp}
  "2.2": {name: Horn, group: light, role: practice, measure: horn}
  flag: {name: Flag, group: light, counts: no, measure: flag}
"""
POINTS = """\
rules:
  points:
    says: Each grade has its points.
    basis: published
    url: https://lighthouses.example.org/points
"""

LIGHTS = "title: Lighthouses\ninspectorate: Board of Lighthouses\nfrom: 2001\nto: 2009\n"
LIGHTS += SCALE + STANDARDS + RULE + POINTS

# The numbers are the same and mean other things: only the measures can be compared.
LATER = """\
title: Lighthouses and buoys
inspectorate: Board of Lighthouses
from: 2010
follows:
  lights:
    comparable: all
    says: The standards were put in another order.
    basis: published
    url: https://lighthouses.example.org/order
standards:
  "1.1": {name: Lamp, group: light, role: practice, measure: lamp}
  "1.2": {name: Keeper, group: tower, role: leadership, measure: leadership}
  "2.1": {name: Buoys, group: light, role: practice, measure: buoys}
"""
LATER += SCALE

# No overall grade, no points, another scale: another inspectorate.
SHORES = """\
title: Shores
inspectorate: Board of Shores
from: 2015
scale: [{name: Poor}, {name: Fair}, {name: Fine}]
overall: {given: no}
groups: {shore: {name: The shore, judged: By walking.}}
standards:
  wardens: {name: Wardens, group: shore, role: leadership}
  sand: {name: Sand, group: shore, role: practice}
follows:
  later:
    comparable: none
    says: Another board took over.
    basis: published
    url: https://shores.example.org/
"""

PROVIDERS = """\
north-light:
  name: North Light
  kind: Lighthouse
  owners:
    - {name: The Harbour, to: 2004-06}
    - {name: The Crown, from: 2004-06}
south-light: {name: South Light, kind: Lighthouse}
"""

FRAMEWORKS = {"lights": LIGHTS, "later": LATER, "shores": SHORES}


def library(
    digests: dict[str, str],
    frameworks: dict[str, str] | None = None,
    diagnostics: Diagnostics | None = None,
) -> Library:
    """A library of the invented frameworks and the digests given (`provider/when`: YAML)."""
    heard = diagnostics if diagnostics is not None else Diagnostics()
    files = [_file("providers.yaml", PROVIDERS)]
    files += [
        _file(f"frameworks/{id_}.yaml", text) for id_, text in (frameworks or FRAMEWORKS).items()
    ]
    files += [_file(f"digests/{id_}.yaml", text) for id_, text in digests.items()]
    found = read_library(files, heard)
    check_references(found, heard)
    if diagnostics is None:
        assert list(heard) == []
    return found


def report(framework: str = "lights", overall: str = "", more: str = "", **ratings: str) -> str:
    """A digest's YAML; `_1_1="Dim"` is the standard 1.1, `flag="Dim"` the one by name."""
    lines = [f"framework: {framework}"]
    lines += [f"overall: {overall}"] if overall else []
    lines += ["ratings:"] if ratings else []
    for name, grade in ratings.items():
        number = name[1:].replace("_", ".") if name.startswith("_") else name
        lines.append(f'  "{number}": {grade}')
    return "\n".join([*lines, more]) + "\n"


def codes(digests: dict[str, str], frameworks: dict[str, str] | None = None) -> list[str]:
    """The codes of all messages, in order of place."""
    heard = Diagnostics()
    library(digests, frameworks, heard)
    return [item.code for item in heard]


def _file(path: str, text: str) -> TextFile:
    return TextFile(f"content/{path}", text, "")
