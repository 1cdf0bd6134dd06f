"""Rules for what is answered to a digest: corrections, replies, objections, and its withdrawal."""

from __future__ import annotations

from inspection_digest.diagnostics import Diagnostics, Position
from inspection_digest.reading.dates import certainly_after
from inspection_digest.reading.fields import SLUG
from inspection_digest.reading.library import Digest, Framework, Library
from inspection_digest.reading.nearness import near, surely
from inspection_digest.reading.problems import listed
from inspection_digest.reading.subjects import FACTS, GROUPS, REMOVABLE, Subject, subjects
from inspection_digest.reading.unknown_names import instead, unknown_name

REASONS = {"decided": "the day of the decision", "because": "the reason, in your own words"}


def check_answers(digest: Digest, library: Library, diagnostics: Diagnostics) -> None:
    """Notes every name that leads nowhere, every decision without a reason, every false date."""
    framework = library.frameworks.get(digest.record.framework)
    place: tuple[str | int, ...]
    for index, correction in enumerate(digest.record.corrections):
        place = ("corrections", index)
        if correction.removed:
            _check_removed(digest, place, correction.about, correction.removed, diagnostics)
        elif correction.about:
            _check_subject(digest, (*place, "about"), correction.about, framework, diagnostics)
    for name, reply in digest.record.replies.items():
        if reply.to:
            place = ("replies", name, "to")
            found = _check_subject(digest, place, reply.to, framework, diagnostics)
            if found and found.kind not in {"quotes", "contrasts"}:
                diagnostics.error(
                    digest.document.at(*place),
                    "reply-to-neither",
                    f"“{reply.to}” is neither a quote nor a contrast of this digest.",
                    "Name what the reply answers, or remove the line: it then answers the whole "
                    "digest.",
                )
    _check_contested(digest, framework, diagnostics)
    _check_withdrawn(digest, library, diagnostics)


def _check_subject(
    digest: Digest,
    place: tuple[str | int, ...],
    name: str,
    framework: Framework | None,
    diagnostics: Diagnostics,
) -> Subject | None:
    """The one thing that is named; None with a message where it is none or several."""
    record, at = digest.record, digest.document.at(*place)
    standards = list(framework.record.standards) if framework else []
    found = subjects(record, standards, name)
    if len(found) == 1:
        return found[0]
    if found:
        ways = " or ".join(f"`{item.in_full}`" for item in found)
        diagnostics.error(
            at,
            "several-of-that-name",
            f"“{name}” can mean {len(found)} things of this digest.",
            f"Say which one: {ways}.",
        )
        return None
    known = [name for group in GROUPS for name in getattr(record, group)]
    names = [*known, *standards, *FACTS]
    diagnostics.error(
        at,
        "unknown-subject",
        f"There is no quote, contrast, standard or fact called “{name}” in this digest.",
        near(name, names) or _named(known),
        instead(digest.document, place, surely(name, names)),
    )
    return None


def _named(known: list[str]) -> str:
    there = f"There are {listed(known)}. " if known else ""
    return f"{there}If a correction took it away, say so there: `removed: quote` or `contrast`."


def _check_removed(
    digest: Digest,
    place: tuple[str | int, ...],
    about: str | None,
    kind: str,
    diagnostics: Diagnostics,
) -> None:
    at, group = digest.document.at(*place, "removed"), REMOVABLE[kind]
    name = (about or "").rpartition("/")[2]
    if not SLUG.fullmatch(name):
        diagnostics.error(
            at,
            "removed-without-name",
            f"It is not said which {kind} was removed.",
            f"Add `about:` with the name the {kind} had.",
        )
    elif name in getattr(digest.record, group):
        diagnostics.error(
            at,
            "removed-and-here",
            f"The {kind} “{name}” is said to be removed, and it is still in this file.",
            f"Take it out of `{group}:`, or remove this line.",
        )


def _check_contested(digest: Digest, framework: Framework | None, diagnostics: Diagnostics) -> None:
    for index, item in enumerate(digest.record.contested):
        place = ("contested", index)
        at = digest.document.at
        if item.about:
            _check_subject(digest, (*place, "about"), item.about, framework, diagnostics)
        if item.outcome == "open":
            for key in ("decided", "because"):
                if getattr(item, key):
                    diagnostics.error(
                        at(*place, key),
                        "open-and-decided",
                        f"The objection has `{key}:`, and its outcome is open.",
                        "Add `outcome: upheld` or `outcome: not upheld`, or remove this line.",
                    )
            continue
        missing = [key for key in REASONS if not getattr(item, key)]
        if missing:
            keys = " and ".join(f"`{key}:`" for key in missing)
            with_ = " and ".join(f"`{key}:` with {REASONS[key]}" for key in missing)
            diagnostics.error(
                at(*place, "outcome"),
                "decided-without-reason",
                f"The objection is {item.outcome}, and {keys} {'are' if missing[1:] else 'is'} "
                "missing.",
                f"Add {with_}. Until it is decided, write `outcome: open`.",
            )
        if certainly_after(item.date, item.decided):
            _wrong_order(
                at(*place, "decided"),
                f"The objection is decided ({item.decided}) before it was made ({item.date}).",
                "Mend `date` or `decided`.",
                diagnostics,
            )


def _check_withdrawn(digest: Digest, library: Library, diagnostics: Diagnostics) -> None:
    withdrawn, at = digest.record.withdrawn, digest.document.at
    if withdrawn is None:
        return
    if certainly_after(digest.record.published, withdrawn.date):
        _wrong_order(
            at("withdrawn", "date"),
            f"The digest is withdrawn ({withdrawn.date}) before its report was published "
            f"({digest.record.published}).",
            "Mend `date` here, or `published`.",
            diagnostics,
        )
    place, other = at("withdrawn", "replaced_by"), withdrawn.replaced_by
    if other is None:
        return
    if other == digest.id:
        diagnostics.error(
            place,
            "replaced-by-itself",
            "The digest is said to stand in its own place.",
            "Name another digest, or remove the line: there need not be one.",
        )
    elif not library.has("digest", other):
        others = [id_ for id_ in library.names("digest") if id_ != digest.id]
        loc = ("withdrawn", "replaced_by")
        unknown_name(digest.document, loc, "digest", other, others, diagnostics)
    elif other in library.digests and library.digests[other].is_withdrawn:
        diagnostics.error(
            place,
            "replaced-by-withdrawn",
            f"“{other}” is withdrawn too.",
            "Name a digest that stands, or remove the line.",
        )


def _wrong_order(position: Position, message: str, hint: str, diagnostics: Diagnostics) -> None:
    diagnostics.error(position, "dates-in-wrong-order", message, hint)
