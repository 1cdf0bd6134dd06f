"""HTML somebody wrote out of habit, as what is written here instead."""

from __future__ import annotations

import re

_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--|<[!?]")
_DRESS = re.compile(r"</?(?:b|strong|i|em|u|span|p|br|small|big|font)\b[^>]*>", re.IGNORECASE)
_MARKDOWN = (
    (re.compile(r"<(b|strong)>([^<>]+)</\1>", re.IGNORECASE), r"**\2**"),
    (re.compile(r"<(i|em)>([^<>]+)</\1>", re.IGNORECASE), r"*\2*"),
    (re.compile(r"<(code)>([^<>`]+)</\1>", re.IGNORECASE), r"`\2`"),
    (re.compile(r"<a href=([\"']?)(https?://[^\"'<>\s]+)\1>([^<>\[\]]+)</a>"), r"[\3](\2)"),
)


def without_tags(text: str) -> str | None:
    """The words without the tags that only dress them; None where there are others."""
    plain = " ".join(_DRESS.sub(" ", text).split()).replace(" ,", ",").replace(" .", ".")
    return None if _TAG.search(plain) or not plain else plain


def as_markdown(text: str) -> str | None:
    """The text with Markdown for HTML; None where there is some that Markdown has no form for."""
    for tag, markdown in _MARKDOWN:
        text = tag.sub(markdown, text)
    return None if _TAG.search(text) else text
