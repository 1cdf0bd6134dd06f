"""Pictures in our own prose, which no page shows: what Markdown itself would make one of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown

SIGN = "!["
_SHOWN = "<img"
_OF_AN_ADDRESS = re.compile(r"(?<!\\)!(\[[^\[\]\\]+\]\(https?://[^()\s]+\))")


def has_picture(text: str) -> bool:
    """Of a text of Markdown without HTML. Most have not even the sign, which may also stand in code
    or mean nothing."""
    return SIGN in text and _SHOWN in _converter().reset().convert(text)


def shows_picture(html: str) -> bool:
    """Whether there is one in the HTML of a page of prose, before it is cleaned."""
    return _SHOWN in html


def as_links(text: str) -> str | None:
    """The text with a link for each picture; None where that is not plainly possible."""
    better = _OF_AN_ADDRESS.sub(r"\1", text)
    return None if has_picture(better) else better


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    from markdown import Markdown  # noqa: PLC0415 - it takes long, and few texts need it

    return Markdown(output_format="html")
