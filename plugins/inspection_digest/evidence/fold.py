"""The one folding, used for a source and for a quotation alike, with a map back.

What is folded away is what printing and copying change without changing a word:

- quotation marks, single and double, curly and straight, are one mark;
- hyphens, dashes and minus signs are one dash, and stand in the *joins* between tokens;
- all spaces, line breaks and bullets are one space, also in the joins;
- ligatures are their letters, `…` is `...`, accents are composed (NFC);
- soft hyphens are a join of their own; zero-width spaces and joiners of words are nothing.

Everything else is content and must agree exactly: letters and their case, digits, superscripts and
fractions (NFKC would turn `10²` into `102`), `%`, `£`, signs, points and commas, and every other
invisible character (one that turns text round, for instance), so that none can hide a difference.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

# A place nothing may be matched across, put into a text by `flow`; `clean` keeps it out of others.
BARRIER = "\uffff"

# Joins: what stands between two tokens. One letter each, so that a run of them is a string.
EDGE = "^"  # before the first token, after the last: nothing
WALL = "|"  # a barrier
SPACE = " "
HYPHEN = "-"  # attached on both sides: self-employed, 2017–18
LEFT = "<"  # attached to the word before: "self- and peer support"
RIGHT = ">"  # attached to the word after: " -5", which makes a sign of it
DASH = "="  # a dash between words: " – ", or "—" however it is set
LINE_END = "~"  # a hyphen at the end of a line, or a soft one: part of the word or not
DASHES = frozenset((HYPHEN, LEFT, RIGHT, DASH))

_QUOTATION_MARKS = "'\"`´‘’‚‛“”„‟′″‵‶ʼʹ«»‹›"
_ZERO_WIDTH = "\u200b\u2060\ufeff"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_TABLE = str.maketrans(
    dict.fromkeys(_QUOTATION_MARKS, "'")
    | dict.fromkeys(_ZERO_WIDTH, "")
    | _LIGATURES
    | {"…": "..."}
)
_COMPACT = str.maketrans(dict.fromkeys('"`', "'") | {"-": "", "\u0002": ""})
_UNEVEN = (*_ZERO_WIDTH, *_LIGATURES, "…")

# U+FFFE and U+0002 are what PDF readers put for a hyphen that ended a line.
_SOFT = "\u00ad\ufffe\u0002"
_SHORT_DASHES = "-‐‑‒–−\uf02d"
_LONG_DASHES = "—―─"
_BULLETS = "•‣◦●○■□▪▫◼◾►➢\uf06e\uf0a7\uf0b7\uf0be\uf0d8"
_SEPARATORS = _SOFT + _SHORT_DASHES + _LONG_DASHES + _BULLETS + BARRIER  # and all spaces
_PARTING = re.escape(_SEPARATORS) + r"\s"
_RUN = re.compile(f"([{_ZERO_WIDTH}]*[{_PARTING}][{_PARTING}{_ZERO_WIDTH}]*)")
# No separator but spaces and line feeds, and nothing that folds to more than one character.
_SPACED = re.compile(r"[ !-,.-~£‘’“”\n]*+")
# Of Latin-1: quotation marks as one, and all that parts tokens but line feeds.
_LATIN = bytes(ord("'") if chr(code) in _QUOTATION_MARKS else code for code in range(256))
_LATIN_SEPARATORS = bytes(
    code for code in range(256) if chr(code) != "\n" and re.match(f"[{_PARTING}]", chr(code))
)
_AS_SPACE = str.maketrans(dict.fromkeys(_BULLETS, " ") | dict.fromkeys(_ZERO_WIDTH, ""))
_MOST_ACCENTS = 30  # on a letter: no writing has more (UAX #15); to order thousands takes minutes
_FEW = 300  # of so few tokens it is quicker to count anew than to keep where each comes from


@dataclass(frozen=True)
class Folded:
    """A text as tokens and the joins between them.

    `text`: the tokens' folded characters, nothing between them.
    `starts`: where each token starts in `text`.
    `joins`: `joins[k]` stands before token k, the last one after the last token.
    `given`: the text as given. `spaced`: whether nothing but spaces parts its tokens, and each of
    its characters became one.
    """

    text: str
    starts: tuple[int, ...]
    joins: str
    given: str
    spaced: bool = False
    _parts: Sequence[str] = field(default=(), repr=False, compare=False)

    @cached_property
    def origins(self) -> tuple[int, ...]:
        """Where each token starts in the text as given."""
        parts = self._parts or _RUN.split(self.given)
        lengths = map(len, map("".join, zip(parts[::2], [*parts[1::2], ""], strict=True)))
        origins = list(accumulate(lengths, initial=0))
        return tuple(origins[not parts[0] :][: len(self.starts)])

    def token_at(self, index: int) -> int:
        """The token that holds character `index` of `text`."""
        return bisect_right(self.starts, index) - 1

    def joins_in(self, start: int, end: int) -> str:
        """What stands between the tokens of a stretch of `text`."""
        return self.joins[self.token_at(start) + 1 : self.token_at(end - 1) + 1]

    def origin(self, index: int) -> int:
        """Where character `index` of `text` comes from in the text as given."""
        return self._origin(index)[0]

    def origin_end(self, index: int) -> int:
        """The end, in the text as given, of what became the character before `index`."""
        return self._origin(index - 1)[1]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text as given that became a stretch of `text`."""
        return self._origin(start)[0], self._origin(end - 1)[1]

    def trimmed(self) -> str:
        """The text as given without what stands before its first token and after its last."""
        if self.spaced:
            return self.given.strip(" \n")
        start, end = self.stretch(0, len(self.text))
        return self.given[start:end]

    def _origin(self, index: int) -> tuple[int, int]:
        """Where character `index` of `text` starts and ends in the text as given."""
        token = self.token_at(index)
        within = index - self.starts[token]
        if len(self.starts) > _FEW:
            return _walk(self.given, self.origins[token], within)
        if self.spaced:
            at = len(self.given) - len(self.given.split(None, token)[token]) + within
            return at, at + 1
        if self._parts:
            start = sum(map(len, self._parts[: 2 * (token + (not self._parts[0]))]))
            return _walk(self.given, start, within)
        return _walk(self.given, self.origins[token], within)


