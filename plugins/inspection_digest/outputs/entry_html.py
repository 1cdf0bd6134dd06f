"""A feed entry's body: the whole pair as plain HTML that any feed reader shows.

A quotation stands in an element marked `data-quote`, letter for letter; the quotation marks around
it stand outside that element, because a feed has no style sheet to draw them.
"""

from __future__ import annotations

from markupsafe import Markup

from inspection_digest.views.contrasts import ContrastView
from inspection_digest.views.feeds import FeedEntry
from inspection_digest.views.quotes import QuoteView

QUOTE = Markup(
    "<p><strong>{side}</strong> ({document}{second_hand})</p>\n"
    '<blockquote><p>“<span data-quote="{key}">{text}</span>”</p>'
    "</blockquote>\n<p>{speaker}{proof} {link}</p>\n"
)


def entry_html(entry: FeedEntry) -> str:
    """HTML for `content` (Atom) or `description` (RSS)."""
    facts = Markup("<p>{}</p>\n").format(" · ".join(entry.facts)) if entry.facts else Markup("")
    titled = len(entry.contrasts) > 1
    parts = [_contrast(contrast, titled=titled) for contrast in entry.contrasts]
    summary = Markup("<p>{}</p>\n").format(entry.summary) if titled or not parts else Markup("")
    more = Markup('<p><a href="{}">{}</a></p>').format(entry.link, entry.more)
    return str(Markup("").join([facts, summary, *parts, more]))


def _contrast(contrast: ContrastView, *, titled: bool) -> Markup:
    title = Markup("<h2>{}</h2>\n").format(contrast.title) if titled else Markup("")
    seam = Markup("<p><em>{}</em></p>\n").format(contrast.seam)
    found = Markup("").join(_quote("Found", quote) for quote in contrast.found)
    return Markup("").join(
        [title, _quote("Said", contrast.said), seam, found, Markup(contrast.because)]  # noqa: S704
    ) + Markup("\n")


def _quote(side: str, quote: QuoteView) -> Markup:
    link = Markup('<a href="{}">See it in place</a>').format(
        quote.place.href if quote.place else quote.href
    )
    return QUOTE.format(
        side=side,
        document=quote.publisher_line,
        second_hand=f"; {quote.second_hand}" if quote.second_hand else "",
        key=quote.key,
        text=quote.text,
        speaker=f"{quote.speaker}. " if quote.speaker else "",
        proof=quote.proof.sentence,
        link=link,
    )
