"""What to paste where a quotation does not hold: true words only, and proved before it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from inspection_digest.diagnostics import Cure
from inspection_digest.evidence.fold import fold
from inspection_digest.evidence.fragments import fragments_of
from inspection_digest.evidence.hyphens import spelt
from inspection_digest.evidence.locate import find
from inspection_digest.evidence.omission import sentences_apart
from inspection_digest.evidence.prepared import PreparedSource, readable
from inspection_digest.evidence.proofs import Claim, Proof, Standing, Verdict
from inspection_digest.evidence.prove import prove
from inspection_digest.evidence.quotations import QuoteKey
from inspection_digest.reading.library import Digest
from inspection_digest.reading.records import QuoteRecord
from inspection_digest.reading.rewriting import inserted, rewritten
from inspection_digest.reading.yaml_document import Loc

_Held = Mapping[str, PreparedSource]
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*$")
_REST = r"[^.!?]{0,60}[.!?]"  # a few words, to the end of the sentence
_RUN = 5  # words that hardly stand together by chance
_LONGEST = 120  # words: of a longer quotation the nearest passage is not all


def cure_of(
    digest: Digest, key: QuoteKey, quote: QuoteRecord, proof: Proof, held: _Held
) -> Cure | None:
    """The cure for a quotation that is altered, elsewhere, misplaced or ambiguous, or lacks dots.

    None where the right words, source or page are not beyond doubt, and for the other verdicts.
    """
    here: Loc = (key.group, key.name)
    source = digest.record.sources[quote.source]
    claim = Claim(quote.text, source, quote.page, quote.prefix)
    match proof.verdict:
        case Verdict.ALTERED:
            for true in _true_words(claim, proof, held):
                words = spelt(true, claim.text, held[source])
                if (
                    words
                    and _keeps(claim.text, words, held[source])
                    and _holds(claim._replace(text=words), held)
                ):
                    return rewritten(digest.document, {(*here, "text"): words})
            return None
        case Verdict.SPLICED if source in held:
            _, dotted = sentences_apart(quote.text, source, held[source])
            return rewritten_if_it_holds(digest, key, quote, dotted, held) if dotted else None
        case Verdict.ELSEWHERE:
            return _from_its_source(digest, here, claim, proof, held)
        case Verdict.MISPLACED:
            page = _page(claim, held)
            return rewritten(digest.document, {(*here, "page"): page}) if page else None
        case Verdict.AMBIGUOUS:
            # It stands on each of these pages, so the first of them is true as well.
            return _with_page(digest, here, claim, proof, held)
    return None


def rewritten_if_it_holds(
    digest: Digest, key: QuoteKey, quote: QuoteRecord, text: str, held: _Held
) -> Cure | None:
    """The cure that writes a quotation in these words; None where they would not hold."""
    claim = Claim(text, digest.record.sources.get(quote.source, ""), quote.page, quote.prefix)
    if not _holds(claim, held):
        return None
    return rewritten(digest.document, {(key.group, key.name, "text"): text})


def _holds(claim: Claim, held: _Held) -> bool:
    return prove(claim, held).verdict.standing is Standing.HOLDS


def _keeps(written: str, words: str, source: PreparedSource) -> bool:
    """Whether what is true of a quotation stays: no sentence of it is replaced by another one.

    A run of words that stands together in the source stands in the new words too.
    """
    asked, new = written.split(), fold(words)
    runs = (fold(" ".join(asked[at : at + _RUN])) for at in range(len(asked) - _RUN + 1))
    printed = source.body.folded
    return all(any(find(run, new)) or not any(find(run, printed)) for run in runs if run.text)


def _true_words(claim: Claim, proof: Proof, held: _Held) -> Iterator[str]:
    """What the source says: fragment by fragment where words are left out, else all of it."""
    source = held[claim.source]
    mended = claim.text
    parts = fragments_of(claim.text)
    for part in parts if len(parts) > 1 else ():
        found = prove(Claim(part, claim.source), held)
        if found.verdict is Verdict.ALTERED and found.nearest:
            mended = mended.replace(part, _to_its_end(part, found.nearest.text, source), 1)
    if mended != claim.text:
        yield mended
    if proof.nearest and len(claim.text.split()) <= _LONGEST:
        yield _to_its_end(claim.text, proof.nearest.text, source)


def _to_its_end(written: str, words: str, source: PreparedSource) -> str:
    """The source's words on to the end of their sentence, where what was written has its end."""
    if not _SENTENCE_END.search(written) or _SENTENCE_END.search(words):
        return words
    for page in source.source.pages:
        found = re.search(re.escape(words) + _REST, readable(page))
        if found:
            return found.group()
    return words


def _from_its_source(
    digest: Digest, here: Loc, claim: Claim, proof: Proof, held: _Held
) -> Cure | None:
    aliases = [name for name, id_ in digest.record.sources.items() if id_ in proof.sources]
    if len(aliases) != 1:
        return None
    moved = claim._replace(source=proof.sources[0])
    changes: dict[Loc, str] = {(*here, "source"): aliases[0]}
    if not _holds(moved, held):
        page = _page(moved, held)
        if claim.page is None or page is None:
            return None
        changes[*here, "page"] = page
    return rewritten(digest.document, changes)


def _page(claim: Claim, held: _Held) -> str | None:
    """The page a quotation stands on, where it stands in one place."""
    proof = prove(claim._replace(page=None), held)
    return str(proof.pages[0]) if proof.verdict.standing is Standing.HOLDS else None


def _with_page(digest: Digest, here: Loc, claim: Claim, proof: Proof, held: _Held) -> Cure | None:
    if claim.page is not None or not held[claim.source].source.paged:
        return None
    pages = (page for page in proof.pages if _holds(claim._replace(page=page), held))
    page = next(pages, None)
    return (page and inserted(digest.document, (*here, "text"), "page", str(page))) or None
