"""A built page as one of a preview: marked as such, kept from search engines, opened from disk.

On a disk nobody serves `index.html` for a folder, and there is no root: links to folders name the
file, and links from the root start at the page. Only the tags that need it are touched; all else
is the published bytes.
"""

from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser

STYLE = "theme/css/components/preview.css"
LINK = re.compile(r'(?<=\s)(href|src)="([^"]*)"')
NOINDEX = '<meta name="robots" content="noindex">'
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def preview_html(html: str, root: str, home: str) -> str:
    """`root` leads from the page to the preview's site (`../../`, "" at its root), `home` to the
    first page of the preview, "" on that page itself."""
    sheet = "" if STYLE in html else f'<link rel="stylesheet" href="{escape(root)}{STYLE}">\n'
    made: list[str] = []
    at = 0
    for offset, tag in _Tags(html).found:
        made += [html[at:offset], _tag(tag, root, home, sheet)]
        at = offset + len(tag)
    return "".join([*made, html[at:]])


def title_of(html: str) -> str:
    """The words of a page's title, without the name of the site."""
    found = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    return unescape(found[1]).rpartition(" · ")[0] or unescape(found[1]) if found else ""


def policy_of(html: str) -> str:
    """A page's Content-Security-Policy, "" where it has none."""
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    return unescape(found[1]) if found else ""


def on_disk(link: str, root: str) -> str:
    """A link as it works from a file: `../` is `../index.html`, `/x/` is `../../x/index.html`."""
    if SCHEME.match(link) or link.startswith("#") or not link:
        return link
    rest, hash_, fragment = link.partition("#")
    path, mark, query = rest.partition("?")
    if path.startswith("/"):
        path = f"{root}{path[1:]}" or "./"
    if path.rpartition("/")[2] in ("", ".", ".."):
        path = f"{path}{'' if path.endswith('/') else '/'}index.html"
    return f"{path}{mark}{query}{hash_}{fragment}"


def _tag(tag: str, root: str, home: str, sheet: str) -> str:
    if tag.startswith("<head>"):
        return f"{tag}\n{NOINDEX}"
    if tag == "</head>":
        return f"{sheet}{tag}"
    if tag.startswith("<header"):
        return f"{_note(home)}{tag}"
    return LINK.sub(lambda found: _link(found[1], unescape(found[2]), root), tag)


def _link(attribute: str, value: str, root: str) -> str:
    return f'{attribute}="{escape(on_disk(value, root))}"'


def _note(home: str) -> str:
    way = f' <a href="{escape(home)}">What the change touches</a>' if home else ""
    return (
        '<aside class="preview-note" aria-label="Preview"><p><strong>Preview of a proposed change.'
        f"</strong> This is not the published site.{way}</p></aside>\n"
    )


class _Tags(HTMLParser):
    """The tags that are touched, as (offset, text): found by a parser, so that a link in a
    comment, a script or another attribute is none."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, str]] = []
        self._starts = [0]
        for line in html.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        masthead = tag == "header" and ("class", "masthead") in attrs
        if tag == "head" or masthead or {"href", "src"} & {name for name, _ in attrs}:
            self.found.append((self._offset(), self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "head":
            self.found.append((self._offset(), "</head>"))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column
