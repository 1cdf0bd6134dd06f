"""The last check before a site is published: what it prints is what its sources say.

Every quotation is read back out of the written files and proved against the source texts as if it
had never been proved before. A template, a filter or a feed that changes one character is found
here, and so is a quotation that is missing where it has to stand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from xml.etree.ElementTree import ParseError

from msgspec import Struct

from inspection_digest.evidence.prepared import PreparedSource, prepare
from inspection_digest.evidence.proofs import Claim, Standing
from inspection_digest.evidence.prove import prove
from inspection_digest.evidence.quotations import Evidence
from inspection_digest.readback.expected import Expected, Missing, Quotation
from inspection_digest.readback.extract import (
    Found,
    Said,
    quotations_in_items,
    quotations_in_record,
    said_in,
)
from inspection_digest.readback.letters import Letters
from inspection_digest.reading.library import Library

NOT_PRINTED = "it is not printed there."
NOTHING = Said((), frozenset())
TEXTS_AT_HAND = 64  # two of each digest whose pages are read back one after the other


class Broken(Struct, frozen=True):
    """A published quotation that is not what its source says, and where it is printed."""

    path: str
    key: str
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.key or 'structured data'}: {self.why}"


def prove_published(
    files: Iterable[tuple[str, str]], library: Library, evidence: Evidence
) -> tuple[Broken, ...]:
    """`files` are the published (path, text); an empty answer means that everything holds."""
    readback = Readback(library, evidence)
    broken: list[Broken] = []
    paths: set[str] = set()
    for path, text in files:
        paths.add(path)
        broken += readback.broken(path, text.encode())
    return (*broken, *readback.unwritten(paths))


class Readback:
    """Reads published files one by one. Every quotation is proved anew, and once: where the page of
    its digest prints it."""

    def __init__(self, library: Library, evidence: Evidence) -> None:
        self._evidence = evidence
        self._expected = Expected(library, evidence)
        self._letters = lru_cache(TEXTS_AT_HAND)(self._letters_of)
        self._prepared = lru_cache(TEXTS_AT_HAND)(self._prepare)

    def broken(self, path: str, data: bytes) -> tuple[Broken, ...]:
        """What is wrong with one published file: words that are not so, and words not there."""
        return self.read(path, data)[1]

    def read(self, path: str, data: bytes) -> tuple[Said, tuple[Broken, ...]]:
        """What the file says, and the same of it."""
        try:
            said = said_in(path, data)
        except (ParseError, ValueError) as error:
            return NOTHING, (Broken(path, "", f"it cannot be read: {error}"),)
        return said, tuple(self._broken_in(path, said))

    def _broken_in(self, path: str, said: Said) -> Iterator[Broken]:
        named = {words for key, words in said.quotations if key}
        for key, words in said.quotations:
            why = self._why_broken(path, key, words, named)
            if why:
                yield Broken(path, key, why)
        yield from self._missing(path, {key for key, _ in said.quotations}, said.withdrawn)

    def broken_in_record(self, path: str, lines: Iterable[str]) -> Iterator[Broken]:
        """The same of a long JSON file, line by line. What is left to be printed is known of those
        digests alone that it has begun with and not done with."""
        yield from self._broken_in_list(path, quotations_in_record(lines), frozenset())

    def broken_in_pieces(
        self, path: str, pieces: Iterable[bytes], proved: Collection[str]
    ) -> Iterator[Broken]:
        """The same of those pieces of such a file that were made anew; those of the digests
        `proved` were proved before, and are as they were."""
        found = (item for data in pieces for item in quotations_in_items(data))
        yield from self._broken_in_list(path, found, proved)

    def _broken_in_list(
        self, path: str, found: Iterable[Found], proved: Collection[str]
    ) -> Iterator[Broken]:
        missing = Missing(self._expected.printed_of(path), proved)
        try:
            for key, words in found:
                missing.found(key)
                why = _differs(self._expected.quotation(key), words)
                if why:
                    yield Broken(path, key, why)
        except ValueError as error:
            yield Broken(path, "", f"it cannot be read: {error}")
            return
        for key in sorted(missing.left()):
            yield Broken(path, key, NOT_PRINTED)

    def unwritten(
        self, paths: Iterable[str], of: Collection[str] | None = None
    ) -> Iterator[Broken]:
        """What is expected of files that are not among these paths. `of`: the digests whose files
        may be missing; None: any."""
        for path in sorted(set(self._expected.files(of)).difference(paths)):
            yield from self._missing(path, set(), frozenset())

    def _missing(self, path: str, printed: set[str], notices: frozenset[str]) -> Iterator[Broken]:
        for key in sorted(self._expected.printed(path) - printed):
            yield Broken(path, key, NOT_PRINTED)
        withdrawn = self._expected.notice(path)
        if withdrawn and withdrawn not in notices:
            yield Broken(path, withdrawn, "it does not say that the digest is withdrawn.")

    def _why_broken(self, path: str, key: str, words: str, named: set[str]) -> str:
        """What is wrong with words that are printed as this quotation; "" where nothing is.

        `named`: the words that the same file prints as a quotation with a key. They are looked for
        in their source where they stand on the digest's own page: everywhere else they are the
        same, letter for letter.
        """
        if not key:
            return "" if words in named else f"these words are no quotation of ours: {words}"
        item = self._expected.quotation(key)
        why = _differs(item, words)
        if why or item is None or item.standing is not Standing.HOLDS:
            return why
        if self._expected.is_own_page(path, key) and not self._prove(item.claim):
            return "its words are not in the source."
        return ""

    def _prove(self, claim: Claim) -> bool:
        """Whether the words of the claim, which are what was read back, are in the source."""
        return self._to_the_letter(claim) or self._by_proof(claim)

    def _to_the_letter(self, claim: Claim) -> bool:
        return claim.prefix is None and self._letters(claim.source).hold(claim.text, claim.page)

    def _by_proof(self, claim: Claim) -> bool:
        proof = prove(claim, {claim.source: self._prepared(claim.source)})
        return proof.verdict.standing is Standing.HOLDS

    def _letters_of(self, source: str) -> Letters:
        return Letters(self._evidence.texts[source])

    def _prepare(self, source: str) -> PreparedSource:
        return prepare(self._evidence.texts[source])


def _differs(item: Quotation | None, words: str) -> str:
    """Whether the words are other than those that the digest quotes."""
    if item is None:
        return "there is no such quotation."
    if words != item.claim.text:
        return f"it reads {words!r} where the digest quotes {item.claim.text!r}."
    return ""
