"""One edition of the site: all that is known when pages are made, nothing that changes after."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import quote as url_quote
from urllib.parse import urlsplit

from inspection_digest.analysis.gap import Gap
from inspection_digest.analysis.gaps_table import gaps
from inspection_digest.analysis.peers import Distribution
from inspection_digest.composing import urls
from inspection_digest.composing.issue_links import (
    REPLY_FORM,
    REPORT_FORM,
    Wrong,
    form_address,
    wrong_address,
)
from inspection_digest.composing.spread import all_distributions
from inspection_digest.evidence.quotations import Evidence
from inspection_digest.reading.library import Digest, Library
from inspection_digest.views.chrome import Link, Site

Made = TypeVar("Made")

# How many things made once are kept: all of some thousand digests. What belongs together is asked
# for together, so a longer record is not made again much more often, and takes no more memory.
MOST_KEPT = 40_000


@dataclass(frozen=True)
class Edition:
    """The site's settings, every record, and the proof of every quotation.

    `everything` holds the digests that are withdrawn too; pages are made from `library`, which does
    not, so that none of them is counted, compared or listed by oversight.
    """

    site: Site
    everything: Library
    evidence: Evidence

    @property
    def library(self) -> Library:
        return self.everything.current

    @property
    def withdrawn(self) -> tuple[Digest, ...]:
        """The digests that are withdrawn, the newest report first."""
        return self.everything.withdrawn[::-1]

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

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` makes, the same whenever it is asked for by this key.

        For what many pages print and none prints differently. When there is no more room, what was
        made first is forgotten.
        """
        made = self._made
        if key not in made:
            if len(made) >= MOST_KEPT:
                del made[next(iter(made))]
            made[key] = make()
        found: Made = made[key]
        return found

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

    def files_link(self, folder: str, label: str = "The files behind this page") -> Link | None:
        """A folder of the repository, for what is worked out from many files."""
        if not self.site.repository:
            return None
        place = url_quote(folder.rstrip("/"))
        return Link(label, f"{self.site.repository}/tree/{self.site.branch}/{place}")

    def wrong_link(self, item: Wrong, label: str = "This is wrong") -> Link | None:
        """The form on which anybody can say that something is wrong, filled in as far as known."""
        if not self.site.repository:
            return None
        page = self.absolute(item.page)
        return Link(label, wrong_address(self.site.repository, item, page))

    def report_link(self, provider: str = "") -> Link | None:
        """The form on which anybody can name a report that should be here."""
        if not self.site.repository:
            return None
        title = f"Report: {provider}".rstrip(": ")
        address = form_address(self.site.repository, REPORT_FORM, title, {"provider": provider})
        return Link("A report is missing", address)

    def reply_link(self, digest: str, here: str, answers: str = "") -> Link | None:
        """The form on which those who are concerned ask for their reply to be shown."""
        if not self.site.repository:
            return None
        fields = {"digest": digest, "page": self.absolute(here), "answers": answers}
        address = form_address(self.site.repository, REPLY_FORM, f"Reply: {digest}", fields)
        return Link("Ask for a reply to be shown", address)
