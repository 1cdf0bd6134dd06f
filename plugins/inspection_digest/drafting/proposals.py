"""Which provider a name means, and which framework a report is likely to be under."""

from __future__ import annotations

from difflib import get_close_matches

from inspection_digest.reading.dates import PartialDate
from inspection_digest.reading.library import Digest, Framework, Library

MONTHS_TO_PUBLISH = 12  # a report may come out so long after the last inspection by its framework

MONTHS_OF_ONE_REPORT = 3  # a date known badly may be so far out


def provider_called(name: str, library: Library) -> str | None:
    """The provider's id, by its id, its name or a former name, whatever the case."""
    wanted = " ".join(name.casefold().split())
    return _names(library).get(wanted)


def providers_like(name: str, library: Library, limit: int = 6) -> list[str]:
    """Ids of the providers whose names come nearest, the nearest first."""
    wanted, names = name.casefold(), _names(library)
    containing = [other for other in names if wanted in other]
    containing.sort(key=lambda other: (not other.startswith(wanted), len(other), other))
    found = get_close_matches(wanted, names, n=limit * 2, cutoff=0.5)
    return list(dict.fromkeys(names[other] for other in [*containing, *found]))[:limit]


def frameworks_for(
    provider: str, kind: str, published: PartialDate, library: Library
) -> list[Framework]:
    """The frameworks in force that reports on this provider, or on its kind, have been under.

    The latest first.
    """
    used = {
        digest.record.framework
        for digest in library.digests.values()
        if digest.provider == provider or _kind(digest.provider, library) == kind
    }
    return [one for one in frameworks_in_force(published, library) if one.id in used]


def frameworks_in_force(published: PartialDate, library: Library) -> list[Framework]:
    """Every framework that a report of that date can be under, the latest first."""
    found = [one for one in library.frameworks.values() if _in_force(one, published)]
    return sorted(found, key=lambda one: (str(one.record.from_ or ""), one.id), reverse=True)


def digests_near(
    provider: str, framework: str, published: PartialDate, library: Library
) -> list[Digest]:
    """The provider's digests under the framework that may be on the same report, by their dates."""
    return [
        digest
        for digest in library.digests.values()
        if digest.provider == provider
        and digest.record.framework == framework
        and (digest.record.published is None or _near(digest.record.published, published))
    ]


def _near(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates are so near that one report may be meant."""
    days = max(one.first_day, other.first_day) - min(one.last_day, other.last_day)
    return days.days <= MONTHS_OF_ONE_REPORT * 31


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
