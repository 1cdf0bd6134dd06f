"""Where pdfminer.six goes on in silence and we must not: three of its functions, replaced.

Runs in `reader_child` only, so nothing else ever sees pdfminer.six changed.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

from pdfminer import pdftypes
from pdfminer.cmapdb import CMapDB
from pdfminer.encodingdb import EncodingDB, name2unicode
from pdfminer.psparser import PSLiteral


class Losses:
    """Notices data of a document that could not be decompressed to its end: `seen`.

    pdfminer.six takes what it gets and says nothing; half a page must not pass for a page.
    """

    def __init__(self) -> None:
        self.seen = False

    def decompress(self, data: bytes) -> bytes:
        """What can be had of broken zlib data; a wrong checksum at its end loses nothing."""
        stream = zlib.decompressobj()
        parts = []
        try:
            for at in range(len(data)):
                parts.append(stream.decompress(data[at : at + 1]))
        except zlib.error:
            self.seen |= at < len(data) - 6
        else:
            self.seen |= not stream.eof
        return b"".join(parts)


def repair() -> Losses:
    """Replace the three, for the rest of this process."""
    losses = Losses()
    pdftypes.decompress_corrupted = losses.decompress
    CMapDB._load_data = _no_character_map  # type: ignore[method-assign]
    EncodingDB.get_encoding = _encoding  # type: ignore[method-assign, assignment]
    return losses


def _no_character_map(name: str) -> Any:
    """No character map is looked up on disk by a name the document gives.

    They are for Chinese, Japanese and Korean only; such letters count as unknown.
    """
    raise CMapDB.CMapNotFound(name)


def _encoding(name: str, differences: Iterable[object] | None = None) -> dict[int, str]:
    """The characters of a font's codes: those of a known encoding, with the font's differences.

    A glyph whose name says nothing ("g17") has no known character. pdfminer.six would leave it
    the character that the code has in the encoding, and so print one letter for another.
    """
    characters = dict(EncodingDB.encodings.get(name, EncodingDB.std2unicode))
    code = 0
    for each in differences or ():
        if isinstance(each, int):
            code = each
        elif isinstance(each, PSLiteral):
            try:
                characters[code] = name2unicode(str(each.name))
            except (KeyError, ValueError):
                if each.name != ".notdef":
                    characters.pop(code, None)
            code += 1
    return characters
