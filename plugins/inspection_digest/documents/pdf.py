"""PDF to the text of its pages. The only user of pdfminer.six; runs in `reader_child` only.

pdfminer.six finds each glyph, its character and its place; lines and reading order are ours
(`glyphs`, `reading_order`), because its own layout analysis loses footnote numbers' size and
joins cells of a table.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from math import hypot
from typing import Any

from msgspec.structs import replace
from pdfminer import pdftypes
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from inspection_digest.documents.damage import UNKNOWN, PageSigns, is_damaged
from inspection_digest.documents.glyphs import Glyph, lines_of
from inspection_digest.documents.limits import ReadingRefused
from inspection_digest.documents.pdfminer_repairs import Losses, repair
from inspection_digest.documents.reading_order import page_text

# Python reads a codec's file at its first use, when `reader_child` can open no file any more.
for _codec in ("ascii", "latin-1", "utf-16", "utf-16-be", "utf-16-le"):
    codecs.lookup(_codec)

_Matrix = tuple[float, float, float, float, float, float]

_MOST_GLYPHS = 200_000
_UNDRAWN = {3, 7}  # modes of rendering: text that is nowhere seen, and that only clips
# Bullets of the Symbol and Wingdings fonts, which have no character of their own.
_BULLETS = str.maketrans(dict.fromkeys("\uf0a7\uf0b7\uf06e\uf0d8\uf0fc\uf0a8\uf076", "•"))
_UNTRUE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffd]")


def read_pdf(data: bytes, most_pages: int) -> list[tuple[str, bool]]:
    """Each page's text in reading order, and whether it is damaged. Raises anything at all."""
    if b"%%EOF" not in data[-2048:]:
        raise ReadingRefused("cut off")
    losses = repair()
    document = _open(data)
    found = list(islice(PDFPage.create_pages(document), most_pages + 1))
    if len(found) > most_pages:
        raise ReadingRefused("too long")
    if len(found) < _promised(document):
        raise ReadingRefused("pages")
    resources = PDFResourceManager()
    pages = [_read_page(resources, page, losses) for page in found]
    if not pages:
        raise ReadingRefused("empty")
    if not any(text for text, _ in pages):
        raise ReadingRefused("scan" if any(damaged for _, damaged in pages) else "wordless")
    if all(damaged or not text for text, damaged in pages):
        raise ReadingRefused("letters")
    return pages


def _open(data: bytes) -> PDFDocument:
    try:
        return PDFDocument(PDFParser(BytesIO(data)))
    except PDFEncryptionError:
        raise ReadingRefused("password") from None


def _promised(document: PDFDocument) -> int:
    """The number of pages the document says it has."""
    count = pdftypes.dict_value(document.catalog.get("Pages")).get("Count")
    return pdftypes.int_value(count) if count is not None else 0


def _read_page(resources: PDFResourceManager, page: PDFPage, losses: Losses) -> tuple[str, bool]:
    device = _PageReader(resources, page)
    losses.seen = False
    failed = False
    try:
        PDFPageInterpreter(resources, device).process_page(page)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - pdfminer.six raises anything; the page counts as damaged
        failed = True
    text = "\n".join(filter(None, (page_text(lines_of(each)) for each in device.seen())))
    signs = replace(device.signs(), failed=failed or losses.seen or device.overfull)
    return text, is_damaged(text, signs)


