"""Home, provider, framework and corrections pages."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.answers import ContestedView, CorrectionView, WithdrawnView
from inspection_digest.views.chrome import Chrome, Link
from inspection_digest.views.contrasts import ContrastBrief, ContrastView
from inspection_digest.views.digests import DigestRow
from inspection_digest.views.distribution import DistributionView
from inspection_digest.views.gap import GapStrip
from inspection_digest.views.paging import Paging
from inspection_digest.views.timeline import Timeline


class HomePage(Struct, frozen=True, kw_only=True):
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


class OwnerView(Struct, frozen=True):
    """Who ran a provider: `when` in words, `source` the page that says so."""

    name: str
    when: str
    source: Link | None


class ProviderPage(Struct, frozen=True, kw_only=True):
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


class GradeStep(Struct, frozen=True):
    """A step of a scale, from the highest: `points` in words or ""."""

    word: str
    filled: int
    of: int
    points: str


class StandardView(Struct, frozen=True):
    """A standard of a framework. `role` is `Leadership`, `Practice` or ""."""

    number: str
    name: str
    role: str


class GroupView(Struct, frozen=True):
    """A group of standards; `judged` is HTML."""

    name: str
    judged: str
    standards: tuple[StandardView, ...]


class RuleView(Struct, frozen=True):
    """A rule in our words (`says` is HTML), how it is known, and the page that states it."""

    says: str
    basis: str
    source: Link


class FrameworkPage(Struct, frozen=True, kw_only=True):
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


class ProsePage(Struct, frozen=True, kw_only=True):
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


class FeedRow(Struct, frozen=True):
    """One thing to follow, in both forms."""

    label: str
    atom: Link
    rss: Link


class FollowPage(Struct, frozen=True, kw_only=True):
    """All feeds of the site."""

    chrome: Chrome
    title: str
    feeds: tuple[FeedRow, ...]
    paging: Paging | None = None


class NotFoundPage(Struct, frozen=True, kw_only=True):
    """404: says so and shows two ways on."""

    chrome: Chrome
    home: Link
    contrasts: Link
