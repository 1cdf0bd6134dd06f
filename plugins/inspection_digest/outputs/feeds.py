"""Atom and RSS from a feed's view: the only place that imports feedgenerator."""

from __future__ import annotations

from datetime import datetime

from feedgenerator import Atom1Feed, Rss201rev2Feed

from inspection_digest.outputs.entry_html import entry_html
from inspection_digest.views.feeds import FeedView
from inspection_digest.views.links import linked


class _Atom(Atom1Feed):  # type: ignore[misc]
    def latest_post_date(self) -> datetime:
        """The view's date; the library's fallback is the clock."""
        return self.feed["updated"]  # type: ignore[no-any-return]


class _Rss(Rss201rev2Feed):  # type: ignore[misc]
    def latest_post_date(self) -> datetime:
        return self.feed["updated"]  # type: ignore[no-any-return]


def atom(view: FeedView) -> str:
    """RFC 4287: a summary, and the whole entry as `content`."""
    feed = _head(_Atom, view)
    for entry in view.entries:
        feed.add_item(
            title=entry.title,
            link=linked(entry.link, view.root),
            description=None,
            content=linked(entry_html(entry), view.root),
            pubdate=entry.published,
            updateddate=entry.updated,
            unique_id=entry.id,
        )
    return f"{feed.writeString('utf-8')}\n"


def rss(view: FeedView) -> str:
    """RSS 2.0: the whole entry as `description`; ids are not addresses."""
    feed = _head(_Rss, view)
    for entry in view.entries:
        feed.add_item(
            title=entry.title,
            link=linked(entry.link, view.root),
            description=linked(entry_html(entry), view.root),
            pubdate=entry.published,
            unique_id=entry.id,
            unique_id_is_permalink=False,
        )
    return f"{feed.writeString('utf-8')}\n"


def _head(kind: type[_Atom] | type[_Rss], view: FeedView) -> _Atom | _Rss:
    return kind(
        title=view.title,
        link=view.home,
        description=view.subtitle,
        language="en-GB",
        author_name=view.author,
        feed_url=view.here,
        feed_guid=view.id,
        updated=view.updated,
    )
