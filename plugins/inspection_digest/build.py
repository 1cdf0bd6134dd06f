"""The whole pipeline on one screen: files, records, proofs, views, published text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from inspection_digest.analysis.findings import note_contradictions
from inspection_digest.composing import (
    check,
    contrasts,
    data,
    digests,
    distributions,
    feeds,
    gap,
    gap_selections,
    indexes,
    listings,
    matrix,
    messages,
    notices,
    prose_pages,
    selections,
    sources,
    urls,
    verification,
)
from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.evidence.findings import note_findings
from inspection_digest.evidence.kept import Kept, read_kept, write_kept
from inspection_digest.evidence.quotations import Evidence, prove_all
from inspection_digest.outputs import check_files, data_files
from inspection_digest.outputs.feeds import atom, rss
from inspection_digest.outputs.page import Templates
from inspection_digest.outputs.sitemap import robots, sitemaps
from inspection_digest.outputs.verification_json import verification_json
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.crossrefs import check_references
from inspection_digest.reading.files import TextFile, read_files
from inspection_digest.reading.library import Library

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
    check_references(library, diagnostics)
    current = library.current  # nothing of a withdrawn digest is published as proved
    note_contradictions(current, diagnostics)
    evidence = prove_all(current, known)
    note_findings(current, evidence, diagnostics)
    return library, evidence


def pages(edition: Edition) -> Iterator[tuple[str, object]]:
    """Every page but those of prose, as (address, view)."""
    yield urls.HOME, listings.home_page(edition)
    yield from digests.digest_pages(edition)
    yield from contrasts.contrast_pages(edition)
    yield from notices.notice_pages(edition)
    yield from contrasts.contrasts_pages(edition)
    yield from listings.provider_pages(edition)
    yield from contrasts.provider_contrasts_pages(edition)
    yield from selections.report_pages(edition, listings.provider_selections(edition))
    yield from listings.framework_pages(edition)
    yield from sources.source_pages(edition)
    yield from matrix.matrix_pages(edition)
    yield from indexes.index_pages(edition)
    yield urls.GAP, gap.gap_page(edition)
    yield from selections.report_pages(edition, gap_selections.gap_selections(edition))
    yield from selections.report_pages(edition, distributions.distribution_selections(edition))
    yield from prose_pages.older_answers_pages(edition)
    yield from verification.verification_pages(edition)
    yield urls.MESSAGES, messages.messages_page(edition)
    yield urls.CHECK, check.check_page(edition)
    yield from listings.follow_pages(edition)
    yield "404.html", listings.not_found_page(edition)


def publish(edition: Edition, templates: Templates) -> Iterator[tuple[str, str]]:
    """Every published file but prose pages, sitemap and robots, as (path, text)."""
    for address, view in pages(edition):
        yield urls.file_of(address), templates.page(view)
    for address, feed in feeds.feeds(edition, "atom"):
        yield address, atom(feed)
    for address, feed in feeds.feeds(edition, "rss"):
        yield address, rss(feed)
    yield urls.VERIFICATION_DATA, verification_json(verification.verification_record(edition))
    facts = data.data_view(edition)
    yield data_files.GRADES, data_files.grades_csv(facts)
    yield data_files.DIGESTS, data_files.digests_json(facts)
    yield data_files.PACKAGE, data_files.datapackage(facts)
    yield check_files.CHECKER, check_files.checker_js(check.checker())
    yield check_files.SOURCES, check_files.sources_json(check.source_rows(edition))
    for source in check.checked_sources(edition):
        yield check_files.source_file(source.id), check_files.source_json(source)


def publish_index(edition: Edition, files: list[str]) -> Iterator[tuple[str, str]]:
    """sitemap.xml and robots.txt, from the pages that were really written, without notices."""
    notices_ = {urls.file_of(address) for address, _ in notices.notice_pages(edition)}
    pages_ = [path for path in files if path.endswith("index.html") and path not in notices_]
    listed = [path.removesuffix("index.html") for path in pages_]
    yield from sitemaps(map(edition.absolute, listed), edition.absolute)
    yield "robots.txt", robots(edition.absolute("sitemap.xml"))
