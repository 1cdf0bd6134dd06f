"""The fields of a record, before and after, as a person would say them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import BaseModel

from inspection_digest.composing import wording
from inspection_digest.reading.dates import PartialDate
from inspection_digest.reading.records import Period
from inspection_digest.reporting.text import visible
from inspection_digest.views.comparison import FactChange

SIDE_BY_SIDE = 160  # characters: what is longer is not read as "from this to that"


def fact_changes(
    before: BaseModel | None, after: BaseModel | None, skip: Iterable[str] = ()
) -> tuple[FactChange, ...]:
    """Every field that differs, in the record's order. A record that is not there has none."""
    record = after or before
    if record is None:
        return ()
    passed_over = set(skip)
    pairs = (
        (name, getattr(before, name, None), getattr(after, name, None))
        for name in type(record).model_fields
        if name not in passed_over
    )
    found = ((named(name), was, now) for name, was, now in pairs if was != now)
    return tuple(fact_change(*item) for item in found if words(item[1]) or words(item[2]))


def fact_change(name: str, before: object, after: object) -> FactChange:
    """One fact. Two long texts are counted and not printed."""
    was, now = words(before), words(after)
    if max(len(was), len(now)) <= SIDE_BY_SIDE and was != now:
        return FactChange(name, was, now)
    if not was or not now:
        return FactChange(name, "", "", f"{'added' if now else 'removed'} ({_length(was or now)})")
    return FactChange(name, "", "", f"rewritten ({_length(was)} before, {_length(now)} now)")


def named(field: str) -> str:
    """`inspected`, `noticed by`: a field's name in running text."""
    return field.rstrip("_").replace("_", " ")


def words(value: object) -> str:
    """Any value of a record on one line; "" for one that is not given."""
    match value:
        case None | () | {}:
            return ""
        case bool():
            return "yes" if value else "no"
        case PartialDate():
            return value.words
        case Period():
            return wording.period_words(value)
        case BaseModel():
            return _listed((named(name), getattr(value, name)) for name in type(value).model_fields)
        case Mapping():
            return _listed(value.items())
        case tuple():
            return "; ".join(filter(None, map(words, value)))
        case _:
            return visible(" ".join(str(value).split()))


def _listed(items: Iterable[tuple[object, object]]) -> str:
    shown = ((visible(str(name)), words(item)) for name, item in items)
    return "; ".join(f"{name}: {item}" for name, item in shown if item)


def _length(text: str) -> str:
    return wording.counted(len(text.split()), "word")
