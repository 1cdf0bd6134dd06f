"""Every view has its template, a name misspelt is an error, and no text is markup."""

from __future__ import annotations

import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec import Struct
from tests.small_site import DIGEST, FRAMEWORK, MOOR, PROVIDERS, RELEASE, edition

from inspection_digest import build
from inspection_digest.composing import listings, prose_pages
from inspection_digest.outputs.page import TEMPLATES, Templates, template_sums
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
        and issubclass(view, Struct)
        and "chrome" in view.__struct_fields__
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


def test_what_a_page_extends_has_a_sum_of_its_own(tmp_path: Path) -> None:
    theme = Path(shutil.copytree(THEME, tmp_path / "theme"))
    before = template_sums(theme)

    def changed_by(name: str) -> tuple[set[str], set[str]]:
        """The templates that have another sum as "template", and as "base"."""
        path = theme / "templates" / name
        text = path.read_text("utf-8")
        path.write_text(f"{text}<!-- more -->", encoding="utf-8")
        now = template_sums(theme)
        path.write_text(text, encoding="utf-8")
        of = [{it for it in now[kind] if now[kind][it] != before[kind][it]} for kind in now]
        return of[0], of[1]

    assert list(before) == ["template", "base"]
    pages = {*TEMPLATES.values(), "page.html", "article.html"}
    assert changed_by("base.html") == ({"base.html"}, {"base.html", *pages})
    assert changed_by("home.html") == ({"home.html"}, {"home.html"})
    own, whole = changed_by("macros/links.html")
    assert {"base.html", "check.html", "macros/links.html"} < own
    assert "404.html" not in own  # it is in the base of that alone
    assert whole > pages


def test_whatever_file_a_template_names_is_in_its_sum(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    (templates / "marks").mkdir(parents=True)
    (templates / "marks" / "mark.svg").write_text("<svg/>")
    (templates / "base.html").write_text(
        "{% include 'marks/mark.svg' %}{% block main %}{% endblock %}"
    )
    (templates / "home.html").write_text('{% extends "base.html" %}')
    before = template_sums(tmp_path)
    (templates / "marks" / "mark.svg").write_text("<svg></svg>")
    now = template_sums(tmp_path)
    assert now["template"]["home.html"] == before["template"]["home.html"]
    assert now["base"]["home.html"] != before["base"]["home.html"]
    assert now["base"]["base.html"] != before["base"]["base.html"]


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
    with pytest.raises(AttributeError, match="hoem"):
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
