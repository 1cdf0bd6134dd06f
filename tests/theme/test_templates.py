"""Templates print what views hold: all of it, escaped, and nothing that a page may not hold."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.theme import pages
from tests.theme.pages import KINDS, PAGES, THEME
from tests.theme.views import HOSTILE, escaped

from inspection_digest.outputs.page import TEMPLATES

SOURCES = {
    str(path.relative_to(THEME)): path.read_text(encoding="utf-8")
    for path in sorted((THEME / "templates").rglob("*.html"))
}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
FORBIDDEN = re.compile(r"\|\s*safe\b|\bstyle\s*=|<style\b|\bon\w+\s*=\s*[\"']|javascript:")


class Seen(HTMLParser):
    """The elements of a page: tags with attributes, ids, levels of headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def every(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_every_kind_of_page_has_a_sample() -> None:
    assert {type(kind()) for kind in KINDS} == set(TEMPLATES)


@pytest.mark.parametrize("name", SOURCES)
def test_no_template_trusts_text_or_holds_style_or_script(name: str) -> None:
    assert not FORBIDDEN.findall(SOURCES[name])
    scripts = re.findall(r"<script\b[^>]*>", SOURCES[name])
    assert set(scripts) <= {
        '<script type="application/ld+json">',
        '<script src="{{ view.chrome.root }}theme/js/grades.js" defer>',
        '<script src="{{ view.chrome.root }}theme/js/check/page.js" type="module">',
    }


@pytest.mark.parametrize("name", SOURCES)
def test_a_file_holds_one_macro_of_its_own_name(name: str) -> None:
    defined = re.findall(r"{%-? macro (\w+)", SOURCES[name])
    expected = [Path(name).stem] if "macros/" in name else []
    assert defined == expected


@pytest.mark.parametrize("name", PAGES)
class TestEveryPage:
    def test_it_prints_with_everything_and_with_next_to_nothing(self, name: str) -> None:
        html = page(name)
        assert html.startswith("<!doctype html>")
        assert html.endswith("</html>\n")

    def test_hostile_text_stays_text(self, name: str) -> None:
        html = page(name)
        assert "<script>" not in html
        assert "<img" not in html
        assert HOSTILE not in html
        seen = Seen(html)
        allowed = [{"type": "application/ld+json"}] if PAGES[name][1] else []
        ours: list[dict[str, str | None]] = []
        if "grades" in name:
            ours = [{"src": "../theme/js/grades.js", "defer": None}]
        elif "check" in name:
            ours = [{"src": "../theme/js/check/page.js", "type": "module"}]
        assert seen.every("script") == ours + allowed
        assert not [tag for tag, attrs in seen.tags if "style" in attrs or "onerror" in attrs]

    def test_it_has_one_first_heading_and_skips_no_level(self, name: str) -> None:
        levels = [int(tag[1]) for tag, _ in Seen(page(name)).tags if tag in HEADINGS]
        assert levels.count(1) == 1
        assert levels[0] == 1
        steps = pairwise(levels)
        assert all(after - before <= 1 for before, after in steps), levels

    def test_no_two_elements_have_one_address(self, name: str) -> None:
        ids = [attrs["id"] for _, attrs in Seen(page(name)).tags if "id" in attrs]
        assert len(ids) == len(set(ids))
        assert all(ids)

    def test_it_has_its_landmarks_and_a_way_past_the_masthead(self, name: str) -> None:
        seen = Seen(page(name))
        assert [len(seen.every(tag)) for tag in ("main", "footer")] == [1, 1]
        assert seen.every("a")[0] == {"class": "skip", "href": "#main"}
        assert seen.every("html") == [{"lang": "en-GB"}]


def test_the_head_says_what_a_page_is() -> None:
    html = page("digest with everything")
    seen = Seen(html)
    metas = {
        meta.get("property") or meta.get("name"): meta["content"]
        for meta in seen.every("meta")
        if "content" in meta and ("property" in meta or "name" in meta)
    }
    assert metas["og:type"] == "article"
    assert metas["og:locale"] == "en_GB"
    assert metas["article:published_time"] == "2019-03-29"
    assert metas["twitter:card"] == "summary"
    assert metas["og:description"] == metas["description"]
    assert "robots" not in metas
    links = {link["rel"]: link["href"] for link in seen.every("link")}
    assert links["canonical"] == metas["og:url"]
    assert links["alternate"] == "../../../feeds/contrasts.atom.xml"
    assert links["icon"] == "../../../theme/favicon.svg"
    assert '{"@context": "https://schema.org"' in html


def test_a_page_that_should_not_be_found_says_so() -> None:
    assert '<meta name="robots" content="noindex">' in page("contrast with next to nothing")


def test_the_policy_of_the_view_stands_before_anything_it_governs() -> None:
    html = page("home with everything")
    policy = escaped(pages.home().chrome.policy)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    assert html.index(meta) < html.index("<link")
    assert "'unsafe-inline'" not in policy


def test_every_file_of_the_theme_that_a_page_asks_for_is_there() -> None:
    """And every style sheet and script is asked for by some page."""
    asked = set()
    for kind, full in PAGES.values():
        view = kind(full=full)
        seen, root = Seen(pages.render(view)), f"{pages.root_of(view)}theme/"
        found = [
            tag.get("href") or tag.get("src") for tag in seen.every("link") + seen.every("script")
        ]
        asked |= {place.removeprefix(root) for place in found if place and place.startswith(root)}
    assert all((THEME / "static" / name).is_file() for name in asked)
    ours = {
        str(path.relative_to(THEME / "static"))
        for pattern in ("css/**/*.css", "js/*.js")
        for path in (THEME / "static").glob(pattern)
    }
    assert ours <= asked


def test_a_grade_is_a_word_first() -> None:
    html = page("digest with everything")
    pips = '<span class="pips" aria-hidden="true"><i class="full"></i><i></i><i></i></span>'
    assert f'{pips}<span class="grade-word">Requires improvement</span>' in html
    assert "inferred, not stated" in html


def test_second_hand_is_said_beside_every_such_quotation() -> None:
    for name in ("digest", "contrast"):
        assert escaped("as quoted by a blog " + HOSTILE) in page(f"{name} with everything")


def test_what_is_empty_asks_for_help_instead_of_standing_empty() -> None:
    html = page("digest with next to nothing")
    assert "Nobody has yet set what was said beside what was found." in html
    assert "two passages that belong together are enough to begin" in html
    assert "<ul>\n</ul>" not in html


def page(name: str) -> str:
    kind, full = PAGES[name]
    return pages.render(kind(full=full))


@pytest.mark.parametrize("name", ["page", "article"])
def test_pelican_s_own_prose_prints_as_any_other(name: str) -> None:
    template = pages.library().get_template(f"{name}.html")
    printed = template.render({name: SimpleNamespace(view=pages.prose())})
    assert printed == page("prose with everything")
