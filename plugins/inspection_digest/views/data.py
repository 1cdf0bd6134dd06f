"""The site's facts as data: one type a field, the same fields in every row."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.by_digest import ByDigest


class GradeDatum(Struct, frozen=True, kw_only=True):
    """One grade of one report: `standard` is an id of the framework, or `overall`.

    `step` counts from 0 at the lowest grade of a scale whose highest is `steps`; both are None for
    a word that is no grade (`Not judged`). Dates are ISO 8601 as far as known, or "".
    """

    digest: str
    provider: str
    provider_name: str
    inspectorate: str
    framework: str
    round: str
    owner: str
    inspected_from: str
    inspected_to: str
    published: str
    standard: str
    standard_name: str
    role: str
    grade: str
    step: int | None
    steps: int | None
    certain: bool
    cited: str
    address: str


class QuoteDatum(Struct, frozen=True, kw_only=True):
    """A quotation: `key` is its identity on the whole site, `text` its words letter for letter."""

    key: str
    name: str
    text: str
    source: str
    standard: str
    speaker: str
    page: int | None
    verdict: str
    address: str


class ContrastDatum(Struct, frozen=True, kw_only=True):
    """A contrast a person wrote: names of quotes, and `because` as plain text. `added`: "" where it
    came with its digest."""

    name: str
    title: str
    relation: str
    said: str
    found: tuple[str, ...]
    because: str
    added: str
    address: str


class ReplyDatum(Struct, frozen=True, kw_only=True):
    """A reply, proved like any quotation. `to` is what it answers (`contrasts/<name>`), or ""."""

    key: str
    name: str
    text: str
    by: str
    published: str
    to: str
    source: str
    page: int | None
    verdict: str
    address: str


class CorrectionDatum(Struct, frozen=True, kw_only=True):
    """`about` is `<group>/<name>`, a standard's number or a fact, or "" for the whole digest."""

    date: str
    what: str
    about: str
    removed: bool
    noticed_by: str


class ContestedDatum(Struct, frozen=True, kw_only=True):
    """An objection: `outcome` is `open`, `upheld` or `not upheld`."""

    date: str
    by: str
    what: str
    about: str
    outcome: str
    decided: str
    because: str


class WithdrawnDatum(Struct, frozen=True, kw_only=True):
    """When a digest was withdrawn and why; `replaced_by` is a digest's id or ""."""

    date: str
    because: str
    replaced_by: str


class DigestDatum(Struct, frozen=True, kw_only=True):
    """One digest. `ratings` are (standard, grade) pairs in the framework's order.

    `status` is `current` or `withdrawn`. Of a withdrawn digest nothing is told but who, when and
    why: no grade, no quotation, no contrast. What else each field means is published beside them
    (`outputs/data_fields.py`).
    """

    digest: str
    address: str
    title: str
    provider: str
    provider_name: str
    inspectorate: str
    framework: str
    round: str
    inspected_from: str
    inspected_to: str
    published: str
    added: str
    overall: str
    ratings: tuple[tuple[str, str], ...]
    spread: tuple[tuple[str, int], ...]
    points: int | None
    cited: tuple[tuple[str, str], ...]
    uncertain: tuple[str, ...]
    missing: str
    sources: tuple[tuple[str, str], ...]
    quotes: tuple[QuoteDatum, ...]
    contrasts: tuple[ContrastDatum, ...]
    status: str = "current"
    withdrawn: WithdrawnDatum | None = None
    replies: tuple[ReplyDatum, ...] = ()
    corrections: tuple[CorrectionDatum, ...] = ()
    contested: tuple[ContestedDatum, ...] = ()


class DataView(Struct, frozen=True, kw_only=True):
    """All of it, oldest report first. `version` is the program's; `site` its name and address."""

    version: str
    site_name: str
    site_address: str
    grades: ByDigest[GradeDatum]
    digests: ByDigest[DigestDatum]
