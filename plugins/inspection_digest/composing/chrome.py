"""Head, masthead and footer of every page."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

from inspection_digest.composing import urls
from inspection_digest.composing.edition import Edition
from inspection_digest.views.chrome import Chrome, FeedLink, Link

FEED_TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml"}

NAV = (
    ("Contrasts", urls.CONTRASTS),
    ("The gap", urls.GAP),
    ("All grades", urls.GRADES),
    ("Method", urls.prose("method")),
    ("About", urls.prose("about")),
    ("Contribute", urls.prose("contribute")),
    ("Follow", urls.FOLLOW),
)
FOOTER = (
    ("Providers", urls.PROVIDERS),
    ("Digests", urls.DIGESTS),
    ("Frameworks", urls.FRAMEWORKS),
    ("Corrections", urls.prose("corrections")),
    ("Check a quote", urls.CHECK),
    ("Verification record", urls.VERIFICATION),
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
    to: urls.Linker | None = None,
) -> Chrome:
    """`here` is the page's address; `feeds` are (label, name) beyond the two of every page."""
    to = to or urls.relative_from(here)
    site = edition.site
    footer = [Link(label, to(address)) for label, address in FOOTER]
    if site.repository:
        footer.append(Link("Source code and data", site.repository))
    return Chrome(
        site_name=site.name,
        title=title if title == site.name else f"{title} · {site.name}",
        description=description,
        canonical=edition.absolute(here),
        kind=kind,
        data=json_ld(data) if data else Markup(""),
        root="" if to("") == "./" else to(""),
        nav=tuple(Link(label, to(address), current=address == here) for label, address in NAV),
        footer=tuple(footer),
        feeds=tuple(
            FeedLink(
                f"{label} ({form.capitalize() if form == 'atom' else 'RSS'})",
                to(urls.feed(name, form)),
                FEED_TYPES[form],
            )
            for label, name in (*feeds, ("All contrasts", "contrasts"), ("All digests", "digests"))
            for form in ("atom", "rss")
        ),
        policy=site.policy,
        index=index,
        published=published,
    )


def json_ld(data: Mapping[str, object]) -> Markup:
    """schema.org data for a script element: no character of it can end the element."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 - every character that could leave the script is escaped
