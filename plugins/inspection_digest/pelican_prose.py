"""Prose: Markdown pages, which Pelican reads and prints, from views like those of other pages."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pelican.contents import Article, Page
from pelican.generators import ArticlesGenerator, PagesGenerator

from inspection_digest.composing import prose_pages, urls
from inspection_digest.composing.edition import Edition
from inspection_digest.reading.fields import SLUG
from inspection_digest.reading.hidden import SUBSTITUTES, hidden_in, name_of
from inspection_digest.reading.pictures import SIGN, shows_picture
from inspection_digest.reading.texts import INTRASITE
from inspection_digest.shelf.facts import sum_of
from inspection_digest.shelf.watch import Cell
from inspection_digest.views.links import linked

PROSE = "prose"  # the part of the site that it is
# What Pelican would read beside Markdown. reStructuredText can include any file of the machine.
NO_READERS = {"rst": None, "html": None, "htm": None}
TEMPLATES = {"page", "article"}


class RefusedError(Exception):
    """A page that cannot be published; the text says why, and what to do."""


class Prose:
    """What Pelican has read: the files it will be printed to, and what was looked at for it."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        self.seen: set[Cell] = set()

    def give_views(
        self, generator: PagesGenerator | ArticlesGenerator, edition: Edition, content: Path
    ) -> None:
        """Raises RefusedError."""
        with edition.watch.looking() as seen:
            for page in _unpublished(generator):
                name = Path(page.source_path).name
                raise RefusedError(
                    f"{name}: drafts and translations are not published here. Remove Status and "
                    "Lang, or move the file out of the content folder."
                )
            for page in _pages_of(generator):
                _refuse_what_cannot_be(page)
                if page.save_as in self.paths:
                    raise RefusedError(
                        f"{Path(page.source_path).name}: another page has the slug “{page.slug}”."
                    )
                page.view = _view(edition, page, content)
                self.paths.add(page.save_as)
                edition.watch.note("base", f"{page.template}.html")  # with what it extends
        self.seen |= seen


def sum_of_files(content: Path, settings: Mapping[str, Any], plain: str) -> bytes:
    """What all prose is made from beside what its views look at. `plain`: all plain settings.

    Raises RefusedError for a file that could bring in another of the machine.
    """
    return sum_of([plain.encode(), *_files(content, settings)])


def link(path: str, context: Mapping[str, Any]) -> None:
    """Makes the links of a page that Pelican has written lead somewhere."""
    page = context.get("page") or context.get("article")
    if page is None:  # a page of Pelican's own, if somebody has asked for one
        return
    chrome = page.view.chrome
    text = Path(path).read_text(encoding="utf-8")
    Path(path).write_text(linked(text, chrome.root, chrome.here), encoding="utf-8", newline="\n")


def _files(content: Path, settings: Mapping[str, Any]) -> Iterator[bytes]:
    """The names and bytes of all files there, in order."""
    for path in _paths(content, settings):
        name = f"{content.name}/{path.relative_to(content).as_posix()}"
        if path.is_symlink():
            raise RefusedError(
                f"{name} is a symbolic link; they are not followed. Put the file itself there."
            )
        if path.suffix.lower().removeprefix(".") in NO_READERS and path.is_file():
            raise RefusedError(f"{name} is not Markdown: prose is read from .md files alone.")
        yield os.fsencode(path)
        with suppress(OSError):  # of a folder; of a file, Pelican says so
            yield path.read_bytes()


def _paths(content: Path, settings: Mapping[str, Any]) -> Iterator[Path]:
    """All folders and files of prose; no link is followed."""
    for name in (*settings["PAGE_PATHS"], *settings["ARTICLE_PATHS"]):
        yield content / name
        for folder, folders, files in os.walk(content / name):
            folders.sort()
            yield from (Path(folder, inner) for inner in sorted([*folders, *files]))


def _pages_of(generator: PagesGenerator | ArticlesGenerator) -> list[Page | Article]:
    if isinstance(generator, ArticlesGenerator):
        return list(generator.articles)
    return [*generator.pages, *generator.hidden_pages]


def _unpublished(generator: PagesGenerator | ArticlesGenerator) -> list[Page | Article]:
    """Drafts, and what Pelican takes for a page in another language."""
    if isinstance(generator, ArticlesGenerator):
        drafts = [*generator.drafts, *generator.drafts_translations]
    else:
        drafts = [*generator.draft_pages, *generator.draft_translations]
    return [*drafts, *generator.translations, *generator.hidden_translations]


def _refuse_what_cannot_be(page: Page | Article) -> None:
    name = Path(page.source_path).name
    text = Path(page.source_path).read_text(encoding="utf-8")
    if not SLUG.fullmatch(page.slug):
        raise RefusedError(
            f"{name}: “{page.slug}” cannot be an address; use small letters and hyphens."
        )
    if page.save_as != urls.file_of(_address(page)):
        raise RefusedError(f"{name}: remove Save_as and Url; its address is made from its Slug.")
    if page.template not in TEMPLATES:
        raise RefusedError(f"{name}: remove Template; each page is printed like the others.")
    for line, _, char in hidden_in(text.split("\n"), SUBSTITUTES):
        raise RefusedError(
            f"{name}: there is a character nobody can see on line {line}, {name_of(char)}; "
            "remove it."
        )
    if shows_picture(page.content):
        raise RefusedError(
            f"{name}: pages show no pictures; say in words what it shows, or link to it. Look for "
            f"{SIGN} or <img."
        )
    if INTRASITE.search(text):
        raise RefusedError(
            f"{name}: links like {{attach}} and {{static}} are not followed here; remove them."
        )


def _view(edition: Edition, page: Page | Article, content: Path) -> Any:
    title = str(page.metadata["title"])
    return prose_pages.prose_page(
        edition,
        address=_address(page),
        title=title,
        summary=str(page.metadata.get("description", "")) or title,
        html=page.content,
        file=_in_repository(page, content),
        kind="article" if isinstance(page, Article) else "website",
    )


def _address(page: Page | Article) -> str:
    return (urls.article if isinstance(page, Article) else urls.prose)(page.slug)


def _in_repository(page: Page | Article, content: Path) -> str:
    """The Markdown file as the repository names it: `content/pages/about.md`."""
    return (Path(content.name) / Path(page.source_path).relative_to(content)).as_posix()
