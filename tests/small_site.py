"""A site small enough to hold in mind, written as contributors write it.

Every function takes `changes`: files by their path in the content folder, put in the place of
those below (None takes one away). What comes back has been read as the real content is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from inspection_digest import build
from inspection_digest.checking import check_library
from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostic, Diagnostics
from inspection_digest.messages import quotations, quoting
from inspection_digest.outputs.page import Templates
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.crossrefs import check_references
from inspection_digest.reading.files import TextFile
from inspection_digest.reading.library import Library
from inspection_digest.views.chrome import Site

Changes = Mapping[str, str | None]

PROVIDERS = """\
moor-line:
  name: Moor Line
  former: [Moor and Marsh Railway]
  kind: Toy railway
  owners:
    - name: Attic Holdings
      from: 2028
      url: https://toys.example.org/moor-line
marsh-line:
  name: Marsh Line
  kind: Toy railway
"""
FRAMEWORK = """\
title: Toy railway inspections
inspectorate: Inspectorate of Toy Railways
from: 2030-01
scale:
  - {name: Inadequate, points: 0}
  - {name: Requires improvement, points: 1, also: [Requiring improvement]}
  - {name: Good, points: 2}
  - {name: Outstanding, points: 3}
groups:
  company: {name: The company, judged: Plans are read.}
  railway: {name: The railway, judged: Journeys are *counted*.}
standards:
  "1.1": {name: Leadership, group: company, role: leadership, terms: [leaders]}
  "1.2": {name: Timetable, group: company}
  "2.1": {name: Track, group: railway, role: practice, terms: [rails]}
rules:
  four-grades:
    says: Each standard is given one of four grades.
    basis: published
    url: https://toys.example.org/grades
missing: How the overall grade is made.
"""
RELEASE = """\
kind: release
title: Moor Line runs on time
publisher: Inspectorate of Toy Railways
url: https://toys.example.org/releases/moor-line
published: 2031-05-14
licence: ogl-3
"""
RELEASE_TEXT = """\
Moor Line runs on time

Ada Buffer said: “Every train we saw was on time. The leaders are outstanding.”

It should act now.
"""
REPORT = """\
kind: report
title: An inspection of Moor Line
publisher: Inspectorate of Toy Railways
url: https://toys.example.org/reports/moor-line.pdf
published: 2031-05-14
licence: ogl-3
pages: 2
"""
REPORT_TEXT = """\
An inspection of Moor Line

Leaders have a clear plan. The timetable is printed on good paper.\f\
There is no track between the two stations, and the company could not say where it had gone.

In 7 of 12 journeys the train did not arrive.
"""
DIGEST = """\
framework: toy-2030
title: Punctual trains and no railway
summary: The trains are *punctual*. There is no track.
published: 2031-05-14
inspected: {from: 2031-02, to: 2031-03}
overall: Requires improvement
ratings: {"1.1": Outstanding, "2.1": Inadequate}
sources: {release: moor-release, report: moor-report}
quotes:
  on-time:
    source: release
    speaker: Ada Buffer
    text: Every train we saw was on time.
  no-track:
    source: report
    standard: "2.1"
    text: There is no track ... and the company could not say where it had gone.
  clear-plan:
    source: report
    standard: "1.1"
    text: Leaders have a clear plan.
  paper:
    source: report
    standard: "1.2"
    text: The timetable is printed on good paper.
contrasts:
  on-time-without-track:
    title: Trains on time, and no track
    said: on-time
    found: [no-track]
    relation: contradicts
    because: The plan was *good*. The track was not there.
replies:
  on-order:
    by: Moor Line
    published: 2031-05-15
    source: release
    text: It should act now.
corrections:
  - date: 2031-06-02
    what: We gave the grade of track as Good.
    noticed_by: A passenger
"""
MOOR = "digests/moor-line/2031-05-14.yaml"
FILES: Changes = {
    "providers.yaml": PROVIDERS,
    "frameworks/toy-2030.yaml": FRAMEWORK,
    "sources/moor-release/source.yaml": RELEASE,
    "sources/moor-release/text.txt": RELEASE_TEXT,
    "sources/moor-report/source.yaml": REPORT,
    "sources/moor-report/text.txt": REPORT_TEXT,
    MOOR: DIGEST,
}
# What may be said of a quotation, whose verdict a test may ask for.
WORDS = {entry.code for entry in (*quotations.ENTRIES, *quoting.ENTRIES)} - {
    "quote-without-words",
    "contrast-with-itself",  # said of the records
}
SITE = Site(
    name="Inspection Digest",
    url="https://digest.example.org/sub",
    description="What was said beside what was found.",
    repository="https://code.example.org/digest",
)


def files(changes: Changes | None = None) -> tuple[TextFile, ...]:
    """The files as they come from disk, in order of path."""
    kept = {path: text for path, text in {**FILES, **(changes or {})}.items() if text is not None}
    return tuple(
        TextFile(f"content/{path}", text, hashlib.sha256(text.encode()).hexdigest())
        for path, text in sorted(kept.items())
    )


def library(changes: Changes | None = None) -> Library:
    """The records of a site without a mistake, before any quotation is proved."""
    diagnostics = Diagnostics()
    read = read_library(files(changes), diagnostics)
    check_references(read, diagnostics)
    assert list(diagnostics) == []
    return read


def mistakes(changes: Changes) -> list[Diagnostic]:
    """All that is said of a site with these changes, before any quotation is proved."""
    diagnostics = Diagnostics()
    check_references(read_library(files(changes), diagnostics), diagnostics)
    return list(diagnostics)


def edition(changes: Changes | None = None, **site: Any) -> Edition:
    """The site with its proofs. `site` are settings in the place of those above."""
    diagnostics = Diagnostics()
    read, evidence = check_library(files(changes), diagnostics)
    assert [item for item in diagnostics if item.code not in WORDS] == []
    settings = {field: getattr(SITE, field) for field in Site.__struct_fields__}
    return Edition(Site(**{**settings, **site}), read, evidence)


def published(made: Edition, templates: Templates) -> dict[str, str]:
    """Every file made from records, by path."""
    return dict(build.publish(made, templates))
