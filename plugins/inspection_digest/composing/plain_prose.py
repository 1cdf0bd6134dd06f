"""The prose that nearly everybody writes, as HTML: sentences, *emphasis*, links, plain lists.

Markdown, typographic marks and the sanitiser together take a third of a millisecond for a field,
and almost every field is a paragraph in which they find a few apostrophes. For such a paragraph the
same HTML is made here in a few microseconds. What is plain is a closed grammar: single spaces,
letters and figures, common punctuation, straight quotation marks only where it is beyond doubt
which way they turn, one level of emphasis, links to plain addresses, lists of such paragraphs with
no blank line between them. Of everything else nothing is said here, and `prose` asks the libraries;
a test holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

MOST_KEPT = 1024  # texts that were converted: those of all pages that are made together

# A straight mark opens before a letter, after a space or at the start. It closes after a letter, a
# figure or the end of a sentence: before a space, punctuation or the end, and an apostrophe also
# within a word. (Of two apostrophes that part a single s, the library turns the second the other
# way.) Two dashes, two points and two marks in a row are no plain text: they are other characters.
_LETTER = r"[^\W\d_]"
_OPENS = rf"(?<![^ ])['\"](?={_LETTER})"
_CLOSES = r"(?<=[\w.,!?])(?<!'s)['\"](?=[ .,;:!?)]|$)"
_WITHIN = rf"(?<={_LETTER})(?<!'s)'(?={_LETTER})"
_PLAIN = rf"(?:[\w,;:!?%£()/–—’‘“”…]++|\.(?!\.)|-(?!-)|{_OPENS}|{_CLOSES}|{_WITHIN})"
_RUN = rf"{_PLAIN}++(?: {_PLAIN}++)*+"  # possessive: no text takes long to be refused

# Marked words start in a letter or figure, and stand apart from the words before.
_INSIDE = r"\w(?:[\w,%£]| (?! ))*(?<! )"
_ADDRESS = r"https?://[a-z]+(?:\.[a-z]+)+(?:/[A-Za-z0-9-]+)*/?"
_MARKED = (
    rf"\*(?P<em>{_INSIDE})\*|\*\*(?P<strong>{_INSIDE})\*\*"
    rf"|\[(?P<label>{_INSIDE})\]\((?P<href>{_ADDRESS})\)"
)
_ITEM = re.compile(_MARKED)
_ANY_MARKED = re.sub(r"[?]P<[a-z]+>", "?:", _MARKED)
_MORE = rf" (?:{_ANY_MARKED})(?:[.,;:!?](?= |$))?(?: {_RUN})?"
_PARAGRAPH = re.compile(rf"(?=['\"]?{_LETTER}){_RUN}(?:{_MORE})*")

_OPENING = re.compile(r"(?<![^ ])['\"]")
_TURNED = {"'": "‘", '"': "“"}
_BULLET = "- "


class Block(NamedTuple):
    """A paragraph, or a list of several: what is within each of them."""

    is_list: bool
    texts: tuple[str, ...]


def plain_blocks(text: str) -> tuple[Block, ...] | None:
    """The HTML within each paragraph of a plain text; None where the text is not plain."""
    blocks = _blocks(text)
    if blocks is None:
        return None
    return tuple(
        Block(block.is_list, tuple(_marks_made(_marked, _turned(each)) for each in block.texts))
        for block in blocks
    )


def plain_words(text: str) -> str | None:
    """The words alone of a plain text, on one line; None where the text is not plain."""
    blocks = _blocks(text)
    if blocks is None:
        return None
    return " ".join(_marks_made(_bare, each) for block in blocks for each in block.texts)


@lru_cache(maxsize=256)
def _blocks(text: str) -> tuple[Block, ...] | None:
    if "_" in text:
        return None
    blocks = tuple(map(_block, text.split("\n\n")))
    if any(one.is_list and other.is_list for one, other in pairwise(blocks)):
        return None  # they are one list, and there is more space in it
    plain = all(_PARAGRAPH.fullmatch(each) for block in blocks for each in block.texts)
    return blocks if plain else None


def _block(text: str) -> Block:
    if text.startswith(_BULLET):
        return Block(True, tuple(text.removeprefix(_BULLET).split(f"\n{_BULLET}")))
    return Block(False, (text,))


def _marks_made(made: Callable[[re.Match[str]], str], text: str) -> str:
    return _ITEM.sub(made, text) if "*" in text or "[" in text else text


def _turned(text: str) -> str:
    if "'" not in text and '"' not in text:
        return text
    opened = _OPENING.sub(lambda mark: _TURNED[mark.group()], text)
    return opened.replace("'", "’").replace('"', "”")


def _marked(item: re.Match[str]) -> str:
    if item["href"]:
        return f'<a href="{item["href"]}" rel="noopener">{item["label"]}</a>'
    element = "em" if item["em"] else "strong"
    return f"<{element}>{item[element]}</{element}>"


def _bare(item: re.Match[str]) -> str:
    return item["label"] or item["em"] or item["strong"]
