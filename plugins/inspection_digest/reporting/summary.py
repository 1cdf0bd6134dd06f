"""What a build made, in the few lines a publisher reads at night."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from inspection_digest.evidence.proofs import Verdict
from inspection_digest.evidence.quotations import Evidence
from inspection_digest.reading.library import Library

SECONDS = "Seconds    {seconds:>7.2f}\n"


def summary(library: Library, evidence: Evidence, pages: int, feeds: int) -> str:
    """Digests, quotes by verdict, contrasts, pages, feeds."""
    current, counts = library.current, evidence.verdicts
    withdrawn = f"  and {len(library.withdrawn):,} withdrawn" if library.withdrawn else ""
    lines = [
        f"Digests    {len(current.digests):>7,}{withdrawn}",
        f"Quotes     {counts.total():>7,}  {verdicts(counts)}",
        f"Contrasts  {current.contrast_count:>7,}",
        f"Pages      {pages:>7,}",
        f"Feeds      {feeds:>7,}",
    ]
    return "\n".join([*(line.rstrip() for line in lines), ""])


def before_publishing(site: str, repository: str) -> str:
    """A line for a publisher whose settings still hold an address that is nobody's (RFC 2606).

    A site under .invalid is a preview: nobody is about to publish it.
    """
    if (urlsplit(site).hostname or "").endswith(".invalid"):
        return ""
    settings = {"SITEURL": site, "REPOSITORY_URL": repository}
    left = [n for n, url in settings.items() if (urlsplit(url).hostname or "").endswith(".example")]
    if not left:
        return ""
    return f"Before publishing, set {' and '.join(left)}: links under .example lead nowhere.\n"


def verdicts(counts: Mapping[Verdict, int]) -> str:
    """`14 verbatim, 2 layout`, in the order of the verdicts."""
    return ", ".join(f"{counts[verdict]:,} {verdict}" for verdict in Verdict if counts.get(verdict))
