"""The last check before a site is published: what it prints is what its sources say.

Every quotation is read back out of the written files and proved against the source texts as if it
had never been proved before. A template, a filter or a feed that changes one character is found
here, and so is a quotation that is missing where it has to stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError

from inspection_digest.composing import urls
from inspection_digest.composing.feeds import MOST_ENTRIES
from inspection_digest.evidence.prepared import PreparedSource, prepare
from inspection_digest.evidence.proofs import Claim, Proof, Standing
from inspection_digest.evidence.prove import prove
from inspection_digest.evidence.quotations import Evidence, QuoteKey, quotes_of
from inspection_digest.readback.extract import notices_in, quotations_in
from inspection_digest.reading.library import Digest, Library
from inspection_digest.reading.subjects import Subject, subjects


@dataclass(frozen=True, slots=True)
class Broken:
    """A published quotation that is not what its source says, and where it is printed."""

    path: str
    key: str
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.key or 'structured data'}: {self.why}"


@dataclass(frozen=True)
class _Expected:
    digest: Digest
    text: str
    claim: Claim
    standing: Standing


def prove_published(
    files: Iterable[tuple[str, str]], library: Library, evidence: Evidence
) -> tuple[Broken, ...]:
    """`files` are the published (path, text); an empty answer means that everything holds."""
    current = library.current
    expected = dict(_expected(current, evidence))
    prover = _Prover(evidence)
    broken: list[Broken] = []
    printed: dict[str, set[str]] = {}
    notices: dict[str, set[str]] = {}
    texts = {item.text for item in expected.values()}
    for path, text in files:
        try:
            found = list(quotations_in(path, text))
        except (ParseError, ValueError) as error:  # XML and JSON that nobody could read
            broken.append(Broken(path, "", f"it cannot be read: {error}"))
            continue
        notices[path] = notices_in(text)
        for key, words in found:
            printed.setdefault(path, set()).add(key)
            why = _why(key, words, expected, texts, prover)
            if why:
                broken.append(Broken(path, key, why))
    broken += _missing(expected, current, printed)
    broken += _without_notice(library, notices)
    return tuple(broken)


def _why(
    key: str, words: str, expected: Mapping[str, _Expected], texts: set[str], prover: _Prover
) -> str:
    if not key:
        return "" if words in texts else f"these words are no quotation of ours: {words}"
    if key not in expected:
        return "there is no such quotation."
    item = expected[key]
    if words != item.text:
        return f"it reads {words!r} where the digest quotes {item.text!r}."
    if item.standing is Standing.HOLDS and not prover.holds(item, words):
        return "its words are not in the source."
    return ""


def _missing(
    expected: Mapping[str, _Expected], library: Library, printed: Mapping[str, set[str]]
) -> Iterator[Broken]:
    """A digest's page and the record print every quotation; the rest, both sides of a contrast and
    what was replied to them."""
    record = printed.get(urls.VERIFICATION_DATA, set())
    for key, item in expected.items():
        page = urls.file_of(urls.digest(item.digest.id))
        for path, keys in ((page, printed.get(page, set())), (urls.VERIFICATION_DATA, record)):
            if key not in keys:
                yield Broken(path, key, "it is not printed there.")
    for path, digest, name in _contrasts(library):
        contrast = digest.record.contrasts[name]
        sides = (contrast.said, *contrast.found)
        places = [urls.quote_key(digest.id, urls.quote_anchor(quote)) for quote in sides]
        places += _replies(digest, name, sides)
        for key in dict.fromkeys(places):
            if key not in printed.get(path, set()):
                yield Broken(path, key, "it is not printed there.")


def _replies(digest: Digest, contrast: str, quotes: tuple[str, ...]) -> list[str]:
    """The keys of the replies to a contrast or to one of its quotes."""
    beside = {Subject("contrasts", contrast), *(Subject("quotes", name) for name in quotes)}
    return [
        urls.quote_key(digest.id, urls.reply_anchor(reply))
        for reply, item in digest.record.replies.items()
        if beside.intersection(subjects(digest.record, (), item.to or ""))
    ]


def _without_notice(library: Library, notices: Mapping[str, set[str]]) -> Iterator[Broken]:
    """The addresses of a withdrawn digest say so. That they quote nothing is seen like any other
    quotation that is not ours."""
    for digest in library.withdrawn:
        pages = [urls.digest(digest.id)]
        pages += [urls.contrast(digest.id, name) for name in digest.record.contrasts]
        for path in map(urls.file_of, pages):
            if digest.id not in notices.get(path, set()):
                yield Broken(path, digest.id, "it does not say that the digest is withdrawn.")


def _contrasts(library: Library) -> Iterator[tuple[str, Digest, str]]:
    """Where each contrast has to stand: its own page, and the feeds as far back as they go."""
    newest = tuple(library.digests.values())[::-1]
    contrasts = [(digest, name) for digest in newest for name in digest.record.contrasts]
    for digest, name in contrasts:
        yield urls.file_of(urls.contrast(digest.id, name)), digest, name
    feeds = {"digests": newest}
    feeds |= {f"providers/{id_}": own[::-1] for id_, own in library.by_provider.items()}
    for form in ("atom", "rss"):
        for digest, name in contrasts[:MOST_ENTRIES]:
            yield urls.feed("contrasts", form), digest, name
        for feed, digests in feeds.items():
            for digest in digests[:MOST_ENTRIES]:
                for name in digest.record.contrasts:
                    yield urls.feed(feed, form), digest, name


def _expected(library: Library, evidence: Evidence) -> Iterator[tuple[str, _Expected]]:
    for digest in library.digests.values():
        for key, quote in quotes_of(digest):
            source = digest.record.sources[quote.source]
            yield (
                published_key(key),
                _Expected(
                    digest,
                    quote.text,
                    Claim(quote.text, source, quote.page, quote.prefix),
                    evidence.proofs[key].verdict.standing,
                ),
            )


def published_key(key: QuoteKey) -> str:
    """A quotation's identity as the published files carry it."""
    anchor = urls.anchor_in(key.group, key.name)
    return urls.quote_key(key.digest, anchor)


class _Prover:
    """Proves anew, with texts folded anew, and each distinct claim once."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._prepared: dict[str, PreparedSource] = {}
        self._proofs: dict[Claim, Proof] = {}

    def holds(self, item: _Expected, words: str) -> bool:
        claim = Claim(words, item.claim.source, item.claim.page, item.claim.prefix)
        if claim not in self._proofs:
            source = claim.source
            if source not in self._prepared:
                self._prepared[source] = prepare(self._evidence.texts[source])
            self._proofs[claim] = prove(claim, {source: self._prepared[source]})
        return self._proofs[claim].verdict.standing is Standing.HOLDS
