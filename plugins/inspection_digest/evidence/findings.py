"""A proof that does not hold, as a message: what the quotation says, what the source says."""

from __future__ import annotations

from inspection_digest.diagnostics import Cure, Diagnostics
from inspection_digest.evidence.cures import cure_of, rewritten_if_it_holds
from inspection_digest.evidence.first_change import first_change
from inspection_digest.evidence.fragments import without_marks
from inspection_digest.evidence.gaps import note_gaps
from inspection_digest.evidence.hyphens import BROKEN_AT_HYPHEN, broken_in, forms, standing
from inspection_digest.evidence.needless_marks import note_needless_marks
from inspection_digest.evidence.prepared import PreparedSource, prepare
from inspection_digest.evidence.proofs import Change, Nearest, Proof, Standing, Verdict
from inspection_digest.evidence.quotations import Evidence, QuoteKey, quotes_of
from inspection_digest.reading.library import Digest, Library
from inspection_digest.reading.records import QuoteRecord

SHOWN_CHANGES = 4
SHOWN_PASSAGE = 400


def note_findings(library: Library, evidence: Evidence, diagnostics: Diagnostics) -> None:
    """An error for each quotation that is not in its source, a warning for each left unchecked."""
    for digest in library.digests.values():
        held: dict[str, PreparedSource] = {}
        for key, quote in quotes_of(digest):
            proof = evidence.proofs[key]
            source = digest.record.sources.get(quote.source)
            known = source is not None and source in library.sources
            broken = broken_in(quote.text)
            wrong = proof.verdict.standing is not Standing.HOLDS
            marked = without_marks(quote.text.strip()) != quote.text.strip()
            if (wrong or broken or marked) and not held:
                held = _held(digest, evidence)
            if broken and proof.verdict is not Verdict.VERBATIM:
                _note_broken(digest, key, quote, broken, held, diagnostics)
            elif known and wrong and quote.text.strip(" .…"):
                cure = cure_of(digest, key, quote, proof, held)
                in_part = source in held and held[source].source.extracts
                _note(digest, key, proof, source or "", cure, diagnostics, in_part=in_part)
            elif known:
                if marked:
                    note_needless_marks(digest, key, quote, proof, held, diagnostics)
                note_gaps(digest, key, proof, diagnostics)


def _held(digest: Digest, evidence: Evidence) -> dict[str, PreparedSource]:
    texts = evidence.texts
    return {id_: prepare(texts[id_]) for id_ in digest.record.sources.values() if id_ in texts}


def _note_broken(  # noqa: PLR0913, PLR0917 - a quotation and all that its message names
    digest: Digest,
    key: QuoteKey,
    quote: QuoteRecord,
    broken: str,
    held: dict[str, PreparedSource],
    diagnostics: Diagnostics,
) -> None:
    source = held.get(digest.record.sources.get(quote.source, ""))
    hint = f"Keep the word together: {_settled(broken, source)}"
    whole: str | None = quote.text
    for each in BROKEN_AT_HYPHEN.findall(quote.text):
        known = standing(each, source)
        whole = whole.replace(each, known[0]) if whole and len(known) == 1 else None
    diagnostics.error(
        digest.document.words(key.group, key.name, "text"),
        "broken-at-hyphen",
        f"There is a space after the hyphen in “{broken}”: the line was broken there.",
        hint,
        rewritten_if_it_holds(digest, key, quote, whole, held) if whole else None,
    )


def _settled(broken: str, source: PreparedSource | None) -> str:
    known = standing(broken, source)
    if len(known) == 1:
        return f"“{known[0]}”."
    one, other = forms(broken)
    return (
        f"“{one}” or “{other}”, as it is really spelt. The hyphen may only be there because a "
        "line ends."
    )


