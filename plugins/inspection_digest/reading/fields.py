"""The kinds of value a record may hold, each with the sentence said when it does not fit."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from inspection_digest.reading import texts
from inspection_digest.reading.dates import PartialDate, dates_in_other_forms, parse_date
from inspection_digest.reading.texts import wrong
from inspection_digest.reading.web_address import address_meant, is_address

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LIMIT = 80
SHA256 = re.compile(r"[0-9a-f]{64}")


def _date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    text = texts.typed(value)
    try:
        return parse_date(text)
    except ValueError as error:
        meant = dates_in_other_forms(text)
        forms = " or ".join(f"`{date}`" for date in meant)
        hint = {
            0: _DATE_HINT,
            1: f"A date is written so: {forms}.",
            2: f"It can be {forms}: write the one that the document says.",
        }[len(meant)]
        better = str(meant[0]) if len(meant) == 1 else None
        raise wrong("bad-date", f"“{value}” is not a date here: {error}.", hint, better) from None


_DATE_HINT = "Write only what is known: `2019-03-29`, `2019-03` or `2019`."


MOST_WORDS = 5  # of a name


def _slug(value: Any) -> str:
    text = texts.typed(value)
    if not is_name(text):
        said, near = f"“{text}” cannot be a name: names become addresses.", slug_of(text)
        if len(text.split()) > MOST_WORDS:  # a title or a sentence: nothing has it for its name
            raise wrong(
                "bad-name",
                said,
                "This looks like a title or a sentence. Write the name instead: of a quote the "
                "word before its colon, of a source that of its folder.",
            )
        raise wrong(
            "bad-name",
            said,
            f"Use small letters, digits and single hyphens: `{near or 'a-short-name'}`.",
            near or None,
        )
    return text


def is_name(text: str) -> bool:
    """Whether a text can be a name, which is part of an address."""
    return bool(SLUG.fullmatch(text)) and len(text) <= SLUG_LIMIT


def slug_of(text: str) -> str:
    """The nearest thing to a text that can be a name; empty if it has no letter of ours."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:SLUG_LIMIT].strip("-")


def _url(value: Any) -> str:
    text = texts.typed(value)
    if not is_address(text):
        better = address_meant(text)
        raise wrong(
            "bad-address",
            f"“{text}” is not the address of a web page.",
            "Copy the address from the browser's address bar; it starts with https://.",
            better,
        )
    return text


def _citation(value: Any) -> str:
    """A short name of a source, or the address of a page."""
    text = texts.typed(value).strip()
    return _url(text) if re.match(r"https?:", text) else texts.line(text)


def _sha256(value: Any) -> str:
    text = texts.typed(value)
    if not SHA256.fullmatch(text):
        raise wrong(
            "bad-sha256",
            f"“{text}” is not a SHA-256 sum: that is 64 digits and letters a to f.",
            "Let `python3 tasks.py source add` write it, or remove the line.",
            bare if SHA256.fullmatch(bare := re.sub(r"\s", "", text).lower()) else "",
        )
    return text


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


# What an editor is told. Its YAML takes `2019` for a number and `no` for false where ours is text;
# `patternErrorMessage` is what it says of text that does not fit. An empty value is refused, and
# with it `null` and `~`, which would have to stand in quotation marks.
_TYPES = ["string", "number", "boolean"]
_NO_FILE = r"(?![\s\S]*(?:\{(?:attach|static|filename|tag|category|author|index)\}|\|filename\|))"
_NO_HTML = r"(?![\s\S]*(?:<(?!https?://[^>\s]+>)/?[a-zA-Z][^<>]*>|<[!?]))"
_NO_HTML_AT_ALL = r"(?![\s\S]*(?:</?[a-zA-Z][^>]*>|<[!?]))"
_SOME = r"(?=[\s\S]*\S)"


def _editor(pattern: str, message: str, types: list[str] = _TYPES, **more: Any) -> WithJsonSchema:
    return WithJsonSchema(
        {"type": types, "pattern": f"^{pattern}", "patternErrorMessage": message, **more}
    )


def _plain_words(**more: Any) -> WithJsonSchema:
    pattern = f"{_SOME}{_NO_FILE}{_NO_HTML_AT_ALL}"
    return _editor(pattern, "Write plain words, without HTML.", **more)


def _name(**more: Any) -> WithJsonSchema:
    message = "Use small letters, digits and single hyphens: a-short-name."
    types = ["string", "integer", "boolean"]
    return _editor(f"{SLUG.pattern}$", message, types, maxLength=SLUG_LIMIT, **more)


_HOST = r"""[^\s"<>\\^`{|}@/?#]*"""
_REST = r"""[^\s"<>\\^`{|}]*"""
_AN_ADDRESS = _editor(
    rf"[Hh][Tt][Tt][Pp][Ss]?://{_HOST}\.{_HOST}(?:[/?#]{_REST})?$",
    "Copy the address from the browser's address bar; it starts with https://.",
    ["string"],
)

Date = Annotated[
    PartialDate,
    BeforeValidator(_date),
    PlainSerializer(str),
    _editor(
        r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$",
        "Write only what is known: 2019-03-29, 2019-03 or 2019.",
        ["string", "integer"],
        minimum=1000,
        maximum=9999,
    ),
]
Slug = Annotated[str, BeforeValidator(_slug), _name()]
Url = Annotated[str, BeforeValidator(_url), _AN_ADDRESS]
Citation = Annotated[
    str,
    BeforeValidator(_citation),
    _plain_words(description="A short name from `sources:`, or the address of a page."),
]
Sha256 = Annotated[
    str,
    BeforeValidator(_sha256),
    _editor(
        f"{SHA256.pattern}$", "Let `python3 tasks.py source add` write it.", ["string", "integer"]
    ),
]
Quotation = Annotated[
    str,
    BeforeValidator(texts.plain),
    _editor(f"{_SOME}{_NO_FILE}", "Copy the words of the source."),
]
Words = Annotated[str, BeforeValidator(texts.line), _plain_words()]
Prose = Annotated[
    str,
    BeforeValidator(texts.prose),
    _editor(
        f"{_SOME}{_NO_FILE}{_NO_HTML}",
        "Write Markdown, without HTML: *slanted*, **strong**.",
    ),
]
Rating = Annotated[
    str,
    BeforeValidator(texts.line),
    _plain_words(description="The grade, spelt as in the framework: `Good`."),
]
SourceName = Annotated[
    str,
    BeforeValidator(_slug),
    _name(description="The name of a folder in content/sources/."),
]
OneOrMoreNames = Annotated[
    tuple[Slug, ...],
    BeforeValidator(_one_or_many),
    Field(min_length=1),
    WithJsonSchema(
        {
            "anyOf": [
                _name().json_schema,
                {"type": "array", "items": _name().json_schema, "minItems": 1, "uniqueItems": True},
            ]
        }
    ),
]
