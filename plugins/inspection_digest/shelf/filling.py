"""What has changed in the content folder is read again, and the index made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter
from pathlib import Path
from sys import intern
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct

from inspection_digest.checking import check_what_is_named
from inspection_digest.diagnostics import Diagnostic, Diagnostics
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.files import PROVIDERS, read_file
from inspection_digest.reading.library import Framework, Library, Provider
from inspection_digest.reading.yaml_document import Document
from inspection_digest.shelf.batches import Batch, Job, Reader, name_of, source_name
from inspection_digest.shelf.facts import SUM, sum_of
from inspection_digest.shelf.index import Index
from inspection_digest.shelf.scan import DIGEST, FRAMEWORK, SOURCE, Layout, Scan, scan
from inspection_digest.shelf.store import Body, Store
from inspection_digest.shelf.sums import Sums
from inspection_digest.shelf.touched import Asked, jobs, to_be_read
from inspection_digest.unchanged import Look, Stamp, differing, settled

SOURCES_OF_A_JOB = 100
T = TypeVar("T")

Run = Callable[[Sequence[Job]], Iterator[Batch]]


class Filled(Struct, frozen=True):
    """The index, and the files it was made from: their stamps, and the sum of each. `layout`: of
    these files, where somebody has worked it out."""

    index: Index
    scan: Scan
    sums: Mapping[str, bytes]
    layout: Layout | None = None


def fill(  # noqa: PLR0913, PLR0917 - what is there, how it is read, and what is said of it
    content: Path, before: Filled | None, store: Store, run: Run, look: Look, said: Diagnostics
) -> Filled | None:
    """The shelf as the files are now; `run` does the jobs.

    None where anything is wrong: all that there is to say is then in `said`. Or it is out of place,
    or was changed meanwhile: then nothing is, and everything has to be read in one piece. Raises
    DamagedError and OSError.
    """
    found = scan(content, before.scan if before else None, look)
    if not found.is_plain:
        return None
    layout = (before.layout if before and found.same_names else None) or Layout.of(found.files)
    sums = _sums_of_touched(content, found, before)
    changed = _changed(found, sums, before)
    base = _base(content, found, layout, changed, before)
    if base is None:
        return None
    library, named = base
    asked = to_be_read(changed, layout, library, before.index if before else None)
    reader = Reader(content, library, layout)
    filling = _Filling(reader, before, asked, store)
    filling.take(run(list(jobs(reader, asked, layout))))
    left = sorted(filling.missing)  # sources that none of those digests cites
    apart = range(0, len(left), SOURCES_OF_A_JOB)
    filling.take(run([partial(reader.sources, left[at : at + SOURCES_OF_A_JOB]) for at in apart]))
    if filling.is_wrong:
        if not _have_changed(content, found):
            said.extend(item for some in filling.said(named).values() for item in some)
        return None
    sums |= filling.sums
    known = {**(before.sums if before else {}), **sums}
    if not found.same_names:
        known = {path: known[path] for path in found.files}
    index = filling.index(_framework_sums(layout, known), named)
    return Filled(index, _settled(found, look.at), known)


def unneeded(before: Index, now: Index, sums: Sums) -> Iterator[bytes]:
    """The names of what the store need not keep any longer. `sums`: of `now`, after `before`."""
    for id_ in sums.digests & before.facts.keys():
        old, new = name_of(before.facts[id_]), now.facts.get(id_)
        if new is None or name_of(new) != old:
            yield old
    for id_ in sums.sources & before.sources.keys():
        yield source_name(id_, before.sources[id_])


# -- what has changed ---------------------------------------------------------------------------


def _sums_of_touched(content: Path, found: Scan, before: Filled | None) -> dict[str, bytes]:
    """The sums of files that may have changed; where nothing was known before, of those alone that
    no batch reads."""
    touched = [path for path in sorted(found.new) if path in found.files]
    if before is None:
        touched = [path for path in touched if path == PROVIDERS or FRAMEWORK.fullmatch(path)]
    return {path: hashlib.sha256((content / path).read_bytes()).digest()[:SUM] for path in touched}


def _changed(found: Scan, sums: Mapping[str, bytes], before: Filled | None) -> set[str]:
    """The paths of files that are new, gone, or not what they were."""
    if before is None:
        return set(found.files)
    changed = {path for path, sum_ in sums.items() if before.sums.get(path) != sum_}
    if not found.same_names:
        changed |= before.scan.files.keys() - found.files.keys()
    return changed


def _base(
    content: Path, found: Scan, layout: Layout, changed: set[str], before: Filled | None
) -> tuple[Library, Mapping[str, tuple[Diagnostic, ...]]] | None:
    """Frameworks and providers, and the warnings on their files; None where one is wrong."""
    paths = list(layout.frameworks)
    paths += [PROVIDERS] if PROVIDERS in found.files else []
    if before and not any(path == PROVIDERS or FRAMEWORK.fullmatch(path) for path in changed):
        index = before.index
        kept = {f"{content.name}/{path}" for path in paths}
        said = {path: items for path, items in index.warnings.items() if path in kept}
        return _library(index.frameworks, index.providers), said
    diagnostics = Diagnostics()
    files = [read_file(content / path, content, diagnostics) for path in sorted(paths)]
    library = read_library([file for file in files if file], diagnostics)
    check_what_is_named(library, diagnostics)
    if diagnostics.errors:
        return None
    return (
        _library(
            {
                id_: replace(item, document=Document(item.document.path, {}, "", ()))
                for id_, item in library.frameworks.items()
            },
            {id_: replace(item, document=None) for id_, item in library.providers.items()},
        ),
        _by_path(diagnostics),
    )


def _library(frameworks: Mapping[str, Framework], providers: Mapping[str, Provider]) -> Library:
    return Library(MappingProxyType({}), MappingProxyType({}), frameworks, providers)


def _have_changed(content: Path, found: Scan) -> bool:
    """Whether files were changed while they were read: an editor writes aside and renames."""
    known = [(path or ".", stamp) for path, stamp in {**found.folders, **found.files}.items()]
    try:
        return bool(differing(known, str(content)))
    except OSError:
        return True


def _settled(found: Scan, now: int) -> Scan:
    """With stamps to rely on: those that are as before were so then."""

    def sure(stamps: Mapping[str, Stamp]) -> dict[str, Stamp]:
        new = found.new & stamps.keys()
        return {**stamps, **{path: settled(stamps[path], now) for path in new}}

    return Scan(sure(found.files), sure(found.folders), found.is_plain)


# -- what was read ------------------------------------------------------------------------------


class _Filling:
    """Gathers batches. `missing`: sources that are asked for and that no batch has read yet."""

    def __init__(self, reader: Reader, before: Filled | None, asked: Asked, store: Store) -> None:
        sources, self._root = reader.layout.sources, reader.content.name
        self._base, self._store = reader.base, store
        index = before.index if before else None
        self._facts = dict(index.facts) if index else {}
        self._sources = _of(sources, index.sources if index else {})
        self._via = _of(sources, index.via if index else {})
        # Those that are read again, or gone.
        self._left = {
            it.id: it.path for it in self._facts.values() if it.provider in asked.providers
        }
        again = set(self._left.values())
        self._said = {
            path: items
            for path, items in (index.warnings if index else {}).items()
            if (self._is_digest(path) and path not in again) or self._is_kept_source(path, sources)
        }
        self._in_order = index is not None
        self._alike: dict[Any, Any] = {}  # what many digests have, by what it is
        self.sums: dict[str, bytes] = {}
        self._read: dict[str, tuple[Diagnostic, ...]] = {}  # what is said of the batches
        self.missing = set(asked.sources)
        self.is_wrong = False

    def _is_digest(self, path: str) -> bool:
        return DIGEST.fullmatch(path.removeprefix(f"{self._root}/")) is not None

    def _is_kept_source(self, path: str, files: Mapping[str, Sequence[str]]) -> bool:
        match = SOURCE.fullmatch(path.removeprefix(f"{self._root}/"))
        return bool(match and match[1] in self._sources and match[0] in files[match[1]])

    def take(self, batches: Iterable[Batch]) -> None:
        """Where one is wrong, nothing counts any more but what is said."""
        for batch in batches:
            for path, _ in batch.sums:
                self._said.pop(f"{self._root}/{path}", None)
            for path, items in _by_path(batch.said).items():  # a source may be in two of them
                self._read[path] = tuple(dict.fromkeys((*self._read.get(path, ()), *items)))
            self.missing.difference_update(source.id for source in batch.sources)
            self.is_wrong = self.is_wrong or batch.is_wrong
            if not self.is_wrong:
                self._keep(batch)

    def _keep(self, batch: Batch) -> None:
        self._store.put(self._bodies(batch))
        for facts in batch.facts:
            before = self._facts.get(facts.id)
            self._in_order = self._in_order and before is not None and before.day == facts.day
            shared = facts.shared(self._alike)
            self._facts[shared.id] = shared
            self._left.pop(facts.id, None)
        for source in batch.sources:
            self._in_order = self._in_order and source.id in self._sources
            self._sources[intern(source.id)] = source.sum
            self._via.pop(source.id, None)
            if source.via:
                self._via[source.id] = source.via
        self.sums.update(batch.sums)

    def said(
        self, named: Mapping[str, tuple[Diagnostic, ...]]
    ) -> Mapping[str, tuple[Diagnostic, ...]]:
        """By file, of what was read now and of what stays; `named`: of frameworks and providers."""
        return {**self._said, **self._read, **named}

    def _bodies(self, batch: Batch) -> Iterator[Body]:
        yield from batch.bodies
        for source in batch.sources:
            if self._sources.get(source.id) != source.sum:
                yield source_name(source.id, source.sum), source.body

    def index(
        self,
        framework_sums: Mapping[str, bytes],
        named: Mapping[str, tuple[Diagnostic, ...]],
    ) -> Index:
        facts, sources = self._facts, self._sources
        for id_ in self._left:
            del facts[id_]
        if not self._in_order:
            ordered = sorted(facts.values(), key=attrgetter("day", "id"))
            facts = {item.id: item for item in ordered}
            sources = dict(sorted(sources.items(), key=lambda item: f"{item[0]}/"))
        return Index(
            facts=facts,
            sources=sources,
            via=self._via,
            frameworks=self._base.frameworks,
            framework_sums=framework_sums,
            providers=self._base.providers,
            warnings=self.said(named),
        )


def _of(files: Mapping[str, Sequence[str]], items: Mapping[str, T]) -> dict[str, T]:
    """Those of sources that are still there."""
    gone = items.keys() - files.keys()
    return {id_: item for id_, item in items.items() if id_ not in gone} if gone else dict(items)


def _framework_sums(layout: Layout, sums: Mapping[str, bytes]) -> dict[str, bytes]:
    named = sorted(layout.frameworks.items())
    return {framework: sum_of([sums[path]]) for path, framework in named}


def _by_path(items: Iterable[Diagnostic]) -> dict[str, tuple[Diagnostic, ...]]:
    found: dict[str, list[Diagnostic]] = {}
    for item in items:
        found.setdefault(item.position.path, []).append(item)
    return {path: tuple(said) for path, said in found.items()}
