"""What is kept of the files of a site beside what they were made from."""

from __future__ import annotations

from array import array

import pytest

from inspection_digest.ledger import FEW, PLACE, Apart, Entry, Ledger, Tally, joined
from inspection_digest.shelf.packed_sums import PackedSums

FILES = ("index.html", "a/index.html", "feeds/digests.atom.xml", "sitemap.xml", "theme/a.css")


def test_pages_and_feeds_are_counted_and_nothing_else() -> None:
    assert Tally.of(FILES) == Tally(pages=2, feeds=1)
    assert Tally.of(()) == Tally(pages=0, feeds=0)


def test_a_tally_that_is_amended_is_that_of_the_files_there_are_now() -> None:
    new = ("b/index.html", "c/index.html", "feeds/b.rss.xml", "feeds/b.atom.xml")
    apart = Apart(old=("a/index.html", "theme/a.css"), new=new)
    left = set(FILES) - apart.gone(()) | set(new)
    assert Tally.of(FILES).amended(apart) == Tally.of(left) == Tally(pages=3, feeds=3)


@pytest.mark.parametrize(
    "paths",
    [
        (),
        ("index.html",),
        ("a/index.html", "a/index.html.json"),
        ("digests/a/2031/index.html", "digests/a/2031/b/index.html", "sources/a/index.html"),
        ("é/1", "è/1", "a b/2\n"),
    ],
)
def test_paths_that_are_joined_come_back(paths: tuple[str, ...]) -> None:
    assert Entry(b"", b"", joined(paths)).paths == paths


def test_a_part_is_touched_by_what_it_looked_at_and_by_nothing_else() -> None:
    looked = {
        "none": (),
        "some": (3, 5, 70_000),
        "two whose bytes, one after the other, hold those of others": (0x0403_0201, 0x0807_0605),
        "many": range(100, 200),
    }
    parts = {
        name: Entry(array(PLACE, places).tobytes(), b"", "") for name, places in looked.items()
    }
    ledger = Ledger({}, PackedSums(), {}, parts, (), Tally())
    for places in ((), (5,), (0x0504_0302, 0x0102_0304), (70_000, 199), range(60, 60 + 2 * FEW)):
        touched = {name for name, seen in looked.items() if not set(seen).isdisjoint(places)}
        assert ledger.touched(places) == touched
