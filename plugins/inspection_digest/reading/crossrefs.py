"""Rules between the parts of a digest and between files: everything that is named must exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.answer_checks import check_answers
from inspection_digest.reading.dates import PartialDate, certainly_after
from inspection_digest.reading.file_dates import check_file_dates
from inspection_digest.reading.framework_checks import check_framework
from inspection_digest.reading.grade_checks import check_grades
from inspection_digest.reading.library import Digest, Library
from inspection_digest.reading.records import QUOTED
from inspection_digest.reading.rewriting import exchanged
from inspection_digest.reading.unknown_names import unknown_alias, unknown_folder, unknown_name
from inspection_digest.reading.yaml_document import Loc


def check_references(library: Library, diagnostics: Diagnostics) -> None:
    """Notes every name that leads nowhere and every date that cannot be."""
    check_frameworks(library, diagnostics)
    check_sources(library, diagnostics)
    check_providers(library, diagnostics)
    check_digests(library, diagnostics)


def check_frameworks(library: Library, diagnostics: Diagnostics) -> None:
    """The rules of each framework, and what it names."""
    for framework in library.frameworks.values():
        check_framework(framework, library, diagnostics)


def check_sources(library: Library, diagnostics: Diagnostics) -> None:
    """What each source names."""
    for source in library.sources.values():
        via = source.record.via
        if via and (via == source.id or not library.has("source", via)):
            others = [id_ for id_ in library.names("source") if id_ != source.id]
            unknown_name(source.document, ("via",), "source", via, others, diagnostics)


def check_providers(library: Library, diagnostics: Diagnostics) -> None:
    """What each provider names."""
    for provider in library.providers.values():
        successor = provider.record.successor
        if successor and not library.has("provider", successor) and provider.document:
            others = [id_ for id_ in library.providers if id_ != provider.id]
            loc = (provider.id, "successor")
            unknown_name(provider.document, loc, "provider", successor, others, diagnostics)


def check_digests(
    library: Library,
    diagnostics: Diagnostics,
    others: Mapping[str, Digest] = MappingProxyType({}),
) -> None:
    """The rules of each digest, and between those of one provider.

    `others`: digests that are checked elsewhere and that those of the library may name.
    """
    known = replace(library, digests={**others, **library.digests}) if others else library
    for digest in library.digests.values():
        _check_digest(digest, known, diagnostics)
    check_file_dates(library, diagnostics)
    for digests in library.current.by_provider.values():  # what replaces one may be on its report
        for first, second in combinations(sorted(digests, key=lambda item: item.path), 2):
            _check_twice(first, second, diagnostics)


def _check_digest(digest: Digest, library: Library, diagnostics: Diagnostics) -> None:
    record, document = digest.record, digest.document
    if not library.has("provider", digest.provider):
        unknown_folder(digest, library.providers, diagnostics)
    for alias, source in record.sources.items():
        if not library.has("source", source):
            loc = ("sources", alias)
            known = library.names("source")
            unknown_name(document, loc, "source", source, known, diagnostics)
    previous = library.digests.get(record.previous or "")
    if record.previous and not library.has("digest", record.previous):
        others = [id_ for id_ in library.names("digest") if id_ != digest.id]
        unknown_name(document, ("previous",), "digest", record.previous, others, diagnostics)
    elif previous:
        _check_previous(digest, previous, diagnostics)
    check_answers(digest, library, diagnostics)
    _check_quotes(digest, diagnostics)
    _check_contrasts(digest, diagnostics)
    _check_dates(digest, diagnostics)
    framework = library.frameworks.get(record.framework)
    if framework:
        check_grades(digest, framework, diagnostics)
    elif not library.has("framework", record.framework):
        known = library.names("framework")
        unknown_name(document, ("framework",), "framework", record.framework, known, diagnostics)


def _check_previous(digest: Digest, previous: Digest, diagnostics: Diagnostics) -> None:
    """What is said to be the report before this one can be that."""
    if digest.is_withdrawn:
        return  # its page shows no report before it
    at = digest.document.at("previous")
    earlier, later = previous.record.published, digest.record.published
    began = previous.record.inspected.from_ if previous.record.inspected else None
    why, hint = "", "Name the report before this one, or remove the line."
    if previous.is_withdrawn:
        diagnostics.warning(
            at,
            "previous-withdrawn",
            f"“{previous.id}” is withdrawn, so nothing is compared with it.",
            "Name the digest that stands in its place, or remove the line.",
        )
    elif previous.id == digest.id:
        why = "This report is said to be the one before itself."
    elif certainly_after(earlier, later):
        why = f"“{previous.id}” was published ({earlier}) after this report ({later})."
        hint = "Mend `published` in the one that is wrong, or name the report before this one."
    elif certainly_after(began, later):
        why = f"The inspection of “{previous.id}” began ({began}) after this report ({later})."
    elif previous.record.previous == digest.id and not certainly_after(later, earlier):
        why = f"“{previous.id}” names this report as the one before it, and this one names it."
    if why:
        diagnostics.error(at, "previous-not-before", why, hint)


def _check_quotes(digest: Digest, diagnostics: Diagnostics) -> None:
    record, at = digest.record, digest.document.at
    for group in QUOTED:
        for name, quote in getattr(record, group).items():
            if quote.source not in record.sources:
                unknown_alias(digest, (group, name, "source"), quote.source, diagnostics)
            if not quote.text.strip(" .…"):
                diagnostics.error(
                    at(group, name, "text"),
                    "quote-without-words",
                    f"The quote `{name}` has no words in it.",
                    "Copy the words from the source, or remove the quote.",
                )
    for index, item in enumerate(record.recommendations):
        if item.source not in record.sources:
            unknown_alias(digest, ("recommendations", index, "source"), item.source, diagnostics)


def _check_contrasts(digest: Digest, diagnostics: Diagnostics) -> None:
    record, document = digest.record, digest.document
    for name, contrast in record.contrasts.items():
        if contrast.said not in record.quotes:
            loc: Loc = ("contrasts", name, "said")
            unknown_name(document, loc, "quote", contrast.said, record.quotes, diagnostics)
        for index, found in enumerate(contrast.found):
            twice = found in contrast.found[:index]
            if found in record.quotes and found != contrast.said and not twice:
                continue
            loc = ("contrasts", name, "found", index)
            if loc not in document.values:  # `found: one-name`, which is a list of one
                loc = loc[:-1]
            if found not in record.quotes:
                unknown_name(document, loc, "quote", found, record.quotes, diagnostics)
            elif twice:
                diagnostics.error(
                    document.at(*loc),
                    "quote-found-twice",
                    f"The quote `{found}` is named twice under `found`.",
                    "Name it once.",
                )
            else:
                diagnostics.error(
                    document.at(*loc),
                    "contrast-with-itself",
                    f"The quote `{found}` is set beside itself.",
                    "Name another quote under `said` or under `found`.",
                )


def _check_dates(digest: Digest, diagnostics: Diagnostics) -> None:
    record, at = digest.record, digest.document.at
    period = record.inspected
    if period and certainly_after(period.from_, period.to):
        diagnostics.error(
            at("inspected", "to"),
            "dates-in-wrong-order",
            f"The inspection ends ({period.to}) before it begins ({period.from_}).",
            "Exchange `from` and `to`, or mend the year.",
            exchanged(digest.document, ("inspected", "from"), ("inspected", "to")),
        )
    if period and certainly_after(period.to or period.from_, record.published):
        diagnostics.error(
            at("published"),
            "dates-in-wrong-order",
            f"The report is published ({record.published}) before the inspection was over.",
            "Mend `published` or `inspected`.",
        )
    if certainly_after(record.published, record.added):
        diagnostics.error(
            at("added"),
            "dates-in-wrong-order",
            f"The digest was put on the site ({record.added}) before its report was published "
            f"({record.published}).",
            "Mend `added` or `published`: `added` is the day you propose the digest.",
        )
    first, what = record.added or record.published, "digest" if record.added else "report"
    for name, contrast in record.contrasts.items():
        if certainly_after(first, contrast.added):
            diagnostics.error(
                at("contrasts", name, "added"),
                "dates-in-wrong-order",
                f"The contrast was put on the site ({contrast.added}) before its {what} was "
                f"({first}).",
                "Mend `added`; or remove the line, if it came with its digest.",
            )


def _check_twice(first: Digest, second: Digest, diagnostics: Diagnostics) -> None:
    """Two files on one report: same provider, same framework, same month or day."""
    days = first.record.published, second.record.published
    if first.record.framework == second.record.framework and _same_month(*days):
        diagnostics.error(
            second.document.at("published"),
            "report-twice",
            f"This report stands in {first.path} too: the same provider, framework and date "
            f"({days[0]}).",
            "Put what is known into one file and remove the other, or mend the date of one.",
        )


def _same_month(first: PartialDate | None, second: PartialDate | None) -> bool:
    if first is None or second is None or not (first.month and second.month):
        return False
    length = min(len(str(first)), len(str(second)))
    return str(first)[:length] == str(second)[:length]
