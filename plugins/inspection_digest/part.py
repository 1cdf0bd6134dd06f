"""A part of the site, which can be made apart from all others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from inspection_digest.composing import urls
from inspection_digest.outputs.long_file import LongFile
from inspection_digest.outputs.page import TEMPLATES, Templates
from inspection_digest.outputs.printed import PrintedPage
from inspection_digest.shelf.sums import OF_THE_THEME
from inspection_digest.shelf.watch import Cell

Files = Iterator[tuple[str, str]]  # path, text
LongFiles = Iterator[tuple[str, Iterable[str]]]  # path, pieces of its text
Lists = Iterator[tuple[str, LongFile]]
Output = Iterator[tuple[str, PrintedPage | LongFile | Iterable[bytes]]]  # a page, or a text
Views = Iterator[tuple[str, Any]]  # address, view of the page there


def _nothing(*_: Any) -> Iterator[Any]:
    return iter(())


class Part(Struct, frozen=True):
    """`name` is its own alone, and says in a message what was being made.

    `pages` yields the views of each kind of page, `files` what is no page, `long_files` what need
    not be in memory as a whole; each is given what the part is `of`, and can be asked once or more.
    `lists` yields long files that say of every digest what it has. A part with these has no other.
    `given`: what it is made from beside the edition; it prints as the same text where it is alike.
    `beside`: parts that have this in common print much that is the same, and follow on each other.
    `reprints`: where only pages of it are made again, the name of what is kept of all of them.
    `base_alone`: nothing but the base of these pages has changed. `changed`: what has changed of
    all that its lists looked at; nothing where they are made whole.
    """

    name: str
    pages: Mapping[type, Callable[..., Views]] = field(default_factory=dict)
    files: Callable[..., Files] = _nothing
    long_files: Callable[..., LongFiles] = _nothing
    lists: Callable[..., Lists] = _nothing
    of: tuple[Any, ...] = ()
    given: object = None
    beside: str = ""
    reprints: bytes | None = None
    base_alone: bool = False
    changed: frozenset[Cell] = frozenset()

    def make(self, templates: Templates) -> Files:
        """All its files, as they are published."""
        for path, made in self.printed(templates):
            if isinstance(made, PrintedPage):
                yield path, made.text
            elif isinstance(made, LongFile):
                yield path, made.text()
            else:
                yield path, b"".join(made).decode()

    def printed(self, templates: Templates) -> Output:
        """The same, as they are to be written."""
        for address, view in self.views():
            yield urls.file_of(address), templates.printed(view)
        for path, text in self.files(*self.of):
            yield path, (text.encode(),)
        for path, pieces in self.long_files(*self.of):
            yield path, map(str.encode, pieces)
        yield from self.lists(*self.of)

    def views(self) -> Views:
        """The views of all its pages. One among those of another kind is a mistake of ours."""
        for kind, views in self.pages.items():
            for address, view in views(*self.of):
                if type(view) is not kind:
                    raise TypeError(f"{address} is no {kind.__name__} as {self.name} has it")
                yield address, view

    def again(self, changed: Collection[Cell], reprints: bytes) -> Part | None:
        """What is to be made again where these alone have changed: pages that are printed from
        templates, or lists. None: all of it. `reprints`: the name of what is kept of all these."""
        if any(kind not in OF_THE_THEME for kind, _ in changed):
            if self.lists is _nothing or not reprints:
                return None
            return replace(self, reprints=reprints, changed=frozenset(changed))
        templates = {name for kind, name in changed if kind == "template"}
        if all(kind == "template" for kind, _ in changed):
            return self.printed_from(templates, reprints)
        pages_alone = Part(self.name, self.pages, of=self.of, beside=self.beside)
        if templates:
            return pages_alone
        return replace(pages_alone, reprints=reprints, base_alone=True)

    def printed_from(self, templates: Collection[str], reprints: bytes = b"") -> Part:
        """Those of its pages alone that are printed from these templates."""
        chosen = {kind: self.pages[kind] for kind in self.pages if TEMPLATES[kind] in templates}
        return Part(self.name, chosen, of=self.of, beside=self.beside, reprints=reprints)
