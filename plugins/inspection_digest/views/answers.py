"""What was answered to something after it was published: corrections, objections, withdrawals."""

from __future__ import annotations

from msgspec import Struct

from inspection_digest.views.chrome import Chrome, Link


class CorrectionView(Struct, frozen=True):
    """`what` is HTML. `digest` is None on the digest's own page.

    `about` leads to what was corrected, None where it is the whole digest. `anchors` are those of
    what was removed: their addresses lead here.
    """

    when: str
    what: str
    noticed_by: str
    digest: Link | None = None
    about: Link | None = None
    anchors: tuple[str, ...] = ()


class ContestedView(Struct, frozen=True):
    """An objection. `what` and `because` (or "") are HTML; `state` is `open`, `upheld` or
    `not-upheld`, `outcome` the same in words with its date."""

    when: str
    by: str
    what: str
    state: str
    outcome: str
    because: str = ""
    digest: Link | None = None
    about: Link | None = None


class WithdrawnView(Struct, frozen=True):
    """That a digest is withdrawn: when, why (HTML), and what stands in its place, if anything.

    `digest` leads to the digest's own page, or is None there; `id` is its permanent name.
    """

    id: str
    name: str
    when: str
    because: str
    replaced_by: Link | None
    digest: Link | None = None


class NoticePage(Struct, frozen=True, kw_only=True):
    """What stands at an address whose content was taken away: that it was, when and why.

    `withdrawn` is None where a correction removed one contrast; `correction` is then that one.
    `stood` are the anchors and names of what stood here, so that each address still leads to it.
    `kicker` leads to the provider or to the digest; `cite` is a line to copy.
    """

    chrome: Chrome
    kicker: Link
    title: str
    withdrawn: WithdrawnView | None
    correction: CorrectionView | None
    stood: tuple[tuple[str, str], ...]
    corrections: tuple[CorrectionView, ...]
    contested: tuple[ContestedView, ...]
    onward: Link
    cite: str
