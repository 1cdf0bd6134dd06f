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

from inspection_digest.composing.plain_prose import Block, plain_blocks, plain_words
from inspection_digest.views.links import SITE

TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "code", "br", "blockquote"}
PAGE_TAGS = TAGS | {"h2", "h3", "h4", "pre", "table", "thead", "tbody", "tr", "th", "td"}
PAGE_TAGS |= {"dl", "dt", "dd", "hr", "kbd", "abbr"}
PAGE_ATTRIBUTES = {"*": set[str](), "a": {"href"}, "abbr": {"title"}}
PAGE_ATTRIBUTES |= {heading: {"id"} for heading in ("h2", "h3", "h4")}
SCHEMES = {"http", "https", "mailto"}
LINK_REL = "noopener"
MOST_KEPT = 1024  # texts: those of all pages that are made together


@lru_cache(maxsize=MOST_KEPT)
def to_html(text: str) -> Markup:
    """A field of a record as HTML: paragraphs, emphasis, lists and links, nothing else."""
    plain = plain_blocks(text)
    if plain is None:
        return html_by_libraries(text)
    return Markup("\n".join(map(_block, plain)))  # noqa: S704 - made of letters and points


def html_by_libraries(text: str) -> Markup:
    """What `to_html` gives, whatever the text is."""
    dressed = widont(smartypants(_converted(text)))
    return _clean(dressed, TAGS, {"*": set(), "a": {"href"}})


def _block(block: Block) -> str:
    if block.is_list:
        return "\n".join(["<ul>", *(_element("li", html) for html in block.texts), "</ul>"])
    return _element("p", block.texts[0])


def _element(name: str, html: str) -> str:
    """A plain paragraph, or one of a list; its last word does not stand alone on a line."""
    before, space, last = html.rpartition(" ")
    if "<" in last or ">" in last:
        return str(widont(f"<{name}>{html}</{name}>"))
    return f"<{name}>{before}&nbsp;{last}</{name}>" if space else f"<{name}>{last}</{name}>"


def clean_page(html: str) -> Markup:
    """The HTML of a Markdown page, with headings and tables allowed too."""
    return _clean(html, PAGE_TAGS, PAGE_ATTRIBUTES)


def _clean(html: str, tags: set[str], attributes: dict[str, set[str]]) -> Markup:
    """What is allowed of it, and no link of views' own: `&#26;` would be the sign before one."""
    clean = nh3.clean(
        html, tags=tags, attributes=attributes, url_schemes=SCHEMES, link_rel=LINK_REL
    )
    return Markup(clean.replace(SITE, ""))  # noqa: S704 - the sanitiser has just been over it


@lru_cache(maxsize=MOST_KEPT)
def to_plain(text: str) -> str:
    """The same words without any markup, on one line, for descriptions and feeds' summaries."""
    plain = plain_words(text)
    return plain_by_libraries(text) if plain is None else plain


def plain_by_libraries(text: str) -> str:
    """What `to_plain` gives, whatever the text is."""
    stripped = _clean(_converted(text), set(), {})
    return " ".join(unescape(stripped).split())


@lru_cache(maxsize=MOST_KEPT)
def _converted(text: str) -> str:
    """Not clean yet: what is published goes through one of the functions above."""
    return _converter().reset().convert(text)


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    return Markdown(output_format="html")
