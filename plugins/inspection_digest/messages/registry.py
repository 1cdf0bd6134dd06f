"""Every code there is. A message with another one cannot be given."""

from __future__ import annotations

from inspection_digest.messages import (
    answers,
    facts,
    files,
    form,
    frameworks,
    names,
    quotations,
    quoting,
    values,
)
from inspection_digest.messages.entry import Entry, Group

GROUPS: tuple[Group, ...] = (
    Group("The form of a file", form.ENTRIES),
    Group("Keys and values", values.ENTRIES),
    Group("Names that lead nowhere", names.ENTRIES),
    Group("Quotations", (*quotations.ENTRIES, *quoting.ENTRIES)),
    Group("Dates, grades and sums", facts.ENTRIES),
    Group("Corrections, objections and replies", answers.ENTRIES),
    Group("Frameworks", frameworks.ENTRIES),
    Group("Files and folders", files.ENTRIES),
)
ENTRIES: dict[str, Entry] = {entry.code: entry for group in GROUPS for entry in group.entries}
