"""The page "Check a quote" and the files its script asks for: what is held of every source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from inspection_digest.views.chrome import Chrome, Link


class CheckPage(Struct, frozen=True, kw_only=True):
    """`new_file`: where the repository's editor starts a new file, or "" where there is none.

    `longest`: so many characters may be pasted. `commands` are for those who have no script:
    (command, what it does).
    """

    chrome: Chrome
    title: str
    standfirst: str
    longest: int
    new_file: str
    commands: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]


class Checker(Struct, frozen=True):
    """What the checker in the browser shares with ours: see `evidence.browser_tables`.

    `words`: the sentences that this site says of a verdict. All of it is plain data.
    """

    classes: Mapping[str, str]
    evidence: Mapping[str, Mapping[str, Any]]
    words: Mapping[str, Any]


class SourceRow(Struct, frozen=True):
    """A source in the list to choose from; `held` is `whole`, `extracts` or ""."""

    id: str
    title: str
    publisher: str
    kind: str
    published: str
    held: str


class ReadingPieces(Struct, frozen=True):
    """One way to read on through a source: `pieces` are (page from 1, start, end).

    `apart`: nothing is joined from one page to the next. `reset` are (offset in the reading's
    text, characters) that stand there in the place of as many others. Offsets count UTF-16 units,
    as the browser's own strings do.
    """

    pieces: tuple[tuple[int, int, int], ...]
    apart: bool
    reset: tuple[tuple[int, str], ...]


class CitingDigest(Struct, frozen=True):
    """A digest that names the source: its file, the line of `quotes:` there (0: it has none yet).

    `alias` is the source's name in it, `edit` the file in the repository's editor or "", `names`
    the quotes it has, `others` the ids of its other sources that are held.
    """

    id: str
    title: str
    path: str
    line: int
    edit: str
    alias: str
    names: tuple[str, ...]
    others: tuple[str, ...]


class CheckedSource(Struct, frozen=True, kw_only=True):
    """A source as the script gets it; `pages` is None where we hold no text.

    `address` is its page below the site's root; `anchor` the way to a paragraph of it, with
    `{page}` and `{paragraph}`. `via` is the publisher we have it from at second hand, or "".
    """

    id: str
    title: str
    publisher: str
    kind: str
    published: str
    address: str
    anchor: str
    held: str
    via: str
    paged: bool
    extracts: bool
    damaged: tuple[int, ...]
    pages: tuple[str, ...] | None
    readings: tuple[ReadingPieces, ...]
    digests: tuple[CitingDigest, ...]
