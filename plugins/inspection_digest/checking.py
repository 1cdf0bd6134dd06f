"""From files to records and proofs: everything in the content folder is right, or it is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from inspection_digest.analysis.findings import note_contradictions
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.evidence.findings import note_findings
from inspection_digest.evidence.kept import Kept, read_kept, write_kept
from inspection_digest.evidence.quotations import Evidence, prove_all
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.crossrefs import (
    check_digests,
    check_frameworks,
    check_providers,
    check_sources,
)
from inspection_digest.reading.files import TextFile, read_files
from inspection_digest.reading.library import Digest, Library

PROOFS = "proofs.json"  # the kept file that `read` may be given


def read(
    content: Path, diagnostics: Diagnostics, proofs: Path | None = None
) -> tuple[Library, Evidence]:
    """Everything in the content folder, checked: all mistakes are among the diagnostics.

    `proofs`: the file in which proofs are kept from one run to the next.
    """
    known = read_kept(proofs) if proofs else {}
    library, evidence = check_library(read_files(content, diagnostics), diagnostics, known)
    if proofs and evidence.kept != known:
        write_kept(proofs, evidence.kept)
    return library, evidence


def check_library(
    files: Iterable[TextFile], diagnostics: Diagnostics, known: Kept | None = None
) -> tuple[Library, Evidence]:
    """The records of these files and the proof of every quotation, all mistakes noted.

    `known` are proofs of an earlier run.
    """
    library = read_library(files, diagnostics)
    check_what_is_named(library, diagnostics)
    return library, check_what_is_said(library, diagnostics, known)


def check_what_is_named(library: Library, diagnostics: Diagnostics) -> None:
    """What digests stand on: frameworks, sources and providers."""
    check_frameworks(library, diagnostics)
    check_sources(library, diagnostics)
    check_providers(library, diagnostics)


def check_what_is_said(
    library: Library,
    diagnostics: Diagnostics,
    known: Kept | None = None,
    others: Mapping[str, Digest] = MappingProxyType({}),
) -> Evidence:
    """Every rule that a digest can break, and the proof of every quotation.

    `others`: digests that are checked elsewhere and that those of the library may name.
    """
    check_digests(library, diagnostics, others)
    current = library.current  # nothing of a withdrawn digest is published as proved
    note_contradictions(current, diagnostics)
    evidence = prove_all(current, known)
    note_findings(current, evidence, diagnostics)
    return evidence
