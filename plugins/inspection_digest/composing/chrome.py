"""Head, masthead and footer of every page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from inspection_digest.composing import urls
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.views.chrome import Chrome, FeedLink, Link

FEED_TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml"}
FEED_FORMS = {"atom": "Atom", "rss": "RSS"}
FEEDS = (("All contrasts", "contrasts"), ("All digests", "digests"))  # on every page
TEMPLATES = "theme/templates/"

NAV = {
    "Contrasts": urls.CONTRASTS,
    "The gap": urls.GAP,
    "All grades": urls.GRADES,
    "Check a quote": urls.CHECK,
    "Method": urls.prose("method"),
    "About": urls.prose("about"),
    "Contribute": urls.prose("contribute"),
    "Follow": urls.FOLLOW,
}
FOOTER = (
    ("Providers", urls.PROVIDERS),
    ("Digests", urls.DIGESTS),
    ("Frameworks", urls.FRAMEWORKS),
    ("Corrections", urls.prose("corrections")),
    ("Verification record", urls.VERIFICATION),
    ("What the check says", urls.MESSAGES),
)


def chrome(  # noqa: PLR0913 - each is a fact of the page that only its composer knows
    edition: Edition,
    here: str,
    title: str,
    description: str,
    *,
    kind: str = "website",
    data: Mapping[str, object] | None = None,
    feeds: tuple[tuple[str, str], ...] = (),
    published: str = "",
    index: bool = True,
    root: str | None = None,
    files: tuple[tuple[str, int], ...] = (),
    wrong: Wrong | None = None,
    ways: tuple[Link | None, ...] = (),
) -> Chrome:
    """`here` is the page's address; `feeds` are (label, name) beyond the two of every page.

    `root`: the way to the site's root, where it is not that from `here`.
    `files` are what the page is made from, as (path in the repository, line or 0); a path that ends
    in a slash is a folder. `wrong` says what is wrong if somebody says so; `ways` are more ways to
    put the page right.
    """
    site = edition.site
    current = here if here in NAV.values() else None
    frame = edition.once(("frame", current), partial(_frame, edition, current))
    return Chrome(
        site_name=site.name,
        title=title if title == site.name else f"{title} · {site.name}",
        description=description,
        canonical=edition.absolute(here),
        kind=kind,
        data=json_ld(data) if data else Markup(""),
        here=here,
        root=urls.root_from(here) if root is None else root,
        nav=frame.nav,
        footer=frame.footer,
        feeds=(*_feeds(feeds), *frame.feeds),
        policy=site.policy,
        index=index,
        published=published,
        mend=tuple(_mend(edition, files, wrong or Wrong("other", title, here), ways)),
    )


class _Frame(Struct, frozen=True):
    """What is alike on many pages."""

    nav: tuple[Link, ...]
    footer: tuple[Link, ...]
    feeds: tuple[FeedLink, ...]


def _frame(edition: Edition, current: str | None) -> _Frame:
    footer = [Link(label, urls.link(address)) for label, address in FOOTER]
    if edition.site.repository:
        footer.append(Link("Source code and data", edition.site.repository))
    return _Frame(
        nav=tuple(
            Link(label, urls.link(address), current=address == current)
            for label, address in NAV.items()
        ),
        footer=tuple(footer),
        feeds=tuple(_feeds(FEEDS)),
    )


def _feeds(feeds: Iterable[tuple[str, str]]) -> Iterator[FeedLink]:
    for label, name in feeds:
        for form, words in FEED_FORMS.items():
            yield FeedLink(f"{label} ({words})", urls.link(urls.feed(name, form)), FEED_TYPES[form])


def _mend(
    edition: Edition,
    files: tuple[tuple[str, int], ...],
    wrong: Wrong,
    ways: tuple[Link | None, ...],
) -> Iterator[Link]:
    """The ways to put a page right: none where there is no repository."""
    links = [edition.wrong_link(wrong)]
    for path, line in files:
        if path.endswith("/"):
            links.append(edition.files_link(path))
        elif path.startswith(TEMPLATES):
            links.append(edition.edit_link(path, line, "Edit the words of this page"))
        else:
            links.append(edition.edit_link(path, line))
    yield from (link for link in (*links, *ways) if link)


def json_ld(data: Mapping[str, object]) -> Markup:
    """schema.org data for a script element: no character of it can end the element."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 - every character that could leave the script is escaped
