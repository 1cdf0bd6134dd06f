"""The first lines of a comparison: what happens, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from inspection_digest.views.comparison import Comparison

NOTHING = "Nothing in the record is another than before."
HOWS = ("added", "changed", "withdrawn", "removed", "unreadable")
WORDS = {"unreadable": "cannot be read"}


def lead(view: Comparison) -> str:
    """A list of one line each; one sentence where nothing changes."""
    lines = [f"- {line}" for line in _lines(view)]
    return "\n".join(lines) if lines else NOTHING


def _lines(view: Comparison) -> Iterator[str]:
    quotes = [quote for digest in view.digests for quote in digest.quotes]
    contrasts = [contrast for digest in view.digests for contrast in digest.contrasts]
    grades = [grade for digest in view.digests for grade in digest.grades]
    yield from _counted("digest", (digest.how for digest in view.digests))
    yield from _counted("contrast", (contrast.how for contrast in contrasts))
    yield from _counted("quote", (quote.how for quote in quotes))
    new = [quote.standing for quote in quotes if quote.how == "added"]
    if new:
        held, unproved = new.count("holds"), new.count("warns")
        every = f"all {held:,}" if held == len(new) > 1 else f"{held:,} of {len(new):,}"
        checked = f", {unproved:,} cannot be checked" if unproved else ""
        yield f"new quotes proved in their source: {every}{checked}"
    yield from _counted("grade", map(_grade, grades))
    for kind in ("source", "provider", "framework"):
        yield from _counted(kind, (record.how for record in view.records if record.kind == kind))
    failing = sum(quote.standing == "fails" and quote.how != "removed" for quote in quotes)
    if failing:
        yield f"**{_number(failing, 'quotation does', 'quotations do')} not hold**"
    if view.problems:
        yield f"**{_number(len(view.problems), 'error', 'errors')} to mend first**"


def _grade(change: object) -> str:
    before, after = getattr(change, "before", ""), getattr(change, "after", "")
    return "added" if not before else "changed" if after else "removed"


def _counted(name: str, hows: Iterable[str]) -> Iterator[str]:
    """`8 contrasts added, 1 changed`."""
    counts = Counter(hows)
    parts = [f"{counts[how]:,} {WORDS.get(how, how)}" for how in HOWS if counts[how]]
    if parts:
        first = next(counts[how] for how in HOWS if counts[how])
        named = name if first == 1 else f"{name}s"
        yield ", ".join([parts[0].replace(" ", f" {named} ", 1), *parts[1:]])


def _number(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
