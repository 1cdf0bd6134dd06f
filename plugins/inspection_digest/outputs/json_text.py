"""JSON that a person can read, an item a line: what `json.dumps(value, indent=1)` writes.

That writes it a few characters at a time as soon as it has to indent, which for the records of a
large site takes seconds. A test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeVar

import msgspec

from inspection_digest.outputs.long_file import LongFile
from inspection_digest.views.by_digest import ByDigest

Item = TypeVar("Item")


def indented(value: object) -> str:
    """Dicts (with keys that are text), structs, lists, tuples, text, whole numbers, booleans,
    None."""
    return f"{_written(value)}\n"


def with_list(
    before: Mapping[str, object],
    name: str,
    items: ByDigest[Item],
    object_of: Callable[[Item], object],
    after: Mapping[str, object] = MappingProxyType({}),
) -> LongFile:
    """`indented({**before, name: [*items], **after})`, with what `object_of` makes of each item."""

    def piece(id_: str) -> str:
        return ",".join(f"{inner}{_written(object_of(item), inner)}" for item in items.of(id_))

    def member(key: str, value: object) -> str:
        return f"{line}{_written(key)}: {_written(value, line)}"

    line, inner = "\n ", "\n  "
    start = "".join(f"{member(*one)}," for one in before.items())
    end = "".join(f",{member(*one)}" for one in after.items()) + "\n}\n"
    return LongFile(
        f"{{{start}{line}{_written(name)}: [",
        ((id_, partial(piece, id_)) for id_ in items.ids),
        ",",
        f"{line}]{end}",
        f"]{end}",
    )


def _written(value: object, line: str = "\n") -> str:
    """`line` is the line feed, and the spaces at which the value stands."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=1).decode()
    return text.replace("\n", line)  # none stands within text: there it is `\\n`
