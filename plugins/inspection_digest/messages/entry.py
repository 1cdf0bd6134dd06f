"""The shape of an entry, and the few words that make one."""

from __future__ import annotations

from msgspec import Struct

DIGEST = "digests/nowhere-railway/2031-05-14.yaml"
REPORT = "sources/nowhere-2031-report/source.yaml"
REPORT_TEXT = "sources/nowhere-2031-report/text.txt"
FRAMEWORK = "frameworks/toy-railways-2030.yaml"
PROVIDERS = "providers.yaml"


class Piece(Struct, frozen=True):
    """A part of a file in an example: `place` is its path below content/.

    `text` takes the place of what the file has under the same keys at its left edge, or of the
    whole file where that is said. `<U+200B>` in it stands for the character itself.
    """

    place: str
    text: str
    whole: bool = False


class Entry(Struct, frozen=True):
    """One message. `title` is a sentence, `means` a few: what it is and why it matters.

    `beside` are parts of other files that both examples need. Where a mistake is one of files or
    of bytes, which no lines can show, `told` tells of it and the examples are empty.
    """

    code: str
    title: str
    means: str
    bad: Piece | None
    good: Piece | None
    beside: tuple[Piece, ...] = ()
    told: str = ""


class Group(Struct, frozen=True):
    """Entries that belong together, under a heading."""

    title: str
    entries: tuple[Entry, ...]


def entry(  # noqa: PLR0913 - an entry has as many parts
    code: str,
    title: str,
    means: str,
    bad: str = "",
    good: str = "",
    *,
    place: str = DIGEST,
    bad_place: str = "",
    whole: bool = False,
    beside: tuple[Piece, ...] = (),
    told: str = "",
) -> Entry:
    """An entry whose examples stand in one file; `bad_place`: the bad one stands in another."""
    return Entry(
        code,
        title,
        " ".join(means.split()),
        Piece(bad_place or place, bad.strip("\n"), whole) if bad else None,
        Piece(place, good.strip("\n"), whole) if good else None,
        beside,
        " ".join(told.split()),
    )
