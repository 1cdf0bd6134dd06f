"""Pages from templates: one template a kind of page, printed from one view."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from inspection_digest.outputs.environment import MARK, Kept, NoInsetError, environment_of
from inspection_digest.outputs.printed import PrintedPage
from inspection_digest.views.answers import NoticePage
from inspection_digest.views.check import CheckPage
from inspection_digest.views.chrome import Chrome
from inspection_digest.views.contrasts import ContrastPage, ContrastsPage
from inspection_digest.views.digests import DigestPage
from inspection_digest.views.gap import GapPage
from inspection_digest.views.indexes import IndexPage
from inspection_digest.views.links import linked
from inspection_digest.views.listings import (
    FollowPage,
    FrameworkPage,
    HomePage,
    NotFoundPage,
    ProsePage,
    ProviderPage,
)
from inspection_digest.views.matrix import GradesPage
from inspection_digest.views.messages import MessagesPage
from inspection_digest.views.preview import PreviewPage
from inspection_digest.views.reports import ReportsPage
from inspection_digest.views.sources import SourcePage
from inspection_digest.views.standing import Peers
from inspection_digest.views.verification import VerificationPage

TEMPLATES: dict[type, str] = {
    HomePage: "home.html",
    DigestPage: "digest.html",
    ContrastPage: "contrast.html",
    ContrastsPage: "contrasts.html",
    ProviderPage: "provider.html",
    FrameworkPage: "framework.html",
    SourcePage: "source.html",
    GradesPage: "grades.html",
    IndexPage: "index_of.html",
    GapPage: "gap.html",
    ReportsPage: "reports.html",
    FollowPage: "follow.html",
    VerificationPage: "verification.html",
    MessagesPage: "messages.html",
    CheckPage: "check.html",
    NotFoundPage: "404.html",
    NoticePage: "notice.html",
    ProsePage: "prose.html",
    PreviewPage: "preview.html",
}

INSETS: dict[type, str] = {Peers: "insets/peers.html"}

NAMED = re.compile(rb"""["']([^"']+)["']""")
EXTENDS = re.compile(rb"""\{%[-+]?\s*extends\s+["'][^"']*["']\s*[-+]?%\}""")


class Templates:
    """The theme's templates, each compiled once. `note` is told which of them is printed from:
    a page's own as "template", what stands around it as "base"."""

    def __init__(
        self,
        theme: Path,
        note: Callable[[str, str], None] = lambda *_: None,
        kept: Kept | None = None,
    ) -> None:
        self._note = note
        self._environment = environment_of(theme, kept)

    def page(self, view: Any) -> str:
        """The HTML of a view. A name a template misspells is an error, not an empty string."""
        return self.printed(view).text

    def printed(self, view: Any) -> PrintedPage:
        """The same, with its blocks apart from what is around them."""
        name = TEMPLATES[type(view)]
        self._note("template", name)
        own, chrome = getattr(view, "insets", ()), view.chrome  # most kinds of pages have none
        insets = {INSETS[type(inset)]: inset for inset in own}
        if own:
            view = replace(view, insets=())  # whatever else it printed of them would be kept
        found = self._environment.inside(name, view=view)
        printed: dict[str, bytes] = {}
        text = self._with_insets(found.text, insets, chrome, printed)
        if not found.base:
            return PrintedPage((text,), "", chrome, {}, printed)
        self._note("base", found.base)
        blocks = {
            of: self._with_insets(block, insets, chrome, printed)
            for of, block in found.blocks.items()
        }
        return self.around(found.base, chrome, blocks, printed)

    def _with_insets(
        self, text: str, insets: Mapping[str, Any], chrome: Chrome, printed: dict[str, bytes]
    ) -> bytes:
        """A text with the insets it has a place for, which are noted in `printed`."""
        pieces = _linked(text, chrome).split(MARK.encode())
        for at, template in enumerate(map(bytes.decode, pieces[1::2])):
            if template not in insets:
                raise NoInsetError(template)
            inset = insets[template]
            pieces[2 * at + 1] = printed[type(inset).__name__] = self.inset(inset, chrome)
        return b"".join(pieces)

    def inset(self, view: Any, chrome: Chrome) -> bytes:
        """An inset, as it stands on the page with this chrome."""
        return _linked(self._environment.inset(INSETS[type(view)], view=view), chrome)

    def around(
        self,
        base: str,
        chrome: Chrome,
        blocks: Mapping[str, bytes],
        insets: Mapping[str, bytes] = MappingProxyType({}),
    ) -> PrintedPage:
        """A page of these blocks, with its base printed anew. `insets`: those that are in them."""
        outside = self._environment.around(base, blocks, chrome=chrome)
        pieces = _linked(outside, chrome).split(MARK.encode())
        pieces[1::2] = [blocks[name.decode()] for name in pieces[1::2]]
        return PrintedPage(tuple(pieces), base, chrome, blocks, insets)


def _linked(text: str, chrome: Chrome) -> bytes:
    return linked(text, chrome.root, chrome.here).encode()


def template_sums(theme: Path) -> dict[str, dict[str, bytes]]:
    """SHA-256 sums of all templates, by what they are noted as.

    As "template": with all that it includes and imports. As "base": with what it extends, too. Any
    file it names in quotation marks counts, whatever it does with it.
    """
    folder = theme / "templates"
    texts = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    sums = {name: hashlib.sha256(text).digest() for name, text in texts.items()}
    apart = {name: _named_in(EXTENDS.sub(b"", text), texts) for name, text in texts.items()}
    extended = {name: b"".join(EXTENDS.findall(text)) for name, text in texts.items()}
    named = {name: apart[name] | _named_in(extended[name], texts) for name in texts}
    own = {name: _sum_of({name, *_reached(apart[name], named)}, sums) for name in texts}
    whole = {name: _sum_of(_reached({name}, named), sums) for name in texts}
    return {"template": own, "base": whole}


def _named_in(text: bytes, names: Collection[str]) -> set[str]:
    said = set(NAMED.findall(text))
    return {name for name in names if name.encode() in said}


def _reached(names: Iterable[str], named: Mapping[str, set[str]]) -> set[str]:
    """These, and all that is named in them, and in that."""
    found: set[str] = set()
    todo = set(names)
    while todo:
        found |= todo
        todo = set().union(*(named[name] for name in todo)) - found
    return found


def _sum_of(names: Iterable[str], sums: Mapping[str, bytes]) -> bytes:
    total = hashlib.sha256()
    for name in sorted(names):
        total.update(hashlib.sha256(name.encode()).digest())
        total.update(sums[name])
    return total.digest()[:16]
