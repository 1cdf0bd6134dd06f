"""A layout as text again: keys in the record's order, two spaces a step, long text folded."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from inspection_digest.formatting.folding import BETWEEN_WORDS, folded
from inspection_digest.formatting.key_order import LONG_TEXTS, keys_at, sections
from inspection_digest.formatting.layout import Block, Entry, Leaf

WIDTH = 100
STEP = 2


def write_layout(root: Block, kind: str) -> list[str]:
    """The lines of a file of this kind, without its modeline."""
    header, first = _header(root.entries[0].lead)
    entries = (replace(root.entries[0], lead=first), *root.entries[1:])
    lines = _block(_parted(replace(root, entries=entries), kind), 0, kind, ())
    return [*header, *lines]


def _header(lead: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """What is said of the whole file, down to the last empty line, and what of its first key."""
    last = max((index for index, line in enumerate(lead) if not line), default=-1)
    return _indented(lead[: last + 1], 0), tuple(lead[last + 1 :])


def _parted(root: Block, kind: str) -> Block:
    """The keys in order, with an empty line before a section."""
    parted = sections(kind)
    entries: list[Entry] = []
    for entry in _ordered(root, kind, ()):
        lead = entry.lead
        if not entries:
            lead = tuple(_without_first_gap(lead))
        elif isinstance(entry.held, Block) and entry.name in parted and "" not in lead:
            lead = ("", *lead)
        entries.append(replace(entry, lead=lead))
    return replace(root, entries=tuple(entries))


def _ordered(block: Block, kind: str, path: tuple[str, ...]) -> list[Entry]:
    if block.listed:
        return list(block.entries)
    order = {key: index for index, key in enumerate(keys_at(kind, path))}
    return sorted(block.entries, key=lambda entry: order.get(entry.name, len(order)))


def _block(block: Block, indent: int, kind: str, path: tuple[str, ...]) -> list[str]:
    lines: list[str] = []
    for index, entry in enumerate(_ordered(block, kind, path)):
        inside = (*path, "0" if block.listed else entry.name)
        lead = _without_first_gap(entry.lead) if path and not index else list(entry.lead)
        if block.listed and isinstance(entry.held, Block):
            lead, written = _listed_keys(entry.held, indent, kind, inside)
            lines += _indented(_without_first_gap(lead) if not index else lead, indent) + written
        else:
            lines += _indented(lead, indent) + _entry(entry, indent, kind, inside)
    return lines + _indented(list(block.tail), indent)


def _listed_keys(
    held: Block, indent: int, kind: str, path: tuple[str, ...]
) -> tuple[list[str], list[str]]:
    """Keys after a dash. The comments of the first of them go above the dash."""
    first, *others = _ordered(held, kind, path)
    bare = replace(held, entries=(replace(first, lead=()), *others))
    written = _block(bare, indent + STEP, kind, path)
    return list(first.lead), [f"{' ' * indent}- {written[0][indent + STEP :]}", *written[1:]]


def _entry(entry: Entry, indent: int, kind: str, path: tuple[str, ...]) -> list[str]:
    head = " " * indent + (f"{entry.key}:" if entry.key else "-")
    remark = f"  {entry.remark}" if entry.remark else ""
    if isinstance(entry.held, Block):
        return [head + remark, *_block(entry.held, indent + STEP, kind, path)]
    first, *rest = _leaf(entry, entry.held, indent, head)
    if rest and entry.held.style not in {"|", ">"} and not first.startswith(">"):
        return [f"{head} {first}", *rest[:-1], rest[-1] + remark]
    return [f"{head} {first}{remark}", *rest]


def _leaf(entry: Entry, leaf: Leaf, indent: int, head: str) -> list[str]:
    """The value's lines, the first of them without its indentation."""
    typed = _moved(leaf, indent)
    if leaf.style in {"|", "["}:
        return typed
    whole = typed if leaf.style == ">" else [f"{head} {typed[0]}", *typed[1:]]
    fits = all(len(line) <= WIDTH or not BETWEEN_WORDS.search(line.lstrip()) for line in whole)
    if leaf.style == ">" and fits:
        return typed
    if len(typed) == 1 and (fits or entry.name not in LONG_TEXTS):
        return typed
    return folded(leaf.value, indent + STEP, WIDTH) or typed


def _moved(leaf: Leaf, indent: int) -> list[str]:
    """The lines as typed, moved as far as the block they stand in was."""
    first, *rest = leaf.typed
    if leaf.style in {"|", ">"}:
        said = [line for line in rest if line.strip(" ")]
        given = "".join(char for char in first if char.isdigit())
        column = leaf.column + int(given) if given else _indent(said[0])
        target = indent + (int(given) if given else STEP)
        if "-" not in first and not leaf.value.endswith("\n"):
            first += "-"  # a file that ended in the middle of its last line
        return [first, *(" " * target + line[column:] if line else "" for line in rest)]
    shift = indent - leaf.column
    return [
        first,
        *(
            " " * max(_indent(line) + shift, indent + STEP) + line.lstrip(" \t") if line else ""
            for line in rest
        ),
    ]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indented(lead: Sequence[str], indent: int) -> list[str]:
    """Comments at their place, and one empty line where there were several."""
    return [
        " " * indent + line if line else ""
        for line, above in zip(lead, ("#", *lead), strict=False)
        if line or above
    ]


def _without_first_gap(lead: Sequence[str]) -> list[str]:
    """A block starts right under its key."""
    found = list(lead)
    while found and not found[0]:
        found.pop(0)
    return found
