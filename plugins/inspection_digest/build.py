"""The whole pipeline on one screen: files, records, proofs, views, published text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from inspection_digest.analysis.findings import note_contradictions
from inspection_digest.composing import (
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
    selections,
    sources,
    urls,
    verification,
)
from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.evidence.findings import note_findings
from inspection_digest.evidence.quotations import Evidence, prove_all
from inspection_digest.outputs import data_files
from inspection_digest.outputs.feeds import atom, rss
from inspection_digest.outputs.page import Templates
from inspection_digest.outputs.sitemap import robots, sitemap
from inspection_digest.outputs.verification_json import verification_json
from inspection_digest.reading.crossrefs import check_references
from inspection_digest.reading.files import TextFile, read_files
from inspection_digest.reading.library import Library, read_library


def read(content: Path, diagnostics: Diagnostics) -> tuple[Library, Evidence]:
    """Everything in the content folder, checked: all mistakes are among the diagnostics."""
    return check_library(read_files(content, diagnostics), diagnostics)


def check_library(files: Iterable[TextFile], diagnostics: Diagnostics) -> tuple[Library, Evidence]:
    """The records of these files and the proof of every quotation, all mistakes noted."""
    library = read_library(files, diagnostics)
    check_references(library, diagnostics)
    note_contradictions(library, diagnostics)
    evidence = prove_all(library)
    note_findings(library, evidence, diagnostics)
    return library, evidence


def pages(edition: Edition) -> Iterator[tuple[str, object]]:
    """Every page but those of prose, as (address, view)."""
    yield urls.HOME, listings.home_page(edition)
    yield from digests.digest_pages(edition)
    yield from contrasts.contrast_pages(edition)
    yield urls.CONTRASTS, contrasts.contrasts_page(edition)
    yield from listings.provider_pages(edition)
    yield from listings.framework_pages(edition)
    yield from sources.source_pages(edition)
    yield from matrix.matrix_pages(edition)
    yield from indexes.index_pages(edition)
    yield urls.GAP, gap.gap_page(edition)
    yield from selections.report_pages(edition, gap_selections.gap_selections(edition))
    yield from selections.report_pages(edition, distributions.distribution_selections(edition))
    yield urls.VERIFICATION, verification.verification_page(edition)
    yield urls.FOLLOW, listings.follow_page(edition)
    yield "404.html", listings.not_found_page(edition)


def publish(edition: Edition, templates: Templates) -> Iterator[tuple[str, str]]:
    """Every published file but prose pages, sitemap and robots, as (path, text)."""
    for address, view in pages(edition):
        yield urls.file_of(address), templates.page(view)
    for address, feed in feeds.feeds(edition, "atom"):
        yield address, atom(feed)
    for address, feed in feeds.feeds(edition, "rss"):
        yield address, rss(feed)
    yield urls.VERIFICATION_DATA, verification_json(verification.verification_page(edition))
    facts = data.data_view(edition)
    yield data_files.GRADES, data_files.grades_csv(facts)
    yield data_files.DIGESTS, data_files.digests_json(facts)
    yield data_files.PACKAGE, data_files.datapackage(facts)


def publish_index(edition: Edition, files: list[str]) -> Iterator[tuple[str, str]]:
    """sitemap.xml and robots.txt, from the pages that were really written."""
    listed = [path.removesuffix("index.html") for path in files if path.endswith("index.html")]
    yield "sitemap.xml", sitemap(edition.absolute(address) for address in listed)
    yield "robots.txt", robots(edition.absolute("sitemap.xml"))