def fold(text: str) -> Folded:
    """Fold a text. Works on whole tokens, so that a long source takes milliseconds."""
    if _SPACED.fullmatch(text):
        return _fold_spaced(text)
    parts = _RUN.split(text)
    tokens, runs = parts[::2], parts[1::2]
    folded = [_fold_token(token) for token in tokens] if _uneven(text) else _fold_even(tokens)
    joins = [EDGE, *map(_JOINS.__getitem__, runs), EDGE]
    if not folded[-1]:  # the text ends in a separator, or is nothing but invisible characters
        del folded[-1], joins[-1]
    if folded and not folded[0]:
        del folded[0], joins[0]
    return Folded("".join(folded), _starts(folded), "".join(joins), text, _parts=parts)


def _fold_spaced(text: str) -> Folded:
    """As `fold`, where the only separators are spaces and line feeds: most short texts."""
    folded = _with_even_marks(text).split()
    if not folded:
        return Folded("", (), SPACE if text else EDGE, text)
    first, last = (SPACE if text[at] in " \n" else EDGE for at in (0, -1))
    joins = f"{first}{SPACE * (len(folded) - 1)}{last}"
    return Folded("".join(folded), _starts(folded), joins, text, spaced=True)


def _starts(tokens: list[str]) -> tuple[int, ...]:
    """Where each token starts once they are put together."""
    return tuple(accumulate(map(len, tokens[:-1]), initial=0)) if tokens else ()


