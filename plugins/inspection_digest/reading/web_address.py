"""What is the address of a web page, and what is meant for one."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_LINKED = re.compile(r"\[[^\]]*\]\((https?://[^\s)]+)\)")
# `www.example.org/page`, `https:/example.org/page`, `htps//example.org/page`
_BEGUN = re.compile(
    r"(?:h?t{0,2}ps?[:;]?/{1,3})?((?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?)", re.IGNORECASE
)


def address_meant(text: str) -> str | None:
    """The address that a text is but for its beginning, or for what stands around it."""
    return next(filter(is_address, _addresses_in(text)), None)


def _addresses_in(text: str) -> list[str]:
    """What a text may be the address of: in brackets, in a link, or without its beginning."""
    inner = text.strip().removeprefix("<").removesuffix(">")
    linked = _LINKED.fullmatch(inner)
    begun = _BEGUN.fullmatch(inner)
    found = [inner, linked[1] if linked else "", f"https://{begun[1]}" if begun else ""]
    return found if not re.search(r"\s", found[0]) or linked else []


def is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        parts, port_is_sound = urlsplit(""), False
    return bool(
        parts.scheme in {"http", "https"}
        and parts.hostname
        and "." in parts.hostname
        and not re.search(r"[\s\"<>\\^`{|}]", text)
        and parts.username is None
        and port_is_sound
    )
