"""Rules between the parts of a digest and between files: everything that is named must exist."""

from __future__ import annotations

from collections.abc import Iterable

from inspection_digest.diagnostics import Diagnostics, Position
from inspection_digest.reading.dates import PartialDate
from inspection_digest.reading.library import Digest, Framework, Library
from inspection_digest.reading.problems import listed, near
from inspection_digest.reading.yaml_text import Loc

FACTS = ("published", "inspected", "overall")


def check_references(library: Library, diagnostics: Diagnostics) -> None:
    """Notes every name that leads nowhere and every date that cannot be."""
    for framework in library.frameworks.values():
        _check_framework(framework, diagnostics)
    for source in library.sources.values():
        via = source.record.via
        if via and (via not in library.sources or via == source.id):
            _unknown(
                source.document.at("via"), "source", via, library.sources, diagnostics, source.id
            )
    for provider in library.providers.values():
        successor = provider.record.successor
        if successor and successor not in library.providers:
            _unknown(provider.position, "provider", successor, library.providers, diagnostics)
    for digest in library.digests.values():
        _check_digest(digest, library, diagnostics)


def _check_digest(digest: Digest, library: Library, diagnostics: Diagnostics) -> None:
    record, at = digest.record, digest.document.at
    if digest.provider not in library.providers:
        _unknown(at(), "provider", digest.provider, library.providers, diagnostics)
    for alias, source in record.sources.items():
        if source not in library.sources:
            _unknown(at("sources", alias), "source", source, library.sources, diagnostics)
    if record.previous and record.previous not in library.digests:
        _unknown(at("previous"), "digest", record.previous, library.digests, diagnostics)
    _check_quotes(digest, diagnostics)
    _check_contrasts(digest, diagnostics)
    _check_dates(digest, diagnostics)
    framework = library.frameworks.get(record.framework)
    if framework is None:
        _unknown(at("framework"), "framework", record.framework, library.frameworks, diagnostics)
    else:
        _check_grades(digest, framework, diagnostics)
        _check_facts(digest, diagnostics)
        _check_framework_dates(digest, framework, diagnostics)


def _check_quotes(digest: Digest, diagnostics: Diagnostics) -> None:
    record, at = digest.record, digest.document.at
    for group in ("quotes", "replies"):
        for name, quote in getattr(record, group).items():
            if quote.source not in record.sources:
                _unknown_alias(digest, (group, name, "source"), quote.source, diagnostics)
            if not quote.text.strip(" .…"):
                diagnostics.error(
                    at(group, name, "text"),
                    "quote-without-words",
                    f"The quote `{name}` has no words in it.",
                    "Copy the words from the source, or remove the quote.",
                )
    for index, item in enumerate(record.recommendations):
        if item.source not in record.sources:
            _unknown_alias(digest, ("recommendations", index, "source"), item.source, diagnostics)


def _check_contrasts(digest: Digest, diagnostics: Diagnostics) -> None:
    record, at = digest.record, digest.document.at
    for name, contrast in record.contrasts.items():
        if contrast.said not in record.quotes:
            position = at("contrasts", name, "said")
            _unknown(position, "quote", contrast.said, record.quotes, diagnostics)
        for index, found in enumerate(contrast.found):
            position = at("contrasts", name, "found", index)
            if found not in record.quotes:
                _unknown(position, "quote", found, record.quotes, diagnostics)
            elif found == contrast.said:
                diagnostics.error(
                    position,
                    "contrast-with-itself",
                    f"The quote `{found}` is set beside itself.",
                    "Name another quote under `said` or under `found`.",
                )


