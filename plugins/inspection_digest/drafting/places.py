"""One name for a council, however a report prints it: `Bristol` for `Bristol City Council`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from inspection_digest.reading.source_records import ProviderRecord

_KINDS = "city|county|borough|district|metropolitan|unitary|london|royal"
_BEFORE = re.compile(
    rf"the |(?:(?:{_KINDS}) )*(?:{_KINDS}|council|corporation) of (?:the )?", re.IGNORECASE
)
_AFTER = re.compile(
    rf",? (?:{_KINDS}|council|corporation|authority|local authority|area|mbc|mdc|bc|cc|"
    rf"(?:(?:{_KINDS}) )*(?:{_KINDS}) of|\((?:{_KINDS}) of\)|children[’']s services)$",
    re.IGNORECASE,
)
_SMALL = ("and", "in", "of", "on", "the", "under", "upon", "with")
# Without its first words it would be another place.
_WHOLE = re.compile(r"(?:the )?city of london\b.*", re.IGNORECASE)


def place_name(printed: str) -> str:
    """The place's name without the words for what kind of council it has."""
    name = " ".join(printed.replace("&", " and ").split()).strip(" .,*†¹²³")
    name = re.sub(r"\bSt\. ", "St ", name)
    if _WHOLE.fullmatch(name):
        return "City of London"
    while True:
        shorter = _AFTER.sub("", _BEFORE.sub("", name, count=1) if _BEFORE.match(name) else name)
        if not shorter or shorter == name:
            break
        name = shorter
    words = re.split(r"([ -])", name)
    return "".join(w.lower() if at and w.lower() in _SMALL else w for at, w in enumerate(words))


def place_key(name: str) -> str:
    """What two spellings of one place have in common; for comparing, not for showing."""
    return re.sub(r"[^a-z]+", " ", place_name(name).lower()).strip()


def same_provider(one: str, other: str) -> bool:
    """Whether two printed names are spellings of the same council's name.

    Councils that changed their name are not the same by spelling: that is what `former` in
    providers.yaml is for.
    """
    return place_key(one) == place_key(other)


def known_place(printed: str, providers: Iterable[ProviderRecord]) -> str:
    """The one name of a place of which `printed` may be a former or another name."""
    for provider in providers:
        if any(same_provider(name, printed) for name in (provider.name, *provider.former)):
            return place_name(provider.name)
    return place_name(printed)
