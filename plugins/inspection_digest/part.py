"""A part of the site, which can be made apart from all others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from inspection_digest.composing import urls
from inspection_digest.outputs.long_file import LongFile
from inspection_digest.outputs.page import TEMPLATES, Templates
from inspection_digest.outputs.printed import PrintedPage
from inspection_digest.shelf.watch import Cell

Files = Iterator[tuple[str, str]]  # path, text
LongFiles = Iterator[tuple[str, Iterable[str]]]  # path, pieces of its text
Lists = Iterator[tuple[str, LongFile]]
Output = Iterator[tuple[str, PrintedPage | LongFile | Iterable[bytes]]]  # a page, or a text
InsetsOfPages = Iterator[tuple[str, Collection[Any]]]  # address, views of the insets there
Views = Iterator[tuple[str, Any]]  # address, view of the page there

NO_PAGES = ""  # the kind of all files of a part that are no pages


def _nothing(*_: Any) -> Iterator[Any]:
    return iter(())


class Part(Struct, frozen=True):
    """`name` is its own alone, and says in a message what was being made.

    `pages` yields the views of each kind of page, `files` what is no page, `long_files` what need
    not be in memory as a whole; each is given what the part is `of`, and can be asked once or more.
    `insets` yields those of the pages of a kind, by the addresses of these pages.
    `lists` yields long files that say of every digest what it has. A part with these has no other.
    `given`: what it is made from beside the edition; it prints as the same text where it is alike.
    `beside`: parts that have this in common print much that is the same, and follow on each other.
    `reprints`: the name of what is kept to make some of it again; b"" where all of it is made.
    `changed`: then, what has changed of all that it looked at.
    """

    name: str
    pages: Mapping[type, Callable[..., Views]] = field(default_factory=dict)
    files: Callable[..., Files] = _nothing
    long_files: Callable[..., LongFiles] = _nothing
    lists: Callable[..., Lists] = _nothing
    insets: Mapping[type, Callable[..., InsetsOfPages]] = field(default_factory=dict)
    of: tuple[Any, ...] = ()
    given: object = None
    beside: str = ""
    reprints: bytes = b""
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
        for kind in self.kinds():
            yield from self.printed_of(kind, templates)

    def kinds(self) -> Iterator[str]:
        """What can be made of it without the rest: the pages of a template, by its name, and what
        is no page."""
        yield from (TEMPLATES[kind] for kind in self.pages)
        if any(made is not _nothing for made in (self.files, self.long_files, self.lists)):
            yield NO_PAGES

    @property
    def is_of_lists(self) -> bool:
        """Whether it has lists, and nothing beside."""
        return self.lists is not _nothing

    def printed_of(self, kind: str, templates: Templates) -> Output:
        """Its files of this kind, as they are to be written."""
        if kind != NO_PAGES:
            for address, view in self.views(kind):
                yield urls.file_of(address), templates.printed(view)
            return
        for path, text in self.files(*self.of):
            yield path, (text.encode(),)
        for path, pieces in self.long_files(*self.of):
            yield path, map(str.encode, pieces)
        yield from self.lists(*self.of)

    def insets_of(self, kind: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The insets of its pages of this kind: the path of each, and their views by their kind."""
        for of, insets in self.insets.items():
            if TEMPLATES[of] == kind:
                for address, views in insets(*self.of):
                    yield urls.file_of(address), {type(view).__name__: view for view in views}

    def views(self, of: str = "") -> Views:
        """The views of all its pages, or of those of one kind. One among those of another is a
        mistake of ours."""
        for kind, views in self.pages.items():
            if of and TEMPLATES[kind] != of:
                continue
            for address, view in views(*self.of):
                if type(view) is not kind:
                    raise TypeError(f"{address} is no {kind.__name__} as {self.name} has it")
                yield address, view
