"""HTML to text: the words of a web page's main part, a paragraph for each block.

Runs in `reader_child`, as a hostile page can hold html.parser of the standard library for
minutes. No tree is built, so that depth costs nothing: which elements are open is a short list.
"""

from __future__ import annotations

import codecs
import re
from html.parser import HTMLParser

from inspection_digest.documents.damage import UNKNOWN
from inspection_digest.documents.glyphs import SUPERSCRIPT
from inspection_digest.documents.limits import ReadingRefused

# The encoding a page names is looked up when `reader_child` can open no file any more.
for _codec in ("utf-8-sig", "utf-16", "cp1252"):
    codecs.lookup(_codec)

_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav
    ol optgroup option p pre search section summary table tbody td tfoot th thead title tr ul
    """.split()  # noqa: SIM905 - words read best as words
)
_VOID = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr
    """.split()  # noqa: SIM905 - words read best as words
)
# Not words of the document: programs, controls, and what stands on every page of a site.
_SKIPPED = frozenset(
    """
    audio button canvas datalist del dialog embed head iframe map math nav noembed noframes noscript
    object option s script select strike style svg template textarea title video
    """.split()  # noqa: SIM905 - words read best as words
)
_SKIPPED_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "banner", "menu"})
# A page's own header and footer; within an article they may belong to it.
_FURNITURE = frozenset({"header", "footer", "aside"})
# Names of classes for those; not "has-cookie-banner", which is a name for all around one.
_BANNER = r"(?:banner|bar|dialog|manager|modal|overlay|popup)"
_COOKIES = re.compile(
    r"(?<![\w-])(?!has-|no-|with-)[\w-]*"
    rf"(?:cookie|skip-?link|consent[\w-]*{_BANNER}|{_BANNER}[\w-]*consent)",
    re.IGNORECASE,
)
# Styles of what is in no reader's sight.
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Where a comment ends differs between html.parser and browsers (HTML Standard, 13.2.5).
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
# An end tag closes what is open up to its start, but a stray one not what is around a block.
_DEEPEST = 500
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE
)
_SUBSTITUTE = "\x1a"  # what programs write in place of a letter they cannot read
_BLANK = re.compile(r"[ \t\r\n\f\v]+")


def read_html(data: bytes, _most_pages: int) -> list[tuple[str, bool]]:
    """The page's text as one page that is never damaged. Refuses a page without words."""
    reader = _Reader()
    reader.feed(_COMMENT.sub("", decode_html(data)).replace(_SUBSTITUTE, UNKNOWN))
    reader.close()
    text = reader.text()
    if not text:
        raise ReadingRefused("wordless")
    return [(text, False)]


def decode_html(data: bytes) -> str:
    """Bytes to text as browsers do for the encodings in use: by mark, by name, else by trying."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    named = _CHARSET.search(data[:4096])
    name = named[1].decode("ascii").lower() if named else "utf-8"
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # The encodings that browsers read as Windows-1252 when a page names them.
        if name in {"utf-8", "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252"}:
            return data.decode("cp1252", "replace")
        raise ReadingRefused("encoding") from None


class _Reader(HTMLParser):
    """Collects paragraphs; those inside <main> apart, as where there is one it is the document."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self._skip_depth: int | None = None
        self._main_depth: int | None = None
        self._words: list[str] = []
        self._everything: list[str] = []
        self._main: list[str] = []

    def text(self) -> str:
        """The paragraphs read, parted by blank lines."""
        self._end_paragraph()
        paragraphs = self._main if sum(map(len, self._main)) >= 200 else self._everything
        return "\n".join(f"{paragraph}\n" for paragraph in paragraphs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._end_paragraph()
        elif tag == "br":
            self._words.append("\n")
        elif tag == "wbr":
            return
        if tag in _VOID:
            return
        self._close_implied(tag)
        if len(self._open) >= _DEEPEST:
            raise ReadingRefused("deep")
        self._open.append(tag)
        if self._skip_depth is None and self._is_skipped(tag, dict(attrs)):
            self._skip_depth = len(self._open)
        if tag == "main" or ("role", "main") in attrs:
            self._main_depth = self._main_depth or len(self._open)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<p/>` is `<p>` in HTML."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_paragraph()
        if tag not in self._open:
            return
        while self._open and self._open.pop() != tag:
            pass
        self._leave()

    def handle_data(self, data: str) -> None:
        if self._skip_depth is None:
            words = data if "pre" in self._open else _BLANK.sub(" ", data)
            self._words.append(words.translate(SUPERSCRIPT) if "sup" in self._open else words)

    def _close_implied(self, tag: str) -> None:
        """A new paragraph ends an open one, an item the item before; authors leave these out."""
        ended = {"p"} if tag in _BLOCKS else set()
        if tag in {"li", "dt", "dd", "tr", "td", "th", "option"}:
            ended |= {tag, *({"td", "th"} if tag == "tr" else ())}
        while self._open and self._open[-1] in ended:
            self._open.pop()
        self._leave()

    def _leave(self) -> None:
        """Forget the skipped and the main element once they are closed."""
        depth = len(self._open)
        if self._skip_depth is not None and depth < self._skip_depth:
            self._skip_depth = None
        if self._main_depth is not None and depth < self._main_depth:
            self._end_paragraph()
            self._main_depth = None

    def _is_skipped(self, tag: str, attributes: dict[str, str | None]) -> bool:
        if tag in _SKIPPED or attributes.get("role") in _SKIPPED_ROLES:
            return True
        if "hidden" in attributes or (attributes.get("aria-hidden") or "").lower() == "true":
            return True
        if _UNSEEN.search(attributes.get("style") or ""):
            return True
        if tag == "a" and "sup" in self._open and (attributes.get("href") or "").startswith("#"):
            return True  # the call of a note
        if tag in _FURNITURE and not {"main", "article"} & set(self._open):
            return True
        names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
        words = tag in {"html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6"}
        return not words and bool(_COOKIES.search(names))

    def _end_paragraph(self) -> None:
        lines = "".join(self._words).split("\n")
        self._words.clear()
        text = "\n".join(filter(None, (_BLANK.sub(" ", line).strip(" ") for line in lines)))
        if not text:
            return
        self._everything.append(text)
        if self._main_depth is not None:
            self._main.append(text)
