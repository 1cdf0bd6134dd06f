"""What a text may hold, each with the sentence said when it holds something else.

A failure is a PydanticCustomError whose type is our diagnostic code and whose context has the
hint; `problems` turns it into a Diagnostic at the right line.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import PydanticCustomError

from inspection_digest.reading.pictures import as_links, has_picture
from inspection_digest.reading.plain_words import as_markdown, without_tags

TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--|<[!?]")
NESTED = re.compile(r"^(?:[ \t>*+-]|\d+\.){40}", re.MULTILINE)
INTRASITE = re.compile(r"\{(?:attach|static|filename|tag|category|author|index)\}|\|filename\|")
BARE_LINK = re.compile(r"\]\(\s*(www\.[^\s)]+)", re.IGNORECASE)
MOST_BRACKETS = 300  # in a text of Markdown: each may begin a link, to be looked for to the end


def wrong(code: str, message: str, hint: str, better: str | None = None) -> PydanticCustomError:
    """An error whose braces are text, not a template of pydantic's.

    `better` is the right value where it is known; an empty one where the line should go.
    """
    return PydanticCustomError(
        code,
        "{message}",
        {"message": message, "hint": hint, "better": better},
    )


def typed(value: Any) -> str:
    """Any text, and no list or keys."""
    if not isinstance(value, str):
        kind = "a list" if isinstance(value, list) else "keys and values"
        raise wrong("not-text", f"This should be text, not {kind}.", "Write it on one line.")
    return value


def plain(value: Any) -> str:
    """Words, without markup: names, titles, quotations. They are printed letter for letter."""
    text = typed(value)
    _refuse_links_to_files(text)
    return text


def line(value: Any) -> str:
    """One line of plain words in our own voice, where HTML has no place."""
    text = plain(value)
    if "<" in text and TAG.search(text):
        raise wrong(
            "html-in-text",
            f"There is HTML in this text: {TAG.search(text).group()}",  # type: ignore[union-attr]
            "Write plain words; the page takes care of the rest.",
            without_tags(text),
        )
    return " ".join(text.split())


def prose(value: Any) -> str:
    """Markdown in our own words. HTML in it would not be shown, so it is refused here."""
    text = plain(value)
    tag = TAG.search(re.sub(r"<https?://[^<>\s]+>", "", text)) if "<" in text else None
    if tag:
        raise wrong(
            "html-in-text",
            f"There is HTML in this text: {tag.group()}",
            "Use Markdown: *slanted*, **strong**, [words](https://address).",
            as_markdown(text),
        )
    bare = BARE_LINK.search(text)
    if bare:
        raise wrong(
            "bad-address",
            f"“{bare[1]}” is not the address of a web page: from here it leads into our own site.",
            "An address starts with https://.",
            BARE_LINK.sub(r"](https://\1", text),
        )
    if text.count("[") > MOST_BRACKETS:
        raise wrong(
            "too-deep",
            f"There are more than {MOST_BRACKETS} square brackets in this text.",
            "No text of ours needs so many; something else was pasted here.",
        )
    if NESTED.search(text) if "\n" in text else NESTED.match(text):
        raise wrong(
            "too-deep",
            "A line of this text is a list within a list, or indented, many times over.",
            "One list within another is as deep as a reader can follow.",
        )
    if has_picture(text):
        raise wrong(
            "picture-in-text",
            "There is a picture in this text; pages show none.",
            "Say in words what it shows, or link to it: [words](https://address).",
            as_links(text),
        )
    return text


def _refuse_links_to_files(text: str) -> None:
    found = INTRASITE.search(text) if "{" in text or "|" in text else None
    if found:
        raise wrong(
            "file-link",
            f"`{found.group()}` would copy a file into the site; that is not possible here.",
            "Link to a web address, or remove it.",
        )
