"""The part of a comparison that lists pages and feeds."""

from __future__ import annotations

from collections.abc import Iterator

from inspection_digest.outputs.markdown_text import code, escaped
from inspection_digest.views.comparison import Comparison, FileGroup

HOWS = ("added", "changed", "removed")
MOST_ADDRESSES = 8
MOST_LEFT_OUT = 20
_HOME = "the front page"


def file_lines(view: Comparison) -> Iterator[str]:
    """Counts, then each group's addresses, cut where they are many."""
    if not view.files and not view.left_out:
        return
    yield from ("## Pages and feeds", "")
    if view.files:
        yield from (_counts(view), "")
    for group in view.files:
        yield from _group(group)
    if view.left_out:
        yield from ("", f"Not counted until they are mended: {_left_out(view)}.")
    yield ""


def _counts(view: Comparison) -> str:
    found = [(how, sum(len(getattr(group, how)) for group in view.files)) for how in HOWS]
    files = [f"{number:,} {how}" for how, number in found if number]
    return f"Published files, pages and feeds together: {', '.join(files)}."


def _group(group: FileGroup) -> Iterator[str]:
    for how in HOWS:
        addresses: tuple[str, ...] = getattr(group, how)
        if addresses:
            shown = [code(address) if address else _HOME for address in addresses[:MOST_ADDRESSES]]
            if len(addresses) > MOST_ADDRESSES:
                shown.append(f"and {len(addresses) - MOST_ADDRESSES:,} more")
            yield f"- {group.name}, {len(addresses):,} {how}: {', '.join(shown)}"


def _left_out(view: Comparison) -> str:
    shown = [escaped(name) for name in view.left_out[:MOST_LEFT_OUT]]
    if len(view.left_out) > MOST_LEFT_OUT:
        shown.append(f"and {len(view.left_out) - MOST_LEFT_OUT:,} more")
    return ", ".join(shown)
