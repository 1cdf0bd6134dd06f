"""A name that leads nowhere: the message says what there is instead."""

from __future__ import annotations

from collections.abc import Iterable

from inspection_digest.diagnostics import Diagnostics, Position
from inspection_digest.reading.library import Digest
from inspection_digest.reading.problems import listed, near


def unknown_name(  # noqa: PLR0913, PLR0917 - a name, where it stands, what it could have been
    position: Position,
    what: str,
    name: str,
    known: Iterable[str],
    diagnostics: Diagnostics,
    itself: str = "",
) -> None:
    names = [other for other in known if other != itself]
    hint = near(name, names) or _where(what, names)
    diagnostics.error(
        position,
        f"unknown-{what}",
        f"There is no {what} called “{name}”.",
        hint,
    )


def _where(what: str, names: list[str]) -> str:
    folder = {
        "provider": "Add it to content/providers.yaml.",
        "framework": "The frameworks are the files in content/frameworks/.",
        "source": "Add it as content/sources/<name>/source.yaml.",
        "digest": "Name it as its path: `<provider>/<when>`.",
    }.get(what, "")
    there = f"There are {listed(names)}." if names and what in {"quote", "group"} else ""
    return (
        " ".join(part for part in (folder, there) if part) or f"Add the {what}, or mend the name."
    )


def unknown_alias(
    digest: Digest, loc: tuple[str | int, ...], alias: str, diagnostics: Diagnostics
) -> None:
    names = list(digest.record.sources)
    diagnostics.error(
        digest.document.at(*loc),
        "unknown-source",
        f"“{alias}” is not among the sources of this digest.",
        near(alias, names)
        or (f"Its sources are {listed(names)}." if names else "Add `sources:` to this file."),
    )


def unknown_standard(
    digest: Digest,
    loc: tuple[str | int, ...],
    number: str,
    standards: list[str],
    diagnostics: Diagnostics,
) -> None:
    place = digest.document.key if loc[0] == "ratings" else digest.document.at
    diagnostics.error(
        place(*loc),
        "unknown-standard",
        f"`{digest.record.framework}` has no standard “{number}”.",
        near(number, standards) or f"Its standards are {listed(standards)}.",
    )
