"""A feed entry's body: the whole pair as plain HTML that any feed reader shows.

A quotation stands in an element marked `data-quote`, letter for letter; the quotation marks around
it stand outside that element, because a feed has no style sheet to draw them.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from inspection_digest.views.answers import ContestedView, CorrectionView, WithdrawnView
from inspection_digest.views.contrasts import ContrastView
from inspection_digest.views.feeds import FeedEntry
from inspection_digest.views.quotes import QuoteView, ReplyView

MOST_KEPT = 256  # entries: all of one part of the site, and those of the longest feeds


@lru_cache(maxsize=MOST_KEPT)  # every feed is written in two forms, and an entry is in two feeds
def entry_html(entry: FeedEntry) -> str:
    """HTML for `content` (Atom) or `description` (RSS)."""
    facts = Markup("<p>{}</p>\n").format(" · ".join(entry.facts)) if entry.facts else Markup("")
    titled = len(entry.contrasts) > 1
    notes = [_corrected(item) for item in entry.corrections]
    notes += [_contested(item) for item in entry.contested]
    if entry.withdrawn:
        notes.append(_withdrawn(entry.withdrawn))
    parts = [_contrast(contrast, titled=titled) for contrast in entry.contrasts]
    alone = not parts and not notes
    summary = Markup("<p>{}</p>\n").format(entry.summary) if titled or alone else Markup("")
    replies = [_reply(reply) for reply in entry.replies]
    more = Markup('<p><a href="{}">{}</a></p>').format(entry.link, entry.more)
    return str(Markup("").join([*notes, facts, summary, *parts, *replies, more]))


def _contrast(contrast: ContrastView, *, titled: bool) -> Markup:
    title = Markup("<h2>{}</h2>\n").format(contrast.title) if titled else Markup("")
    seam = Markup("<p><em>{}</em></p>\n").format(contrast.seam)
    found = Markup("").join(_quote("Found", quote) for quote in contrast.found)
    ours = Markup("<p><strong>In our own words</strong></p>\n") if contrast.because else Markup("")
    because = ours + Markup(contrast.because) + Markup("\n")  # noqa: S704 - it is sanitised
    replies = [_reply(reply) for reply in contrast.answers.replies]
    return Markup("").join([title, _quote("Said", contrast.said), seam, found, because, *replies])


def _corrected(item: CorrectionView) -> Markup:
    about = f" {_small(item.about.label)}" if item.about else ""
    by = f" Noticed by {item.noticed_by}." if item.noticed_by else ""
    return Markup("<p><strong>Corrected, {}{}.</strong>{}</p>\n{}\n").format(
        item.when,
        about,
        by,
        Markup(item.what),  # noqa: S704 - the sanitiser has been over it
    )


def _contested(item: ContestedView) -> Markup:
    about = f" {_small(item.about.label)}" if item.about else ""
    return Markup(
        "<p><strong>Contested by {}, {}{}.</strong></p>\n{}\n<p><strong>{}.</strong></p>\n{}\n"
    ).format(
        item.by,
        item.when,
        about,
        Markup(item.what),  # noqa: S704 - the sanitiser has been over it
        item.outcome,
        Markup(item.because),  # noqa: S704 - the sanitiser has been over it
    )


def _withdrawn(item: WithdrawnView) -> Markup:
    instead = (
        Markup('<p><a href="{}">{}</a></p>\n').format(item.replaced_by.href, item.replaced_by.label)
        if item.replaced_by
        else Markup("")
    )
    return Markup('<p data-withdrawn="{}"><strong>Withdrawn, {}: {}.</strong></p>\n{}\n{}').format(
        item.id,
        item.when,
        item.name,
        Markup(item.because),  # noqa: S704 - the sanitiser has been over it
        instead,
    )


def _reply(reply: ReplyView) -> Markup:
    return _one_quote(f"Reply of {reply.by}, {reply.when}", reply.quote)


def _small(label: str) -> str:
    """`About the overall grade`, within a sentence."""
    return f"({label[:1].lower()}{label[1:]})"


def _quote(side: str, quote: QuoteView) -> Markup:
    """A quotation, and after it what was replied to it."""
    replies = [_reply(reply) for reply in quote.answers.replies]
    return Markup("").join([_one_quote(side, quote), *replies])


def _one_quote(side: str, quote: QuoteView) -> Markup:
    # Every value is escaped by itself and they are put together as text: `Markup.format` does the
    # same, and for some hundred thousand values takes seconds.
    second_hand = f"; {quote.second_hand}" if quote.second_hand else ""
    speaker = f"{quote.speaker}. " if quote.speaker else ""
    href = quote.place.href if quote.place else quote.href
    html = (
        f"<p><strong>{escape(side)}</strong> "
        f"({escape(quote.publisher_line)}{escape(second_hand)})</p>\n"
        f'<blockquote><p>“<span data-quote="{escape(quote.key)}">{escape(quote.text)}</span>”</p>'
        f"</blockquote>\n<p>{escape(speaker)}{escape(quote.proof.sentence)} "
        f'<a href="{escape(href)}">See it in place</a></p>\n'
    )
    return Markup(html)  # noqa: S704 - every value in it was escaped
