"""JSON that a person can read, an item a line: what `json.dumps(value, indent=1)` writes.

The library writes it a few characters at a time as soon as it has to indent, which for the records
of a large site takes seconds. A test holds the two against each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from json.encoder import encode_basestring  # in C
from types import MappingProxyType

_encode = json.JSONEncoder(ensure_ascii=False).encode


def indented(value: object) -> str:
    """Dicts (with keys that are text), lists, tuples, text, whole numbers, booleans, None."""
    return f"{_written(value, chr(10))}\n"


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
        yield f"{start}{encode_basestring(key)}: {_written(value, line)}"
        start = f",{line}"
    yield f"{start}{encode_basestring(name)}: ["
    start = f"{line} "
    for item in items:
        yield f"{start}{_written(item, f'{line} ')}"
        start = f",{line} "
    yield "]" if start == f"{line} " else f"{line}]"
    for key, value in after.items():
        yield f",{line}{encode_basestring(key)}: {_written(value, line)}"
    yield "\n}\n"


def _written(value: object, line: str) -> str:
    """`line` is the line feed, and the spaces at which the value stands."""
    if type(value) is str:  # most are
        return encode_basestring(value)
    if isinstance(value, dict):
        return _among(
            "{}",
            (f"{encode_basestring(k)}: {_written(v, f'{line} ')}" for k, v in value.items()),
            line,
        )
    if isinstance(value, list | tuple):
        return _among("[]", (_written(item, f"{line} ") for item in value), line)
    return _encode(value)


def _among(brackets: str, items: Iterable[str], line: str) -> str:
    inside = f",{line} ".join(items)
    return f"{brackets[0]}{line} {inside}{line}{brackets[1]}" if inside else brackets
