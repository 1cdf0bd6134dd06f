"""What pydantic found wrong with a record, as diagnostics at the line that was typed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeVar

from msgspec import Struct
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from inspection_digest.diagnostics import Cure, Diagnostics, Position
from inspection_digest.reading.key_notes import note_on
from inspection_digest.reading.model_keys import (
    all_key_names,
    holds_records,
    is_required,
    key_names,
    model_at,
)
from inspection_digest.reading.nearness import near, surely
from inspection_digest.reading.rewriting import listed_alone, removed, renamed, rewritten, typed
from inspection_digest.reading.yaml_document import Document, Loc, Shape

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
        found = error.errors(include_url=False)
        misspelt = _misspelt(model, found)
        for details in found:
            loc = _typed_loc(document, (*at, *details["loc"]))
            if _is_echo(details, loc, document, misspelt):
                continue
            said = _explain(model, details)
            if (loc, said.code) not in seen:
                seen.add((loc, said.code))
                key = said.code == "unknown-key" or "[key]" in details["loc"]
                position = _position(document, loc, about_key=key)
                hint = said.hint
                if said.code == "missing-key":
                    owner = model_at(model, details["loc"][:-1])
                    position, hint = _to_be_added(document, loc, owner)
                cure = _cure(document, loc, said, details, about_key=key)
                diagnostics.error(position, said.code, said.message, hint, cure)
        return None


@lru_cache
def shape_of(model: type[BaseModel], *, many: bool = False) -> Shape:
    """What a file of this record may hold; `many`: a record under each key of the file."""

    def faults(document: Document) -> int:
        parts = document.value.values() if many else [document.value]
        return sum(_faults(model, part) for part in parts)

    def needs(loc: Loc) -> bool:
        inside = loc[1:] if many else loc
        return bool(inside) and is_required(model, inside)

    return Shape(all_key_names(model), needs, faults)


def _faults(model: type[BaseModel], value: object) -> int:
    try:
        model.model_validate(value)
    except ValidationError as error:
        return error.error_count()
    return 0


def listed(names: list[str], limit: int = 12) -> str:
    """Names for a sentence; a long list is cut and says so."""
    shown = ", ".join(f"`{name}`" for name in names[:limit])
    return f"{shown} and {len(names) - limit} more" if len(names) > limit else shown


class _Said(Struct, frozen=True):
    """What is said of one mistake. `better`: what to write instead, "" for nothing at all."""

    code: str
    message: str
    hint: str
    better: str | None = None


def _explain(model: type[BaseModel], details: ErrorDetails) -> _Said:
    kind, loc = details["type"], details["loc"]
    name = str(loc[-1]) if loc else "this file"
    owner = model_at(model, loc[:-1])
    given = details["input"]
    if kind == "extra_forbidden":
        known = key_names(owner)
        hint = near(name, known) or f"The keys here are {listed(known, 20)}."
        said = f"`{name}` is not a key that belongs here."
        return _Said("unknown-key", said, hint, surely(name, known))
    if kind == "missing":
        return _Said("missing-key", f"`{name}` is missing here.", _meaning(owner, name))
    if kind == "literal_error":
        return _unknown_word(name, given, _choices(details))
    if kind.startswith("bool_"):
        return _unknown_word(name, given, ["yes", "no"])
    if "hint" in details.get("ctx", {}):
        ctx = details["ctx"]
        return _Said(kind, details["msg"], str(ctx["hint"]), ctx["better"])
    if kind.startswith("int_") or kind in {"greater_than_equal", "less_than_equal"}:
        first, count = (1, COUNT_PAGES) if name in {"page", "pages"} else (0, "Write digits only")
        said = f"`{name}` should be a whole number from {first}, not “{_short(given)}”."
        numbers = re.findall(r"\d+", str(given)) if kind == "int_parsing" else []
        better = numbers[0] if len(numbers) == 1 and "-" not in str(given) else None
        hint = f"{count}; leave the line out if not known."
        return _Said("bad-number", said, hint, better)
    if kind in {"dict_type", "model_type", "model_attributes_type"}:
        said = f"`{name}` should be followed by lines of `key: value`, each indented."
        return _Said("not-keys", said, "See content/EXAMPLE.yaml for how it is written.")
    if kind in {"tuple_type", "list_type"}:
        hint = "Write each entry on a line of its own, indented, starting with `- `."
        one = isinstance(given, str) and "," not in given and not holds_records(owner, name)
        said = f"`{name}` should be a list."
        return _Said("not-a-list", said, hint, str(given) if one else None)
    if kind == "too_short":
        least = details["ctx"]["min_length"]
        said = f"`{name}` {'has too few entries' if given else 'is empty'}."
        return _Said("too-few", said, f"Write at least {least if least > 1 else 'one entry'}.")
    # Nothing else is asked of a record today; should it be, a person still learns where.
    said = f"`{name}` does not fit: {details['msg']}."
    return _Said("unknown-word", said, "See content/EXAMPLE.yaml.")


def _unknown_word(name: str, given: object, choices: list[str]) -> _Said:
    word = str(given)
    hint = near(word, choices) or f"Choose one of {listed(choices)}."
    said = f"`{name}` cannot be “{_short(given)}”."
    return _Said("unknown-word", said, hint, surely(word, choices))


def _cure(
    document: Document, loc: Loc, said: _Said, details: ErrorDetails, *, about_key: bool
) -> Cure | None:
    better = said.better
    if better is None and said.code == "not-text":
        better = _as_text(document, loc, details["input"])
    if better is None or not loc:
        return None
    if about_key:
        return renamed(document, loc, better)
    if said.code == "not-a-list":
        return listed_alone(document, loc)
    return rewritten(document, {loc: better}) if better else removed(document, loc)


def _as_text(document: Document, loc: Loc, given: object) -> str | None:
    """The text that somebody meant where YAML saw a list, or a key with a colon after it."""
    match given:
        case [str() as only]:
            return f"[{only}]" if loc[-1] == "text" else only
        case [*items] if all(isinstance(item, str) for item in items):
            written = typed(document, loc)
            inner = written[1:-1].strip() if written.startswith("[") else None
            return written if loc[-1] == "text" and inner else inner
        case dict() if len(given) == 1 and not typed(document, loc).startswith("{"):
            [(key, value)] = given.items()
            return f"{key}: {value}" if isinstance(value, str) and " " in key else None
    return None


def _misspelt(model: type[BaseModel], found: list[ErrorDetails]) -> set[tuple[int | str, ...]]:
    """Where the keys are missing that stand there under a misspelt name."""
    unknown = (item["loc"] for item in found if item["type"] == "extra_forbidden")
    meant = ((loc, surely(str(loc[-1]), key_names(model_at(model, loc[:-1])))) for loc in unknown)
    return {(*loc[:-1], name) for loc, name in meant if name}


def _is_echo(
    details: ErrorDetails, loc: Loc, document: Document, misspelt: set[tuple[int | str, ...]]
) -> bool:
    """Whether what is wrong has been said already: of the entries of a list that is too short
    without them, of a key without a value, or of a name that is misspelt."""
    if details["type"] == "missing":
        return loc in document.keys or details["loc"] in misspelt
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


def _position(document: Document, loc: Loc, *, about_key: bool) -> Position:
    """Unknown and misnamed keys are about the key; the rest about the value after it."""
    return document.key(*loc) if about_key else document.at(*loc)


def _to_be_added(document: Document, loc: Loc, owner: type[BaseModel]) -> tuple[Position, str]:
    """The line that a missing key stands above, and what to write there.

    That is the first line of a key that comes after it where all are in order. Of a record on one
    line, in a list or without such a key, it is where the record begins.
    """
    name = str(loc[-1])
    begins = document.key(*loc[:-1])
    order = key_names(owner)
    later = ((*loc[:-1], each) for each in order[order.index(name) + 1 :])
    next_ = min((document.keys[each] for each in later if each in document.keys), default=None)
    meaning = _meaning(owner, name)
    if next_ is None or next_.source_line[: next_.column - 1].strip():
        return begins, f"Add `{name}:`. {meaning}".strip()
    return next_, f"Add a line above this one that begins `{name}:`. {meaning}".strip()


def _meaning(model: type[BaseModel], name: str) -> str:
    field = next((n for n, f in model.model_fields.items() if (f.alias or n) == name), None)
    return " ".join(note_on(model, field).split()) if field else ""


def _choices(details: ErrorDetails) -> list[str]:
    expected = str(details["ctx"]["expected"])
    return [part.strip(" '") for part in expected.replace(" or ", ", ").split(",")]


def _short(value: object, limit: int = 60) -> str:
    text = str(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
