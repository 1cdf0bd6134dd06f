"""A base that has changed is printed around blocks that were printed and proved before."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.theme.pages import KINDS, THEME, digest

from inspection_digest.amending import OtherwiseError
from inspection_digest.outputs.page import Templates
from inspection_digest.outputs.printed import PrintedPage
from inspection_digest.readback.extract import Said, said_in
from inspection_digest.reprinting import (
    AT_ONCE,
    KeptReprints,
    Reprint,
    Reprints,
    body_of_reprints,
)
from inspection_digest.shelf.store import Body

OLD = Templates(THEME)
OLD_CHROME = OLD.printed(digest()).chrome


def changed(folder: Path, old: str, new: str) -> Templates:
    """The theme with another base."""
    shutil.copytree(THEME / "templates", folder / "templates")
    base = folder / "templates" / "base.html"
    text = base.read_text("utf-8")
    assert old in text
    base.write_text(text.replace(old, new), encoding="utf-8")
    return Templates(folder)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</footer>", "<p>{{ chrome.title }}</p></footer>"),
        ("{% block sheets %}{% endblock %}", ""),
        ("<head>", "<head>{% block more %}<!-- more -->{% endblock %}"),
        ('<main id="main"', '<div hidden>Print.</div><main id="main"'),
    ],
    ids=["more of the page's facts", "a block less", "a block of its own", "something before"],
)
def test_a_base_printed_anew_makes_the_page_that_is_printed_as_a_whole(
    kind: Callable[[], Any], old: str, new: str, tmp_path: Path
) -> None:
    page = OLD.printed(kind())
    templates = changed(tmp_path, old, new)
    assert Reprint.of(page).anew(page.data, templates).data == templates.printed(kind()).data


def test_a_block_for_which_the_old_base_had_no_place_is_known_to_the_new_one(
    tmp_path: Path,
) -> None:
    block = "{% block main required %}{% endblock %}"
    without = changed(tmp_path, block, "Nothing.")
    page = without.printed(digest())
    assert page.data != OLD.printed(digest()).data
    assert Reprint.of(page).anew(page.data, OLD).data == OLD.printed(digest()).data


def test_a_page_whose_blocks_are_not_as_they_were_written_is_refused() -> None:
    page = OLD.printed(digest())
    reprint = Reprint.of(page)
    main = page.blocks["main"]
    assert reprint.anew(page.data, OLD) == page
    for data in (
        page.data.replace(main[-60:], main[-60:].swapcase()),
        page.data.replace(main[:60], b""),
        page.data[:-2000],
        b"",
    ):
        with pytest.raises(OtherwiseError):
            reprint.anew(data, OLD)


@given(st.binary(max_size=40), st.integers(0, 3))
def test_a_block_is_found_whatever_stands_before_it_and_looks_like_it(
    some: bytes, times: int
) -> None:
    block = (some + b"<p>The rails are worn out.</p>") * 60
    page = PrintedPage((b"<html>", block, b"</html>"), "base.html", OLD_CHROME, {"main": block})
    before = block[:-1] * times + some
    found = Reprint.of(page).anew(before + block + some, _Around())
    assert found.blocks == {"main": block}


class _Around(Templates):
    """Prints no base at all."""

    def __init__(self) -> None:
        pass

    def around(self, base: str, chrome: Any, blocks: Any, *_: Any) -> PrintedPage:
        return PrintedPage(tuple(blocks.values()), base, chrome, blocks)


def test_a_page_out_of_which_something_else_is_read_is_refused() -> None:
    page = OLD.printed(digest())
    said = said_in("a/index.html", page.data)
    assert len(said.quotations) > 5
    reprint = Reprint.of(page).that_says(said)
    reprint.refuse_other(said)
    (key, words), *others = said.quotations
    for other in (
        Said((), frozenset()),
        Said((*others, (key, words)), said.withdrawn),
        Said(((key, f"{words} "), *others), said.withdrawn),
        Said((("", key), ("", words), *others), said.withdrawn),
        Said(said.quotations, frozenset({"moor/2031"})),
    ):
        with pytest.raises(OtherwiseError):
            reprint.refuse_other(other)


def body(path: str) -> Body:
    return body_of_reprints(Reprints({path: Reprint.of(OLD.printed(digest()))}, {}))


def test_what_is_kept_is_what_was_given_until_it_is_forgotten(tmp_path: Path) -> None:
    (one, some), (two, more) = body("one/index.html"), body("two/index.html")
    kept = KeptReprints(tmp_path / "kept" / "reprints.db")
    kept.keep((one, some))
    kept.keep((two, more))
    kept.put()
    again = KeptReprints(tmp_path / "kept" / "reprints.db")
    found = again.get(one)
    assert found
    assert body_of_reprints(found) == (one, some)
    assert again.get(b"another") is None
    again.forget([one], needed=())
    assert again.get(one) is None
    assert again.get(two)


def test_a_build_of_many_pages_leaves_nothing_that_nobody_needs(tmp_path: Path) -> None:
    file = tmp_path / "reprints.db"
    refused = KeptReprints(file)  # nothing of it is ever forgotten by those who made it
    names = [body(f"{number}/index.html") for number in range(AT_ONCE + 1)]
    for each in names:
        refused.keep(each)
    refused.put()
    kept = KeptReprints(file)
    for each in names[1:]:
        kept.keep(each)
    kept.put()
    kept.forget((), needed=[name for name, _ in names[1:]])
    assert [kept.get(name) is not None for name, _ in names] == [False, *[True] * AT_ONCE]


def test_what_cannot_be_kept_or_is_damaged_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    name, some = body("a/index.html")
    for path in (tmp_path / "file" / "reprints.db", tmp_path / "damaged.db"):
        kept = KeptReprints(path)
        kept.keep((name, some))
        kept.put()
        if path.exists():
            path.write_bytes(b"SQLite format 3\0 no longer")
            kept = KeptReprints(path)
        assert kept.get(name) is None
        kept.forget([name], needed=())
        kept.keep((name, some))
        kept.put()
        assert (kept.get(name) is not None) == path.exists()
        kept.remove()
        assert not path.exists()


def test_a_table_whose_names_are_no_text_any_longer_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "reprints.db"
    name, some = body("a/index.html")
    kept = KeptReprints(file)
    kept.keep((name, some))
    kept.put()
    data = file.read_bytes()
    assert data.count(b"CREATE TABLE") == 1
    file.write_bytes(data.replace(b"CREATE TABLE", b"CR\xffATE TABLE"))
    damaged = KeptReprints(file)
    assert damaged.get(name) is None
    damaged.keep((name, some))
    damaged.put()
    assert KeptReprints(file).get(name)


def test_what_somebody_else_is_writing_is_not_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "reprints.db"
    (one, some), (two, more) = body("one/index.html"), body("two/index.html")
    kept = KeptReprints(file)
    kept.keep((one, some))
    kept.put()
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path: connect(path, timeout=0.01))
    other = connect(file)
    other.execute("BEGIN IMMEDIATE")
    hindered = KeptReprints(file)
    hindered.keep((two, more))
    hindered.put()
    other.rollback()
    assert hindered.get(one)
    assert hindered.get(two) is None
