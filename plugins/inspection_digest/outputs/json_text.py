"""JSON that a person can read, an item a line: what `json.dumps(value, indent=1)` writes.

That writes it a few characters at a time as soon as it has to indent, which for the records of a
large site takes seconds. A test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import msgspec


def indented(value: object) -> str:
    """Dicts (with keys that are text), structs, lists, tuples, text, whole numbers, booleans,
    None."""
    return f"{_written(value)}\n"


def with_list(
    before: Mapping[str, object],
    name: str,
    items: Iterable[object],
    after: Mapping[str, object] = MappingProxyType({}),
) -> Iterator[str]:
    """`indented({**before, name: [*items], **after})` in pieces: no item is waited for."""
    line = "\n "
    start = "{" + line
    for key, value in before.items():
        yield f"{start}{_written(key)}: {_written(value, line)}"
        start = f",{line}"
    yield f"{start}{_written(name)}: ["
    start = f"{line} "
    for item in items:
        yield f"{start}{_written(item, f'{line} ')}"
        start = f",{line} "
    yield "]" if start == f"{line} " else f"{line}]"
    for key, value in after.items():
        yield f",{line}{_written(key)}: {_written(value, line)}"
    yield "\n}\n"


def _written(value: object, line: str = "\n") -> str:
    """`line` is the line feed, and the spaces at which the value stands."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=1).decode()
    return text.replace("\n", line)  # none stands within text: there it is `\\n`
