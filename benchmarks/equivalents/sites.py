"""The same site for Hugo, Eleventy and stock Pelican, made from what ours has published.

Whatever our theme says, they say; so their words and addresses cannot drift from ours. A digest, a
contrast, a source, a provider and a page of prose is a Markdown file each, with its facts in its
front matter. Listings come ready: an HTML file each, with the system's layout around it. So they
compute, prove and gather nothing that we do: theirs is the lighter work.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from benchmarks.equivalents.feeds import read_feed
from benchmarks.equivalents.markdown import markdown
from benchmarks.equivalents.published import Frame, Page, read_frame, read_page

HERE = Path(__file__).resolve().parent
Writer = Callable[[Path, Page], None]


def write_sites(published: Path, folder: Path, names: tuple[str, ...]) -> None:
    """Writes `folder/<name>` for each name, from a site of ours in `published`."""
    frame = read_frame(published)
    for name in names:
        target = folder / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(HERE / name, target)
        _BEGIN[name](published, target, frame)
    files = sorted(path.relative_to(published).as_posix() for path in published.rglob("*.html"))
    for file in files:
        page = read_page(published, file, frame)
        for name in names:
            _PAGE[name](folder / name, page)
    for file, feed in _feeds(published):
        for name in names:
            _FEED[name](folder / name, file, feed)


def _feeds(published: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((published / "feeds").rglob("*.xml")):
        yield path.relative_to(published).as_posix(), read_feed(path)


def _is_markdown(page: Page) -> bool:
    return page.kind != "listing" or 'class="prose-page"' in page.main


def _name(page: Page) -> str:
    """A file name for a page outside the folders of many: letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", page.file.removesuffix("index.html")).strip("-") or "home"


def _front(page: Page, **more: Any) -> str:
    facts = {
        "title": page.title,
        "description": page.description,
        "type": page.type,
        "published": page.published,
        "root": page.root,
        "styles": list(page.styles),
        "feeds": _named(page.feeds),
        "jsonld": page.data,
        "mend": page.mend,
        **more,
    }
    return _yaml(facts)


def _yaml(facts: dict[str, Any]) -> str:
    """Front matter: each value on one line, written as JSON, which is YAML too."""
    kept = {key: value for key, value in facts.items() if value not in ("", []) or key == "address"}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in kept.items()]
    return "\n".join(["---", *lines, "---", ""])


def _named(feeds: tuple[tuple[str, str, str], ...]) -> list[dict[str, str]]:
    return [{"label": label, "type": type_, "href": href} for label, type_, href in feeds]


def _frame(frame: Frame) -> str:
    facts = asdict(frame) | {"feeds": _named(frame.feeds)}
    for link in facts["footer"]:
        link["outside"] = link["href"].startswith("https:")
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _copy_static(published: Path, target: Path, theme: Path) -> None:
    shutil.copytree(published / "data", target / "data")
    shutil.copytree(published / "theme", theme, dirs_exist_ok=True)
    shutil.copy(published / "robots.txt", target / "robots.txt")


# -- Hugo ---------------------------------------------------------------------------------------


def _begin_hugo(published: Path, target: Path, frame: Frame) -> None:
    _put(target / "data/frame.json", _frame(frame))
    settings = (target / "hugo.toml").read_text("utf-8")
    _put(target / "hugo.toml", f'baseURL = "{frame.url}/"\n{settings}')
    (target / "static").mkdir()
    _copy_static(published, target / "static", target / "static/theme")


def _page_hugo(target: Path, page: Page) -> None:
    # Hugo reads `type` as a template's name and `published` as a time: ours go by other names.
    own = {"kindofpage": page.type, "day": page.published, "url": f"/{page.address}"}
    front = _front(replace(page, type="", published=""), **own)
    if page.address == "":
        _put(target / "content/_index.html", front + page.main)
    elif _is_markdown(page):
        _put(target / f"content/{_folder(page)}.md", front + markdown(page.main))
    else:
        _put(target / f"content/listings/{_name(page)}.html", front + page.main)


