"""Whether words stand in a source letter for letter: the plain case of proof, by plain search.

Nine quotations of ten are copied as they stand. For these nothing needs to be folded: the words are
looked for in the text as a string, line breaks and the shape of marks aside, and so are the
fragments of one sentence of which words are left out. What is found so is proved; a test holds
it against `evidence.prove`, with which it shares no line. What is not found so is not yet wrong,
and `prove` is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inspection_digest.documents.text import SourceText

_BLANK_LINES = re.compile(r"\n\s*\n")
_QUOTATION_MARKS = '‘’“”"ʼʹ'

# Where none of these is, and no space but these, a line feed is a space, and two are a paragraph.
_UNEVEN = ("  ", " \n", "\n ", "\n\n\n")

_BROKEN_WORD = re.compile(r"(?<=[A-Za-z])-\n(?=[A-Za-z])")

# The words have to be parted from those around them beyond doubt: by spaces, and by no dash, sign,
# fraction or invisible character that a word or a figure could go on with.
_ENDS = frozenset(".,;:!?)'")  # what a word may end with
_STARTS = frozenset("('")  # and start with
_GOING_ON = frozenset(",.;:")  # what may follow the words with no space between
_MARKS = ("[", "…", "..")  # may be marks of ours

# Words left out, of one sentence only: what may be left out beyond it, `prove` knows.
_OMISSION = re.compile(r" (?:\.\.\.|…|\[\.\.\.\]|\[…\]) ")
_MOST_LEFT_OUT = 40
_FEWEST_WORDS = 2  # on either side
_SENTENCE_END = re.compile("[.!?…]")


class Letters:
    """A source's text, to be searched as it is written. A page is made ready when it is asked for:
    most claims name theirs."""

    def __init__(self, source: SourceText) -> None:
        self._pages = () if source.damaged else source.pages
        self._paged = source.paged
        self._plain: dict[int, str] = {}  # by index
        self._mended: dict[int, tuple[str, ...]] = {}

    def hold(self, words: str, page: int | None = None) -> bool:
        """Whether the words surely stand here: on that page, where the source has pages."""
        fragments = _OMISSION.split(_one_kind(words))
        if not all(map(_plain, fragments)):
            return False
        if len(fragments) > 1 and min(map(_count, fragments)) < _FEWEST_WORDS:
            return False
        here = range(len(self._pages))
        if page is not None and self._paged:
            here = here[max(page - 1, 0) : max(page, 0)]
        return any(_stand(fragments, self._plain_page(index)) for index in here) or any(
            _stand(fragments, text) for index in here for text in self._mended_page(index)
        )

    def _plain_page(self, index: int) -> str:
        if index not in self._plain:
            self._plain[index] = _running(self._pages[index])
        return self._plain[index]

    def _mended_page(self, index: int) -> tuple[str, ...]:
        """The page with each hyphen at the end of a line within a word: gone, and kept. Empty where
        there is none."""
        if index not in self._mended:
            page = self._pages[index]
            hyphens = ("", "-") if _BROKEN_WORD.search(page) else ()
            mended = (_BROKEN_WORD.sub(hyphen, page) for hyphen in hyphens)
            self._mended[index] = tuple(map(_running, mended))
        return self._mended[index]


def _stand(fragments: list[str], text: str) -> bool:
    """Whether the fragments stand in the text, each the next time it does after the one before."""
    first, *others = fragments
    return any(_go_on(others, text, end) for _, end in _places(first, text))


def _go_on(fragments: list[str], text: str, end: int) -> bool:
    for fragment in fragments:
        start, after = next(_places(fragment, text, end), (0, 0))
        left_out = text[end:start]
        if not start or _SENTENCE_END.search(left_out) or "  " in left_out:
            return False
        if not 1 <= len(left_out.split()) <= _MOST_LEFT_OUT:
            return False
        end = after
    return True


def _running(page: str) -> str:
    """The page with one space between words, two between paragraphs, a word that is nobody's at
    either end, so that there is always something beyond what is found."""
    text = page.strip()
    flat = text.replace("\n", " ")
    if not text or not flat.isprintable() or any(space in text for space in _UNEVEN):
        paragraphs = (" ".join(part.split()) for part in _BLANK_LINES.split(page))
        flat = "  ".join(filter(None, paragraphs))
    return _one_kind(f".  {flat}  A\0" if flat else ".  A\0")


def _one_kind(text: str) -> str:
    """The text with one kind of quotation mark, and of dash between words.

    Looking for each mark is quicker than a table.
    """
    for mark in _QUOTATION_MARKS:
        text = text.replace(mark, "'")
    return text.replace(" – ", " - ").replace(" — ", " - ")


def _plain(words: str) -> bool:
    """Whether the words are in one paragraph, nothing of ours among them, whole at both ends."""
    return (
        words == " ".join(words.split())
        and words.isprintable()
        and not any(mark in words for mark in _MARKS)
        and _starts(words[:1])
        and _ends(words[-1:])
        and any(map(_of_word, words))
    )


def _places(words: str, text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    at = text.find(words, start)
    while at >= 0:
        if _apart(text, at, at + len(words)):
            yield at, at + len(words)
        at = text.find(words, at + 1)


def _apart(text: str, start: int, end: int) -> bool:
    """Whether a space stands before and after, and beyond it what ends or starts like a word."""
    if text[end] in _GOING_ON and _of_word(text[end - 1]):
        end += 1
    before, after = text[start - 2], text[end + 1 : end + 2]
    return (
        text[start - 1] == " " == text[end]
        and _ends(before if before != " " else text[start - 3])
        and _starts(after if after != " " else text[end + 2])
    )


def _starts(character: str) -> bool:
    return character in _STARTS or _of_word(character)


def _ends(character: str) -> bool:
    return character in _ENDS or _of_word(character)


def _of_word(character: str) -> bool:
    return character.isdecimal() or (character.isalpha() and not character.isnumeric())


def _count(words: str) -> int:
    """How many words there are that have a letter or a figure."""
    return sum(any(map(_of_word, word)) for word in words.split())
