"""What can be composed of a state that has errors, so that the rest of it is still compared.

A quotation that does not hold takes no page away: it counts as one that is not checked, and its
pages are those that will be there when it is mended. A record that is wrong in itself, or that
rests on such a one, is left out on both sides, so that its pages are neither added nor removed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from inspection_digest.analysis.findings import note_contradictions
from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostic, Diagnostics
from inspection_digest.evidence.proofs import Proof, Standing, Verdict
from inspection_digest.evidence.quotations import Evidence
from inspection_digest.reading.crossrefs import check_references
from inspection_digest.reading.library import Library

KINDS = ("digests", "sources", "providers", "frameworks")
OF_PROOF = {f"quote-{verdict.value}" for verdict in Verdict} | {"broken-at-hyphen"}

Item = TypeVar("Item")
Names = frozenset[tuple[str, str]]  # a kind and an id


def sound_pair(
    editions: tuple[Edition, Edition], errors: tuple[Collection[Diagnostic], ...]
) -> tuple[tuple[Edition, Edition], Names]:
    """Both editions without what cannot be composed in either, and the names of that."""
    before, after = editions
    names: Names = frozenset()
    found = _broken(before.everything, errors[0], after.everything)
    found |= _broken(after.everything, errors[1], before.everything)
    while found - names:
        names |= found
        for library in (before.everything, after.everything):
            left = _without(library, names)
            heard = Diagnostics()
            check_references(left, heard)
            note_contradictions(left, heard)
            found |= _broken(left, heard.errors, left)
    return (_sound(before, names), _sound(after, names)), names


def _broken(library: Library, errors: Collection[Diagnostic], other: Library) -> Names:
    """The records that errors stand at, and those that could not be read because of one."""
    wrong = [item.position for item in errors if item.code not in OF_PROOF]
    paths = {position.path for position in wrong}
    found = set()
    for kind in KINDS:
        records: Any = getattr(library, kind)
        others: Any = getattr(other, kind)
        for id_, record in {**others, **records}.items():
            # Providers stand in one file together: one mistake must not take all of them away.
            if kind == "providers":
                here = record.position in wrong and id_ in records
                if here or (record.position.path in paths and id_ not in records):
                    found.add((kind, id_))
            elif _folder(record.document.path) in {_folder(path) for path in paths}:
                found.add((kind, id_))
    return frozenset(found)


def _folder(path: str) -> str:
    """A source is a folder: a mistake in its text is one of the source."""
    return path.rpartition("/")[0] if path.split("/")[1:2] == ["sources"] else path


def _without(library: Library, names: Names) -> Library:
    def kept(kind: str, items: Mapping[str, Item]) -> Mapping[str, Item]:
        found = {id_: item for id_, item in items.items() if (kind, id_) not in names}
        return MappingProxyType(found)

    return replace(
        library,
        digests=kept("digests", library.digests),
        sources=kept("sources", library.sources),
        frameworks=kept("frameworks", library.frameworks),
        providers=kept("providers", library.providers),
    )


def _sound(edition: Edition, names: Names) -> Edition:
    library = _without(edition.everything, names)
    proofs = {
        key: Proof(Verdict.UNHELD) if proof.verdict.standing is Standing.FAILS else proof
        for key, proof in edition.evidence.proofs.items()
        if key.digest in library.digests
    }
    return Edition(
        edition.site,
        library,
        Evidence(
            MappingProxyType(
                {
                    id_: text
                    for id_, text in edition.evidence.texts.items()
                    if id_ in library.sources
                }
            ),
            MappingProxyType(proofs),
        ),
    )
