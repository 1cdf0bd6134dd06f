"""What has to be found when the published files are read back: every quotation at its places."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from inspection_digest.composing import urls
from inspection_digest.composing.feed_order import entries_of
from inspection_digest.evidence.proofs import Claim, Standing
from inspection_digest.evidence.quotations import Evidence, QuoteKey, claims_of, keys_of
from inspection_digest.reading.library import Digest, Library
from inspection_digest.reading.subjects import Subject, subjects

FORMS = ("atom", "rss")
AT_HAND = 64  # digests: what is read back was made together, and is of few


class Quotation(Struct, frozen=True):
    """What a quotation claims, and what came of it when the site was made."""

    claim: Claim
    standing: Standing


class Expected:
    """All that is expected of an edition of the site, worked out file by file."""

    def __init__(self, library: Library, evidence: Evidence) -> None:
        self._everything, self._library, self._evidence = library, library.current, evidence
        self._of: Callable[[str], Mapping[str, Quotation]] = lru_cache(AT_HAND)(self._quotations)

    def quotation(self, key: str) -> Quotation | None:
        """The quotation of this key, as published files carry it; None if there is none."""
        return self._of(key.partition("#")[0]).get(key)

    def is_own_page(self, path: str, key: str) -> bool:
        """Whether a file is the page of the digest that a quotation is of."""
        return path == urls.file_of(urls.digest(key.partition("#")[0]))

    def printed(self, path: str) -> frozenset[str]:
        """The keys that a file has to print.

        A digest's page and the record print every quotation; pages of contrasts and feeds, both
        sides of each contrast and what was replied to them.
        """
        match path.split("/"):
            case ["digests", provider, when, "index.html"]:
                return frozenset(_all_of(self._digest(provider, when)))
            case ["digests", provider, when, name, "index.html"]:
                return frozenset(_contrasts_of(self._digest(provider, when), {name}))
            case ["feeds", *names]:
                feed = "/".join(names).removesuffix(".xml").rpartition(".")[0]
                return frozenset(_in_feed(feed, self._everything))
            case _:
                printed = self.printed_of(path)
                return frozenset(key for digest in printed for key in printed[digest])

    def printed_of(self, path: str) -> Mapping[str, Collection[str]]:
        """By digest, the same of a file that prints quotations of all of them: they may be too
        many to be in memory at once."""
        return _Printed(self._library) if path == urls.VERIFICATION_DATA else {}

    def notice(self, path: str) -> str:
        """The digest that a file has to say is withdrawn: its page, and those of its contrasts.

        That they quote nothing is seen like any other quotation that is not ours.
        """
        match path.split("/"):
            case ["digests", provider, when, *names, "index.html"]:
                digest = self._everything.digests.get(f"{provider}/{when}")
                if (
                    digest
                    and digest.is_withdrawn
                    and all(n in digest.record.contrasts for n in names)
                ):
                    return digest.id
        return ""

    def files(self, of: Collection[str] | None = None) -> Iterator[str]:
        """Every file of which something is expected. `of`: those of these digests alone, and all
        that are of many."""
        every = self._everything.digests
        for digest in (every[id_] for id_ in every if of is None or id_ in of):
            if digest.is_withdrawn or digest.record.quotes or digest.record.replies:
                yield urls.file_of(urls.digest(digest.id))
            for name in digest.record.contrasts:
                yield urls.file_of(urls.contrast(digest.id, name))
        feeds = ["contrasts", "digests", *(f"providers/{id_}" for id_ in self._library.by_provider)]
        for feed in feeds:
            yield from (urls.feed(feed, form) for form in FORMS)
        yield urls.VERIFICATION_DATA

    def _digest(self, provider: str, when: str) -> Digest | None:
        return self._library.digests.get(f"{provider}/{when}")

    def _quotations(self, id_: str) -> Mapping[str, Quotation]:
        digest = self._library.digests.get(id_)
        return {
            published_key(key): Quotation(claim, self._evidence.proofs[key].verdict.standing)
            for key, claim in (claims_of(digest) if digest else ())
        }


class _Printed(Mapping[str, Collection[str]]):
    """The keys of all quotations of each digest."""

    def __init__(self, library: Library) -> None:
        self._digests = library.digests

    def __getitem__(self, digest: str) -> Collection[str]:
        return frozenset(_all_of(self._digests[digest]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._digests)

    def __len__(self) -> int:
        return len(self._digests)


class Missing:
    """What a file has not printed yet of what it has to. `printed`: by digest, the keys. `proved`:
    the digests of which it is known that all has been."""

    def __init__(self, printed: Mapping[str, Collection[str]], proved: Collection[str]) -> None:
        self._printed, self._proved = printed, proved
        self._begun: dict[str, set[str]] = {}  # what is missing of each digest

    def found(self, key: str) -> None:
        digest = key.partition("#")[0]
        if digest not in self._begun:
            self._begun[digest] = set(self._printed.get(digest, ()))
        self._begun[digest].discard(key)

    def left(self) -> Iterator[str]:
        for digest in self._printed:
            if digest not in self._proved:
                begun = self._begun.get(digest)
                yield from self._printed[digest] if begun is None else begun


def published_key(key: QuoteKey) -> str:
    """A quotation's identity as the published files carry it."""
    anchor = urls.anchor_in(key.group, key.name)
    return urls.quote_key(key.digest, anchor)


def _all_of(digest: Digest | None) -> Iterator[str]:
    return map(published_key, keys_of(digest)) if digest else iter(())


def _in_feed(feed: str, everything: Library) -> Iterator[str]:
    """What stands in a feed, as far back as it goes. In place of what is withdrawn or removed there
    is a notice, which quotes nothing."""
    for digest, contrast in entries_of(feed, everything):
        if not digest.is_withdrawn:
            yield from _contrasts_of(digest, (contrast,) if contrast else digest.record.contrasts)


def _contrasts_of(digest: Digest | None, names: Iterable[str]) -> Iterator[str]:
    """Both sides of these contrasts, and what was replied to them."""
    for name in names:
        contrast = digest.record.contrasts.get(name) if digest else None
        if digest is None or contrast is None:
            continue
        sides = (contrast.said, *contrast.found)
        for quote in sides:
            yield urls.quote_key(digest.id, urls.quote_anchor(quote))
        yield from _replies(digest, name, sides)


def _replies(digest: Digest, contrast: str, quotes: tuple[str, ...]) -> Iterator[str]:
    """The keys of the replies to a contrast or to one of its quotes."""
    beside = {Subject("contrasts", contrast), *(Subject("quotes", name) for name in quotes)}
    for reply, item in digest.record.replies.items():
        if beside.intersection(subjects(digest.record, (), item.to or "")):
            yield urls.quote_key(digest.id, urls.reply_anchor(reply))
