"""Which keys a record has and in which order, at any place of a file: as the records list them."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from inspection_digest.reading.editor_schema import KINDS

# What is written as folded text when it is too long for a line: prose of ours, and quotations.
LONG_TEXTS = frozenset(
    {
        "because",
        "judged",
        "missing",
        "note",
        "overall_reason",
        "prefix",
        "says",
        "summary",
        "text",
        "what",
    }
)


@cache
def keys_at(kind: str, path: tuple[str, ...]) -> tuple[str, ...]:
    """The record's keys in its order; empty where the names are the contributor's own."""
    annotation: Any = KINDS[kind]
    for part in path:
        annotation = _step(_bare(annotation), part)
    found = _bare(annotation)
    return tuple(_fields(found)) if _is_record(found) else ()


@cache
def sections(kind: str) -> frozenset[str]:
    """The keys at the top of a file that hold records of their own: an empty line parts them."""
    record = KINDS[kind]
    if not _is_record(record):
        return frozenset()
    return frozenset(key for key, field in _fields(record).items() if _holds_records(field))


def _fields(record: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in record.model_fields.items()}


def _holds_records(annotation: Any) -> bool:
    found = _bare(annotation)
    return get_origin(found) in {dict, tuple} and _is_record(_step(found, ""))


def _step(annotation: Any, part: str) -> Any:
    """What stands under a key of `annotation`, or in each entry of a list."""
    if _is_record(annotation):
        return _fields(annotation).get(part)
    inner = get_args(annotation)
    if get_origin(annotation) is dict:
        return _bare(inner[1])
    return _bare(inner[0]) if get_origin(annotation) is tuple else None


def _bare(annotation: Any) -> Any:
    """A type without its notes and without `None`."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        return _bare(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation


def _is_record(found: Any) -> bool:
    return isinstance(found, type) and issubclass(found, BaseModel)
