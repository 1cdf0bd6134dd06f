"""What was answered, for tests of the theme: notes, replies, and the page of a notice."""

from __future__ import annotations

from msgspec.structs import replace
from tests.theme import views
from tests.theme.views import HOSTILE, HTML, LONG_WORD, chrome, link

from inspection_digest.views.answers import ContestedView, CorrectionView, NoticePage, WithdrawnView
from inspection_digest.views.quotes import Answers, QuoteView, ReplyView

OPEN = ContestedView("1 May 2019", f"A council {HOSTILE}", HTML, "open", "Not decided yet")
UPHELD = ContestedView(
    "2 May 2019", LONG_WORD, HTML, "upheld", "Upheld, 9 May 2019", HTML, link("a digest"), link()
)
NOT_UPHELD = ContestedView("3 May 2019", "Sodexo", HTML, "not-upheld", "Not upheld, May 2019", HTML)
CORRECTED = CorrectionView("2 April 2019", HTML, HOSTILE)
REMOVED = CorrectionView(
    "3 April 2019", HTML, "", None, link(f"About the quotation “{HOSTILE}”"), ("quote-gone",)
)
WITHDRAWN = WithdrawnView(
    "a/2019", f"A digest {HOSTILE}", "4 April 2019", HTML, link("what stands instead"), link()
)


def answers(prefix: str) -> Answers:
    """All there can be beside one thing; `prefix` keeps the addresses of replies apart."""
    replies = (
        ReplyView("Sodexo", "1 April 2019", views.quote(f"reply-{prefix}"), link()),
        ReplyView(f"The board {HOSTILE}", "", views.hostile_quote(f"reply-{prefix}-two")),
    )
    return Answers((CORRECTED, CORRECTED), (OPEN, UPHELD, NOT_UPHELD), replies)


def answered_quote(anchor: str) -> QuoteView:
    return replace(views.quote(anchor), answers=answers(anchor))


def notice(*, full: bool = True) -> NoticePage:
    stood = (("quote-one", "Quotation: one"), ("contrast-two", f"Contrast: {LONG_WORD}"))
    return NoticePage(
        chrome=chrome("../../../", full=full),
        kicker=link("South Yorkshire CRC"),
        title=f"South Yorkshire CRC, 2019 {HOSTILE}" if full else "A contrast that was removed",
        withdrawn=WITHDRAWN if full else None,
        correction=None if full else CorrectionView("2 April 2019", HTML, ""),
        stood=stood if full else (),
        corrections=(CORRECTED, REMOVED) if full else (),
        contested=(OPEN, UPHELD) if full else (),
        onward=link("What we do when something is wrong"),
        cite="Inspection Digest, “Withdrawn”",
    )
