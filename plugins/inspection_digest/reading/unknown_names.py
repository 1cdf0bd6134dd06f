"""A name that leads nowhere: the message says what there is instead."""

from __future__ import annotations

from collections.abc import Iterable

from inspection_digest.diagnostics import Cure, Diagnostics
from inspection_digest.reading.library import Digest, Framework
from inspection_digest.reading.nearness import near, near_number, nearest, surely
from inspection_digest.reading.problems import listed
from inspection_digest.reading.rewriting import renamed, rewritten
from inspection_digest.reading.web_address import address_meant
from inspection_digest.reading.yaml_document import Document, Loc

MOST_STANDARDS = (
    40  # a framework has some twenty: all of them help, a broken file's hundreds do not
)


def unknown_name(  # noqa: PLR0913, PLR0917 - a name, where it stands, what it could have been
    document: Document,
    loc: Loc,
    what: str,
    name: str,
    known: Iterable[str],
    diagnostics: Diagnostics,
    *,
    about_key: bool = False,
) -> None:
    """Notes the value at `loc`, or the key there, which names no such thing."""
    names = list(known)
    diagnostics.error(
        document.key(*loc) if about_key else document.at(*loc),
        f"unknown-{what}",
        f"There is no {what} called “{name}”.",
        near(name, names) or _where(what, names),
        instead(document, loc, surely(name, names), about_key=about_key),
    )


def unknown_folder(digest: Digest, known: Iterable[str], diagnostics: Diagnostics) -> None:
    """Notes a digest in a folder that no provider has the name of: misspelt, or a new provider."""
    name = digest.provider
    meant = nearest(name, list(known))
    rename = f"If it is misspelt, rename the folder to `{meant}`. " if meant else ""
    diagnostics.error(
        digest.document.at(),
        "unknown-provider",
        f"The folder is called “{name}”, and no provider is.",
        f"{rename}If the provider is new, add three lines at the end of "
        f"content/providers.yaml: `{name}:` and, below it and two spaces in, `name:` with its full "
        "name and `kind:` with what it is.",
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


def unknown_alias(digest: Digest, loc: Loc, alias: str, diagnostics: Diagnostics) -> None:
    """Notes a source that this digest does not list; its folder's name is not its name here."""
    names = list(digest.record.sources)
    ours = [name for name in names if digest.record.sources[name] == alias]
    hint = f"Here it is called `{ours[0]}`." if ours else near(alias, names)
    there = f"Its sources are {listed(names)}." if names else "Add `sources:` to this file."
    address = address_meant(alias) if loc[0] == "cited" else None
    better = ours[0] if ours else surely(alias, names) or address
    diagnostics.error(
        digest.document.at(*loc),
        "unknown-source",
        f"“{alias}” is not among the sources of this digest.",
        "An address starts with https://." if address else hint or there,
        instead(digest.document, loc, better),
    )


def unknown_standard(
    digest: Digest, loc: Loc, number: str, framework: Framework, diagnostics: Diagnostics
) -> None:
    """Notes a standard the framework does not have; one may be called by its name instead."""
    standards = framework.record.standards
    named = [known for known, each in standards.items() if each.name.lower() == number.lower()]
    hint = f"Write its number: `{named[0]}`." if len(named) == 1 else near_number(number, standards)
    better = named[0] if len(named) == 1 else surely(number, standards)
    about_key = loc[0] == "ratings"
    document = digest.document
    diagnostics.error(
        document.key(*loc) if about_key else document.at(*loc),
        "unknown-standard",
        f"`{digest.record.framework}` has no standard “{number}”.",
        hint or f"Its standards are {listed(list(standards), MOST_STANDARDS)}.",
        instead(document, loc, better, about_key=about_key),
    )


def instead(
    document: Document, loc: Loc, better: str | None, *, about_key: bool = False
) -> Cure | None:
    """The cure that puts the right name in place of a value or of a key, where it is known."""
    if not better or not loc:
        return None
    return renamed(document, loc, better) if about_key else rewritten(document, {loc: better})
