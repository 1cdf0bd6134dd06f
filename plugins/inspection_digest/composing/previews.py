"""A digest for those who have not opened its page: in a line or two, and as data."""

from __future__ import annotations

from inspection_digest.composing import urls, wording
from inspection_digest.composing.contrasts import digest_title
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.prose import to_plain
from inspection_digest.reading.library import Digest


def description(edition: Edition, digest: Digest) -> str:
    """The digest in a line or two, for previews."""
    record = digest.record
    if record.summary:
        return summary(edition, digest)
    overall = f"Overall: {record.overall}." if record.overall else "Overall grade not known."
    return f"{digest_title(edition, digest)}. {overall} {summary(edition, digest)}"


def summary(edition: Edition, digest: Digest) -> str:
    """The same beside its title and grade. Without a summary, who inspected and what is held."""
    record = digest.record
    if record.summary:
        return wording.cut_to(to_plain(record.summary), 300)
    contrasts = wording.counted(len(record.contrasts), "contrast")
    held = f"{contrasts}, {wording.counted(len(record.quotes), 'quote')}"
    inspectorate = edition.library.frameworks[record.framework].record.inspectorate
    said = held if record.quotes else "Nothing is quoted yet"
    return f"Inspected by {inspectorate}. {said}."


def digest_data(edition: Edition, digest: Digest) -> dict[str, object]:
    """The digest as schema.org's Article about an inspection report."""
    record = digest.record
    framework = edition.library.frameworks[record.framework].record
    provider = edition.library.providers[digest.provider].record
    return {
        "@type": "Article",
        "headline": record.title or digest_title(edition, digest),
        "url": edition.absolute(urls.digest(digest.id)),
        "description": description(edition, digest),
        "inLanguage": "en-GB",
        "about": {
            "@type": "Report",
            "name": f"Inspection of {provider.name}",
            "publisher": {"@type": "Organization", "name": framework.inspectorate},
            "about": {"@type": "Organization", "name": provider.name},
            **({"datePublished": str(record.published)} if record.published else {}),
        },
        "citation": [edition.library.sources[id_].record.title for id_ in record.sources.values()],
    }