def _feed_hugo(target: Path, file: str, feed: dict[str, Any]) -> None:
    facts = {"title": feed["title"], "url": f"/{file}", "outputs": ["feed"], "feed": feed}
    _put(target / f"content/feeds/{_slug(file)}.md", _yaml(facts))


# -- Eleventy -----------------------------------------------------------------------------------


def _begin_eleventy(published: Path, target: Path, frame: Frame) -> None:
    _put(target / "content/_data/frame.json", _frame(frame))
    (target / "static").mkdir()
    _copy_static(published, target / "static", target / "static/theme")


def _page_eleventy(target: Path, page: Page) -> None:
    more = {"layout": "base.njk", "permalink": f"/{page.file}", "address": page.address}
    front = _front(page, **more)
    if _is_markdown(page):
        _put(target / f"content/{_folder(page)}.md", front + markdown(page.main))
    else:
        _put(target / f"content/listings/{_name(page)}.html", front + page.main)


def _feed_eleventy(target: Path, file: str, feed: dict[str, Any]) -> None:
    facts = {
        "layout": "feed.njk",
        "permalink": f"/{file}",
        "eleventyExcludeFromCollections": True,
        "feed": feed,
    }
    _put(target / f"content/feeds/{_slug(file)}.md", _yaml(facts))


# -- Pelican ------------------------------------------------------------------------------------


def _begin_pelican(published: Path, target: Path, frame: Frame) -> None:
    _put(target / "frame.json", _frame(frame))
    feeds = dict(_feeds(published))
    _put(target / "feeds.json", json.dumps(feeds, ensure_ascii=False) + "\n")
    (target / "content").mkdir()
    _copy_static(published, target / "content", target / "theme/static")


def _page_pelican(target: Path, page: Page) -> None:
    facts = {
        "Title": page.title,
        "Slug": _slug(page.file) or "home",
        "Date": page.published if page.kind in {"digest", "contrast"} else "",
        "Description": page.description,
        "Type": page.type,
        "Published": page.published,
        "Root": page.root,
        "Styles": " ".join(page.styles),
        "Feeds": "||".join("|".join(feed) for feed in page.feeds),
        "Jsonld": page.data,
        "Mend": page.mend,
        "Url": page.address,
        "Save_as": page.file,
    }
    folder = "digests" if page.kind in {"digest", "contrast"} else "pages"
    if _is_markdown(page):
        body = markdown(page.main, marked=True)
    else:
        body, facts["Template"] = "", "listing"
        _put(target / f"listings/{facts['Slug']}.html", page.main)
    kept = [f"{key}: {value}" for key, value in facts.items() if value or key == "Url"]
    _put(target / f"content/{folder}/{facts['Slug']}.md", "\n".join([*kept, "", body]))


def _feed_pelican(target: Path, file: str, feed: dict[str, Any]) -> None:
    facts = {
        "Title": feed["title"],
        "Slug": _slug(file),
        "Template": "feed",
        "Url": file,
        "Save_as": file,
    }
    lines = [f"{key}: {value}" for key, value in facts.items()]
    _put(target / f"content/pages/{_slug(file)}.md", "\n".join(lines) + "\n\n")


def _folder(page: Page) -> str:
    return page.address.rstrip("/")


def _slug(file: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", file.removesuffix("index.html")).strip("-")


_BEGIN = {"hugo": _begin_hugo, "eleventy": _begin_eleventy, "pelican": _begin_pelican}
_PAGE: dict[str, Writer] = {
    "hugo": _page_hugo,
    "eleventy": _page_eleventy,
    "pelican": _page_pelican,
}
_FEED: dict[str, Callable[[Path, str, dict[str, Any]], None]] = {
    "hugo": _feed_hugo,
    "eleventy": _feed_eleventy,
    "pelican": _feed_pelican,
}
