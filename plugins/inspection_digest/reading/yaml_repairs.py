"""Where a file cannot be read: the few slips it may be, each put right, for the reader to try.

Only the form of a line is touched, never a word of it. Which of them is right is for the reader to
find out: the one that leaves nothing else wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from msgspec import Struct
from msgspec.structs import replace

from inspection_digest.reading.scalars import in_quotation_marks

_ABOVE = 12  # a slip is noticed at its line or a few lines below it
_MOST_CHARACTERS = 60_000  # each way is read: no file of a person's is so long
_KEY = r"""^(?P<lead>\s*(?:- )?)(?P<key>[\w-]+|"[^"]*"|'[^']*')"""
_PAIR = re.compile(rf"{_KEY}:[ \t]+(?P<value>\S.*)$")
_TIGHT = re.compile(rf"{_KEY}:(?P<value>[^\s:/].*)$")
_BARE = re.compile(rf"{_KEY}(?P<gap> *[;=] *| +)(?P<value>\S.*)$")
_BLOCK = re.compile(rf"{_KEY}:[ \t]+[>|][-–—+]?(?:[ \t]+(?P<value>\S.*))?$")
_NAME = re.compile(r"\s*[a-z0-9]+(?:-[a-z0-9]+)*\s*")
_CURLY = {"“": "”", "‘": "’"}
_FIRST_WORD = re.compile(r"[\w-]+")
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_OPENERS = "*&@`%![{\"',#?-"  # a value that starts with one of these is no plain text
_ANCHOR = re.compile(r"(?<=[:\s\[{,-])[&][\w-]+ +")
_TAG = re.compile(r"![!\w:<>.,/-]+ +")


class Repair(Struct, frozen=True):
    """The file's lines with one slip put right, and the sentence that tells of it.

    `bold`: it makes a line part of the text above it, which hides what is wrong with the line; to
    be believed only where nothing else is wrong with the file.
    """

    lines: tuple[str, ...]
    hint: str
    bold: bool = False


def repairs(lines: Sequence[str], line: int, keys: Set[str], refused: str = "") -> Iterator[Repair]:
    """Ways to write a file that is not read on at `line` (from 1), the likeliest first.

    `keys` are those a record of its kind may have. `refused` names what was met there that is
    YAML and is not read here (`document`, `anchor`, `tag`), or is empty where it is no YAML.
    """
    if sum(map(len, lines)) > _MOST_CHARACTERS:
        return
    if refused:
        at = lines[line - 1]
        yield from (_with(lines, line - 1, new, hint) for new, hint in _refused(at, refused))
        return
    for index in range(line - 1, max(line - 2 - _ABOVE, -1), -1):
        for new, hint in _slips(lines, index, keys):
            if new != lines[index] and not _swallowed(lines, index, new, keys):
                bold = _indent(new) > _indent(lines[index - 1]) if index else False
                yield replace(_with(lines, index, new, hint), bold=bold)


def syntax_hint(line: str, problem: str) -> str:
    """What to look for, where no repair is known to be right."""
    if "\t" in line:
        return "There is a tab on this line: indent with spaces."
    if "mapping values" in problem or ": " in line.partition(":")[2]:
        return "A value with a colon in it needs quotation marks around it, or `>-` and a new line."
    if "found unexpected end of stream" in problem or "scalar" in problem:
        return "A quotation mark is opened and not closed; for long text use `>-` and a new line."
    return "Look at the indentation of this line and the one above it."


def with_hash_quoted(line: str) -> str | None:
    """The line with its value between quotation marks where that starts with `#` and a word."""
    pair = _PAIR.match(line.rstrip())
    if pair is None or not re.match(r"#\w", pair["value"]):
        return None
    return line[: pair.start("value")] + in_quotation_marks(pair["value"])


def _with(lines: Sequence[str], index: int, new: str | None, hint: str) -> Repair:
    between = () if new is None else (new,)
    return Repair((*lines[:index], *between, *lines[index + 1 :]), hint)


def _refused(line: str, refused: str) -> Iterator[tuple[str | None, str]]:
    if refused == "document":
        yield None, ""
    elif refused == "anchor":
        yield _ANCHOR.sub("", line, count=1), ""
    elif "!!" in line:
        yield _TAG.sub("", line, count=1), ""
    yield from _quoted(line)


