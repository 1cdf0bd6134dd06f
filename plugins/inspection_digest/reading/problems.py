"""What pydantic found wrong with a record, as diagnostics at the line that was typed."""

from __future__ import annotations

from difflib import get_close_matches
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from inspection_digest.diagnostics import Diagnostics, Position
from inspection_digest.reading.yaml_text import Document, Loc

Model = TypeVar("Model", bound=BaseModel)

COUNT_PAGES = "Count pages as the PDF reader does, from 1"


def validate(model: type[Model], document: Document, diagnostics: Diagnostics) -> Model | None:
    """The record, or None with every mistake noted."""
    return validate_part(model, document, (), document.value, diagnostics)


def validate_part(
    model: type[Model], document: Document, at: Loc, value: object, diagnostics: Diagnostics
) -> Model | None:
    """A record that stands at `at` within its file (a provider among providers)."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        # One mistake, one message: a union says the same of each of its members.
        seen: set[tuple[Loc, str]] = set()
        for details in error.errors(include_url=False):
            loc = _typed_loc(document, (*at, *details["loc"]))
            if _is_echo(details):
                continue
            code, message, hint = _explain(model, details)
            if (loc, code) not in seen:
                seen.add((loc, code))
                key = code == "unknown-key" or "[key]" in details["loc"]
                position = _position(document, loc, code, about_key=key)
                diagnostics.error(position, code, message, hint)
        return None


def near(word: str, known: list[str]) -> str:
    """“Did you mean” with the nearest true word, or an empty string."""
    lowered = {name.lower(): name for name in known}
    found = get_close_matches(word.lower(), list(lowered), n=1, cutoff=0.6)
    return f"Did you mean `{lowered[found[0]]}`?" if found else ""


def listed(names: list[str], limit: int = 12) -> str:
    """Names for a sentence; a long list is cut and says so."""
    shown = ", ".join(f"`{name}`" for name in names[:limit])
    return f"{shown} and {len(names) - limit} more" if len(names) > limit else shown


def _explain(model: type[BaseModel], details: ErrorDetails) -> tuple[str, str, str]:
    kind, loc = details["type"], details["loc"]
    name = str(loc[-1]) if loc else "this file"
    owner = _model_at(model, loc[:-1])
    if kind == "extra_forbidden":
        known = _keys(owner)
        hint = near(name, known) or f"The keys here are {listed(known, 20)}."
        return "unknown-key", f"`{name}` is not a key that belongs here.", hint
    if kind == "missing":
        return "missing-key", f"`{name}` is missing here.", _meaning(owner, name)
    if kind == "literal_error":
        choices = _choices(details)
        hint = near(str(details["input"]), choices) or f"Choose one of {listed(choices)}."
        return "unknown-word", f"`{name}` cannot be “{_short(details['input'])}”.", hint
    if "hint" in details.get("ctx", {}):
        return kind, details["msg"], str(details["ctx"]["hint"])
    if kind.startswith("int_") or kind in {"greater_than_equal", "less_than_equal"}:
        first, count = (1, COUNT_PAGES) if name in {"page", "pages"} else (0, "Write digits only")
        return (
            "bad-number",
            f"`{name}` should be a whole number from {first}, not “{_short(details['input'])}”.",
            f"{count}; leave the line out if not known.",
        )
    if kind.startswith("bool_"):
        said = f"`{name}` cannot be “{_short(details['input'])}”."
        return "unknown-word", said, "Choose one of `yes`, `no`."
    if kind in {"dict_type", "model_type", "model_attributes_type"}:
        return (
            "not-keys",
            f"`{name}` should be followed by lines of `key: value`, each indented.",
            "See content/EXAMPLE.yaml for how it is written.",
        )
    if kind in {"tuple_type", "list_type"}:
        return (
            "not-a-list",
            f"`{name}` should be a list.",
            "Write each entry on a line of its own, indented, starting with `- `.",
        )
    if kind == "too_short":
        least = details["ctx"]["min_length"]
        said = f"`{name}` {'has too few entries' if details['input'] else 'is empty'}."
        return "too-few", said, f"Write at least {least if least > 1 else 'one entry'}."
    return "does-not-fit", f"`{name}` does not fit: {details['msg']}.", "See content/EXAMPLE.yaml."


def _is_echo(details: ErrorDetails) -> bool:
    """Whether a list is too short only because entries of it are wrong, which is said of them."""
    return details["type"] == "too_short" and (
        len(details["input"]) >= details["ctx"]["min_length"]
    )


def _typed_loc(document: Document, loc: tuple[int | str, ...]) -> Loc:
    """The location without the markers pydantic puts into it (`[key]`, names of union members)."""
    cut: Loc = ()
    for part in loc:
        longer = (*cut, part)
        if part == "[key]":
            break
        if longer in document.keys or longer in document.values or part == loc[-1]:
            cut = longer
    return cut


def _position(document: Document, loc: Loc, code: str, *, about_key: bool) -> Position:
    """Unknown, misnamed and missing keys are about the key; the rest about the value after it."""
    if about_key:
        return document.key(*loc)
    if code == "missing-key":
        return document.key(*loc[:-1])
    return document.at(*loc)


def _model_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> type[BaseModel]:
    for part in loc:
        field = next((f for n, f in model.model_fields.items() if (f.alias or n) == part), None)
        inner = _inner_model(field.annotation) if field else None
        model = inner or model
    return model


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {dict, tuple, Union, UnionType} or get_args(annotation):
        found = (_inner_model(part) for part in reversed(get_args(annotation)))
        return next((part for part in found if part), None)
    return None


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _meaning(model: type[BaseModel], name: str) -> str:
    field = next((f for n, f in model.model_fields.items() if (f.alias or n) == name), None)
    description = " ".join((field.description or "").split()) if field else ""
    return f"Add `{name}:`. {description}".strip()


def _choices(details: ErrorDetails) -> list[str]:
    expected = str(details["ctx"]["expected"])
    return [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]


def _short(value: object, limit: int = 60) -> str:
    text = str(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
