"""One edition of the site: all that is known when pages are made, nothing that changes after."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, overload
from urllib.parse import quote as url_quote
from urllib.parse import urlsplit

from inspection_digest.analysis.gap import Gap, Roles, gap
from inspection_digest.analysis.peers import Counted, Distribution, Key
from inspection_digest.composing.issue_links import (
    REPLY_FORM,
    REPORT_FORM,
    Wrong,
    form_address,
    wrong_address,
)
from inspection_digest.composing.spread import all_distributions
from inspection_digest.evidence.quotations import Evidence
from inspection_digest.reading.library import Digest, Library, Source
from inspection_digest.shelf.watch import Cell, Watch
from inspection_digest.views.chrome import Link, Site

Made = TypeVar("Made")

# How many things made once are kept: those of about a hundred digests. What belongs together is
# asked for together, and a longer record takes no more memory.
MOST_KEPT = 1_500


@dataclass(frozen=True)
class Edition:
    """The site's settings, every record, and the proof of every quotation.

    `everything` holds the digests that are withdrawn too; pages are made from `library`, which does
    not, so that none of them is counted, compared or listed by oversight. `watch` notes what is
    looked at, where the library tells it. `counted`: distributions that are known already, by
    framework.
    """

    site: Site
    everything: Library
    evidence: Evidence
    watch: Watch = field(default_factory=Watch, compare=False, repr=False)
    counted: Counted = field(default_factory=dict, compare=False, repr=False)

    @property
    def library(self) -> Library:
        return self.everything.current

    @property
    def withdrawn(self) -> tuple[Digest, ...]:
        """The digests that are withdrawn, the newest report first."""
        return self.everything.withdrawn[::-1]

    @property
    def newest_first(self) -> Sequence[Digest]:
        """The newest report first. Each is looked at when it is asked for."""
        digests = self.library.digests
        return _Named(tuple(digests)[::-1], digests)

    @property
    def uncited(self) -> tuple[Source, ...]:
        """The sources that no digest cites."""
        cited = set(self.library.by_source)
        sources = self.library.sources
        return tuple(sources[id_] for id_ in sources if id_ not in cited)

    def gap(self, digest: Digest) -> Gap | None:
        """Leadership against practice in one report; None where it has no gap."""
        name, id_ = digest.record.framework, digest.id
        framework = self.library.frameworks[name].record
        if name not in self._roles:
            self._roles[name] = Roles.of(framework)
        if id_ not in self._gaps:
            found = gap(framework, digest.record, self._roles[name])
            self._gaps[id_] = self._alike.setdefault(found, found)
        return self._gaps[id_]

    @cached_property
    def _gaps(self) -> dict[str, Gap | None]:
        """Worked out so far, from facts and the framework alone, and asked for often."""
        return {}

    @cached_property
    def _alike(self) -> dict[Gap | None, Gap | None]:
        """Many reports have the same gap; it is in memory once."""
        return {}

    @cached_property
    def _roles(self) -> dict[str, Roles]:
        return {}

    @cached_property
    def distributions(self) -> Distributions:
        """By framework, round (None: all reports) and fact: how often each grade was given."""
        return Distributions(self.library, self.watch, self.counted)

    @cached_property
    def _made(self) -> OrderedDict[Hashable, tuple[Any, tuple[Cell, ...]]]:
        return OrderedDict()

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` makes, the same whenever it is asked for by this key.

        For what many pages print and none prints differently. When there is no more room, what was
        made first is forgotten.
        """
        made = self._made
        if key not in made:
            if len(made) >= MOST_KEPT:
                made.popitem(last=False)
            with self.watch.looking() as seen:
                thing = make()
            made[key] = thing, tuple(seen)
        found: Made = made[key][0]
        self.watch.note_all(made[key][1])
        return found

    def absolute(self, address: str) -> str:
        """The address as it is outside the site: for feeds, data, and what is shared."""
        return f"{self.site.url}/{address}"

    @property
    def root(self) -> str:
        """The site's root as a page says it that is served at any address."""
        return f"{urlsplit(self.site.url).path.rstrip('/')}/"

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

    def file_link(self, path: str, label: str) -> Link | None:
        """A file of the repository, to be read, where there is a repository to link to."""
        if not self.site.repository:
            return None
        address = f"{self.site.repository}/blob/{self.site.branch}/{url_quote(path)}"
        return Link(label, address)

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


class _Named(Sequence[Digest]):
    """Those of `digests` that are named, in that order."""

    def __init__(self, ids: tuple[str, ...], digests: Mapping[str, Digest]) -> None:
        self._ids, self._digests = ids, digests

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, at: int) -> Digest: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Digest]: ...
    def __getitem__(self, at: int | slice) -> Digest | Sequence[Digest]:
        if isinstance(at, slice):
            return _Named(self._ids[at], self._digests)
        return self._digests[self._ids[at]]

    def __iter__(self) -> Iterator[Digest]:
        return map(self._digests.__getitem__, self._ids)


class Distributions(Mapping[Key, Distribution]):
    """Those of a framework are worked out when one of them is asked for. What is noted is the
    outcome, not all the reports that were counted."""

    def __init__(self, library: Library, watch: Watch, counted: Counted) -> None:
        self._library, self._watch = library, watch
        self._found = dict(counted)

    @property
    def counted(self) -> Counted:
        """Those that were asked for, and those that were known."""
        return self._found

    def __getitem__(self, key: Key) -> Distribution:
        self._watch.note("distribution", name_of(key))
        return self._of(key[0])[key]

    def unseen(self, key: Key) -> Distribution | None:
        """The same, and nobody notes it; None where there is none."""
        return self._of(key[0]).get(key) if key[0] in self._library.frameworks else None

    def __iter__(self) -> Iterator[Key]:
        for framework in self._library.by_framework:
            yield from self._of(framework)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _of(self, framework: str) -> Mapping[Key, Distribution]:
        if framework not in self._found:
            with self._watch.unseen():
                self._found[framework] = all_distributions(self._library, framework)
        return self._found[framework]


def name_of(key: Key) -> str:
    """A distribution as what was looked at is called."""
    return json.dumps(key)


def key_of(name: str) -> Key:
    framework, round_, fact = json.loads(name)
    return framework, round_, fact
