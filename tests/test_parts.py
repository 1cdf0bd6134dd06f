"""The parts that the site is made in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.small_site import edition

from inspection_digest.outputs.page import Templates
from inspection_digest.parts import parts

THEME = Path(__file__).resolve().parent.parent / "theme"


def test_every_file_of_the_site_is_in_one_part() -> None:
    templates = Templates(THEME)
    paths = [path for each in parts(edition()) for path, _ in each.make(templates)]
    assert [path for path, times in Counter(paths).items() if times > 1] == []
    assert len(paths) > 40


def test_every_part_has_a_name_of_its_own() -> None:
    names = [part.name for part in parts(edition())]
    assert [name for name, times in Counter(names).items() if times > 1] == []