def _check_grades(digest: Digest, framework: Framework, diagnostics: Diagnostics) -> None:
    record, at = digest.record, digest.document.at
    names = [grade.name for grade in framework.record.scale]
    also = {form.lower(): grade.name for grade in framework.record.scale for form in grade.also}
    also |= {name.lower(): name for name in names}
    graded: list[tuple[Loc, str]] = [
        (("ratings", number), grade) for number, grade in record.ratings.items()
    ]
    if record.overall:
        graded.append((("overall",), record.overall))
    for loc, grade in graded:
        if grade not in names:
            meant = also.get(grade.lower())
            hint = f"Write `{meant}`." if meant else near(grade, names)
            diagnostics.error(
                at(*loc),
                "unknown-grade",
                f"“{grade}” is not a grade of {framework.record.title}.",
                hint or f"The grades are {listed(names)}.",
            )
    standards = list(framework.record.standards)
    for number in record.ratings:
        if number not in framework.record.standards:
            _unknown_standard(digest, ("ratings", number), number, standards, diagnostics)
    for group in ("quotes", "replies"):
        for name, quote in getattr(record, group).items():
            if quote.standard and quote.standard not in framework.record.standards:
                loc = (group, name, "standard")
                _unknown_standard(digest, loc, quote.standard, standards, diagnostics)


def _check_facts(digest: Digest, diagnostics: Diagnostics) -> None:
    """`cited` and `uncertain` speak of facts that stand in this digest."""
    record = digest.record
    known = [fact for fact in FACTS if getattr(record, fact) is not None] + list(record.ratings)
    named: list[tuple[Position, str]] = [
        (digest.document.key("cited", fact), fact) for fact in record.cited
    ]
    named += [
        (digest.document.at("uncertain", index), fact)
        for index, fact in enumerate(record.uncertain)
    ]
    for position, fact in named:
        if fact not in known:
            diagnostics.error(
                position,
                "unknown-fact",
                f"`{fact}` is not a fact that this digest states.",
                near(fact, known) or f"The facts stated are {listed(known)}.",
            )
    for fact, alias in record.cited.items():
        if alias not in record.sources:
            _unknown_alias(digest, ("cited", fact), alias, diagnostics)


def _check_dates(digest: Digest, diagnostics: Diagnostics) -> None:
    record, at = digest.record, digest.document.at
    period = record.inspected
    if period and _after(period.from_, period.to):
        diagnostics.error(
            at("inspected", "to"),
            "dates-in-wrong-order",
            f"The inspection ends ({period.to}) before it begins ({period.from_}).",
            "Exchange `from` and `to`, or mend the year.",
        )
    if period and _after(period.to or period.from_, record.published):
        diagnostics.error(
            at("published"),
            "dates-in-wrong-order",
            f"The report is published ({record.published}) before the inspection was over.",
            "Mend `published` or `inspected`.",
        )


def _check_framework_dates(digest: Digest, framework: Framework, diagnostics: Diagnostics) -> None:
    period, record = digest.record.inspected, digest.record
    begun = (period.to or period.from_) if period else record.published
    if begun and _after(framework.record.from_, begun):
        diagnostics.error(
            digest.document.at("inspected" if period else "published"),
            "before-framework",
            f"{framework.record.title} begins in {framework.record.from_}; this inspection was "
            f"over by {begun}.",
            "Mend the date, or name the framework that was in force.",
        )


def _check_framework(framework: Framework, diagnostics: Diagnostics) -> None:
    record, at = framework.record, framework.document.at
    for number, standard in record.standards.items():
        if standard.group not in record.groups:
            position = at("standards", number, "group")
            _unknown(position, "group", standard.group, record.groups, diagnostics)
    names = [grade.name for grade in record.scale]
    for index, name in enumerate(names):
        if name in names[:index]:
            diagnostics.error(
                at("scale", index, "name"),
                "grade-twice",
                f"The grade “{name}” stands twice on the scale.",
                "Keep one of them.",
            )


def _after(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Whether the first is certainly later, comparing only as far as both are known."""
    if first is None or second is None:
        return False
    length = min(len(str(first)), len(str(second)))
    return str(first)[:length] > str(second)[:length]


def _unknown(  # noqa: PLR0913, PLR0917 - a name, where it stands, what it could have been
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


def _unknown_alias(
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


def _unknown_standard(
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
