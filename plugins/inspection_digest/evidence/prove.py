"""`prove`: one quotation against the sources held, and the verdict on it.

Exact places decide; only when there are none is likeness looked at, to say what went wrong. What
cannot be known is never called wrong: a page that cannot be read, or text that is not held, gives
a warning. The order of questions:

1. Do we hold the source, and has it words?  *unheld*, *unreadable*
2. Does the quotation stand there, on the page and after the words it names?  It holds, or stands in
   several places that a reader would be told apart by (*ambiguous*), on another page (*misplaced*),
   or on a page that cannot be trusted (*unreadable*).
3. Does it stand in another source?  *elsewhere*
4. Is it put together from true pieces?  *spliced*
5. Does a passage come close?  *altered*; otherwise *absent*.

Where pages are damaged, or only extracts are held, 3 and 5 become *unreadable* and *unheld*,
unless a passage comes so close that the quotation is plainly a copy of it gone wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.chain import Chain, chains
from inspection_digest.evidence.closeness import gaps_of, verdict_of
from inspection_digest.evidence.explain import close_to, likeness, spliced_from
from inspection_digest.evidence.fold import fold
from inspection_digest.evidence.fragments import Quotation, readings
from inspection_digest.evidence.locate import find
from inspection_digest.evidence.prepared import PreparedSource, prepare
from inspection_digest.evidence.proofs import Claim, Place, Proof, Verdict

_Runs = tuple[tuple[Place, ...], ...]
_Found = Sequence[tuple[_Runs, Chain]]  # the places of a quotation, each of them once


def prove(
    claim: Claim, held: Mapping[str, SourceText | PreparedSource], *, anywhere: bool = False
) -> Proof:
    """The verdict on a claim, given the sources of its digest.

    Give `prepare`d sources where there is more than one claim: they keep their index. `anywhere`:
    nobody asks where the words stand, only whether they do, so several places are not *ambiguous*:
    the quotation holds, and its places are all of them.
    """
    if claim.source not in held:
        return Proof(Verdict.UNHELD)
    prepared = prepare(held[claim.source])
    asked = readings(claim.text)
    if prepared.blank:
        return Proof(Verdict.UNREADABLE if prepared.source.paged else Verdict.UNHELD)
    if not asked:
        return Proof(Verdict.ABSENT)
    found = _found(asked, prepared, claim, anywhere=anywhere)
    if found is not None:
        return found
    return _failed(claim, asked, {name: prepare(source) for name, source in held.items()})


def _found(
    asked: Sequence[Quotation], prepared: PreparedSource, claim: Claim, *, anywhere: bool = False
) -> Proof | None:
    """The proof of the first reading of the quotation that stands in the source; None if none."""
    second_best: Proof | None = None
    for quotation in asked:
        everywhere: dict[_Runs, Chain] = {}
        for reading in prepared.readings():
            here = {_runs(chain, prepared): chain for chain in chains(quotation, reading)}
            everywhere = everywhere | here | everywhere if everywhere else here
            if here and _on_page(tuple(here.items()), claim, prepared):
                break
        if everywhere:
            found = tuple(everywhere.items())
            proof = _judged(found, prepared, claim, anywhere=anywhere)
            if proof.verdict.standing == "holds":
                return proof
            second_best = second_best or proof
    return second_best


def _judged(found: _Found, prepared: PreparedSource, claim: Claim, *, anywhere: bool) -> Proof:
    """The verdict on a quotation that stands in its source at least once."""
    damaged = prepared.source.damaged
    fitting = [each for each in _on_page(found, claim, prepared) if _after_prefix(each[1], claim)]
    if not fitting:
        unsure = claim.page in damaged
        return _at_all(found, Verdict.UNREADABLE if unsure else Verdict.MISPLACED)
    sure = [each for each in fitting if not (damaged and _read_over(each[0]) & damaged)]
    if not sure:
        return _at_all(fitting, Verdict.UNREADABLE)
    told = {_told(runs, prepared) for runs, _ in sure}
    runs, chain = sure[0]
    verdict, gaps = verdict_of(chain), gaps_of(chain, runs)
    if len(told) == 1 or claim.page is not None:
        return Proof(verdict, runs, gaps)
    everywhere = _at_all(sure, verdict if anywhere else Verdict.AMBIGUOUS)
    return everywhere._replace(gaps=gaps) if anywhere else everywhere


def _at_all(found: _Found, verdict: Verdict) -> Proof:
    """A proof that names every place: one entry a fragment, one place after the other."""
    return Proof(verdict, tuple(run for runs, _ in found for run in runs))


def _runs(chain: Chain, prepared: PreparedSource) -> _Runs:
    return tuple(
        prepared.places(chain.reading, *chain.reading.given(match.start, match.end))
        for match in chain.matches
    )


def _pages(runs: _Runs) -> frozenset[int]:
    return frozenset(place.page for run in runs for place in run)


def _read_over(runs: _Runs) -> frozenset[int]:
    """The pages of a quotation and those between them: what is left out must be known too."""
    pages = _pages(runs)
    return frozenset(range(min(pages), max(pages) + 1))


def _told(runs: _Runs, prepared: PreparedSource) -> tuple[int, ...]:
    """What a reader is told of a place: the pages of a printed document, else the paragraph."""
    first = runs[0][0]
    if prepared.source.paged:
        return tuple(sorted(_pages(runs)))
    return (first.page, first.paragraph)


def _on_page(found: _Found, claim: Claim, prepared: PreparedSource) -> _Found:
    """The places that touch the page the claim names. A source without pages has none to name."""
    if claim.page is None or not prepared.source.paged:
        return found
    return [each for each in found if claim.page in _pages(each[0])]


def _after_prefix(chain: Chain, claim: Claim) -> bool:
    """Whether the words the claim gives as a prefix stand right before the quotation."""
    if claim.prefix is None:
        return True
    prefix, source = fold(claim.prefix), chain.reading.folded
    start = chain.matches[0].start
    return any(
        match.end == start
        for match in find(prefix, source, max(start - len(prefix.text), 0))
        if match.start <= start
    )


def _failed(claim: Claim, asked: Sequence[Quotation], held: Mapping[str, PreparedSource]) -> Proof:
    """What is true of a quotation that does not stand in its source."""
    own = held[claim.source]
    like = likeness(claim.text, claim.source, own)
    unsure = _unsure(claim, own)
    for name, prepared in held.items():
        if name == claim.source:
            continue
        found = _found(asked, prepared, Claim(claim.text, name))
        if found is not None and found.verdict is not Verdict.UNREADABLE:
            return Proof(
                unsure or Verdict.ELSEWHERE, found.places, found.gaps, like.nearest, (name,)
            )
    pieces = spliced_from(claim.text, held, claim.source, like)
    sources = tuple(dict.fromkeys(piece.source for piece in pieces))
    if len(sources) > 1 or (pieces and not unsure):
        places = tuple(
            held[piece.source].places(
                piece.reading, *piece.reading.given(piece.match.start, piece.match.end)
            )
            for piece in pieces
        )
        return Proof(Verdict.SPLICED, places, nearest=like.nearest, sources=sources)
    if like.nearest is not None and close_to(like.shared, sure=unsure is None):
        return Proof(Verdict.ALTERED, nearest=like.nearest)
    return Proof(unsure or Verdict.ABSENT, nearest=like.nearest)


def _unsure(claim: Claim, prepared: PreparedSource) -> Verdict | None:
    """Why we cannot say that words are not in a source: pages that cannot be read, or not held."""
    source = prepared.source
    if source.damaged and (claim.page is None or claim.page in source.damaged):
        return Verdict.UNREADABLE
    return Verdict.UNHELD if source.extracts else None
