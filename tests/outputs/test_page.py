"""Every view has its template, a name misspelt is an error, and no text is markup."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape
from tests.small_site import DIGEST, FRAMEWORK, MOOR, PROVIDERS, RELEASE, edition

from inspection_digest import build
from inspection_digest.composing import listings, prose_pages
from inspection_digest.outputs.page import (
    MOST_KEPT,
    MOST_LARGE,
    TEMPLATES,
    UNUSED,
    Once,
    Templates,
    escaped,
)
from inspection_digest.views import contrasts, digests, sources, verification
from inspection_digest.views import listings as listing_views

THEME = Path(__file__).resolve().parents[2] / "theme"
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)> \"'>&"


def test_every_view_of_a_page_has_a_template_of_its_own() -> None:
    modules = (contrasts, digests, listing_views, sources, verification)
    pages = {
        view
        for module in modules
        for view in vars(module).values()
        if isinstance(view, type)
        and dataclasses.is_dataclass(view)
        and any(field.name == "chrome" for field in dataclasses.fields(view))
    }
    assert pages <= set(TEMPLATES)
    assert len(set(TEMPLATES.values())) == len(TEMPLATES)
    for name in TEMPLATES.values():
        assert (THEME / "templates" / name).is_file()


def test_every_page_of_a_site_is_printed_from_its_view() -> None:
    templates, made = Templates(THEME), edition()
    for address, view in build.pages(made):
        html = templates.page(view)
        assert html.lstrip().startswith("<!doctype html>"), address
        assert html.rstrip().endswith("</html>"), address
    prose = prose_pages.prose_page(
        made, address="about/", title="About", summary="s", html="<p>x</p>", file="content/a.md"
    )
    assert "<p>x</p>" in templates.page(prose)


def test_compiled_templates_are_kept_until_a_line_of_theirs_changes(tmp_path: Path) -> None:
    theme = Path(shutil.copytree(THEME, tmp_path / "theme"))
    kept = _Kept()
    view = listings.home_page(edition())
    html = Templates(theme).page(view)
    assert Templates(theme, kept=kept).page(view) == html
    assert kept.bodies

    compiled, kept.bodies = kept.bodies, kept.bodies.copy()
    assert Templates(theme, kept=kept).page(view) == html
    assert kept.bodies == compiled
    assert kept.kept == len(compiled)  # each once, and none again

    home = theme / "templates" / "home.html"
    home.write_text(home.read_text().replace("{% block main %}", "{% block main %}<b>new</b>"))
    assert "<b>new</b>" in Templates(theme, kept=kept).page(view)
    assert kept.kept == len(compiled) + 1


class _Kept:
    def __init__(self) -> None:
        self.bodies: dict[str, bytes] = {}
        self.kept = 0

    def lookup(self, name: str) -> bytes | None:
        return self.bodies.get(name)

    def keep(self, name: str, body: bytes) -> None:
        self.bodies[name] = body
        self.kept += 1


def test_a_site_without_anything_has_its_pages_too() -> None:
    empty = edition({
        "providers.yaml": None,
        MOOR: None,
        "frameworks/toy-2030.yaml": None,
        **{f"sources/moor-{kind}/{name}": None
           for kind in ("release", "report") for name in ("source.yaml", "text.txt")},
    })  # fmt: skip
    templates = Templates(THEME)
    printed = {address: templates.page(view) for address, view in build.pages(empty)}
    assert {"", "contrasts/", "verification/", "follow/", "404.html"} <= set(printed)


def test_a_name_a_template_misspells_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "404.html").write_text("{{ view.hoem }}", encoding="utf-8")
    with pytest.raises(jinja2.UndefinedError, match="hoem"):
        Templates(tmp_path).page(listings.not_found_page(edition()))


class Found(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        self.images = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.images += tag == "img"
        if tag == "script":
            self.scripts.append(dict(attrs).get("src") or dict(attrs).get("type") or "")


def test_hostile_text_from_yaml_is_never_an_element() -> None:
    # Where HTML is not refused on reading: quotations and the text of sources.
    quoted = "'" + EVIL.replace("'", "''") + "'"
    changes = {
        MOOR: DIGEST.replace("Every train we saw was on time.", quoted)
        .replace("speaker: Ada Buffer", "speaker: '\"onload=\"x'")
        .replace("noticed_by: A passenger", "noticed_by: 'a\" onclick=\"b'"),
        "sources/moor-release/text.txt": f"{EVIL}\n\nIt should act now.\n\n{EVIL}\n",
        "sources/moor-release/source.yaml": RELEASE.replace("Moor Line", '"><x y="')
        .replace("title: ", "title: '")
        .replace(" runs on time", " runs on time'"),
        "providers.yaml": PROVIDERS.replace("name: Moor Line", "name: '\" onload=\"x & y'"),
        "frameworks/toy-2030.yaml": FRAMEWORK.replace("name: Leadership", "name: '\" onload=\"'"),
    }
    made, templates = edition(changes), Templates(THEME)
    seen = 0
    for address, view in build.pages(made):
        html = templates.page(view)
        found = Found(html)
        assert found.handlers == [], address
        assert found.images == 0, address
        for script in found.scripts:
            assert script == "application/ld+json" or "theme/" in script, address
        seen += html.count("&lt;script&gt;alert(1)&lt;/script&gt;")
    assert seen > 8


@given(st.text() | st.text().map(Markup) | st.none() | st.booleans() | st.integers())
def test_what_is_printed_is_escaped_as_the_library_does(value: object) -> None:
    assert str(escaped(value)) == str(escape(value))


def test_a_macro_prints_once_for_each_thing_it_is_given() -> None:
    environment = jinja2.Environment(autoescape=True, extensions=[Once])
    once = environment.globals["once"]
    assert callable(once)
    asked: list[object] = []

    def macro(*given: object) -> Markup:
        asked.append(given)
        return Markup("<b>{}</b>").format(len(asked))

    def other(*_: object) -> str:
        return "other"

    assert [once(macro, "a"), once(macro, "b"), once(macro, "a")] == [
        "<b>1</b>",
        "<b>2</b>",
        "<b>1</b>",
    ]
    assert once(other, "a") == "other"
    for number in range(2 * MOST_KEPT):  # what is kept has a bound, and is made again beyond it
        once(macro, number)
    assert once(macro, "a") == f"<b>{len(asked)}</b>"


class _Item:
    """A view that is like every other, and yet another object."""

    def __init__(self, words: str) -> None:
        self.words = words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Item)

    def __hash__(self) -> int:
        return 0


class _Printer:
    """A macro, and how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, item: _Item, *how: object) -> str:
        self.asked += 1
        return " ".join([item.words, *map(str, how)])


