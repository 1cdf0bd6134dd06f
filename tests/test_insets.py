"""What a page says of other records is printed apart, and alone where nothing else has changed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs
from tests.changing_site import START, Folder, built_in, clean, graded, noting_views
from tests.small_site import SITE
from tests.theme.pages import THEME, digest

from inspection_digest.outputs.environment import NoInsetError
from inspection_digest.outputs.page import Templates

PAGES = {"digests/p0/2031/index.html", "digests/p0/2033/index.html"}
INSET = "insets/peers.html"
PLACE = f'{{{{ inset("{INSET}") }}}}'
STANDING = "theme/templates/macros/standing.html"


@pytest.fixture
def built(tmp_path: Path) -> Folder:
    return built_in(tmp_path)


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The pages of digests that have been composed since the test began."""
    return noting_views(monkeypatch, lambda address, _: f"{address}index.html")


def test_a_new_count_of_grades_is_printed_into_pages_that_nobody_composes(
    built: Folder, composed: set[str]
) -> None:
    for grade in (3, 2):
        before = built.files()
        built.write(graded(grade))
        assert built.build(SITE)
        assert composed.isdisjoint(PAGES)
        now = built.files()
        assert now == clean(graded(grade))
        assert all(now[path] != before[path] for path in PAGES)
        composed.clear()


def test_an_inset_and_a_base_that_change_together_are_printed_together(
    built: Folder, composed: set[str]
) -> None:
    content = graded(3, replace(START, templates=(("base.html", "one"),)))
    built.write(content)
    assert built.build(SITE)
    assert composed.isdisjoint(PAGES)
    assert built.files() == clean(content)


def test_a_template_that_changes_with_an_inset_has_its_pages_composed(
    built: Folder, composed: set[str]
) -> None:
    content = graded(3, replace(START, templates=(("digest.html", "one"),)))
    built.write(content)
    assert built.build(SITE)
    assert composed >= PAGES
    assert built.files() == clean(content)


def test_the_template_of_an_inset_is_one_that_its_pages_are_made_from(
    built: Folder, composed: set[str]
) -> None:
    file = built.root / "theme/templates" / INSET
    file.write_text(f"{file.read_text('utf-8')}<!-- new -->", encoding="utf-8")
    assert built.build(SITE)
    assert composed > PAGES
    pages = built.files()
    assert all(b"<!-- new -->" in pages[path] for path in PAGES)


def test_a_page_without_a_base_is_composed_for_its_inset(built: Folder, composed: set[str]) -> None:
    content = replace(START, bases=(("digest.html", ""),))
    built.write(content)
    assert built.build(SITE)
    composed.clear()
    built.write(graded(3, content))
    assert built.build(SITE)
    assert composed >= PAGES
    assert built.files() == clean(graded(3, content))


@pytest.mark.parametrize(
    ("says", "composes"), [("", False), (PLACE * 2, True), (f"<aside>{PLACE}</aside>", False)]
)
def test_a_theme_may_print_an_inset_nowhere_or_in_several_places(
    says: str, composes: bool, built: Folder, composed: set[str]
) -> None:
    file = built.root / STANDING
    text = file.read_text("utf-8")
    assert text.count(PLACE) == 1
    file.write_text(text.replace(PLACE, says), encoding="utf-8")
    assert built.build(SITE)
    before = built.files()
    composed.clear()
    for grade in (3, 2):  # as it was
        built.write(graded(grade))
        assert built.build(SITE)
        assert (composed >= PAGES) is composes
        assert composes or composed.isdisjoint(PAGES)
    assert built.files() == before


def test_a_page_that_is_not_as_it_was_published_is_composed_again(
    built: Folder, composed: set[str]
) -> None:
    path = "digests/p0/2031/index.html"
    spoilt = built.output / path
    spoilt.write_bytes(spoilt.read_bytes().replace(b"outstanding in every way", b"bad"))
    built.write(graded(3))
    assert built.build(SITE)
    assert composed & PAGES == {path}
    assert built.files() == clean(graded(3))


def test_a_page_sees_nothing_of_its_insets_but_their_places(tmp_path: Path) -> None:
    shutil.copytree(THEME / "templates", tmp_path / "templates")
    page = tmp_path / "templates/digest.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace("<h1>", "{{ view.insets|length }} insets<h1>"), encoding="utf-8")
    assert digest().insets
    assert "0 insets<h1>" in Templates(tmp_path).page(digest())


def test_a_place_for_an_inset_that_a_page_does_not_have_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "templates").symlink_to(THEME / "templates")
    view = structs.replace(digest(), insets=())
    with pytest.raises(NoInsetError, match=rf"^this page has no inset {INSET}$"):
        Templates(tmp_path).page(view)
