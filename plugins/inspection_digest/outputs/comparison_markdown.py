"""A comparison as Markdown: the summary of a pull request, and readable in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from inspection_digest.outputs.comparison_files import file_lines
from inspection_digest.outputs.comparison_lead import lead
from inspection_digest.outputs.markdown_text import code, escaped
from inspection_digest.views.comparison import (
    Comparison,
    ContrastChange,
    DigestChange,
    FactChange,
    Problem,
    QuoteChange,
    RecordChange,
)

MOST_DIGESTS = 30
MOST_LINES = 50  # of one sort in one digest
MOST_PROBLEMS = 30
MOST_BYTES = 900_000
MOST_OF_A_QUOTE = 120  # characters: enough to know it by
MOST_OF_A_BROKEN_ONE = 400
MOST_OF_A_MESSAGE = 700

HEADINGS = {
    "added": "New",
    "changed": "Changed",
    "withdrawn": "Withdrawn",
    "removed": "Taken out",
    "unreadable": "Cannot be read",
}
LAST = (
    "This says what the change does. Whether it can be published is for the check to say; whether "
    "it is fair, for the people who read it."
)
Item = TypeVar("Item")


def comparison_markdown(view: Comparison) -> str:
    """All of it, the most telling first; long lists are cut, and say by how much."""
    lines = ["# What this change does", "", lead(view), ""]
    lines += _problems("To mend first", view.problems)
    lines += _some(view.digests, MOST_DIGESTS, "digests", _digest)
    lines += _records(view.records)
    lines += file_lines(view)
    if view.problems_before:
        lines += _problems("Wrong already before this change", view.problems_before)
    return "\n".join([*_within(lines), LAST, ""])


def _problems(heading: str, problems: Sequence[Problem]) -> Iterator[str]:
    if not problems:
        return
    yield from (f"## {heading}", "")
    yield from _some(problems, MOST_PROBLEMS, "messages", _problem)
    yield ""


def _problem(problem: Problem) -> Iterator[str]:
    said = _cut(f"{problem.message} {problem.cure}", MOST_OF_A_MESSAGE)
    yield f"- {code(problem.place)} ({code(problem.code)}): {said}"


def _digest(change: DigestChange) -> Iterator[str]:
    yield from (f"## {HEADINGS[change.how]}: {escaped(change.title)}", "", code(change.path), "")
    if change.how == "unreadable":
        yield from ("The file cannot be read as it is; see what is to be mended.", "")
    parts: tuple[tuple[str, Iterable[str]], ...] = (
        ("Grades", map(_fact, change.grades)),
        ("Facts", map(_fact, change.facts)),
        ("Contrasts", map(_contrast, change.contrasts)),
        ("Quotes", map(_quote, change.quotes)),
    )
    for name, found in parts:
        lines = list(found)
        if lines:
            yield from (f"**{name}**", "")
            yield from _some(lines, MOST_LINES, name.lower(), lambda line: iter([line]))
            yield ""


def _fact(change: FactChange) -> str:
    name = escaped(f"{change.name[:1].upper()}{change.name[1:]}")
    if change.note:
        return f"- {name}: {escaped(change.note)}"
    if not change.before:
        return f"- {name}: **{escaped(change.after)}**"
    if not change.after:
        return f"- {name}: no longer given (it was {escaped(change.before)})"
    return f"- {name}: from {escaped(change.before)} to **{escaped(change.after)}**"


def _contrast(change: ContrastChange) -> str:
    was = f" (before: {escaped(change.was)})" if change.was else ""
    return f"- {_how(change.how)}: **{escaped(change.title)}** ({change.relation}){was}"


def _quote(change: QuoteChange) -> str:
    text = _cut(change.text, MOST_OF_A_QUOTE)
    if change.standing == "fails" and change.how != "removed":
        text = _cut(change.text, MOST_OF_A_BROKEN_ONE)
        proof = "**Does not hold**; the nearest passage is given at the top."
    else:
        proof = _cut(change.proof, MOST_OF_A_MESSAGE)
    was = f" Before: “{_cut(change.was, MOST_OF_A_BROKEN_ONE)}”" if change.was else ""
    return f"- {_how(change.how)}: “{text}” {proof}{was}".rstrip()


def _records(changes: Sequence[RecordChange]) -> Iterator[str]:
    if not changes:
        return
    yield from ("## Sources, providers and frameworks", "")
    yield from _some(changes, MOST_LINES, "records", _record)
    yield ""


def _record(change: RecordChange) -> Iterator[str]:
    yield f"- {_how(change.how)}: {change.kind} **{escaped(change.title)}** ({code(change.id)})"
    yield from (f"  {_fact(fact)}" for fact in change.facts)


def _how(how: str) -> str:
    return HEADINGS[how]


def _some(
    items: Sequence[Item], most: int, name: str, write: Callable[[Item], Iterator[str]]
) -> Iterator[str]:
    """The first `most` of them, and a line that counts the rest."""
    for item in items[:most]:
        yield from write(item)
    if len(items) > most:
        yield from (f"- … and {len(items) - most:,} more {name}", "")


def _within(lines: list[str]) -> Iterator[str]:
    """As many lines as a step's summary on GitHub holds (a mebibyte), with some to spare."""
    size = 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > MOST_BYTES:
            yield from ("", "The rest is too long to be shown here.", "")
            return
        yield line


def _cut(text: str, limit: int) -> str:
    return escaped(text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} …")
