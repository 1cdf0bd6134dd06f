"""Our own prose, from Markdown to HTML that cannot hurt: the only place that imports these three.

Markdown, then typographic quotation marks and dashes, then the sanitiser last, so that whatever
the first two make of hostile text, what leaves here is on the list of allowed elements. Never used
on a quotation.
"""

from __future__ import annotations

from functools import lru_cache
from html import unescape

import nh3
from markdown import Markdown
from markupsafe import Markup
from typogrify.filters import smartypants, widont

from inspection_digest.composing.plain_prose import MOST_KEPT
from inspection_digest.views.links import SITE

TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "code", "br", "blockquote"}
PAGE_TAGS = TAGS | {"h2", "h3", "h4", "pre", "table", "thead", "tbody", "tr", "th", "td"}
PAGE_TAGS |= {"dl", "dt", "dd", "hr", "kbd", "abbr"}
PAGE_ATTRIBUTES = {"*": set[str](), "a": {"href"}, "abbr": {"title"}}
PAGE_ATTRIBUTES |= {heading: {"id"} for heading in ("h2", "h3", "h4")}
SCHEMES = {"http", "https", "mailto"}
LINK_REL = "noopener"


def html_by_libraries(text: str) -> Markup:
    """What `prose.to_html` gives, whatever the text is."""
    dressed = widont(smartypants(_converted(text)))
    return _clean(dressed, TAGS, {"*": set(), "a": {"href"}})


def plain_by_libraries(text: str) -> str:
    """What `prose.to_plain` gives, whatever the text is."""
    stripped = _clean(_converted(text), set(), {})
    return " ".join(unescape(stripped).split())


def clean_page(html: str) -> Markup:
    """The HTML of a Markdown page, with headings and tables allowed too."""
    return _clean(html, PAGE_TAGS, PAGE_ATTRIBUTES)


def with_last_words_together(html: str) -> str:
    """An element whose last word does not stand alone on a line."""
    return str(widont(html))


def _clean(html: str, tags: set[str], attributes: dict[str, set[str]]) -> Markup:
    """What is allowed of it, and no link of views' own: `&#26;` would be the sign before one."""
    clean = nh3.clean(
        html, tags=tags, attributes=attributes, url_schemes=SCHEMES, link_rel=LINK_REL
    )
    return Markup(clean.replace(SITE, ""))  # noqa: S704 - the sanitiser has just been over it


@lru_cache(maxsize=MOST_KEPT)
def _converted(text: str) -> str:
    """Not clean yet: what is published goes through one of the functions above."""
    return _converter().reset().convert(text)


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    return Markdown(output_format="html")
