"""The files of one provider, or of some sources, read and checked apart from all others.

So they can be read by several processes, and again when one of them changes. What stands elsewhere
is known by name alone: whether it is in order is for the batch it belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from inspection_digest.checking import check_what_is_said
from inspection_digest.diagnostics import Diagnostic, Diagnostics, Severity
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.crossrefs import check_sources
from inspection_digest.reading.files import TextFile, read_file
from inspection_digest.reading.library import Digest, Library, Source
from inspection_digest.shelf.facts import SUM, Facts, facts_of, sum_of
from inspection_digest.shelf.records import Held, rest_of
from inspection_digest.shelf.scan import Layout
from inspection_digest.shelf.store import Body, body_of


class ReadSource(Struct, frozen=True):
    """A source that was read: its sum, and what is stored of it."""

    id: str
    sum: bytes
    via: str
    body: bytes


class Batch(Struct, frozen=True):
    """What was read, and what is said of it: the same as where all is read in one piece.

    `sums`: the sum of each file, by its path below the content folder.
    """

    facts: tuple[Facts, ...]
    bodies: tuple[Body, ...]
    sources: tuple[ReadSource, ...]
    sums: tuple[tuple[str, bytes], ...]
    said: tuple[Diagnostic, ...]

    @property
    def is_wrong(self) -> bool:
        """Then nothing of it counts."""
        return any(item.severity is Severity.ERROR for item in self.said)


Job = Callable[[], Batch]


class Reader:
    """Reads batches of one content folder.

    `base`: its frameworks and providers. `layout`: its files.
    """

    def __init__(self, content: Path, base: Library, layout: Layout) -> None:
        self.content, self.layout = content, layout
        self.base = replace(base, unread=layout.unread)

    def digests(self, ids: Iterable[str]) -> Batch:
        """All digests of a provider, or of some, with the sources they cite."""
        said = Diagnostics()
        files = self._files((self.layout.digests[id_] for id_ in ids), said)
        own = read_library(files, said).digests
        cited = {id_ for digest in own.values() for id_ in digest.record.sources.values()}
        read = self._read_sources(cited, said)
        around = self._around(own)
        library = replace(
            self.base,
            digests=own,
            sources=MappingProxyType({source.id: source for source, _ in read}),
        )
        check_sources(library, said)
        evidence = check_what_is_said(library, said, others=around)
        sums = {file.path: file.sha256 for file in files}
        facts: list[Facts] = []
        bodies: list[Body] = []
        for digest in own.values():
            known = facts_of(digest, evidence.proofs, sums[digest.path])
            facts.append(known)
            bodies.append((name_of(known), body_of(rest_of(digest, evidence.proofs))))
        return Batch(
            tuple(facts),
            tuple(bodies),
            tuple(_read_source(source, files_) for source, files_ in read),
            self._sums([files, *(files_ for _, files_ in read)]),
            tuple(said),
        )

    def sources(self, ids: Iterable[str]) -> Batch:
        """Sources that no digest cites."""
        said = Diagnostics()
        read = self._read_sources(ids, said)
        library = replace(self.base, sources={source.id: source for source, _ in read})
        check_sources(library, said)
        return Batch(
            (),
            (),
            tuple(_read_source(source, files) for source, files in read),
            self._sums(files for _, files in read),
            tuple(said),
        )

    def _around(self, own: Mapping[str, Digest]) -> Mapping[str, Digest]:
        """The digests of other providers that these name."""
        named: set[str] = set()
        for digest in own.values():
            record = digest.record
            named.add(record.previous or "")
            named.add((record.withdrawn and record.withdrawn.replaced_by) or "")
        known = self.layout.digests
        paths = [known[id_] for id_ in sorted(named - set(own)) if id_ in known]
        unheard = Diagnostics()
        return read_library(self._files(paths, unheard), unheard).digests

    def _read_sources(
        self, ids: Iterable[str], said: Diagnostics
    ) -> list[tuple[Source, list[TextFile]]]:
        found = []
        for id_ in sorted(ids):
            files = self._files(self.layout.sources.get(id_, ()), said)
            found += [(item, files) for item in read_library(files, said).sources.values()]
        return found

    def _sums(self, files: Iterable[Iterable[TextFile]]) -> tuple[tuple[str, bytes], ...]:
        start = len(self.content.name) + 1
        return tuple(
            (file.path[start:], bytes.fromhex(file.sha256)[:SUM]) for each in files for file in each
        )

    def _files(self, paths: Iterable[str], said: Diagnostics) -> list[TextFile]:
        read = (read_file(self.content / path, self.content, said) for path in paths)
        return [file for file in read if file]


def name_of(facts: Facts) -> bytes:
    """Under which name the rest of a digest is stored: another file or proof is another name."""
    return sum_of((b"digest", facts.id.encode(), facts.words))


def source_name(id_: str, sum_: bytes) -> bytes:
    return sum_of((b"source", id_.encode(), sum_))


def _read_source(source: Source, files: Iterable[TextFile]) -> ReadSource:
    sum_ = sum_of(file.sha256.encode() for file in files)
    held = Held(
        source.record,
        source.document.path,
        source.is_held,
        source.is_paged,
        source.text_sha256,
    )
    return ReadSource(source.id, sum_, source.record.via or "", body_of(held))
