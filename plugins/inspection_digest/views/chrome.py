"""What surrounds every page: head, masthead, footer. The site's own settings come in here."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct


class Site(Struct, frozen=True):
    """Settings of the site, from pelican.conf.py: nothing here is computed.

    `url`: absolute address of the site without a slash at its end. `repository`: address of the
    project's repository, and `branch` its main branch, or "" where there is none to link to.
    `policy` is the Content-Security-Policy of every page.
    """

    name: str
    url: str
    description: str
    repository: str = ""
    branch: str = "main"
    policy: str = "default-src 'none'"


class Link(NamedTuple):
    """Words and where they lead. `current` marks the page one is on.

    Like every `href` of a view, one within the site is an address behind `links.SITE`, alike on
    every page, until a page prints it.
    """

    label: str
    href: str
    current: bool = False


class FeedLink(NamedTuple):
    """A feed for `<link rel=alternate>`: `type` is its media type."""

    label: str
    href: str
    type: str


class Chrome(Struct, frozen=True, kw_only=True):
    """Head, masthead and footer of one page.

    `here` is the page's address. `root` leads from it to the site's root (`../../`, or `./` at the
    root); theme files are at `{root}theme/...`. `canonical` is absolute. `data` is schema.org
    JSON-LD, safe inside a script element, or "". `kind` is Open Graph's `website` or `article`.
    `mend` are the ways to put the page right: to say that it is wrong, to edit what it is made
    from.
    """

    site_name: str
    title: str
    description: str
    here: str
    canonical: str
    kind: str
    data: str
    root: str
    nav: tuple[Link, ...]
    footer: tuple[Link, ...]
    feeds: tuple[FeedLink, ...]
    policy: str = "default-src 'none'"
    index: bool = True
    image: str = ""
    published: str = ""
    mend: tuple[Link, ...] = ()
