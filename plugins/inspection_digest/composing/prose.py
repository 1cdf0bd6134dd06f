"""Our own prose in the fields of records, as HTML and as plain words.

Nearly all fields are plain (`plain_prose`). The libraries that know all of Markdown and typography
are imported for the first that is not: that takes longer than to make the page of a plain one.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from inspection_digest.composing.plain_prose import MOST_KEPT, Block, plain_blocks, plain_words


@lru_cache(maxsize=MOST_KEPT)
def to_html(text: str) -> Markup:
    """A field of a record as HTML: paragraphs, emphasis, lists and links, nothing else."""
    plain = plain_blocks(text)
    if plain is None:
        from inspection_digest.composing import prose_by_libraries  # noqa: PLC0415

        return prose_by_libraries.html_by_libraries(text)
    return Markup("\n".join(map(_block, plain)))  # noqa: S704 - made of letters and points


def _block(block: Block) -> str:
    if block.is_list:
        return "\n".join(["<ul>", *(_element("li", html) for html in block.texts), "</ul>"])
    return _element("p", block.texts[0])


def _element(name: str, html: str) -> str:
    """A plain paragraph, or one of a list; its last word does not stand alone on a line."""
    before, space, last = html.rpartition(" ")
    if "<" in last or ">" in last:
        from inspection_digest.composing import prose_by_libraries  # noqa: PLC0415

        return prose_by_libraries.with_last_words_together(f"<{name}>{html}</{name}>")
    return f"<{name}>{before}&nbsp;{last}</{name}>" if space else f"<{name}>{last}</{name}>"


@lru_cache(maxsize=MOST_KEPT)
def to_plain(text: str) -> str:
    """The same words without any markup, on one line, for descriptions and feeds' summaries."""
    plain = plain_words(text)
    if plain is None:
        from inspection_digest.composing import prose_by_libraries  # noqa: PLC0415

        return prose_by_libraries.plain_by_libraries(text)
    return plain
