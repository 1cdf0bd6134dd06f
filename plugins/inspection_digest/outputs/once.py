"""What many pages print alike, printed once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from jinja2 import Environment
from jinja2.ext import Extension

MOST_KEPT = 4096  # things printed once: some hundred bytes each
MOST_LARGE = 192  # the same of those that are some thousand bytes, and are kept with their view


class Once(Extension):
    """`once(macro, item)` in a template prints what `macro(item)` does, and keeps it.

    For what many pages print alike: a grade, a verdict, the masthead. A macro sees nothing but what
    it is given, and views are frozen, so what it printed is what it would print. `same(macro,
    item)` is for large views of which there is one: it asks whether it is that very object, as
    comparing all of it would take as long as printing it.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.globals["once"] = _keeper()
        environment.globals["same"] = _keeper_of_objects()


def _keeper() -> Callable[..., str]:
    kept: dict[Hashable, str] = {}

    def once(macro: Callable[..., str], *given: Hashable) -> str:
        key = (macro, *given)
        if key not in kept:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            kept[key] = macro(*given)
        return kept[key]

    return once


def _keeper_of_objects() -> Callable[..., str]:
    # The object too: while it is here, so is its id.
    kept: OrderedDict[Hashable, tuple[object, str]] = OrderedDict()

    def same(macro: Callable[..., str], item: object, *how: Hashable) -> str:
        key = (macro, id(item), *how)
        if key not in kept:
            if len(kept) >= MOST_LARGE:
                kept.popitem(last=False)
            kept[key] = item, macro(item, *how)
        return kept[key][1]

    return same
