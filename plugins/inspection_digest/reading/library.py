"""All records of the project, indexed; `assembly` makes them from files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

from inspection_digest.diagnostics import Position
from inspection_digest.documents.text import PAGE_BREAK
from inspection_digest.reading.additions import day_of_digest, days_of_contrasts
from inspection_digest.reading.dates import PartialDate
from inspection_digest.reading.framework_records import FrameworkRecord
from inspection_digest.reading.records import DigestRecord
from inspection_digest.reading.source_records import OwnerRecord, ProviderRecord, SourceRecord
from inspection_digest.reading.yaml_document import Document


@dataclass(frozen=True)
class Digest:
    """`provider` and `when` are the path, and the path is the identity: it never changes."""

    provider: str
    when: str
    record: DigestRecord
    document: Document = field(repr=False)

    @property
    def id(self) -> str:
        return f"{self.provider}/{self.when}"

    @property
    def path(self) -> str:
        return self.document.path

    @property
    def is_withdrawn(self) -> bool:
        return self.record.withdrawn is not None

    @property
    def relations(self) -> tuple[str, ...]:
        """The relation of each contrast, in the order they were typed."""
        return tuple(item.relation for item in self.record.contrasts.values())

    @property
    def sort_key(self) -> tuple[str, str]:
        """Oldest first: by publication as far as known, then by identity."""
        published = self.record.published
        return (str(published) if published else self.when, self.id)

    @property
    def added(self) -> date:
        """When it was put on the site, as far as that is known."""
        return day_of_digest(self.record, self.when)

    @property
    def contrasts_added(self) -> Mapping[str, date]:
        """The same of each contrast, and of those that were removed."""
        return days_of_contrasts(self.record, self.when)

    @property
    def last_added(self) -> tuple[date, str, str]:
        """When something of it was last put on the site; then as `sort_key`."""
        return (max([self.added, *self.contrasts_added.values()]), *self.sort_key)


@dataclass(frozen=True)
class Source:
    """`text` is what text.txt holds, or None; `text_sha256` the sum of its bytes."""

    id: str
    record: SourceRecord
    document: Document = field(repr=False)
    text: str | None = field(default=None, repr=False)
    text_sha256: str = ""

    @property
    def is_held(self) -> bool:
        """Whether there is a text, without a look at it."""
        return self.text is not None

    @property
    def is_paged(self) -> bool:
        """Whether there is a text that has pages."""
        text = self.text
        return text is not None and (self.record.pages is not None or PAGE_BREAK in text)


@dataclass(frozen=True)
class Framework:
    """A framework and where it was typed."""

    id: str
    record: FrameworkRecord
    document: Document = field(repr=False)

    def grade_named(self, name: str) -> int | None:
        """The step of a grade counted from 0 at the lowest, by its exact name."""
        return next(
            (step for step, grade in enumerate(self.record.scale) if grade.name == name), None
        )


@dataclass(frozen=True)
class Provider:
    """A provider; all stand in one file, which is its document."""

    id: str
    record: ProviderRecord
    position: Position
    document: Document | None = field(default=None, repr=False)

    def owner_on(self, day: PartialDate | None) -> str:
        """Who ran it then: named only where one owner alone can have been the owner that day.

        Without a day, the owner of all time, where there is but one.
        """
        found = [owner.name for owner in self.record.owners if day is None or _owned(owner, day)]
        return found[0] if len(found) == 1 else ""


def _owned(owner: OwnerRecord, day: PartialDate) -> bool:
    starts = owner.from_ is None or owner.from_.first_day <= day.last_day
    return starts and (owner.to is None or owner.to.last_day >= day.first_day)


@dataclass(frozen=True)
class Library:
    """Every record, by id. Digests are in order of date, oldest first.

    `unread` names those whose file is there and cannot be read: `("source", its id)`, or
    `("provider", "")` for all of them.
    """

    digests: Mapping[str, Digest]
    sources: Mapping[str, Source]
    frameworks: Mapping[str, Framework]
    providers: Mapping[str, Provider]
    unread: Set[tuple[str, str]] = frozenset()

    def has(self, what: str, name: str) -> bool:
        """Whether there is a `digest`, `source`, `framework` or `provider` of this name.

        One that cannot be read is there: what is wrong is said of its own file, and only of it.
        """
        found: Mapping[str, object] = getattr(self, f"{what}s")
        return name in found or not self.unread.isdisjoint({(what, name), (what, "")})

    def names(self, what: str) -> list[str]:
        """All that `has` says are there, in order."""
        found: Mapping[str, object] = getattr(self, f"{what}s")
        unread = {name for kind, name in self.unread if kind == what and name}
        return sorted(unread.union(found))

    @cached_property
    def current(self) -> Library:
        """The library without the digests that are withdrawn: what is counted, compared, listed
        and proved. The one place where they are left out."""
        if not self.withdrawn:
            return self
        kept = {id_: item for id_, item in self.digests.items() if not item.is_withdrawn}
        return replace(self, digests=MappingProxyType(kept))

    @cached_property
    def withdrawn(self) -> tuple[Digest, ...]:
        """The digests that are withdrawn, oldest first."""
        return tuple(digest for digest in self.digests.values() if digest.is_withdrawn)

    @cached_property
    def answered(self) -> tuple[Digest, ...]:
        """The digests that were corrected or contested, oldest first."""
        return tuple(
            digest
            for digest in self.digests.values()
            if digest.record.corrections or digest.record.contested
        )

    @property
    def last_added(self) -> Iterator[Digest]:
        """All digests, the one first that was put on the site, or got a contrast, last."""
        digests = self.digests.values()
        return iter(sorted(digests, key=lambda digest: digest.last_added, reverse=True))

    @property
    def contrast_count(self) -> int:
        """How many contrasts there are in all digests."""
        return sum(len(digest.record.contrasts) for digest in self.digests.values())

    @property
    def contrasted_count(self) -> int:
        """How many digests have contrasts."""
        return sum(bool(digest.record.contrasts) for digest in self.digests.values())

    @cached_property
    def by_provider(self) -> Mapping[str, tuple[Digest, ...]]:
        """A provider's digests, oldest first."""
        return _grouped(self.digests.values(), lambda digest: digest.provider)

    @cached_property
    def beside(self) -> Mapping[str, tuple[Digest | None, Digest | None]]:
        """By digest: the report before it and the one after it, of the same provider."""
        return MappingProxyType(
            {
                digest.id: (before, after)
                for own in self.by_provider.values()
                for before, digest, after in zip(
                    (None, *own[:-1]), own, (*own[1:], None), strict=True
                )
            }
        )

    @cached_property
    def followers(self) -> Mapping[str, Digest]:
        """By digest: the first report that names it as the one before, of whatever provider."""
        named = ((item.record.previous, item) for item in reversed(tuple(self.digests.values())))
        return MappingProxyType({previous: item for previous, item in named if previous})

    @cached_property
    def by_framework(self) -> Mapping[str, tuple[Digest, ...]]:
        return _grouped(self.digests.values(), lambda digest: digest.record.framework)

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Digest, ...]]:
        """The digests that name each source."""
        found: dict[str, list[Digest]] = {}
        for digest in self.digests.values():
            for source in dict.fromkeys(digest.record.sources.values()):
                found.setdefault(source, []).append(digest)
        return MappingProxyType({key: tuple(items) for key, items in found.items()})


def _grouped(
    digests: Iterable[Digest], key: Callable[[Digest], str]
) -> Mapping[str, tuple[Digest, ...]]:
    found: dict[str, list[Digest]] = {}
    for digest in digests:
        found.setdefault(key(digest), []).append(digest)
    return MappingProxyType({name: tuple(items) for name, items in found.items()})
