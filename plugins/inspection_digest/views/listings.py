"""Home, provider, framework and corrections pages."""

from __future__ import annotations

from dataclasses import dataclass

from inspection_digest.views.answers import ContestedView, CorrectionView, WithdrawnView
from inspection_digest.views.chrome import Chrome, Link
from inspection_digest.views.contrasts import ContrastBrief, ContrastView
from inspection_digest.views.digests import DigestRow
from inspection_digest.views.distribution import DistributionView
from inspection_digest.views.gap import GapStrip
from inspection_digest.views.paging import Paging
from inspection_digest.views.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What this is in two sentences, the newest contrasts, the newest digests.

    `counts` are (number, words) pairs; `lead` is the first contrast, shown large; `gap` is None
    where no report can be compared.
    """

    chrome: Chrome
    lead: ContrastView | None
    contrasts: tuple[ContrastBrief, ...]
    digests: tuple[DigestRow, ...]
    counts: tuple[tuple[str, str], ...]
    all_contrasts: Link
    method: Link
    gap: GapStrip | None = None


@dataclass(frozen=True, slots=True)
class OwnerView:
    """Who ran a provider: `when` in words, `source` the page that says so."""

    name: str
    when: str
    source: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderPage:
    """A provider: who it is, its digests newest first, its contrasts. `withdrawn` are notices.

    `all_contrasts` and `all_digests` are None where all of them stand here; the timeline is that
    of the digests that do.
    """

    chrome: Chrome
    name: str
    kind: str
    former: tuple[str, ...]
    owners: tuple[OwnerView, ...]
    successor: Link | None
    digests: tuple[DigestRow, ...]
    contrasts: tuple[ContrastBrief, ...]
    feeds: tuple[Link, ...]
    timeline: Timeline | None = None
    data: tuple[Link, ...] = ()
    withdrawn: tuple[WithdrawnView, ...] = ()
    all_contrasts: Link | None = None
    all_digests: Link | None = None


@dataclass(frozen=True, slots=True)
class GradeStep:
    """A step of a scale, from the highest: `points` in words or ""."""

    word: str
    filled: int
    of: int
    points: str


@dataclass(frozen=True, slots=True)
class StandardView:
    """A standard of a framework. `role` is `Leadership`, `Practice` or ""."""

    number: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group of standards; `judged` is HTML."""

    name: str
    judged: str
    standards: tuple[StandardView, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule in our words (`says` is HTML), how it is known, and the page that states it."""

    says: str
    basis: str
    source: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkPage:
    """An inspectorate's scale and standards for a period. `missing` is HTML or "".

    `digests` are the newest; `all_digests` leads to all where there are more.
    """

    chrome: Chrome
    title: str
    inspectorate: str
    when: str
    scale: tuple[GradeStep, ...]
    groups: tuple[GroupView, ...]
    rules: tuple[RuleView, ...]
    missing: str
    digests: tuple[DigestRow, ...]
    distributions: tuple[DistributionView, ...] = ()
    all_digests: Link | None = None
    data: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page of plain prose (about, method, ...); `content` is HTML. `corrections`, `contested` and
    `withdrawn` are filled on the corrections page only, `byline` (author and date, in words) on a
    commentary article."""

    chrome: Chrome
    title: str
    content: str
    corrections: tuple[CorrectionView, ...] = ()
    byline: str = ""
    contested: tuple[ContestedView, ...] = ()
    withdrawn: tuple[WithdrawnView, ...] = ()
    feeds: tuple[Link, ...] = ()
    paging: Paging | None = None


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One thing to follow, in both forms."""

    label: str
    atom: Link
    rss: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowPage:
    """All feeds of the site."""

    chrome: Chrome
    title: str
    feeds: tuple[FeedRow, ...]
    paging: Paging | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """404: says so and shows two ways on."""

    chrome: Chrome
    home: Link
    contrasts: Link