def folded_lines(text: str) -> tuple[str, list[int]] | None:
    """`fold(text).text`, and where each line of the text starts in it, without what joins tokens.

    None where not every character becomes one. What parts two tokens never folds to anything, so
    there is no need to look for tokens; and bytes are quicker to look through than characters.
    """
    level = text
    # These are in nearly every text; all the rest of most texts is Latin-1.
    for character in f"’“”‘–{BARRIER}":
        if character in level:
            level = level.replace(character, "'" if character in _QUOTATION_MARKS else "-")
    try:
        lines = level.encode("latin-1").translate(_LATIN, _LATIN_SEPARATORS).split(b"\n")
        return b"".join(lines).decode("latin-1"), _line_starts(lines)
    except UnicodeEncodeError:
        pass
    if _uneven(text):
        return None
    text = _with_even_marks(text)
    for separator in _SEPARATORS:
        if separator in text:
            text = text.replace(separator, " ")
    whole = ["".join(line.split()) for line in text.split("\n")]
    return "".join(whole), _line_starts(whole)


def _line_starts(lines: Sequence[str | bytes]) -> list[int]:
    return list(accumulate(map(len, lines), initial=0))


def compact(word: str) -> str:
    """The folded characters of one word, without its hyphens: quicker than `fold`, the same."""
    if word.isascii():
        return word.translate(_COMPACT)
    return fold(word).text


def clean(text: str) -> str:
    """A text without the character we use as a barrier; every other character stays in place."""
    return text.replace(BARRIER, "\ufffd")


def _uneven(text: str) -> bool:
    """Whether some token folds to another number of characters, or needs composing."""
    if text.isascii():
        return False
    return any(map(text.__contains__, _UNEVEN)) or not unicodedata.is_normalized("NFC", text)


def _fold_even(tokens: list[str]) -> list[str]:
    """Tokens of which each character becomes exactly one: all at once."""
    return _with_even_marks("\n".join(tokens)).split("\n")


def _with_even_marks(text: str) -> str:
    """The text with one form of quotation marks: all that is left to fold where it is even.

    To look for each of them is five times as fast as to look up each character.
    """
    for mark in _QUOTATION_MARKS:
        if mark in text:
            text = text.replace(mark, "'")
    return text


def _fold_token(token: str) -> str:
    if token.isascii():
        return token.translate(_TABLE)
    return "".join(folded for folded, _ in _units(token))


def _units(token: str) -> list[tuple[str, int]]:
    """A character and the accents on it, folded, with how many characters that was."""
    found, end = [], 0
    while end < len(token):
        cluster = _cluster(token, end)
        found.append((unicodedata.normalize("NFC", cluster).translate(_TABLE), len(cluster)))
        end += len(cluster)
    return found


def _walk(given: str, origin: int, index: int) -> tuple[int, int]:
    """Where in `given` the folded character `index` of the token at `origin` starts and ends."""
    if given[origin : origin + index + 2].isascii():  # nearly always
        return origin + index, origin + index + 1
    end = origin
    while True:
        folded, length = _units(_cluster(given, end))[0]
        start, end = end, end + length
        if index < len(folded):
            return start, end
        index -= len(folded)


def _cluster(given: str, start: int) -> str:
    """The character at `start` and the accents on it."""
    end = start + 1
    while end <= start + _MOST_ACCENTS and unicodedata.combining(given[end : end + 1] or " "):
        end += 1
    return given[start:end]


class _Joins(dict[str, str]):
    """Each run of separators met and the join it is; a report has only a few dozen of them."""

    def __missing__(self, run: str) -> str:
        join = _classify(run.translate(_AS_SPACE))
        if len(self) < 10_000:
            self[run] = join
        return join


def _classify(run: str) -> str:
    marks = "".join(run.split())
    if not marks:
        return SPACE
    if BARRIER in marks:
        return WALL
    before, after = run[0].isspace(), run[-1].isspace()
    if len(marks) > 1 or marks in _LONG_DASHES or (before and after):
        return DASH if marks.strip(_SOFT) else LINE_END
    if marks in _SOFT:
        broken = not after or "\n" in run
        return LINE_END if broken and not before else SPACE
    if after:
        hyphen = marks in "-‐‑" and "\n" in run
        return LINE_END if hyphen else LEFT
    return RIGHT if before else HYPHEN


_JOINS = _Joins()
