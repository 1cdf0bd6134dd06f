"""The text of a source as we hold it: its pages, exactly as read, in reading order.

Nothing is repaired here. Running headers, ligatures, soft hyphens and line-end hyphens stand as
the reader found them; `flow` reads over them, with a map back to these characters.
"""

from __future__ import annotations

from msgspec import Struct

PAGE_BREAK = "\f"


class SourceText(Struct, frozen=True):
    """The pages of one source.

    `pages`: the text of each page; lines end in a line feed, a blank line parts paragraphs.
    `paged`: whether these are the pages of a printed document (a PDF) or one running text.
    `damaged`: numbers (from 1) of pages whose text cannot be trusted: a scan, broken encoding.
    `extracts`: we hold passages only, a paragraph each, not the document: what stands between
    two paragraphs is not known, so nothing may be joined across them.
    """

    pages: tuple[str, ...]
    paged: bool = False
    damaged: frozenset[int] = frozenset()
    extracts: bool = False


def parse_text(
    text: str,
    *,
    paged: bool = False,
    extracts: bool = False,
    damaged: frozenset[int] = frozenset(),
) -> SourceText:
    """A committed `text.txt`, its pages parted by form feeds, as a SourceText."""
    pages = tuple(text.split(PAGE_BREAK)) if paged else (text,)
    return SourceText(pages, paged=paged, damaged=damaged, extracts=extracts)
