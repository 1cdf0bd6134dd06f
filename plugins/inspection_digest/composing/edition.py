"""One edition of the site: all that is known when pages are made, nothing that changes after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote as url_quote
from urllib.parse import urlencode, urlsplit

from inspection_digest.analysis.gap import Gap
from inspection_digest.analysis.gaps_table import gaps
from inspection_digest.analysis.peers import Distribution
from inspection_digest.composing import urls
from inspection_digest.composing.spread import all_distributions
from inspection_digest.evidence.quotations import Evidence
from inspection_digest.reading.library import Digest, Library
from inspection_digest.views.chrome import Link, Site


@dataclass(frozen=True)
class Edition:
    """The site's settings, every record, and the proof of every quotation."""

    site: Site
    library: Library
    evidence: Evidence

    @property
    def newest_first(self) -> tuple[Digest, ...]:
        return tuple(self.library.digests.values())[::-1]

    @cached_property
    def gaps(self) -> Mapping[str, Gap]:
        """Leadership against practice, of every report that has a gap, by digest."""
        return gaps(self.library)

    @cached_property
    def distributions(self) -> Mapping[tuple[str, str | None, str], Distribution]:
        """By framework, round (None: all reports) and fact: how often each grade was given."""
        return all_distributions(self.library)

    @property
    def absolute(self) -> urls.Linker:
        return urls.absolute_at(self.site.url)

    @property
    def rooted(self) -> urls.Linker:
        return urls.rooted_at(urlsplit(self.site.url).path.rstrip("/"))

    def edit_link(self, path: str, line: int = 0, label: str = "Edit this file") -> Link | None:
        """The file in the repository's own editor, where there is a repository to link to."""
        if not self.site.repository:
            return None
        place = f"#L{line}" if line else ""
        address = f"{self.site.repository}/edit/{self.site.branch}/{url_quote(path)}{place}"
        return Link(label, address)

    def wrong_link(self, subject: str, body: str) -> Link | None:
        """An issue with its first words filled in."""
        if not self.site.repository:
            return None
        query = urlencode({"title": f"Wrong: {subject}", "body": body})
        return Link("This is wrong", f"{self.site.repository}/issues/new?{query}")
