"""A feed as its subscribers read it: every entry carries the whole of what it announces."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from inspection_digest.views.answers import ContestedView, CorrectionView, WithdrawnView
from inspection_digest.views.contrasts import ContrastView
from inspection_digest.views.quotes import ReplyView


class FeedEntry(Struct, frozen=True, kw_only=True):
    """`id` is a urn minted from the digest's identity; `published` never moves.

    `facts` are short lines (grades, dates); `contrasts` stand whole in the entry; `more` are the
    words of the link at its end. `corrections`, `contested` and `replies` are those that are not
    about one of its contrasts; where the digest is `withdrawn`, nothing else is in the entry.
    """

    id: str
    title: str
    link: str
    published: datetime
    updated: datetime
    summary: str
    facts: tuple[str, ...]
    contrasts: tuple[ContrastView, ...]
    more: str
    corrections: tuple[CorrectionView, ...] = ()
    contested: tuple[ContestedView, ...] = ()
    replies: tuple[ReplyView, ...] = ()
    withdrawn: WithdrawnView | None = None

    def __hash__(self) -> int:
        """Of what hardly two entries share; going through all of an entry would take long."""
        return hash((self.id, self.link, self.updated))


class FeedView(Struct, frozen=True, kw_only=True):
    """`here`, `home` and `root`, the site's root, are absolute. `updated` is the newest entry's,
    never the clock's."""

    id: str
    title: str
    subtitle: str
    here: str
    home: str
    root: str
    author: str
    updated: datetime
    entries: tuple[FeedEntry, ...]
