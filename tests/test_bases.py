"""A base that has changed is printed around pages that nobody composes again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.changing_site import START, Content, Folder, built_in, clean, noting_views
from tests.small_site import SITE

from inspection_digest.outputs.page import TEMPLATES
from inspection_digest.renewal import BrokenError


@pytest.fixture
def built(tmp_path: Path) -> Folder:
    return built_in(tmp_path)


def with_base(name: str, *, beside: tuple[tuple[str, str], ...] = ()) -> Content:
    return replace(START, templates=tuple(sorted((("base.html", name), *beside))))


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The kinds of pages that have been composed since the test began."""
    return noting_views(monkeypatch, lambda _, view: TEMPLATES[type(view)])


def test_a_changed_base_is_printed_around_pages_that_nobody_composes_again(
    built: Folder, composed: set[str]
) -> None:
    pages = {path for path in built.files() if path.endswith(".html")} - {"prose.html"}
    for name in ("one", "two"):
        built.write(with_base(name))
        assert built.make(SITE) == pages
        assert composed == set()
        assert built.files() == clean(with_base(name))
        composed.clear()


def test_a_changed_base_is_printed_around_what_another_template_has_made_meanwhile(
    built: Folder, composed: set[str]
) -> None:
    content = replace(START, templates=(("digest.html", "one"), ("home.html", "one")))
    built.write(content)
    assert built.build(SITE)
    assert composed == {"digest.html", "home.html"}
    composed.clear()
    content = with_base("one", beside=content.templates)
    built.write(content)
    assert built.build(SITE)
    assert composed == set()
    assert built.files() == clean(content)


def test_a_page_whose_own_template_has_changed_with_the_base_is_composed(
    built: Folder, composed: set[str]
) -> None:
    content = with_base("one", beside=(("contrast.html", "one"),))
    built.write(content)
    assert built.build(SITE)
    assert composed == {"contrast.html"}
    assert built.files() == clean(content)


@pytest.mark.parametrize("befalls", ["cut", "deleted"])
def test_without_what_was_kept_of_pages_they_are_composed_again(
    befalls: str, built: Folder, composed: set[str]
) -> None:
    [kept] = [path for path in built.kept() if path.name == "reprints.db"]
    if befalls == "deleted":
        kept.unlink()
    else:
        kept.write_bytes(kept.read_bytes()[:3000])
    built.write(with_base("one"))
    assert built.build(SITE)
    assert {"home.html", "digest.html"} <= composed
    assert built.files() == clean(with_base("one"))
    composed.clear()
    built.write(with_base("two"))
    assert built.build(SITE)
    assert composed == set()
    assert built.files() == clean(with_base("two"))


def test_a_page_that_is_not_as_it_was_published_is_composed_again(
    built: Folder, composed: set[str]
) -> None:
    spoilt = built.output / "digests/p0/2031/index.html"
    spoilt.write_bytes(spoilt.read_bytes().replace(b"outstanding in every way", b"bad"))
    (built.output / "providers/p1/index.html").unlink()
    built.write(with_base("one"))
    assert built.build(SITE)
    assert composed == {"digest.html", "provider.html"}
    assert built.files() == clean(with_base("one"))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('<main id="main"', '<!-- <main id="main"', "it is not printed there"),
        ('<main id="main"', '<template><main id="main"', "it is not printed there"),
        ("{{ chrome.data }}", "{{ chrome.data }} and more", "it cannot be read"),
        ("</footer>", '<p data-quote="p0/2031#x">New.</p></footer>', "there is no such quotation"),
    ],
)
def test_a_base_that_changes_what_pages_say_is_refused_by_the_words_it_changes(
    built: Folder, old: str, new: str, says: str
) -> None:
    before = built.files()
    base = built.root / "theme/templates/base.html"
    text = base.read_text("utf-8")
    assert old in text
    base.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenError, match=rf"p0/2031/one/index\.html: .*: {says}"):
        built.build(SITE)
    assert built.files() == before
    base.write_text(text, encoding="utf-8")
    assert built.make(SITE) == set()


def test_a_page_that_has_left_its_base_has_nothing_more_to_do_with_it(
    built: Folder, composed: set[str]
) -> None:
    content = replace(
        START, bases=(("404.html", ""), ("digest.html", ""), ("home.html", "other.html"))
    )
    built.write(content)
    assert built.build(SITE)
    assert composed == {"404.html", "digest.html", "home.html"}
    content = replace(content, templates=(("base.html", "one"),))
    built.write(content)
    assert built.build(SITE)
    assert built.files() == clean(content)
    content = replace(content, bases=(("404.html", ""), ("home.html", "")), templates=())
    built.write(content)
    assert built.build(SITE)
    assert built.files() == clean(content)
    (built.root / "theme/templates/other.html").write_text("{% no such thing %}")
    assert built.build(SITE)
    assert built.files() == clean(content)


def test_a_base_that_a_page_has_come_to_extend_is_one_that_it_is_made_from(
    built: Folder, composed: set[str]
) -> None:
    theme = built.root / "theme/templates"
    other = theme / "other.html"
    other.write_text((theme / "base.html").read_text("utf-8"), encoding="utf-8")
    home = theme / "home.html"
    home.write_text(home.read_text("utf-8").replace("base.html", "other.html"), encoding="utf-8")
    assert built.build(SITE)
    before = built.files()
    assert composed == {"home.html"}
    other.write_text(other.read_text("utf-8") + "<!-- other -->", encoding="utf-8")
    assert built.build(SITE)
    assert composed == {"home.html"}
    now = built.files()
    assert [path for path in now if now[path] != before[path]] == ["index.html"]
    assert now["index.html"] == before["index.html"] + b"<!-- other -->"
