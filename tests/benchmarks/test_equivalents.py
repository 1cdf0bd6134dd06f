"""The other systems' sites: the same addresses, the same words, about as many bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.comparison import compare
from benchmarks.corpus.content import write_content
from benchmarks.equivalents.feeds import read_feed
from benchmarks.equivalents.published import kind_of, text_of
from benchmarks.equivalents.sites import write_sites
from benchmarks.measure import run
from benchmarks.systems import NAMES, PROJECT, equivalent, ours
from benchmarks.tools import MissingError, program

ALL = 10_000  # pages of a kind: more than there are


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of five digests, published, with its equivalents beside it, not yet built."""
    made = tmp_path_factory.mktemp("equivalents")
    write_content(made / "content", 5)
    own = ours(made)
    run(own.command, own.folder, own.environment)
    write_sites(own.output, made, NAMES)
    return made


@pytest.mark.parametrize("name", NAMES)
def test_the_site_is_the_same(folder: Path, name: str) -> None:
    """Every page of it. Nothing is downloaded: a system that is not there is not tried."""
    try:
        start = program(name, PROJECT / ".cache/bench", install=False).start
    except MissingError as reason:
        pytest.skip(str(reason))
    theirs = equivalent(name, folder, start)
    run(theirs.command, theirs.folder, theirs.environment)
    found = compare(folder / "output", theirs.output, sample=ALL)
    assert (found.missing, found.extra, found.differing) == ((), (), ())
    assert found.compared == found.pages > 100
    assert found.same
    _same_feeds(folder / "output", theirs.output)


def _same_feeds(ours: Path, theirs: Path) -> None:
    feeds = sorted((ours / "feeds").rglob("*.xml"))
    assert len(feeds) == 10  # atom and rss: digests, contrasts, corrections, two providers
    for feed in feeds:
        assert read_feed(theirs / feed.relative_to(ours)) == read_feed(feed)


def test_a_page_missing_or_changed_or_cut_is_seen(tmp_path: Path) -> None:
    page = "<body><p>The <b>same</b> words, again and again and again.</p></body>"
    for site in ("ours", "theirs"):
        for name in ("a", "b"):
            (tmp_path / site / name).mkdir(parents=True)
            (tmp_path / site / name / "index.html").write_text(page)
    assert compare(tmp_path / "ours", tmp_path / "theirs").same
    (tmp_path / "theirs/a/index.html").write_text(page.replace("same", "other"))
    changed = compare(tmp_path / "ours", tmp_path / "theirs")
    assert changed.differing == ("a/index.html",)
    assert not changed.same
    (tmp_path / "theirs/a/index.html").rename(tmp_path / "theirs/a/page.html")
    moved = compare(tmp_path / "ours", tmp_path / "theirs")
    assert (moved.missing, moved.extra) == (("a/index.html",), ("a/page.html",))
    (tmp_path / "theirs/a/page.html").rename(tmp_path / "theirs/a/index.html")
    (tmp_path / "theirs/a/index.html").write_text(page + " " * 50)
    assert not compare(tmp_path / "ours", tmp_path / "theirs").same  # same words, more bytes


def test_words_are_compared_without_tags_scripts_and_spacing() -> None:
    one = "<body><p>It is</p><p>so <em>very</em>\n good</p><script>no()</script></body>"
    other = "<body>\n<p>It is</p>\n\n<p>so <em>very</em> good</p></body>"
    assert text_of(one) == text_of(other) == "It is so very good"


def test_a_file_of_the_site_tells_its_kind() -> None:
    kinds = {
        "digests/a/2019/index.html": "digest",
        "digests/a/2019/b/index.html": "contrast",
        "digests/index.html": "listing",
        "sources/a/index.html": "source",
        "providers/a/index.html": "provider",
        "frameworks/a/index.html": "listing",
        "index.html": "listing",
    }
    assert {file: kind_of(file) for file in kinds} == kinds


def test_a_sitemap_may_be_an_index_of_several(tmp_path: Path) -> None:
    for name, parts in (("ours", ["sitemap.xml", "sitemap-1.xml"]), ("theirs", ["sitemap.xml"])):
        (tmp_path / name).mkdir()
        for part in parts:
            (tmp_path / name / part).write_text("x")
    assert compare(tmp_path / "ours", tmp_path / "theirs").same
