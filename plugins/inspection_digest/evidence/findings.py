"""A proof that does not hold, as a message: what the quotation says, what the source says."""

from __future__ import annotations

import re

from inspection_digest.diagnostics import Diagnostics, Position
from inspection_digest.evidence.proofs import Change, Nearest, Proof, Standing, Verdict
from inspection_digest.evidence.quotations import Evidence, QuoteKey, quotes_of
from inspection_digest.reading.library import Digest, Library

# Folded YAML puts a space where a line ends, so a word broken at its hyphen gets one inside.
BROKEN_AT_HYPHEN = re.compile(r"\w+[-‐‑] \w+")
SHOWN_CHANGES = 4
SHOWN_PASSAGE = 400


def note_findings(library: Library, evidence: Evidence, diagnostics: Diagnostics) -> None:
    """An error for each quotation that is not in its source, a warning for each left unchecked."""
    for digest in library.digests.values():
        for key, quote in quotes_of(digest):
            proof = evidence.proofs[key]
            position = digest.document.at(key.group, key.name, "text")
            if proof.verdict is Verdict.MISPLACED:
                position = digest.document.at(key.group, key.name, "page")
            broken = BROKEN_AT_HYPHEN.search(quote.text)
            if broken and proof.verdict is not Verdict.VERBATIM:
                diagnostics.error(
                    position,
                    "broken-at-hyphen",
                    f"There is a space after the hyphen in “{broken.group()}”: the line was broken "
                    "there.",
                    f"Keep the whole word on one line: “{broken.group().replace(' ', '')}”.",
                )
                continue
            source = digest.record.sources.get(quote.source)
            if source is not None and source in library.sources:
                _note(key, proof, source, position, digest, diagnostics)


def _note(  # noqa: PLR0913, PLR0917 - a proof and all that its message names
    key: QuoteKey,
    proof: Proof,
    source: str,
    position: Position,
    digest: Digest,
    diagnostics: Diagnostics,
) -> None:
    code = f"quote-{proof.verdict.value}"
    match proof.verdict.standing:
        case Standing.WARNS:
            diagnostics.warning(position, code, _what(key, proof, source), _cure(proof, digest))
        case Standing.FAILS:
            diagnostics.error(position, code, _what(key, proof, source), _cure(proof, digest))
        case Standing.HOLDS:
            for gap in proof.gaps:
                if gap.notes:
                    held = ", ".join(gap.notes)
                    diagnostics.warning(
                        position,
                        "quote-gap",
                        f"What `{key.name}` leaves out with dots holds: {held}. The words are: "
                        f"{_cut(gap.text)}",
                        "Quote the words too, or make two quotes; readers can open what is left "
                        "out.",
                    )


def _what(key: QuoteKey, proof: Proof, source: str) -> str:
    name = f"`{key.name}`"
    pages = ", ".join(str(page) for page in proof.pages)
    match proof.verdict:
        case Verdict.ALTERED:
            changes = proof.nearest.changes if proof.nearest else ()
            return f"{name} is not what {source} says: {_changes(changes)}."
        case Verdict.ELSEWHERE:
            return f"{name} is not in {source}; the words are in {', '.join(proof.sources)}."
        case Verdict.SPLICED:
            where = " and ".join(dict.fromkeys(proof.sources)) or source
            return f"{name} joins words that do not stand together: they are parts of {where}."
        case Verdict.MISPLACED:
            return f"{name} is in {source}, on page {pages}, not on the page given."
        case Verdict.AMBIGUOUS:
            there = f" (pages {pages})" if pages else ""
            return f"{name} stands in several places of {source}{there}."
        case Verdict.UNREADABLE:
            return f"{name} cannot be checked: our copy of {source} cannot be read there."
        case Verdict.UNHELD:
            return f"{name} cannot be checked: we hold no text of {source}."
        case _:
            return f"{name} is not in {source}."


def _cure(proof: Proof, digest: Digest) -> str:
    match proof.verdict:
        case Verdict.ALTERED if proof.nearest:
            return f"The source says: {_cut(proof.nearest.text)}"
        case Verdict.ELSEWHERE:
            aliases = [a for a, id_ in digest.record.sources.items() if id_ in proof.sources]
            return f"Write `source: {aliases[0]}`, or copy words that stand in the source named."
        case Verdict.SPLICED:
            return "Make two quotes of it, each from its own place."
        case Verdict.MISPLACED:
            return f"Write `page: {proof.pages[0]}`, or remove the line: it is then filled in."
        case Verdict.AMBIGUOUS:
            return "Add `page:`, or `prefix:` with the words that stand right before."
        case Verdict.UNREADABLE:
            return "Check it by eye; the site will say that it is not proved."
        case Verdict.UNHELD:
            return (
                "Add the text with `inspection-digest source add`; until then the site says that "
                "it is not proved."
            )
        case _ if proof.nearest:
            return f"{_nearest(proof.nearest)} Copy the words from there."
        case _:
            return "Copy the words from the source, or name the source they are from."


def _changes(changes: tuple[Change, ...]) -> str:
    shown = [_change(change) for change in changes[:SHOWN_CHANGES]]
    if len(changes) > SHOWN_CHANGES:
        shown.append(f"and {len(changes) - SHOWN_CHANGES} more changes")
    return "; ".join(shown) or "words differ"


def _change(change: Change) -> str:
    kind = "" if change.kind == "word" else f" (a {change.kind})"
    if not change.quoted:
        return f"“{change.printed}” is left out{kind}"
    if not change.printed:
        return f"“{change.quoted}” is added{kind}"
    return f"“{change.quoted}” stands for “{change.printed}”{kind}"


def _nearest(nearest: Nearest) -> str:
    return f"The nearest passage, in {nearest.source}, is: {_cut(nearest.text)}"


def _cut(text: str) -> str:
    running = " ".join(text.split())
    return running if len(running) <= SHOWN_PASSAGE else f"{running[: SHOWN_PASSAGE - 1]}…"
