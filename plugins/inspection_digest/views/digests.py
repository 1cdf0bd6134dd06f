"""The digest page and the slim row that lists print."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.answers import ContestedView, CorrectionView
from inspection_digest.views.chrome import Chrome, Link
from inspection_digest.views.contrasts import ContrastView
from inspection_digest.views.grades import GradesView, GradeView
from inspection_digest.views.quotes import QuoteView, ReplyView
from inspection_digest.views.standing import Peers, Standing


class DigestRow(Struct, frozen=True):
    """A digest in a list: what it says in a line, not the whole of it."""

    href: str
    provider: str
    title: str
    when: str
    overall: GradeView
    lead: GradeView | None
    contrasts: int
    quotes: int


class QuoteGroup(Struct, frozen=True):
    """Quotes that no contrast shows, under the standard they are about."""

    heading: str
    quotes: tuple[QuoteView, ...]


class MentionView(Struct, frozen=True):
    """Whether the release mentions a standard: `hits` are (words found, passage around them)."""

    number: str
    name: str
    searched: str
    hits: tuple[tuple[str, str], ...]


class SilenceView(Struct, frozen=True):
    """What the release never mentions, by plain search. `held` False: its text is not held.

    `summary` is a sentence. `silent` and `mentioned` are the standards; `searched` says how.
    """

    held: bool
    summary: str
    silent: tuple[MentionView, ...]
    mentioned: tuple[MentionView, ...]


class SourceRow(Struct, frozen=True):
    """A source in the digest's list: `held` says in words what text of it we hold."""

    kind: str
    title: str
    publisher: str
    when: str
    href: str
    original: Link | None
    held: str
    second_hand: str


class CitedFact(Struct, frozen=True):
    """The page that states a fact which is not taken from the report itself."""

    fact: str
    source: Link
    uncertain: bool


class RecommendationView(Struct, frozen=True):
    """`summary` is HTML."""

    to: str
    summary: str
    source: Link
    page: str


class DigestPage(Struct, frozen=True, kw_only=True):
    """One digest, in the order a reader meets it. `summary` is HTML or "".

    `facts` are short phrases: inspected, published, owner. `cite` is a line to copy.
    `overall_reason` is HTML or "": why the overall grade is not what a published rule gives.
    `insets`: what says something of other records, and is printed apart.
    `contribute` leads to the page that says how to help; shown where nothing is quoted yet.
    `replies` are those to the whole digest, in full; `answered` are (who and when, a link) of those
    that stand beside what they answer. `wrong_grade` is the way to say that a grade is wrong.
    """

    chrome: Chrome
    provider: Link
    framework: Link
    inspectorate: str
    title: str
    facts: tuple[str, ...]
    summary: str
    grades: GradesView
    contrasts: tuple[ContrastView, ...]
    others: tuple[QuoteGroup, ...]
    silence: SilenceView | None
    recommendations: tuple[RecommendationView, ...]
    replies: tuple[ReplyView, ...]
    corrections: tuple[CorrectionView, ...]
    sources: tuple[SourceRow, ...]
    previous: Link | None
    next: Link | None
    edit: Link | None
    cite: str
    identity: str
    contribute: Link | None = None
    cited: tuple[CitedFact, ...] = ()
    overall_reason: str = ""
    insets: tuple[Peers, ...] = ()
    contested: tuple[ContestedView, ...] = ()
    answered: tuple[tuple[str, Link], ...] = ()
    wrong_grade: Link | None = None
    standing: Standing | None = None
