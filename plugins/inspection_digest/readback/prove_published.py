"""The last check before a site is published: what it prints is what its sources say.

Every quotation is read back out of the written files and proved against the source texts as if it
had never been proved before. A template, a filter or a feed that changes one character is found
here, and so is a quotation that is missing where it has to stand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import ParseError

from inspection_digest.evidence.prepared import PreparedSource, prepare
from inspection_digest.evidence.proofs import Claim, Standing
from inspection_digest.evidence.prove import prove
from inspection_digest.evidence.quotations import Evidence
from inspection_digest.readback.expected import Quotation, expected
from inspection_digest.readback.extract import notices_in, quotations_in
from inspection_digest.readback.letters import Letters
from inspection_digest.reading.library import Library


@dataclass(frozen=True, slots=True)
class Broken:
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
        broken += readback.broken(path, text)
    return (*broken, *readback.unwritten(paths))


class Readback:
    """Reads published files one by one. Each distinct claim is proved anew, and once."""

    def __init__(self, library: Library, evidence: Evidence) -> None:
        self._evidence = evidence
        self._expected = expected(library, evidence)
        self._texts = {item.claim.text for item in self._expected.quotations.values()}
        self._letters: dict[str, Letters] = {}
        self._prepared: dict[str, PreparedSource] = {}
        self._proved: dict[Claim, bool] = {}

    def broken(self, path: str, text: str) -> Iterator[Broken]:
        """What is wrong with one published file: words that are not so, and words not there."""
        try:
            found = list(quotations_in(path, text))
        except (ParseError, ValueError) as error:  # XML and JSON that nobody could read
            yield Broken(path, "", f"it cannot be read: {error}")
            return
        for key, words in found:
            why = self._why(key, words)
            if why:
                yield Broken(path, key, why)
        for key in sorted(
            self._expected.printed.get(path, frozenset()) - {key for key, _ in found}
        ):
            yield Broken(path, key, "it is not printed there.")
        withdrawn = self._expected.notices.get(path)
        if withdrawn and withdrawn not in notices_in(text):
            yield Broken(path, withdrawn, "it does not say that the digest is withdrawn.")

    def unwritten(self, paths: Collection[str]) -> Iterator[Broken]:
        """What is expected of files that are not among these paths."""
        wanted = {*self._expected.printed, *self._expected.notices}
        for path in sorted(wanted.difference(paths)):
            yield from self._missing(path, set(), set())

    def _missing(self, path: str, printed: set[str], notices: set[str]) -> Iterator[Broken]:
        for key in sorted(self._expected.printed.get(path, frozenset()) - printed):
            yield Broken(path, key, "it is not printed there.")
        withdrawn = self._expected.notices.get(path)
        if withdrawn and withdrawn not in notices:
            yield Broken(path, withdrawn, "it does not say that the digest is withdrawn.")

    def _why(self, key: str, words: str) -> str:
        if not key:
            return "" if words in self._texts else f"these words are no quotation of ours: {words}"
        item = self._expected.quotations.get(key)
        if item is None:
            return "there is no such quotation."
        if words != item.claim.text:
            return f"it reads {words!r} where the digest quotes {item.claim.text!r}."
        if item.standing is Standing.HOLDS and not self._holds(item, words):
            return "its words are not in the source."
        return ""

    def _holds(self, item: Quotation, words: str) -> bool:
        """Whether the words that were read back, not those that were typed, are in the source."""
        claim = item.claim if words == item.claim.text else replace(item.claim, text=words)
        if claim not in self._proved:
            self._proved[claim] = self._to_the_letter(claim) or self._by_proof(claim)
        return self._proved[claim]

    def _to_the_letter(self, claim: Claim) -> bool:
        if claim.source not in self._letters:
            self._letters[claim.source] = Letters(self._evidence.texts[claim.source])
        return claim.prefix is None and self._letters[claim.source].hold(claim.text, claim.page)

    def _by_proof(self, claim: Claim) -> bool:
        source = claim.source
        if source not in self._prepared:
            self._prepared[source] = prepare(self._evidence.texts[source])
        proof = prove(claim, {source: self._prepared[source]})
        return proof.verdict.standing is Standing.HOLDS