def _slips(lines: Sequence[str], index: int, keys: Set[str]) -> Iterator[tuple[str, str]]:
    line = lines[index]
    body = line.lstrip(" \t")
    if "\t" in line[: len(line) - len(body)]:
        for indent in _indents(lines, index):
            yield f"{' ' * indent}{body}", "There is a tab on this line: indent with spaces."
        return
    tight = _TIGHT.match(line)
    if tight:
        yield f"{tight['lead']}{tight['key']}: {tight['value']}", "Put a space after the colon."
    yield from _block(line)
    yield from _quoted(line)
    if body.rstrip() in keys:
        yield f"{line.rstrip()}:", "Put a colon after the key."
    elif _NAME.fullmatch(line) and _is_pair_below(lines, index):
        yield f"{line.rstrip()}:", "Put a colon after the name."
    bare = _BARE.match(line)
    if bare and bare["key"] in keys:
        yield f"{bare['lead']}{bare['key']}: {bare['value']}", "Put a colon after the key."
    for indent in _indents(lines, index):
        spaces = f"{indent} space{'' if indent == 1 else 's'}" if indent else "no space"
        yield f"{' ' * indent}{body}", f"Begin this line with {spaces}, as its neighbours do."


def _block(line: str) -> Iterator[tuple[str, str]]:
    """Words on the line of `>-`, which begin on the next; or a dash that is not `-`."""
    block = _BLOCK.match(line.rstrip())
    if block is None:
        return
    start = f"{block['lead']}{block['key']}: "
    if block["value"] is None:
        yield f"{start}>-", "Write `>-` with a plain hyphen."
        return
    said = "Words begin on the line after `>-`; on its own line a text needs none."
    yield f"{start}{block['value']}", said
    yield f"{start}{in_quotation_marks(block['value'])}", said


def _is_pair_below(lines: Sequence[str], index: int) -> bool:
    """Whether the next line is a key with its value, further in, and no other key waits for one."""
    above, below = _above(lines, index), _below(lines, index)
    if above.rstrip().endswith(":") and _indent(above) >= _indent(lines[index]):
        return False
    return _PAIR.match(below) is not None and _indent(below) > _indent(lines[index])


def _quoted(line: str) -> Iterator[tuple[str, str]]:
    """A value closed or put between quotation marks: only there may it hold any character."""
    pair = _PAIR.match(line.rstrip())
    if pair is None:
        return
    before, value = line[: pair.start("value")], pair["value"]
    if value[0] in _CURLY and value.endswith(_CURLY[value[0]]) and len(value) > 2:
        inner = value[1:-1]
        yield f"{before}{in_quotation_marks(inner)}", "Use straight quotation marks around a value."
    if value[0] in _CLOSED and value[-1] in _CURLY.values():
        straight = f"{value[:-1]}{value[0]}"
        yield f"{before}{straight}", "End it with the same straight quotation mark."
    closing = {"[": "]", "{": "}"}.get(value[0], value[0])
    if value[0] in "\"'[{" and closing not in value[1:]:
        yield f"{before}{value}{closing}", f"`{value[0]}` is opened here and not closed."
    if value[0] in _CLOSED and _CLOSED[value[0]].fullmatch(value):
        return
    if value[0] in "|>":
        return
    said = "Put quotation marks around the value"
    if value[0] in _OPENERS:
        why = f": it starts with `{value[0]}`."
    else:
        why = ": it has a colon in it." if ": " in value else "."
    yield f"{before}{in_quotation_marks(value)}", said + why


def _swallowed(lines: Sequence[str], index: int, new: str, keys: Set[str]) -> bool:
    """Whether a line would become part of the value above it, which is not its own to change.

    Two words of which the first is a key are meant as a pair; and a value on the line of its key is
    whole. Longer lines may be text that goes on below `>-`.
    """
    above = _above(lines, index)
    if _PAIR.match(new) or new.rstrip().endswith(":") or _indent(new) <= _indent(above):
        return False
    first = _FIRST_WORD.match(new.strip())
    if first and first.group() in keys and len(new.split()) == 2:
        return True
    pair = _PAIR.match(above)
    return pair is not None and pair["value"][0] not in "|>"


def _above(lines: Sequence[str], index: int) -> str:
    """The nearest line before that is not blank; "" where there is none."""
    return next((line for line in reversed(lines[:index]) if line.strip()), "")


def _below(lines: Sequence[str], index: int) -> str:
    return next((line for line in lines[index + 1 :] if line.strip()), "")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indents(lines: Sequence[str], index: int) -> Iterator[int]:
    """How far in a line may be meant to stand: as those around it, as any above, or a step on."""
    before, after = _above(lines, index), _below(lines, index)
    depths = [_indent(line) for line in (before, after) if "\t" not in line]
    above = {_indent(line) for line in lines[:index] if line.strip() and "\t" not in line}
    inner = [_indent(before) + 2] if before.rstrip().endswith(":") else []
    outer = [_indent(after) - 2] if lines[index].rstrip().endswith(":") else []
    near = sorted(above, key=lambda depth: abs(depth - _indent(lines[index])))
    every = [*outer, *inner, *depths, *near, *(depth + 2 for depth in depths)]
    yield from dict.fromkeys(depth for depth in every if depth >= 0)
