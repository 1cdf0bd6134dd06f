"""When something of a digest was put on the site, as far as that is known.

`added` says so. Where nobody typed it, it comes from the file's name, which is the identity and
never changes: the report's own date may be corrected.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from inspection_digest.reading.dates import parse_date
from inspection_digest.reading.records import DigestRecord

UNKNOWN = date(1970, 1, 1)  # before all that is known
_DATED = re.compile(r"(\d{4})(?:-(\d{2})(?:-\d{2})?)?(?!\d)")


def day_of_digest(record: DigestRecord, when: str) -> date:
    """The earliest day it can have been. `when`: the name of the digest's file."""
    if record.added:
        return record.added.first_day
    match = _DATED.match(when)
    for known in (match.group(), f"{match[1]}-{match[2]}", match[1]) if match else ():
        try:
            return parse_date(known).first_day
        except ValueError:
            continue
    return UNKNOWN


def days_of_contrasts(record: DigestRecord, when: str) -> Mapping[str, date]:
    """The same of each contrast, by name, in the order they were typed; then of those that a
    correction took away. Their own day has gone with them: they have the correction's, or whoever
    reads of what is new would keep the contrast and never hear that it was removed."""
    own = day_of_digest(record, when)
    days = {
        name: item.added.first_day if item.added else own for name, item in record.contrasts.items()
    }
    for item in record.corrections:
        if item.removed == "contrast" and item.about:
            days.setdefault(item.about.rpartition("/")[2], max(own, item.date.first_day))
    return days
