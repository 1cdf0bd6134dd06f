"""What is found from what was known is what is found by looking at everything."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from inspection_digest.shelf.scan import Layout, Scan, scan
from inspection_digest.unchanged import Look, differing

PATHS = (
    "providers.yaml",
    "frameworks/toy.yaml",
    "digests/moor/2031.yaml",
    "digests/moor/2032.yaml",
    "digests/marsh/2031.yaml",
    "sources/one/source.yaml",
    "sources/one/text.txt",
    "sources/two/source.yaml",
    "pages/about.md",
)


def written(content: Path, path: str, text: str) -> None:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(text)


def removed(content: Path, path: str) -> None:
    (content / path).unlink(missing_ok=True)
    parent = (content / path).parent
    if parent != content and parent.exists() and not any(parent.iterdir()):
        parent.rmdir()


def as_before(content: Path, known: Scan) -> Look:
    """What somebody has asked for already, and found to be as it was."""
    stamps = {path: stamp for path, stamp in (*known.folders.items(), *known.files.items()) if path}
    touched = set(differing(list(stamps.items()), str(content)))
    same = {path: stamp for path, stamp in stamps.items() if path not in touched}
    return Look(0, {str(content): same})


@settings(max_examples=60)
@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(["", "a", "ab"])), max_size=4),
        max_size=5,
    )
)
def test_any_changes_are_found(steps: list[list[tuple[str, str]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        content = Path(name)
        for path in PATHS[:6]:
            written(content, path, "first")
        known = scan(content)
        for step in steps:
            for path, text in step:
                if text:
                    written(content, path, text)
                else:
                    removed(content, path)
            before = known
            found = scan(content, before, as_before(content, before))
            known = scan(content, before)
            afresh = scan(content)
            assert found == known == replace(afresh, new=known.new, same_names=known.same_names)
            assert known.is_plain
            assert list(known.files) == list(afresh.files)
            assert known.same_names == (before.files.keys() == afresh.files.keys())
            now = dict((*afresh.files.items(), *afresh.folders.items()))
            old = dict((*before.files.items(), *before.folders.items()))
            assert known.new == {path for path in now if old.get(path) != now[path]}


def test_what_holds_no_record_is_not_looked_at(tmp_path: Path) -> None:
    for path in PATHS:
        written(tmp_path, path, "")
    found = scan(tmp_path)
    assert list(found.files) == sorted(PATHS[:-1])
    layout = Layout.of(found.files)
    assert layout == Layout(
        digests={
            "marsh/2031": "digests/marsh/2031.yaml",
            "moor/2031": "digests/moor/2031.yaml",
            "moor/2032": "digests/moor/2032.yaml",
        },
        by_provider={"marsh": ["marsh/2031"], "moor": ["moor/2031", "moor/2032"]},
        sources={
            "one": ["sources/one/source.yaml", "sources/one/text.txt"],
            "two": ["sources/two/source.yaml"],
        },
        frameworks={"frameworks/toy.yaml": "toy"},
    )
    names = {
        *(("digest", id_) for id_ in ("marsh/2031", "moor/2031", "moor/2032")),
        *(("source", id_) for id_ in ("one", "two")),
    }
    assert (set(layout.unread), len(layout.unread)) == (names, len(names))
    assert ("digest", "moor/2032") in layout.unread
    assert layout.unread.isdisjoint({("digest", "two"), ("source", ""), ("framework", "toy")})


def link_for_a_file(content: Path) -> None:
    (content / "digests/moor/2040.yaml").symlink_to(content / "providers.yaml")


def link_for_a_folder(content: Path) -> None:
    (content / "digests/linked").symlink_to(content / "sources")


def file_of_another_kind(content: Path) -> None:
    written(content, "digests/moor/notes.md", "")


def file_in_the_wrong_place(content: Path) -> None:
    written(content, "digests/2031.yaml", "")


def folder_of_another_name(content: Path) -> None:
    written(content, "Digest/moor/2031.yaml", "")


def file_beside_the_folders(content: Path) -> None:
    written(content, "2031.yaml", "")


def file_for_a_folder(content: Path) -> None:
    (content / "frameworks/toy.yaml").unlink()
    (content / "frameworks").rmdir()
    written(content, "frameworks", "")


@pytest.mark.parametrize(
    "trouble",
    [
        link_for_a_file,
        link_for_a_folder,
        file_of_another_kind,
        file_in_the_wrong_place,
        folder_of_another_name,
        file_beside_the_folders,
        file_for_a_folder,
    ],
)
def test_what_is_out_of_place_is_noticed(trouble: Callable[[Path], None], tmp_path: Path) -> None:
    for path in PATHS:
        written(tmp_path, path, "")
    os.utime(tmp_path, (1, 1))  # it was not changed a moment ago
    before: Scan = scan(tmp_path)
    trouble(tmp_path)
    assert not scan(tmp_path).is_plain
    assert not scan(tmp_path, before).is_plain
