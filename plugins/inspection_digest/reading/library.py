"""All records of the project, indexed. `read_library` is the one way in from files to records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from inspection_digest.diagnostics import Diagnostics, Position
from inspection_digest.reading.dates import PartialDate
from inspection_digest.reading.fields import SLUG, SLUG_LIMIT
from inspection_digest.reading.files import TextFile
from inspection_digest.reading.framework_records import FrameworkRecord
from inspection_digest.reading.problems import validate, validate_part
from inspection_digest.reading.records import (
    DigestRecord,
    OwnerRecord,
    ProviderRecord,
    SourceRecord,
)
from inspection_digest.reading.yaml_text import Document, read_yaml


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
    def sort_key(self) -> tuple[str, str]:
        """Oldest first: by publication as far as known, then by identity."""
        published = self.record.published
        return (str(published) if published else self.when, self.id)


@dataclass(frozen=True)
class Source:
    """`text` is what text.txt holds, or None; `text_sha256` the sum of its bytes."""

    id: str
    record: SourceRecord
    document: Document = field(repr=False)
    text: str | None = field(default=None, repr=False)
    text_sha256: str = ""


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
    """A provider; all stand in one file, so only its own record is kept."""

    id: str
    record: ProviderRecord
    position: Position

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
    """Every record, by id. Digests are in order of date, oldest first."""

    digests: Mapping[str, Digest]
    sources: Mapping[str, Source]
    frameworks: Mapping[str, Framework]
    providers: Mapping[str, Provider]

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
    def by_provider(self) -> Mapping[str, tuple[Digest, ...]]:
        """A provider's digests, oldest first."""
        return _grouped(self.digests.values(), lambda digest: digest.provider)

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


def read_library(files: Iterable[TextFile], diagnostics: Diagnostics) -> Library:
    """Every file's record; what cannot be read is noted and its siblings are still read."""
    digests: dict[str, Digest] = {}
    sources: dict[str, Source] = {}
    frameworks: dict[str, Framework] = {}
    providers: dict[str, Provider] = {}
    texts: dict[str, TextFile] = {}
    for file in files:
        match file.path.split("/")[1:]:
            case ["providers.yaml"]:
                providers = _providers(file, diagnostics)
            case ["digests", provider, name] if name.endswith(".yaml"):
                digest = _digest(file, provider, name.removesuffix(".yaml"), diagnostics)
                digests |= {digest.id: digest} if digest else {}
            case ["frameworks", name] if name.endswith(".yaml"):
                framework = _framework(file, name.removesuffix(".yaml"), diagnostics)
                frameworks |= {framework.id: framework} if framework else {}
            case ["sources", id_, "source.yaml"]:
                source = _source(file, id_, diagnostics)
                sources |= {source.id: source} if source else {}
            case ["sources", id_, "text.txt"]:
                texts[id_] = file
            case _:
                _misplaced(file, diagnostics)
    sources = _with_texts(sources, texts, diagnostics)
    ordered = sorted(digests.values(), key=lambda digest: digest.sort_key)
    return Library(
        MappingProxyType({digest.id: digest for digest in ordered}),
        MappingProxyType(sources),
        MappingProxyType(frameworks),
        MappingProxyType(providers),
    )


def _digest(file: TextFile, provider: str, when: str, diagnostics: Diagnostics) -> Digest | None:
    if not _are_names(file, (provider, when), diagnostics):
        return None
    document = read_yaml(file.text, file.path, diagnostics)
    record = document and validate(DigestRecord, document, diagnostics)
    return Digest(provider, when, record, document) if document and record else None


def _framework(file: TextFile, id_: str, diagnostics: Diagnostics) -> Framework | None:
    if not _are_names(file, (id_,), diagnostics):
        return None
    document = read_yaml(file.text, file.path, diagnostics)
    record = document and validate(FrameworkRecord, document, diagnostics)
    return Framework(id_, record, document) if document and record else None


def _source(file: TextFile, id_: str, diagnostics: Diagnostics) -> Source | None:
    if not _are_names(file, (id_,), diagnostics):
        return None
    document = read_yaml(file.text, file.path, diagnostics)
    record = document and validate(SourceRecord, document, diagnostics)
    return Source(id_, record, document) if document and record else None


def _providers(file: TextFile, diagnostics: Diagnostics) -> dict[str, Provider]:
    found: dict[str, Provider] = {}
    document = read_yaml(file.text, file.path, diagnostics)
    if document is None:
        return found
    for id_, value in document.value.items():
        if not _is_name(id_, document.key(id_), diagnostics):
            continue
        record = validate_part(ProviderRecord, document, (id_,), value, diagnostics)
        if record:
            found[id_] = Provider(id_, record, document.key(id_))
    return found


def _with_texts(
    sources: dict[str, Source], texts: dict[str, TextFile], diagnostics: Diagnostics
) -> dict[str, Source]:
    for id_, file in texts.items():
        if id_ not in sources:
            diagnostics.error(
                Position(file.path),
                "text-without-source",
                "There is a text here and no source.yaml that can be read beside it.",
                "Add source.yaml, or mend what is wrong with it.",
            )
            continue
        source = sources[id_]
        if source.record.licence != "ogl-3":
            diagnostics.error(
                Position(file.path),
                "text-not-free",
                "The text of this source is held here, but its licence does not say we may.",
                "Remove text.txt, or set `licence: ogl-3` if the document says so.",
            )
            continue
        sources[id_] = Source(id_, source.record, source.document, file.text, file.sha256)
    return sources


def _grouped(
    digests: Iterable[Digest], key: Callable[[Digest], str]
) -> Mapping[str, tuple[Digest, ...]]:
    found: dict[str, list[Digest]] = {}
    for digest in digests:
        found.setdefault(key(digest), []).append(digest)
    return MappingProxyType({name: tuple(items) for name, items in found.items()})


# -- names of files ---------------------------------------------------------------------------


def _are_names(file: TextFile, names: tuple[str, ...], diagnostics: Diagnostics) -> bool:
    return all(_is_name(name, Position(file.path), diagnostics) for name in names)


def _is_name(name: str, position: Position, diagnostics: Diagnostics) -> bool:
    if SLUG.fullmatch(name) and len(name) <= SLUG_LIMIT:
        return True
    better = re.sub(r"[^a-z0-9]+", "-", name.lower())[:SLUG_LIMIT].strip("-") or "a-short-name"
    diagnostics.error(
        position,
        "bad-name",
        f"“{name}” cannot be a name: names become addresses.",
        f"Use small letters, digits and single hyphens: `{better}`.",
    )
    return False


def _misplaced(file: TextFile, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        Position(file.path),
        "misplaced-file",
        "A file of this name has no place in this folder.",
        "Digests are digests/<provider>/<when>.yaml, frameworks are frameworks/<id>.yaml, and a "
        "source is sources/<id>/source.yaml with its text.txt.",
    )
