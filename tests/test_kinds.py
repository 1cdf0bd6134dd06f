"""Of a part, only the kinds of files that looked at something that has changed are made again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.changing_site import Folder, built_in, clean, graded
from tests.small_site import SITE

OF_ITS_FRAMEWORK = {"digests/p0/2031/index.html", "digests/p0/2033/index.html"}
ITS_CONTRASTS = {"digests/p0/2031/one/index.html", "digests/p0/2033/one/index.html"}


@pytest.fixture
def built(tmp_path: Path) -> Folder:
    return built_in(tmp_path)


def test_a_new_count_of_grades_makes_pages_of_digests_again_and_not_their_contrasts(
    built: Folder,
) -> None:
    for grade in (3, 1):
        built.write(graded(grade))
        made = built.make(SITE)
        assert made
        assert made.intersection(OF_ITS_FRAMEWORK | ITS_CONTRASTS) == OF_ITS_FRAMEWORK
        assert built.files() == clean(graded(grade))


def test_what_was_left_as_it_was_is_made_again_when_its_time_has_come(built: Folder) -> None:
    content = graded(3)
    built.write(content)
    assert built.build(SITE)
    first, *others = content.reports
    content = replace(content, reports=(replace(first, quote=2), *others))
    built.write(content)
    made = built.make(SITE)
    assert made
    assert made.intersection(ITS_CONTRASTS) == {"digests/p0/2031/one/index.html"}
    content = replace(content, templates=(("base.html", "one"),))
    built.write(content)
    made = built.make(SITE)
    assert made
    assert made > OF_ITS_FRAMEWORK | ITS_CONTRASTS
    assert built.files() == clean(content)


def test_a_part_of_which_nothing_is_known_any_more_is_made_as_a_whole(built: Folder) -> None:
    [kept] = [path for path in built.kept() if path.name == "reprints.db"]
    kept.unlink()
    built.write(graded(3))
    made = built.make(SITE)
    assert made
    assert made > OF_ITS_FRAMEWORK | ITS_CONTRASTS
    assert built.files() == clean(graded(3))
    built.write(graded(1))
    made = built.make(SITE)
    assert made
    assert made.isdisjoint(ITS_CONTRASTS)
    assert built.files() == clean(graded(1))


def test_what_was_looked_at_for_one_kind_is_known_apart_when_several_have_changed(
    built: Folder,
) -> None:
    content = replace(graded(3), templates=(("contrast.html", "one"),))
    built.write(content)
    made = built.make(SITE)
    assert made
    assert made > OF_ITS_FRAMEWORK | ITS_CONTRASTS
    assert built.files() == clean(content)
    content = graded(1, content)
    built.write(content)
    made = built.make(SITE)
    assert made
    assert made.intersection(OF_ITS_FRAMEWORK | ITS_CONTRASTS) == OF_ITS_FRAMEWORK
    assert built.files() == clean(content)
