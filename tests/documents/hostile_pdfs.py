"""PDFs made to harm whoever reads them, and small sound ones broken at random."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator

from tests.documents.pdf_writer import A4, FONT, column, document, page_object, pdf, show, stream

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
HUGE = b"999999999999"
NOISE = random.Random(1).randbytes(500_000)  # noqa: S311 - the same noise every time


def _page(content: bytes, *more: bytes, resources: bytes = b"", page: bytes = b"") -> bytes:
    """One page with this content (object 5, a whole stream), and more objects from 6 on."""
    first = page_object(5, page, resources=resources)
    return document([CATALOGUE, ONE_PAGE, FONT, first, content, *more])


def _bomb(filters: int, size: int) -> bytes:
    data = b"0" * size
    for _ in range(filters):
        data = zlib.compress(data, 9)
    names = b"/FlateDecode " * filters
    return stream(data, b"/Filter [%s]" % names)


def _laughs() -> bytes:
    """Forms that each draw the next one twenty times: 20 to the power of 12 in all."""
    forms = []
    for number in range(12):
        inner = b"/X << /N %d 0 R >>" % (7 + number) if number < 11 else b""
        drawn = b"/N Do " * 20 if number < 11 else show(50, 700, "ha")
        kind = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %s >>"
        forms.append(stream(drawn, kind % inner.replace(b"/X", b"/XObject")))
    return _page(stream(b"/N Do"), *forms, resources=b"/XObject << /N 6 0 R >>")


def _font(font: bytes, *more: bytes) -> bytes:
    first = page_object(5).replace(b"/F1 3 0 R", b"/F1 6 0 R")
    content = stream(show(50, 700, "Words."))
    return document([CATALOGUE, ONE_PAGE, FONT, first, content, font, *more])


def _type0(more: bytes, descendant: bytes = b"") -> bytes:
    return (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X %s /DescendantFonts [<< /Type /Font "
        b"/Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) "
        b"/Ordering (Identity) /Supplement 0 >> %s >>] >>" % (more, descendant)
    )


def _tree(kids: bytes, count: bytes) -> bytes:
    node = b"<< /Type /Pages /Kids [%s] /Count %s >>" % (kids, count)
    return document([CATALOGUE, node, FONT, node, stream(show(50, 700, "Words."))])


def _xref(start: bytes, replacement: bytes) -> bytes:
    return pdf(show(50, 700, "Words.")).replace(start, replacement)


CMAP = b"/CIDInit /ProcSet findresource begin begincmap %s endcmap"

HOSTILE: dict[str, Callable[[], bytes]] = {
    "nested arrays": lambda: _page(stream(b"[" * 300_000)),
    "nested arrays in a page": lambda: _page(stream(b""), page=b"/A " + b"[" * 300_000),
    "nested dictionaries": lambda: _page(stream(b""), page=b"/A " + b"<< /A " * 200_000),
    "nested graphics states": lambda: _page(stream(b"q " * 2_000_000)),
    "a page tree in a circle": lambda: _tree(b"4 0 R 2 0 R", b"1"),
    "a page tree of itself a million times": lambda: _tree(b"2 0 R " * 300_000, b"1"),
    "a page count without pages": lambda: _tree(b"", HUGE),
    "a million pages": lambda: _tree(b"<< /Type /Page >> " * 100_000, b"100000"),
    "a cross-reference table in a circle": lambda: _xref(b"/Size", b"/Prev 9 /Size"),
    "a cross-reference table without an end": lambda: _xref(b"xref\n0 6", b"xref\n0 " + HUGE),
    "a cross-reference table of itself": lambda: _xref(b"startxref\n", b"startxref\n0"),
    "a length that is itself": lambda: _page(b"<< /Length 5 0 R >>\nstream\nBT ET\nendstream"),
    "a content that is itself": lambda: _page(b"5 0 R"),
    "a content of itself": lambda: _page(b"[5 0 R 5 0 R]"),
    "a bomb": lambda: _page(_bomb(1, 400_000_000)),
    "a bomb in a bomb": lambda: _page(_bomb(2, 400_000_000)),
    "a bomb in hexadecimal": lambda: _page(
        stream(b"0" * 30_000_000, b"/Filter /ASCIIHexDecode", packed=False)
    ),
    "an LZW bomb": lambda: _page(
        stream(b"\x80\x0b\x60" + b"\xff" * 3_000_000, b"/Filter /LZWDecode")
    ),
    "a run-length bomb": lambda: _page(stream(b"\x81a" * 4_000_000, b"/Filter /RunLengthDecode")),
    "a thousand filters": lambda: _page(_bomb(300, 100)),
    "a predictor as wide as the world": lambda: _page(
        stream(
            zlib.compress(b"1" * 1000),
            b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns %s >>" % HUGE,
        )
    ),
    "a fax as wide as the world": lambda: _page(
        stream(
            b"\x00" * 1000,
            b"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns %s >>" % HUGE,
        )
    ),
    "a JBIG2 picture": lambda: _page(
        stream(b"q 9 0 0 9 0 0 cm /I Do Q"),
        stream(
            b"\x97JB2\r\n\x1a\n" + b"\xff" * 5000,
            b"/Subtype /Image /Width %s /Height %s /Filter /JBIG2Decode" % (HUGE, HUGE),
        ),
        resources=b"/XObject << /I 6 0 R >>",
    ),
    "a billion laughs": _laughs,
    "a form that draws itself": lambda: _page(
        stream(b"/N Do"),
        stream(
            b"/N Do",
            b"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N 6 0 R >> >>",
        ),
        resources=b"/XObject << /N 6 0 R >>",
    ),
    "three million letters": lambda: _page(
        stream(b"BT /F1 1 Tf 50 700 Td (" + b"a" * 3_000_000 + b") Tj ET", packed=True)
    ),
    "a hundred thousand lines": lambda: _page(
        stream(
            b"".join(show(i * 7 % 590, i * 11 % 840, "ab", 1 + i % 9) for i in range(100_000)),
            packed=True,
        )
    ),
    "numbers beyond all measure": lambda: _page(
        stream(b"BT /F1 1e308 Tf 1e308 0 0 1e308 1e308 1e308 Tm (a) Tj 1e309 Tc (b) Tj ET")
    ),
    "a page without measure": lambda: _page(
        stream(show(50, 700, "Words.")), page=b"/MediaBox [0 0 1e999 (a)] /Rotate 1e99"
    ),
    "an unfinished picture": lambda: _page(stream(b"BI /W 9 /H 9 ID " + b"E" * 2_000_000)),
    "widths without an end": lambda: _font(
        _type0(b"/Encoding /Identity-H", b"/W [0 %s 500]" % HUGE)
    ),
    "a first letter beyond all others": lambda: _font(
        FONT.replace(b">>", b"/FirstChar %s /Widths [%s] >>" % (HUGE, b"500 " * 500_000))
    ),
    "a font that is its own part": lambda: _font(
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /DescendantFonts [6 0 R] >>"
    ),
    "a font drawn by itself": lambda: _font(
        b"<< /Type /Font /Subtype /Type3 /FontBBox 6 0 R /FontMatrix 6 0 R /CharProcs 6 0 R >>"
    ),
    "characters without an end": lambda: _font(
        _type0(b"/Encoding /Identity-H /ToUnicode 7 0 R"),
        stream(CMAP % b"1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange"),
    ),
    "a character map of another folder": lambda: _font(
        _type0(b"/Encoding /..#2F..#2F..#2F..#2Fetc#2Fpasswd")
    ),
    "a character map that is a device": lambda: _font(_type0(b"/Encoding /#2Fdev#2Fzero")),
    "a character map that uses itself": lambda: _font(
        _type0(b"/Encoding 7 0 R"), stream(CMAP % (b"/X usecmap " * 100_000), b"/CMapName /X")
    ),
    "a font program of noise": lambda: _font(
        _type0(b"/Encoding /Identity-H", b"/FontDescriptor << /FontFile2 7 0 R >>"),
        stream(b"\x00\x01\x00\x00\xff\xff" + b"cmap\xff\xff\xff\xff" * 50_000),
    ),
    "objects packed in themselves": lambda: _page(
        stream(b"5 0 6 0", b"/Type /ObjStm /N %s /First 8 /Extends 5 0 R" % HUGE)
    ),
    "a lock without a key": lambda: document(
        [CATALOGUE, ONE_PAGE, FONT, page_object(5), stream(b"")],
        b"/Encrypt << /Filter /Standard /V 5 /R 6 /O <00> /U <00> /OE () /UE () /P 1 >>",
    ),
    "a lock that is the document": lambda: document(
        [CATALOGUE, ONE_PAGE, FONT, page_object(5), stream(b"")], b"/Encrypt 1 0 R"
    ),
    "labels in a circle": lambda: document(
        [
            b"<< /Type /Catalog /Pages 2 0 R /PageLabels 6 0 R >>",
            ONE_PAGE,
            FONT,
            page_object(5),
            stream(show(50, 700, "Words.")),
            b"<< /Kids [6 0 R 6 0 R] >>",
        ]
    ),
    "nothing but a mark": lambda: b"%PDF-1.7\n%%EOF\n",
    "a mark and noise": lambda: b"%PDF-1.7\n" + NOISE + b"%%EOF",
    "obj obj obj": lambda: b"%PDF-1.7\n" + b"1 0 obj " * 500_000 + b"%%EOF",
}


def mutated(count: int, seed: int = 20190329) -> Iterator[bytes]:
    """Small sound PDFs with random damage; the same every time."""
    chance = random.Random(seed)  # noqa: S311 - the same noise every time is what we want
    lines = ["The assessment of risk of harm", "to others is not good enough."]
    sound = [
        pdf(column(50, 700, lines)),
        pdf(column(50, 700, lines), column(310, 700, lines), packed=True),
        *(HOSTILE[name]() for name in ("a font that is its own part", "labels in a circle")),
        _font(_type0(b"/Encoding /Identity-H /ToUnicode 7 0 R"), stream(CMAP % b"")),
    ]
    for _ in range(count):
        data = bytearray(chance.choice(sound))
        for _ in range(chance.randint(1, 8)):
            _damage(data, chance)
        # Most end as a whole file does, as what is cut off is refused before it is read.
        yield bytes(data) + (b"\n%%EOF\n" if chance.random() < 0.9 else b"")


def _damage(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    to = min(len(data), at + chance.randint(1, 60))
    match chance.randrange(6):
        case 0:
            data[at] ^= 1 << chance.randrange(8)
        case 1:
            del data[at:to]
        case 2:
            data[at:at] = data[at:to] * chance.randint(1, 50)
        case 3:
            data[at:to] = chance.randbytes(to - at)
        case 4:
            digits = [place for place, byte in enumerate(data) if 48 <= byte <= 57]
            place = chance.choice(digits)
            data[place : place + 1] = chance.choice([b"-1", b"0", b"999999999", b"1e99", b"2 0 R"])
        case _:
            words = [b"[", b"<<", b"(", b"endobj", b"stream\n", b"%", A4, b"/Type /Pages"]
            data[at:at] = chance.choice(words)