def _same() -> Callable[..., str]:
    same = jinja2.Environment(autoescape=True, extensions=[Once]).globals["same"]
    assert callable(same)
    return same


def test_what_is_printed_for_an_object_is_kept_and_is_what_the_macro_prints() -> None:
    same, macro, other = _same(), _Printer(), _Printer()
    items = [_Item("a"), _Item("b")]  # equal, and not the same
    ways = [(), ("said",), ("found", True), ("found", False)]
    for _ in range(3):
        assert [[same(macro, item, *way) for way in ways] for item in items] == [
            ["a", "a said", "a found True", "a found False"],
            ["b", "b said", "b found True", "b found False"],
        ]
    assert macro.asked == 8
    assert (same(other, items[0]), other.asked, macro.asked) == ("a", 1, 8)


def test_the_oldest_object_is_forgotten_when_there_is_no_more_room() -> None:
    same, macro = _same(), _Printer()
    items = [_Item(str(number)) for number in range(MOST_LARGE + 1)]
    for item in items:
        same(macro, item)
    assert macro.asked == MOST_LARGE + 1
    assert [same(macro, item) for item in items[1:]] == [item.words for item in items[1:]]
    assert macro.asked == MOST_LARGE + 1
    assert same(macro, items[0]) == "0"
    assert same(macro, items[2]) == "2"
    assert macro.asked == MOST_LARGE + 2
    assert same(macro, items[1]) == "1"  # gone to make room for the first
    assert macro.asked == MOST_LARGE + 3


def test_an_object_that_is_kept_cannot_give_its_number_to_another() -> None:
    same, macro = _same(), _Printer()
    for number in range(2 * MOST_LARGE):  # each gone before the next is made, but for what is kept
        assert same(macro, _Item(str(number))) == str(number)
    assert macro.asked == 2 * MOST_LARGE


def test_a_macro_that_prints_once_is_still_escaped() -> None:
    environment = jinja2.Environment(autoescape=True, extensions=[Once])
    text = "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}{{ once(b, '<') }}{{ once(b, '<') }}"
    assert environment.from_string(text).render() == "<b>&lt;</b><b>&lt;</b>"


def test_the_names_that_are_taken_away_are_used_by_no_template() -> None:
    for path in (THEME / "templates").rglob("*.html"):
        for name in UNUSED:
            assert f"{name}(" not in path.read_text("utf-8"), path
