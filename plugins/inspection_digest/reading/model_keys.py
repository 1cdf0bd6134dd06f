"""Which keys a record has, at any place within it."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

_Loc = tuple[int | str, ...]


def model_at(model: type[BaseModel], loc: _Loc) -> type[BaseModel]:
    """The record that stands at a place within another."""
    for part in loc:
        field = next((f for n, f in model.model_fields.items() if (f.alias or n) == part), None)
        inner = _inner_model(field.annotation) if field else None
        model = inner or model
    return model


def key_names(model: type[BaseModel]) -> list[str]:
    """The keys of one record, in order, as they are typed."""
    return [field.alias or name for name, field in model.model_fields.items()]


def all_key_names(model: type[BaseModel]) -> frozenset[str]:
    """The keys of a record and of all within it."""
    return frozenset(name for each in _models(model) for name in key_names(each))


def is_required(model: type[BaseModel], loc: _Loc) -> bool:
    """Whether the key at a place may not be left out."""
    fields = model_at(model, loc[:-1]).model_fields.items()
    return any(field.is_required() for name, field in fields if (field.alias or name) == loc[-1])


def holds_records(model: type[BaseModel], name: str) -> bool:
    """Whether what stands under a key are records, and not plain values."""
    fields = model.model_fields.items()
    return any(_inner_model(each.annotation) for key, each in fields if (each.alias or key) == name)


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for field in model.model_fields.values():
        inner = _inner_model(field.annotation)
        if inner:
            yield from _models(inner)


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {dict, tuple, Union, UnionType} or get_args(annotation):
        found = (_inner_model(part) for part in reversed(get_args(annotation)))
        return next((part for part in found if part), None)
    return None
