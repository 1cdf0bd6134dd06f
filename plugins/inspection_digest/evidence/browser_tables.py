"""What the checker in the browser is given of this one, so that nothing is written twice.

The page "Check a quote" runs a port of this package (theme/static/js/check, a file a module). Its
word lists, tables of characters and limits are these, published when the site is built; and so are
the kinds of characters, because a browser's Unicode may be newer than that of the Python that
proves the site.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any

from inspection_digest.evidence import (
    chain,
    closeness,
    elision,
    explain,
    faults,
    fold,
    fragments,
    locate,
    nearest,
    splice,
    words,
)

# Each module's own constants, by their names there, without the underscore.
SHARED: Mapping[ModuleType, str] = {
    words: "NEGATIONS TURNED LESS NUMBERS GRADES WEIGHTY HELPING INNOCENT",
    fold: "QUOTATION_MARKS ZERO_WIDTH LIGATURES SOFT SHORT_DASHES LONG_DASHES BULLETS MOST_ACCENTS",
    locate: "POINTS PARTING SIGNS UNITS BRACKETED",
    elision: "WITHIN_SENTENCE OVER_SENTENCES LONG_FRAGMENTS",
    fragments: "ENDINGS FOREIGN MARKS MOST_FRAGMENTS MOST_REPLACED",
    chain: "MOST_PLACES MOST_STARTS MOST_STEPS NEIGHBOURS",
    closeness: "HEADING_WORDS",
    nearest: "COMMON MOST_VOTES BUCKET CANDIDATES OPENING CLOSING BRACKETED GOOD_ENOUGH LONGEST",
    faults: "MOST_LEFT_OUT",
    splice: "FEWEST_WORDS MOST_PIECES LINKING OPENING CLOSING",
    explain: "CLOSE PLAINLY_CLOSE WORTH_SHOWING LEFT_OUT",
}

# Past these there are private characters and a few tags; a test looks at every one of them.
_ASSIGNED = (range(0x32400), range(0xE0000, 0xE0200))
_MARKS = frozenset(("Mn", "Mc", "Me", "Cf"))

KINDS: Mapping[str, Callable[[str], bool]] = {
    "space": str.isspace,
    "alnum": str.isalnum,
    "alpha": str.isalpha,
    "digit": str.isdigit,
    "numeric": str.isnumeric,
    "lower": str.islower,
    "upper": str.isupper,
    "mark": lambda character: unicodedata.category(character) in _MARKS,
    "combining": lambda character: unicodedata.combining(character) != 0,
}


def tables() -> dict[str, dict[str, Any]]:
    """The shared constants by module and name, as JSON has them: sets in order, regexes as text."""
    return {
        module.__name__.rpartition(".")[2]: {
            name: _plain(_constant(module, name)) for name in names.split()
        }
        for module, names in SHARED.items()
    }


@cache
def character_classes() -> Mapping[str, str]:
    """For each kind of character the contents of a regular expression's class, in escapes."""
    parts = [(part.start, [chr(codepoint) for codepoint in part]) for part in _ASSIGNED]
    return {
        kind: "".join(
            _range(start + first, start + after - 1)
            for start, characters in parts
            for first, after in _runs(bytes(map(is_one, characters)))
        )
        for kind, is_one in KINDS.items()
    }


def outside_of_the_tables() -> Iterator[str]:
    """Every character that `character_classes` does not look at."""
    inside = {codepoint for part in _ASSIGNED for codepoint in part}
    return (chr(code) for code in range(sys.maxunicode + 1) if code not in inside)


def _runs(flags: bytes) -> Iterator[tuple[int, int]]:
    """Where each run of ones starts, and where it is over. Bytes, because they are searched fast:
    there are two hundred thousand characters, and each build looks at all of them."""
    after = 0
    while (first := flags.find(1, after)) >= 0:
        after = flags.find(0, first)
        if after < 0:
            after = len(flags)
        yield first, after


def _range(first: int, last: int) -> str:
    return f"\\u{{{first:x}}}" if first == last else f"\\u{{{first:x}}}-\\u{{{last:x}}}"


def _constant(module: ModuleType, name: str) -> object:
    """A constant that only its own module and its twin in the browser may use, or one of all."""
    return getattr(module, f"_{name}", None) or getattr(module, name)


def _plain(value: object) -> object:
    if isinstance(value, re.Pattern):
        return value.pattern
    return sorted(value) if isinstance(value, frozenset) else value
