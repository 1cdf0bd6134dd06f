"""Small PDFs for the tests, written by hand, so that a test can say exactly what is on a page."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
A4 = b"[0 0 595 842]"


def show(x: float, y: float, text: str, size: float = 11, *, bold: bool = False) -> bytes:
    """Content that shows one line of text with its baseline starting at x, y (points)."""
    said = text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    once = b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, said)
    again = b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, x + 0.2, y, said)
    return once + again if bold else once


def column(x: float, y: float, lines: Sequence[str], size: float = 11) -> list[bytes]:
    """Lines of text under each other, from the top."""
    return [show(x, y - row * 1.2 * size, line, size) for row, line in enumerate(lines)]


def pdf(*pages: bytes | Sequence[bytes], packed: bool = False) -> bytes:
    """A PDF with one page for each content."""
    contents = [page if isinstance(page, bytes) else b"".join(page) for page in pages]
    numbers = range(4, 4 + 2 * len(contents), 2)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        FONT,
    ]
    for number, content in zip(numbers, contents, strict=True):
        objects.append(page_object(number + 1))
        objects.append(stream(content, packed=packed))
    return document(objects)


def page_object(content: int, more: bytes = b"", *, resources: bytes = b"") -> bytes:
    """A page whose content is that object and whose font F1 is object 3."""
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents %d 0 R "
        b"/Resources << /Font << /F1 3 0 R >> %s >> %s >>" % (A4, content, resources, more)
    )


def stream(data: bytes, more: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream object; `packed` compresses it."""
    if packed:
        data, more = zlib.compress(data), more + b" /Filter /FlateDecode"
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def document(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A whole file of these objects, numbered from 1; object 1 is the catalogue."""
    parts = [b"%PDF-1.7\n"]
    places = []
    for number, body in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = sum(map(len, parts))
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows))
    parts.append(
        b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, trailer, start)
    )
    return b"".join(parts)
