"""Which provider a name means, and which framework a report is likely to be under."""

from __future__ import annotations

from difflib import get_close_matches

from inspection_digest.reading.dates import PartialDate
from inspection_digest.reading.library import Framework, Library

MONTHS_TO_PUBLISH = 12  # a report may come out so long after the last inspection by its framework


def provider_called(name: str, library: Library) -> str | None:
    """The provider's id, by its id, its name or a former name, whatever the case."""
    wanted = " ".join(name.casefold().split())
    return _names(library).get(wanted)


def providers_like(name: str, library: Library, limit: int = 5) -> list[str]:
    """Ids of the providers whose names come nearest, the nearest first."""
    names = _names(library)
    found = get_close_matches(name.casefold(), names, n=limit * 2, cutoff=0.5)
    containing = [other for other in names if name.casefold() in other]
    return list(dict.fromkeys(names[other] for other in [*containing, *found]))[:limit]


def frameworks_for(
    provider: str, kind: str, published: PartialDate, library: Library
) -> list[Framework]:
    """The frameworks in force, likeliest first: those used for this provider or its kind.

    Where no report on its kind is known, every framework that was in force.
    """
    current = [one for one in library.frameworks.values() if _in_force(one, published)]
    used = {
        digest.record.framework
        for digest in library.digests.values()
        if digest.provider == provider or _kind(digest.provider, library) == kind
    }
    likely = [one for one in current if one.id in used] or current
    return sorted(likely, key=lambda one: (str(one.record.from_ or ""), one.id), reverse=True)


def _in_force(framework: Framework, published: PartialDate) -> bool:
    starts, ends = framework.record.from_, framework.record.to
    if starts and published.last_day < starts.first_day:
        return False
    months = (published.first_day.year - ends.last_day.year) * 12 if ends else 0
    months += published.first_day.month - ends.last_day.month if ends else 0
    return months <= MONTHS_TO_PUBLISH


def _kind(provider: str, library: Library) -> str:
    found = library.providers.get(provider)
    return found.record.kind if found else ""


def _names(library: Library) -> dict[str, str]:
    names: dict[str, str] = {}
    for id_, provider in library.providers.items():
        for name in (id_, provider.record.name, *provider.record.former):
            names.setdefault(name.casefold(), id_)
    return names
