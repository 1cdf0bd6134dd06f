"""The outside addresses that a file names, each with its line, in whatever key or prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

_LINK = re.compile(r"https?://[^\s<>\"'`|\\^{}]+", re.ASCII)
_NOBODYS = re.compile(r"(?:.*\.)?(?:example|invalid|test|localhost|example\.(?:com|net|org))")


def outside_links(text: str) -> Iterator[tuple[str, int]]:
    """(address, line from 1), in order. Addresses that are nobody's (RFC 2606) are none."""
    for number, line in enumerate(text.split("\n"), 1):
        for found in _LINK.finditer(line):
            address = _trimmed(found.group())
            try:
                host = urlsplit(address).hostname or ""
            except ValueError:
                continue
            if host and not _NOBODYS.fullmatch(host):
                yield address, number


def _trimmed(address: str) -> str:
    """Without the full stop, the bracket or the comma that belongs to the sentence around it."""
    while address:
        last = address[-1]
        opened = {")": "(", "]": "["}.get(last)
        if last in ".,;:!?*" or (opened and address.count(opened) < address.count(last)):
            address = address[:-1]
        else:
            break
    return address