class _PageReader(PDFTextDevice):
    """Collects the glyphs of one page, by the direction they are written in."""

    def __init__(self, resources: PDFResourceManager, page: PDFPage) -> None:
        super().__init__(resources)
        left, bottom, right, top = page.mediabox
        width, height = abs(right - left), abs(top - bottom)
        self._width, self._height = (width, height) if page.rotate % 180 == 0 else (height, width)
        self._sight = (0.0, 0.0, 0.0, 0.0)  # left, bottom, right and top of what is shown
        # Upright, upwards, upside down, downwards: each a page of its own, read in this order.
        self._glyphs: tuple[list[Glyph], ...] = ([], [], [], [])
        self._unseen: tuple[set[int], ...] = (set(), set(), set(), set())  # their places there
        self._letters = self._hidden = self._strokes = 0
        self._picture = 0.0
        self._invisible = False
        self.overfull = False

    def signs(self) -> PageSigns:
        return PageSigns(self._picture, self._strokes, self._letters, self._hidden)

    def seen(self) -> Iterator[list[Glyph]]:
        """The glyphs of each direction, without what is not drawn; with it where most is not, as
        behind a scan."""
        mostly = 2 * self._hidden > self._letters
        for glyphs, unseen in zip(self._glyphs, self._unseen, strict=True):
            whole = mostly or not unseen
            yield glyphs if whole else [g for at, g in enumerate(glyphs) if at not in unseen]

    def begin_page(self, page: PDFPage, ctm: _Matrix) -> None:
        self._sight = _sight(page, ctm)

    def render_string(self, textstate: Any, *rest: Any) -> None:
        self._invisible = textstate.render in _UNDRAWN
        super().render_string(textstate, *rest)

    def render_char(  # noqa: PLR0913, PLR0917 - pdfminer.six decides
        self,
        matrix: _Matrix,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        *_colours: Any,
    ) -> float:
        advance = float(font.char_width(cid) * fontsize * scaling)
        a, b, c, d, e, f = matrix
        x, y = e + c * rise, f + d * rise
        # What stands outside the page nobody sees, so nobody can have quoted it.
        left, bottom, right, top = self._sight
        if not (left <= x <= right and bottom <= y <= top):
            return advance
        if self._letters >= _MOST_GLYPHS:
            self.overfull = True
            return advance
        text = self._character(font, cid)
        size = abs(fontsize) * hypot(c, d)
        length = advance * hypot(a, b)
        sign = -1 if fontsize * scaling < 0 else 1
        turn, (u, v) = _upright(a * sign, b * sign, x, y)
        if size > 0 and text:
            if self._invisible:
                self._unseen[turn].add(len(self._glyphs[turn]))
            self._glyphs[turn].append(Glyph(text, u, u + abs(length), v, size))
        return advance

    def _character(self, font: Any, cid: int) -> str:
        try:
            text = str(font.to_unichr(cid))
        except PDFUnicodeNotDefined:
            text = UNKNOWN
        self._letters += 1
        self._hidden += self._invisible
        return _UNTRUE.sub(UNKNOWN, text.translate(_BULLETS))

    def render_image(self, *_image: Any) -> None:
        if self.ctm is not None:
            a, b, c, d, _, _ = self.ctm
            area = abs(a * d - b * c) / max(self._width * self._height, 1)
            self._picture = max(self._picture, min(area, 1.0))

    def paint_path(self, *_path: Any) -> None:
        self._strokes += 1


def _sight(page: PDFPage, ctm: _Matrix) -> tuple[float, float, float, float]:
    """What of the page is shown, left, bottom, right and top: its CropBox within its MediaBox
    (ISO 32000-1, 14.11.2). `ctm`: how the page is turned."""
    a, b, c, d, e, f = ctm

    def box(of: Any) -> Iterator[tuple[float, float]]:
        ends = ((a * x + c * y + e, b * x + d * y + f) for x, y in (of[:2], of[2:]))
        for one, other in zip(*ends, strict=True):
            yield min(one, other), max(one, other)

    media = tuple(box(page.mediabox))
    shown = [
        (max(low, least), min(high, most))
        for (low, high), (least, most) in zip(media, box(page.cropbox), strict=True)
    ]
    (left, right), (bottom, top) = shown if all(low < high for low, high in shown) else media
    return left, bottom, right, top


def _upright(a: float, b: float, x: float, y: float) -> tuple[int, tuple[float, float]]:
    """The direction of writing (quarter turns to the left), and the place turned upright."""
    if abs(a) >= abs(b):
        return (0, (x, y)) if a >= 0 else (2, (-x, -y))
    return (1, (y, -x)) if b > 0 else (3, (-y, x))