def _note(  # noqa: PLR0913, PLR0917 - a proof and all that its message names
    digest: Digest,
    key: QuoteKey,
    proof: Proof,
    source: str,
    cure: Cure | None,
    diagnostics: Diagnostics,
    *,
    in_part: bool,
) -> None:
    about = {Verdict.MISPLACED: "page", Verdict.ELSEWHERE: "source"}.get(proof.verdict, "text")
    warns = proof.verdict.standing is Standing.WARNS
    note = diagnostics.warning if warns else diagnostics.error
    at = digest.document.words(key.group, key.name, about)
    if proof.verdict is Verdict.ALTERED and proof.nearest:
        at = first_change(digest.document, (key.group, key.name, about), proof.nearest)
    note(
        at,
        f"quote-{proof.verdict.value}",
        _what(key, proof, source, in_part=in_part),
        _hint(proof, digest, dotted=cure is not None, in_part=in_part),
        cure,
    )


def _what(key: QuoteKey, proof: Proof, source: str, *, in_part: bool) -> str:
    name = f"`{key.name}`"
    pages = ", ".join(str(page) for page in proof.pages)
    match proof.verdict:
        case Verdict.ALTERED:
            changes = proof.nearest.changes if proof.nearest else ()
            return f"{name} is not what {source} says: {_changes(changes)}."
        case Verdict.ELSEWHERE:
            return f"{name} is not in {source}; the words are in {', '.join(proof.sources)}."
        case Verdict.SPLICED:
            if proof.sources == (source,):
                return f"{name} joins words that do not stand together in {source}."
            where = " and ".join(proof.sources) or source
            return f"{name} joins words that do not stand together: they are parts of {where}."
        case Verdict.MISPLACED:
            return f"{name} is in {source}, on page {pages}, not on the page given."
        case Verdict.AMBIGUOUS:
            there = f" (pages {pages})" if pages else ""
            return f"{name} stands in several places of {source}{there}."
        case Verdict.UNREADABLE:
            return f"{name} cannot be checked: our copy of {source} cannot be read there."
        case Verdict.UNHELD if in_part:
            return f"{name} cannot be checked: it is in none of the passages we hold of {source}."
        case Verdict.UNHELD:
            return f"{name} cannot be checked: we hold no text of {source}."
        case _:
            return f"{name} is not in {source}."


def _hint(proof: Proof, digest: Digest, *, dotted: bool, in_part: bool) -> str:
    match proof.verdict:
        case Verdict.ALTERED if proof.nearest:
            return f"The source says: {_marked(proof.nearest.text)}"
        case Verdict.ELSEWHERE:
            aliases = [a for a, id_ in digest.record.sources.items() if id_ in proof.sources]
            return f"Write `source: {aliases[0]}`, or copy words that stand in the source named."
        case Verdict.SPLICED:
            if dotted:
                return "Put `...` where you leave out sentences, or make two quotes of it."
            return "Make two quotes of it, each from its own place."
        case Verdict.MISPLACED:
            pages = " or ".join(f"`page: {page}`" for page in proof.pages[:SHOWN_CHANGES])
            return f"Write {pages}, or remove the line: it is then filled in."
        case Verdict.AMBIGUOUS:
            return "Add the `page:` you mean, or `prefix:` with the words that stand right before."
        case Verdict.UNREADABLE:
            return "Check it by eye; the site will say that it is not proved."
        case Verdict.UNHELD if in_part:
            return (
                "Add the passage to the text.txt beside its source.yaml, an empty line between "
                "passages. Until then the site says that it is not proved."
            )
        case Verdict.UNHELD:
            return (
                "Add its text: as text.txt beside its source.yaml, or by `python3 tasks.py source "
                "add`. Until then the site says that it is not proved."
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
    return f"the source has “{change.printed}” where this has “{change.quoted}”{kind}"


def _nearest(nearest: Nearest) -> str:
    return f"The nearest passage, in {nearest.source}, is: {_marked(nearest.text)}"


def _marked(text: str) -> str:
    """A passage between quotation marks, and the end of the sentence it stands in."""
    passage = _cut(text)
    return f"“{passage}”{'' if passage.endswith(('.', '!', '?', '…')) else '.'}"


def _cut(text: str) -> str:
    running = " ".join(text.split())
    return running if len(running) <= SHOWN_PASSAGE else f"{running[: SHOWN_PASSAGE - 1]}…"
