"""What is kept of the files of a site beside what they were made from."""

from __future__ import annotations

from inspection_digest.ledger import Apart, Tally

FILES = ("index.html", "a/index.html", "feeds/digests.atom.xml", "sitemap.xml", "theme/a.css")


def test_pages_and_feeds_are_counted_and_nothing_else() -> None:
    assert Tally.of(FILES) == Tally(pages=2, feeds=1)
    assert Tally.of(()) == Tally(pages=0, feeds=0)


def test_a_tally_that_is_amended_is_that_of_the_files_there_are_now() -> None:
    new = ("b/index.html", "c/index.html", "feeds/b.rss.xml", "feeds/b.atom.xml")
    apart = Apart(old=("a/index.html", "theme/a.css"), new=new)
    left = set(FILES) - apart.gone(()) | set(new)
    assert Tally.of(FILES).amended(apart) == Tally.of(left) == Tally(pages=3, feeds=3)
