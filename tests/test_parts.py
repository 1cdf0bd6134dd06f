"""The parts that the site is made in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NoReturn

import pytest
from tests.small_site import edition

from inspection_digest.composing import listings
from inspection_digest.outputs.page import Templates
from inspection_digest.part import NO_PAGES, Part, Views
from inspection_digest.parts import SECTIONS, parts, parts_named
from inspection_digest.views.contrasts import ContrastPage
from inspection_digest.views.listings import NotFoundPage

THEME = Path(__file__).resolve().parent.parent / "theme"


def test_every_file_of_the_site_is_in_one_part() -> None:
    templates = Templates(THEME)
    paths = [path for each in parts(edition()) for path, _ in each.make(templates)]
    assert [path for path, times in Counter(paths).items() if times > 1] == []
    assert len(paths) > 40


def test_every_part_has_a_name_of_its_own() -> None:
    names = [part.name for part in parts(edition())]
    assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("section", SECTIONS)
def test_parts_asked_for_by_name_are_those_of_the_whole_section(section: str) -> None:
    whole = [part.name for part in SECTIONS[section](edition())]
    for asked in ({name} for name in whole):
        assert [part.name for part in parts_named(section, edition(), asked)] == [*asked]
    some = set(whole[::2])
    found = [part.name for part in parts_named(section, edition(), some)]
    assert sorted(found) == sorted(some)


def _lost() -> Views:
    yield "404.html", listings.not_found_page(edition())


def _not_asked() -> NoReturn:
    raise AssertionError("nobody should have asked")


def test_what_is_made_of_one_kind_asks_for_nothing_of_the_others() -> None:
    part = Part("one", {ContrastPage: _not_asked, NotFoundPage: _lost}, _not_asked, _not_asked)
    assert list(part.kinds()) == ["contrast.html", "404.html", NO_PAGES]
    made = part.printed_of("404.html", Templates(THEME))
    assert [path for path, _ in made] == ["404.html"]
    assert list(Part("two", {NotFoundPage: _lost}).kinds()) == ["404.html"]


def test_a_page_among_those_of_another_kind_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match=r"^404\.html is no ContrastPage as one has it$"):
        list(Part("one", {ContrastPage: _lost}).views())
