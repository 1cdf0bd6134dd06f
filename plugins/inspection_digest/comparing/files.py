"""Published files, before and after: which addresses a change adds, changes or removes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from inspection_digest.views.comparison import FileGroup

# In the order of what tells most; a file belongs to the first whose pattern it fits.
GROUPS = (
    ("Contrasts", r"digests/[^/]+/[^/]+/[^/]+/"),
    ("Digests", r"digests/[^/]+/[^/]+/"),
    ("Providers", r"providers/[^/]+/"),
    ("Sources", r"sources/[^/]+/"),
    ("Frameworks", r"frameworks/[^/]+/"),
    ("Feeds", r"feeds/.*"),
    ("Data", r"data/.*"),
    ("Lists, figures and pages of prose", r".*"),
)
_LAST = ("Feeds", "Data")


def file_groups(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FileGroup, ...]:
    """`before` and `after` map each published path to something that differs when its bytes do.

    Groups without a change are left out; feeds and data come after all pages.
    """
    found: dict[str, dict[str, list[str]]] = {name: _empty() for name, _ in GROUPS}
    for path in sorted(before.keys() | after.keys()):
        address = path.removesuffix("index.html")
        if path not in before:
            found[_group(address)]["added"].append(address)
        elif path not in after:
            found[_group(address)]["removed"].append(address)
        elif before[path] != after[path]:
            found[_group(address)]["changed"].append(address)
    names = [name for name in found if name not in _LAST] + list(_LAST)
    groups = (
        FileGroup(name, **{how: tuple(paths) for how, paths in found[name].items()})
        for name in names
    )
    return tuple(group for group in groups if group.added or group.changed or group.removed)


def _empty() -> dict[str, list[str]]:
    return {"added": [], "changed": [], "removed": []}


def _group(address: str) -> str:
    return next(name for name, pattern in GROUPS if re.fullmatch(pattern, address))
