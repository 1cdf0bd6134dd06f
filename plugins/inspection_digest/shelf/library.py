"""The library and the evidence as pages see them: what they look at is noted and fetched then."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.proofs import Proof, Verdict
from inspection_digest.evidence.quotations import Evidence, QuoteKey, source_text
from inspection_digest.reading.library import Digest, Library
from inspection_digest.shelf.at_hand import Shelf, at_hand
from inspection_digest.shelf.facts import SAID, Facts
from inspection_digest.shelf.index import Group, Groups
from inspection_digest.shelf.watch import Watch

Item = TypeVar("Item")


class _Noted(Mapping[str, Item], Generic[Item]):
    """A mapping that notes each look: at one item as `one`, at which there are as `all_`."""

    def __init__(
        self,
        keys: Callable[[], Collection[str]],
        get: Callable[[str], Item],
        watch: Watch,
        names: tuple[str, str],
    ) -> None:
        self._keys, self._get, self._watch = keys, get, watch
        self._one, self._all = names

    def __getitem__(self, key: str) -> Item:
        self._watch.note(self._one, key)
        return self._get(key)

    def __contains__(self, key: object) -> bool:
        self._watch.note(self._one, str(key))
        return key in self._keys()

    def __iter__(self) -> Iterator[str]:
        self._watch.note(self._all, "")
        return iter(self._keys())

    def __len__(self) -> int:
        self._watch.note(self._all, "")
        return len(self._keys())


class ShelfLibrary(Library):
    """`current`: without what is withdrawn."""

    def __init__(self, shelf: Shelf, *, current: bool = False) -> None:
        index, watch = shelf.index, shelf.watch
        facts = index.current if current else index.facts
        every = "all digests" if current else "every digest"
        for name, value in (
            ("_shelf", shelf),
            ("_facts", facts),
            ("_every", every),
            ("_is_current", current),
            (
                "digests",
                _Noted(
                    lambda: facts,
                    lambda id_: shelf.digest(facts[id_]),
                    watch,
                    ("facts", every),
                ),
            ),
            (
                "sources",
                _Noted(lambda: index.sources, shelf.source, watch, ("source", "all sources")),
            ),
            (
                "frameworks",
                _Noted(
                    lambda: index.frameworks,
                    index.frameworks.__getitem__,
                    watch,
                    ("framework", "all frameworks"),
                ),
            ),
            (
                "providers",
                _Noted(
                    lambda: index.providers,
                    index.providers.__getitem__,
                    watch,
                    ("provider", "all providers"),
                ),
            ),
            ("unread", frozenset()),
        ):
            object.__setattr__(self, name, value)

    _shelf: Shelf
    _facts: Mapping[str, Facts]
    _every: str
    _is_current: bool

    @cached_property
    def current(self) -> Library:
        return self if self._is_current else ShelfLibrary(self._shelf, current=True)

    @property
    def withdrawn(self) -> tuple[Digest, ...]:
        if self._is_current:
            return ()
        self._shelf.watch.note("withdrawn", "")
        return self._digests_of(self._shelf.index.groups.withdrawn)

    @property
    def answered(self) -> tuple[Digest, ...]:
        self._shelf.watch.note("answered", "")
        return self._digests_of(
            id_ for id_ in self._shelf.index.groups.answered if id_ in self._facts
        )

    @property
    def last_added(self) -> Iterator[Digest]:
        """As that of a Library. Each is looked at when it is asked for."""
        self._shelf.watch.note("last added", "")
        ids = self._shelf.index.groups.last_added
        return (self.digests[id_] for id_ in ids if id_ in self._facts)

    @property
    def contrast_count(self) -> int:
        return sum(self._contrasts())

    @property
    def contrasted_count(self) -> int:
        return sum(map(bool, self._contrasts()))

    def _contrasts(self) -> Iterator[int]:
        """How many there are of each digest."""
        self._shelf.watch.note(f"{self._every} listed", "")
        which = SAID.index("contrasts")
        return (len(facts.names[which]) for facts in self._facts.values())

    @cached_property
    def by_provider(self) -> Mapping[str, tuple[Digest, ...]]:
        groups = self._shelf.index.groups
        found = groups.by_provider if self._is_current else groups.every_by_provider
        return self._grouped(found, "by provider" if self._is_current else "every by provider")

    @cached_property
    def by_framework(self) -> Mapping[str, tuple[Digest, ...]]:
        return self._grouped(self._of_current().by_framework, "by framework")

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Digest, ...]]:
        return self._grouped(self._of_current().by_source, "by source")

    @cached_property
    def beside(self) -> Mapping[str, tuple[Digest | None, Digest | None]]:
        def of(id_: str) -> tuple[Digest | None, Digest | None]:
            own = self.by_provider[self._facts[id_].provider]
            at = next(place for place, digest in enumerate(own) if digest.id == id_)
            return (own[at - 1] if at else None, own[at + 1] if at + 1 < len(own) else None)

        return _Noted(lambda: self._facts, of, self._shelf.watch, ("facts", self._every))

    @cached_property
    def followers(self) -> Mapping[str, Digest]:
        found = self._of_current().followers
        return _Noted(
            lambda: found,
            lambda id_: self._shelf.digest(self._facts[found[id_]]),
            self._shelf.watch,
            ("follower", self._every),
        )

    def _of_current(self) -> Groups:
        """Pages group only what stands: nothing else is kept by these groups."""
        assert self._is_current  # noqa: S101 - a composer asked for what no page may show
        return self._shelf.index.groups

    def _grouped(self, groups: Group, name: str) -> Mapping[str, tuple[Digest, ...]]:
        return _Noted(
            lambda: groups,
            lambda key: self._digests_of(groups[key]),
            self._shelf.watch,
            (name, self._every),
        )

    def _digests_of(self, ids: Iterable[str]) -> tuple[Digest, ...]:
        facts, digest = self._shelf.index.facts, self._shelf.digest
        return tuple(digest(facts[id_]) for id_ in ids)


class ShelfEvidence(Evidence):
    """The texts held and the proofs of all that is current."""

    def __init__(self, shelf: Shelf) -> None:
        object.__setattr__(self, "_shelf", shelf)
        object.__setattr__(self, "texts", _Texts(shelf))
        object.__setattr__(self, "proofs", _Proofs(shelf))
        object.__setattr__(self, "kept", {})

    _shelf: Shelf

    @property
    def verdicts(self) -> Counter[Verdict]:
        self._shelf.watch.note("all digests listed", "")
        return Counter(self._shelf.index.groups.verdicts)


class _Texts(Mapping[str, SourceText]):
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._parsed: OrderedDict[str, SourceText] = OrderedDict()

    def __getitem__(self, id_: str) -> SourceText:
        self._shelf.watch.note("source", id_)
        return at_hand(self._parsed, id_, lambda: self._parse(id_))

    def _parse(self, id_: str) -> SourceText:
        source = self._shelf.source(id_)
        text = source.text
        if text is None:
            raise KeyError(id_)
        return source_text(source, text)

    def __contains__(self, id_: object) -> bool:
        self._shelf.watch.note("source", str(id_))
        return id_ in self._shelf.index.sources and self._shelf.source(str(id_)).is_held

    def __iter__(self) -> Iterator[str]:
        self._shelf.watch.note("all sources", "")
        return (id_ for id_ in self._shelf.index.sources if id_ in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Proofs(Mapping[QuoteKey, Proof]):
    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __getitem__(self, key: QuoteKey) -> Proof:
        facts = self._shelf.index.current[key.digest]
        self._shelf.watch.note("said", key.digest)
        return self._shelf.rest(facts).proofs[key.group, key.name]

    def __iter__(self) -> Iterator[QuoteKey]:
        self._shelf.watch.note("all digests listed", "")
        for facts in self._shelf.index.current.values():
            quotes, _, replies = facts.names
            yield from (QuoteKey(facts.id, "quotes", name) for name in quotes)
            yield from (QuoteKey(facts.id, "replies", name) for name in replies)

    def __len__(self) -> int:
        self._shelf.watch.note("all digests listed", "")
        return sum(len(facts.verdicts) for facts in self._shelf.index.current.values())
