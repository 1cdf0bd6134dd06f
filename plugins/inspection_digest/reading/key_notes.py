"""What the keys of a record are for, in the words that stand under them where they are declared.

Read from there only when somebody asks: for a message or an editor's schema. A build that has
nothing to say imports the records in half the time.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel


def note_on(model: type[BaseModel], name: str) -> str:
    """The words under a field, as they are written; "" where there are none."""
    found = (notes[name] for notes in map(_notes, _declared(model)) if name in notes)
    return model.model_fields[name].description or next(found, "")


def _declared(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The record and those it is made from, the nearest first."""
    return (kind for kind in model.__mro__ if BaseModel in kind.__mro__ and kind is not BaseModel)


@cache
def _notes(model: type[BaseModel]) -> Mapping[str, str]:
    (declared,) = ast.parse(dedent(inspect.getsource(model))).body
    assert isinstance(declared, ast.ClassDef)  # noqa: S101 - the source of a class is a class
    found = {}
    for field, under in pairwise(declared.body):
        match field, under:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(ast.Constant(str(words))):
                found[name] = inspect.cleandoc(words)
    return found
