"""The name of a digest's file: a date as known, or a round. It is its address for good.

It may be the date as it was known when the file was added: `published` may have been made more
exact or put right since, and the file is not renamed for that. Words may follow a date, for two
reports of one day: `2031-05-14-reinspection`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from inspection_digest.diagnostics import Diagnostics, Position
from inspection_digest.reading.dates import dates_in_other_forms, parse_date
from inspection_digest.reading.library import Digest, Library

LONGEST_ROUND = 5  # years
_AND_WORDS = re.compile(r"-[a-z][a-z0-9-]*$", re.ASCII)
_ROUND = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def check_file_dates(library: Library, diagnostics: Diagnostics) -> None:
    """Notes each digest whose name is no date and no round, or a date of quite another year."""
    for digest in library.digests.values():
        if digest.when == digest.record.round or _is_round(digest.when):
            continue
        try:
            named = parse_date(_AND_WORDS.sub("", digest.when))
        except ValueError:
            _no_date(digest, library, diagnostics)
            continue
        published = digest.record.published
        if published and abs(published.year - named.year) > 1:
            diagnostics.warning(
                digest.document.at("published"),
                "file-of-another-year",
                f"The report is published {published}, and the name of this file says "
                f"{digest.when}.",
                "If the date is right and the digest is not on the site yet, name the file "
                f"`{published}.yaml`. Once it is published, leave the name as it is.",
            )


def _is_round(when: str) -> bool:
    """`2018-19`: the second year follows the first, by one or a few (`2023-25`)."""
    match = _ROUND.fullmatch(when)
    return match is not None and 1 <= (int(match[2]) - int(match[1])) % 100 <= LONGEST_ROUND


def _no_date(digest: Digest, library: Library, diagnostics: Diagnostics) -> None:
    published, named = digest.record.published, digest.record.round
    known = [*meant_by(digest.when), str(published or ""), named or ""]
    free = [name for name in known if f"{digest.provider}/{name}" not in library.digests]
    diagnostics.error(
        Position(digest.path),
        "file-not-dated",
        f"“{digest.when}” is neither a date nor a round, and the name of this file is its address "
        "for good.",
        to_be_named(free),
    )


def meant_by(name: str) -> list[str]:
    """The names that a date in another form stands for: `5 November 2018`, `2018-11-5`."""
    return [str(date) for date in dates_in_other_forms(name)]


def to_be_named(names: Iterable[str]) -> str:
    """What to do about a name that cannot be: the first two of these, or the rule."""
    better = " or ".join(f"`{name}.yaml`" for name in list(dict.fromkeys(filter(None, names)))[:2])
    return (
        f"Name the file {better}."
        if better
        else "Name the file by the date of publication as far as known, year first "
        "(`2019-03-29.yaml`, `2019-03.yaml` or `2019.yaml`), or by the round (`2018-19.yaml`)."
    )
